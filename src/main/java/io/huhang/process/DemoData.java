package io.huhang.process;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import io.huhang.application.CaseForm;
import io.huhang.application.EvidencePlan;
import io.huhang.application.EvidenceSlots;
import io.huhang.application.Revisions;
import io.huhang.attachment.Attachments;
import io.huhang.campaign.Campaign;
import io.huhang.document.PdfDocuments;
import io.huhang.draft.Drafts;
import io.huhang.organization.Enterprise;
import io.huhang.organization.Enterprises;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Sample people and cases, in demo mode only. Enterprises, people and codes are invented.
 */
@Component
@Order(1)
@ConditionalOnProperty("huhang.demo.enabled")
class DemoData implements ApplicationRunner {

	/** The one password of every sample account. */
	static final String PASSWORD = "Huhang@2024";

	private static final Logger log = LoggerFactory.getLogger(DemoData.class);

	private static final String AUTHORITY = "330000-iit";

	private static final String PARTNER = "330000-ca";

	// A city with its own line in the plan: it applies as a region with the bureau's
	// consent (C15).
	private static final String CITY = "440300-iit";

	private static final List<Enterprise> ENTERPRISES = List.of(new Enterprise("91330100MA2HA1LN51", "浙江海澜智造有限公司"),
			new Enterprise("91330100MA2QJTX153", "杭州钱江通信有限公司"), new Enterprise("91330600MA2YX1KJ7U", "绍兴越溪科技有限公司"),
			new Enterprise("91330400MA2NH1WB06", "嘉兴南湖装备有限公司"));

	private static final List<Person> PEOPLE = List.of(
			new Person("hailan", "王海澜", "hailan@example.cn", "13800000001", Role.APPLICANT, ENTERPRISES.get(0).uscc()),
			new Person("qianjiang", "沈钱江", "qianjiang@example.cn", "13800000002", Role.APPLICANT,
					ENTERPRISES.get(1).uscc()),
			new Person("yuexi", "吴越溪", "yuexi@example.cn", "13800000003", Role.APPLICANT, ENTERPRISES.get(2).uscc()),
			new Person("nanhu", "朱南湖", "nanhu@example.cn", "13800000004", Role.APPLICANT, ENTERPRISES.get(3).uscc()),
			new Person("zj-jingban", "李敏", "zj-jingban@example.cn", "0571-87000001", Role.OFFICER, AUTHORITY),
			new Person("zj-jingban2", "钱宁", "zj-jingban2@example.cn", "0571-87000004", Role.OFFICER, AUTHORITY),
			new Person("zj-chuzhang", "陈刚", "zj-chuzhang@example.cn", "0571-87000002", Role.HEAD, AUTHORITY),
			new Person("zj-juzhang", "周岚", "zj-juzhang@example.cn", "0571-87000003", Role.LEADER, AUTHORITY),
			new Person("tg-jingban", "林涛", "tg-jingban@example.cn", "0571-86000001", Role.OFFICER, PARTNER),
			new Person("tg-chuzhang", "蒋文", "tg-chuzhang@example.cn", "0571-86000002", Role.HEAD, PARTNER),
			new Person("tg-juzhang", "方远", "tg-juzhang@example.cn", "0571-86000003", Role.LEADER, PARTNER),
			new Person("sz-jingban", "罗湖", "sz-jingban@example.cn", "0755-88100001", Role.OFFICER, CITY),
			new Person("sz-chuzhang", "梅林", "sz-chuzhang@example.cn", "0755-88100002", Role.HEAD, CITY),
			new Person("sz-juzhang", "沙河", "sz-juzhang@example.cn", "0755-88100003", Role.LEADER, CITY),
			new Person("bu-jingban", "赵平", "bu-jingban@example.cn", "010-68200001", Role.MIIT_OFFICER, ""),
			new Person("bu-chuzhang", "何清", "bu-chuzhang@example.cn", "010-68200002", Role.MIIT_HEAD, ""),
			new Person("xietiao", "孙协", "xietiao@example.cn", "010-62300001", Role.COORDINATOR, ""),
			new Person("shenji", "郑审", "shenji@example.cn", "010-62300003", Role.AUDITOR, ""),
			new Person("admin", "系统管理员", "admin@example.cn", "010-62300002", Role.ADMINISTRATOR, ""));

	private final Instant start;

	private final DemoClock clock;

	private final Accounts accounts;

	private final People people;

	private final Enterprises enterprises;

