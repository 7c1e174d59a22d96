package io.huhang.bench;

import java.io.ByteArrayInputStream;
import java.util.Locale;
import java.util.Map;

import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.application.CaseForm;
import io.huhang.application.CaseForms;
import io.huhang.application.Filings;
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
import io.huhang.process.CaseApplicationProcess;
import io.huhang.recommendation.CaseChecks;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;

import org.springframework.context.ApplicationContext;

/** The journey through the product's services. */
final class ProductJourney implements Journey {

	private static final byte[] PICTURE = SampleFiles.picture("png");

	private static final byte[] SCAN = SampleFiles.pdf(2);

	private final ApplicationContext product;

	private final ProcessEngine engine;

	private final Office office;

	ProductJourney(ApplicationContext product) {
		this.product = product;
		this.engine = product.getBean(ProcessEngine.class);
		this.office = new Office(this.engine);
	}

	@Override
	public Person newcomer(int enterprise) {
		String code = CaseForms.code(enterprise);
		this.product.getBean(Enterprises.class).add(new Enterprise(code, "某示例企业"));
		Person person = new Person("bench-" + code, "丑样例", code.toLowerCase(Locale.ROOT) + "@example.cn", "13900000000",
				Role.APPLICANT, code);
		this.product.getBean(People.class).add(person, Standing.State.ACTIVE);
		this.product.getBean(Enterprises.class).appoint(code, person.id());
		return person;
	}

	@Override
	public Begun open(Person applicant) {
		this.engine.getIdentityService().setAuthentication(applicant.id(), applicant.groups());
		ProcessInstance instance = this.engine.getRuntimeService()
			.startProcessInstanceByKey(CaseApplicationProcess.KEY, Map.of("authority", Cast.AUTHORITY, "direction",
					"D1", "privacyVersion", this.product.getBean(Campaign.class).privacyVersion()));
		this.engine.getIdentityService().clearAuthentication();
		return new Begun(instance.getBusinessKey(), instance.getId(), applicant);
	}

	@Override
	public void upload(Begun begun) {
		add(begun, Revisions.EVIDENCE, "证明材料.png", PICTURE);
		add(begun, Filings.scanSlot(1), "盖章扫描件.pdf", SCAN);
	}

	@Override
	public void walk(Begun begun) {
		CaseForm form = CaseForms.aCase()
			.with("unifiedCode", begun.applicant().organization())
			.with("unitName", "某示例企业")
			.with("caseName", "分类分级实践" + begun.applicant().organization())
			.with("contactPhone", "0571-87654321")
			.with("preCheckWanted", "true")
			.provenBy(this.product.getBean(Attachments.class)
				.of(begun.number(), Revisions.EVIDENCE)
				.get(0)
				.id()
				.toString())
			.form();
		// Once: the row that the case needs, as the baseline's variables are written
		// once.
		save(begun, Revisions.FORM, 0, form);
		this.office.complete(begun, begun.applicant(), Map.of());
		this.office.decide(begun, Cast.OFFICER, "PASS");
		this.office.work(begun);
		save(begun, Filings.form(1), 0, Cases.sealing());
		this.office.complete(begun, begun.applicant(), Map.of());
		this.office.work(begun);
		save(begun, CaseChecks.form(CaseChecks.CHECK, 1), 0, Cases.scored());
		this.office.decide(begun, Cast.OFFICER, "PASS");
		this.office.decide(begun, Cast.HEAD, "PASS");
	}

	private void save(Begun begun, String form, int version, Object content) {
		this.product.getBean(Drafts.class).save(begun.number(), form, version, content, begun.applicant().id());
	}

	private void add(Begun begun, String slot, String name, byte[] content) {
		this.product.getBean(Attachments.class)
			.add(begun.number(), slot, name, new ByteArrayInputStream(content), begun.applicant().id());
	}

}
