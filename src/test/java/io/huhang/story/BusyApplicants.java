package io.huhang.story;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import io.huhang.Cast;
import io.huhang.HuhangApplication;
import io.huhang.application.CaseForm;
import io.huhang.application.CaseForms;
import io.huhang.application.Revisions;
import io.huhang.attachment.Attachments;
import io.huhang.attachment.SampleFiles;
import io.huhang.campaign.Campaign;
import io.huhang.draft.Drafts;
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
import org.camunda.bpm.engine.TaskService;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.context.ApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;

/**
 * The product in a process of its own, without its pages, in which applicants begin,
 * draft and submit cases until {@link KillTests} kills it. Each line on the standard
 * output is an answer that somebody has got.
 */
final class BusyApplicants {

	static final String OPENED = "opened";

	static final String SAVED = "saved";

	static final String SUBMITTED = "submitted";

	/** A line without it was cut off by the kill: nobody has got that answer. */
	static final String END = ".";

	static final int CLIENTS = 16;

	static final int DRAFTS = 3;

	private static final byte[] EVIDENCE = SampleFiles.picture("png");

	private final ApplicationContext product;

	private final AtomicInteger enterprises;

	private BusyApplicants(ApplicationContext product, int firstEnterprise) {
		this.product = product;
		this.enterprises = new AtomicInteger(firstEnterprise);
	}

	/** Arguments: the first enterprise's number, then the product's own. */
	public static void main(String[] args) {
		SpringApplication application = new SpringApplication(HuhangApplication.class);
		application.setWebApplicationType(WebApplicationType.NONE);
		application
			.addInitializers(context -> context.getBeanFactory().registerSingleton("productOnly", new ProductOnly()));
		ApplicationContext product = application.run(args);
		int first = Integer.parseInt(product.getEnvironment().getRequiredProperty("first-enterprise"));
		new BusyApplicants(product, first).begin();
	}

	private void begin() {
		this.product.getBean(DemoClock.class).beginAt(Cast.MONDAY);
		// The first account brings the grants of its role.
		if (this.product.getBean(People.class).find(Cast.APPLICANT_A.id()).isEmpty()) {
			this.product.getBean(Accounts.class).create(Cast.APPLICANT_A, Cast.PASSWORD);
		}
		for (int client = 0; client < CLIENTS; client++) {
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
		String code = CaseForms.code(this.enterprises.getAndIncrement());
		Person person = new Person("busy-" + code, "丑样例", code.toLowerCase(Locale.ROOT) + "@example.cn", "13900000000",
				Role.APPLICANT, code);
		this.product.getBean(Enterprises.class).add(new Enterprise(code, "某示例企业"));
		this.product.getBean(People.class).add(person, Standing.State.ACTIVE);
		this.product.getBean(Enterprises.class).appoint(code, person.id());
		return person;
	}

	private void work(Person person) {
		this.product.getBean(IdentityService.class).setAuthentication(person.id(), person.groups());
		String number = open();
		answer(OPENED, number, person.organization());
		CaseForm form = CaseForms.aCase()
			.with("unifiedCode", person.organization())
			.with("unitName", "某示例企业")
			.with("caseName", "分类分级实践" + person.organization())
			.with("contactPhone", "0571-87654321")
			.with("preCheckWanted", "true")
			.provenBy(attach(number, person))
			.form();
		for (int version = 0; version < DRAFTS; version++) {
			int saved = this.product.getBean(Drafts.class)
				.save(number, Revisions.FORM, version, form, person.id())
				.version();
			answer(SAVED, number, Integer.toString(saved));
		}
		submit(number);
		answer(SUBMITTED, number, "1");
	}

	private String open() {
		return this.product.getBean(RuntimeService.class)
			.startProcessInstanceByKey(CaseApplicationProcess.KEY,
					Map.of("authority", Cast.AUTHORITY, "direction", "D1", "privacyVersion",
							this.product.getBean(Campaign.class).privacyVersion()))
			.getBusinessKey();
	}

	private String attach(String number, Person person) {
		return this.product.getBean(Attachments.class)
			.add(number, Revisions.EVIDENCE, "证明材料.png", new ByteArrayInputStream(EVIDENCE), person.id())
			.id()
			.toString();
	}

	private void submit(String number) {
		TaskService tasks = this.product.getBean(TaskService.class);
		tasks.complete(tasks.createTaskQuery().processInstanceBusinessKey(number).singleResult().getId());
	}

	private static void answer(String what, String number, String detail) {
		System.out.println(String.join(" ", what, number, detail, END));
	}

	/** Leaves out the tests, which lie on the same class path, and the pages. */
	private static final class ProductOnly extends TypeExcludeFilter {

		@Override
		public boolean match(MetadataReader reader, MetadataReaderFactory factory) throws IOException {
			return reader.getResource().getURL().getPath().contains("/test-classes/")
					|| reader.getClassMetadata().getClassName().startsWith("io.huhang.web.");
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
