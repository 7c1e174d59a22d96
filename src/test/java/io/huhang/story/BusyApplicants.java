package io.huhang.story;

import java.io.IOException;
import java.util.Map;
import java.util.UUID;

import io.huhang.Cast;
import io.huhang.HuhangApplication;
import io.huhang.application.CaseForms;
import io.huhang.application.Drafts;
import io.huhang.application.Revisions;
import io.huhang.campaign.Campaign;
import io.huhang.organization.Enterprise;
import io.huhang.organization.Enterprises;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.organization.Standing;
import io.huhang.process.Accounts;
import io.huhang.process.CaseApplicationProcess;
import io.huhang.process.DemoClock;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * The product in a process of its own, in which applicants begin cases and save drafts
 * until {@link KillTests} kills it. Each line on the standard output is an answer that
 * somebody has got.
 */
final class BusyApplicants {

	static final String OPENED = "opened";

	static final String SAVED = "saved";

	/** A line without it was cut off by the kill: nobody has got that answer. */
	static final String END = ".";

	private static final int THREADS = 3;

	private static final int DRAFTS = 3;

	private final ApplicationContext product;

	private BusyApplicants(ApplicationContext product) {
		this.product = product;
	}

	public static void main(String[] args) {
		SpringApplication application = new SpringApplication(HuhangApplication.class);
		application
			.addInitializers(context -> context.getBeanFactory().registerSingleton("productOnly", new ProductOnly()));
		new BusyApplicants(application.run(args)).begin();
	}

	private void begin() {
		this.product.getBean(DemoClock.class).beginAt(Cast.MONDAY);
		// The first account brings the grants of its role.
		if (this.product.getBean(People.class).find(Cast.APPLICANT_A.id()).isEmpty()) {
			this.product.getBean(Accounts.class).create(Cast.APPLICANT_A, Cast.PASSWORD);
		}
		for (int thread = 0; thread < THREADS; thread++) {
			new Thread(this::workForEver).start();
		}
	}

	private void workForEver() {
		while (true) {
			try {
				work(newcomer());
			}
			catch (RuntimeException ex) {
				// Refused is not answered; the parent waits for answers only.
				System.out.println("failed " + ex);
			}
		}
	}

	private Person newcomer() {
		String code = UUID.randomUUID().toString().substring(0, 18);
		Person person = new Person("busy-" + code, "丑样例", code + "@example.cn", "13900000000", Role.APPLICANT, code);
		this.product.getBean(Enterprises.class).add(new Enterprise(code, "某示例企业"));
		this.product.getBean(People.class).add(person, Standing.State.ACTIVE);
		return person;
	}

	private void work(Person person) {
		IdentityService identity = this.product.getBean(IdentityService.class);
		identity.setAuthentication(person.id(), person.groups());
		String number = this.product.getBean(RuntimeService.class)
			.startProcessInstanceByKey(CaseApplicationProcess.KEY,
					Map.of("authority", Cast.AUTHORITY, "direction", "D1", "privacyVersion",
							this.product.getBean(Campaign.class).privacyVersion()))
			.getBusinessKey();
		answer(OPENED, number, person.organization());
		for (int version = 0; version < DRAFTS; version++) {
			int saved = this.product.getBean(Drafts.class)
				.save(number, Revisions.FORM, version, CaseForms.aCase().form(), person.id())
				.version();
			answer(SAVED, number, Integer.toString(saved));
		}
	}

	private static void answer(String what, String number, String detail) {
		System.out.println(String.join(" ", what, number, detail, END));
	}

	/** Leaves out the tests, which lie on the same class path. */
	private static final class ProductOnly extends TypeExcludeFilter {

		@Override
		public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
			return reader.getResource().getURL().getPath().contains("/test-classes/");
		}

		@Override
		public boolean equals(Object other) {
			return other instanceof ProductOnly;
		}

		@Override
		public int hashCode() {
			return ProductOnly.class.hashCode();
		}

	}

}