	private final Drafts drafts;

	private final Attachments attachments;

	private final PdfDocuments pdf;

	private final EvidenceSlots slots;

	private final Campaign campaign;

	private final IdentityService identity;

	private final RuntimeService runtime;

	private final TaskService tasks;

	DemoData(@Value("${huhang.demo.start}") OffsetDateTime start, DemoClock clock, Accounts accounts, People people,
			Enterprises enterprises, Drafts drafts, Attachments attachments, PdfDocuments pdf, EvidenceSlots slots,
			Campaign campaign, IdentityService identity, RuntimeService runtime, TaskService tasks) {
		this.start = start.toInstant();
		this.clock = clock;
		this.accounts = accounts;
		this.people = people;
		this.enterprises = enterprises;
		this.drafts = drafts;
		this.attachments = attachments;
		this.pdf = pdf;
		this.slots = slots;
		this.campaign = campaign;
		this.identity = identity;
		this.runtime = runtime;
		this.tasks = tasks;
	}

	/** The login names of sample accounts among these people. */
	static List<String> accounts(People people) {
		return PEOPLE.stream()
			// A site may well have an "admin" of its own.
			.filter(sample -> people.find(sample.id())
				.filter(found -> found.email().equals(sample.email()))
				.isPresent())
			.map(Person::id)
			.toList();
	}

	@Override
	public void run(ApplicationArguments arguments) {
		this.clock.beginAt(this.start);
		if (this.people.find("admin").isPresent()) {
			return;
		}
		ENTERPRISES.forEach(this.enterprises::add);
		PEOPLE.forEach(person -> this.accounts.create(person, PASSWORD));
		as("yuexi", () -> beginCase("yuexi", ENTERPRISES.get(2), "D1", "INDUSTRIAL", "三级", ""));
		as("nanhu", () -> handInForPreCheck(beginCase("nanhu", ENTERPRISES.get(3), "D3", "INDUSTRIAL", "", "true")));
		log.info("demo prepared people={} cases=2", PEOPLE.size());
	}

	private void as(String userId, Runnable work) {
		this.identity.setAuthentication(userId, this.people.get(userId).groups());
		try {
			work.run();
		}
		finally {
			this.identity.clearAuthentication();
		}
	}

	private String beginCase(String userId, Enterprise enterprise, String direction, String category, String level,
			String preCheck) {
		ProcessInstance instance = this.runtime.startProcessInstanceByKey(CaseApplicationProcess.KEY, Map
			.of("authority", AUTHORITY, "direction", direction, "privacyVersion", this.campaign.privacyVersion()));
		String number = instance.getBusinessKey();
		byte[] evidence = this.pdf.render("demo-evidence", Map.of("unitName", enterprise.name()));
		String file = this.attachments
			.add(number, Revisions.EVIDENCE, "证明材料（样例）.pdf", new ByteArrayInputStream(evidence), userId)
			.id()
			.toString();
		CaseForm form = form(userId, enterprise, direction, category, level, preCheck);
		this.drafts.save(number, Revisions.FORM, 0, form.with(EvidencePlan.of(file, this.slots.of(form, List.of()))),
				userId);
		return number;
	}

	private void handInForPreCheck(String number) {
		this.tasks.complete(this.tasks.createTaskQuery().processInstanceBusinessKey(number).singleResult().getId());
	}

	private CaseForm form(String userId, Enterprise enterprise, String direction, String category, String level,
			String preCheck) {
		Person contact = this.people.get(userId);
		return new CaseForm(enterprise.name().replace("有限公司", "") + "网络安全防护实践", "2024-11-11", enterprise.name(),
				enterprise.uscc(), "2010-06-18", "浙江省样例路1号", "5000", "PRIVATE", "", contact.name(), contact.phone(),
				"无", contact.email(), List.of(category), direction, level, "",
				"本单位为浙江省内制造企业，主营业务为智能装备研发与生产，已建成数字化车间，并将网络安全纳入生产管理。（样例文字）", "围绕申报方向建立网络安全管理制度和防护体系，按年度完成评估与整改。（样例文字）",
				"发现并消除风险12项，防护达标率提升至98%，形成可复制的经验做法。（样例文字）", contact.name(), "LEGAL_REPRESENTATIVE",
				"建立分级防护体系，闭环处置风险12项，形成可复制推广的做法。（样例）", "2024-01", "2024-10", "true", "true", "true", preCheck, List.of(),
				"", EvidencePlan.empty());
	}

}
