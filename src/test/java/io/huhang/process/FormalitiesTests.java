package io.huhang.process;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.Lists;
import io.huhang.Mailbox;
import io.huhang.PassedCases;
import io.huhang.attachment.Attachments;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.draft.Drafts;
import io.huhang.evaluation.Formalities;
import io.huhang.evaluation.Formality.Opinion;
import io.huhang.evaluation.Formality.Step;
import io.huhang.evaluation.LateAcceptances;
import io.huhang.evaluation.Reception;
import io.huhang.evaluation.ReceptionClosing;
import io.huhang.evaluation.Subject;
import io.huhang.evaluation.Subject.State;
import io.huhang.evaluation.Subjects;
import io.huhang.organization.Person;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;

@HuhangTest
@DisplayName("办结接收和形式审查（通知二（四），C24）")
class FormalitiesTests {

	private static final String FIRST = PassedCases.number(Cast.AUTHORITY, 1);

	private static final String REGION = "HH2024-DQ-330000-81";

	private static final OffsetDateTime NOW = OffsetDateTime.parse("2024-11-11T09:00:00+08:00");

	private static final String SECOND = PassedCases.number(Cast.AUTHORITY, 2);

	private final Cases cases;

	private final ProcessEngine engine;

	private final Drafts drafts;

	private final Reception reception;

	private final LateAcceptances acceptances;

	private final Subjects subjects;

	private final Formalities formalities;

	private final SelectionDesk desk;

	private final Campaign campaign;

	private final Mailbox mailbox;

	private final JdbcClient database;

	private final TransactionOperations transactions;

	private final Lists lists;

	private final PassedCases passed;

	FormalitiesTests(Cases cases, ProcessEngine engine, Drafts drafts, Attachments attachments, Reception reception,
			LateAcceptances acceptances, Subjects subjects, Formalities formalities, SelectionDesk desk,
			Campaign campaign, Mailbox mailbox, JdbcClient database, TransactionOperations transactions) {
		this.cases = cases;
		this.engine = engine;
		this.drafts = drafts;
		this.reception = reception;
		this.acceptances = acceptances;
		this.subjects = subjects;
		this.formalities = formalities;
		this.desk = desk;
		this.campaign = campaign;
		this.mailbox = mailbox;
		this.database = database;
		this.transactions = transactions;
		this.lists = new Lists(cases, engine, drafts, attachments, database);
		this.passed = new PassedCases(database, drafts);
	}

	@BeforeEach
	void begin() {
		this.passed.add(Cast.AUTHORITY, 1, 2);
		this.lists.atReceipt();
		this.transactions.executeWithoutResult(status -> this.desk.begin());
	}

	@AfterEach
	void end() {
		this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processDefinitionKey(SelectionProcess.KEY)
			.list()
			.forEach(instance -> this.engine.getRuntimeService()
				.deleteProcessInstance(instance.getId(), "the test is over"));
		this.lists.endAll();
		this.passed.removeAll();
		for (String table : List.of("evaluation_formality", "evaluation_subject", "evaluation_late_acceptance",
				"evaluation_reception", "region_receipt where region_number = '%s'".formatted(REGION),
				"region_dispatch where region_number = '%s'".formatted(REGION),
				"region_application where number = '%s'".formatted(REGION),
				"draft_form where subject = '2024-926' or subject like 'HH2024-AL-%-8___'")) {
			this.database.sql("delete from " + table).update();
		}
	}

	@Test
	@DisplayName("没有签收齐全的材料：不能办结，写明缺什么")
	void refusesToCloseWithNothingReceived() {
		assertThat(refusal(() -> complete(this.campaign.id(), Cast.MIIT_OFFICER))).extracting(Problem::text)
			.containsExactly("还没有签收齐全的材料，不能办结接收。",
					"尚未签收齐全：浙江省经济和信息化厅（HH2024-TJ-330000-iit，缺纸质材料、电子材料）。办结后须另行批准逾期接收才能进入评审，请核对后勾选确认。");
	}

	@Test
	@DisplayName("办结：签收齐全的案例逐件开始形式审查，活动的提醒到此为止；协调人看到案例名称、企业和方向")
	void takesInWhatIsComplete() {
		close();

		assertThat(this.subjects.all()).extracting(Subject::number).containsExactly(FIRST, SECOND);
		assertThat(this.subjects.get(FIRST).state()).isEqualTo(State.OPEN);
		assertThat(this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processDefinitionKey(CampaignProcess.KEY)
			.active()
			.count()).isZero();
		assertThat(task(FIRST).getName()).isEqualTo("准备形式审查 · 第1个样例案例 · 第1家样例企业 · 工业互联网安全分类分级");
		assertThat(groups(FIRST)).containsExactly("coordinator");
	}

	@Test
	@DisplayName("补正：推荐单位经办人收到信和任务，答复后回到审查；第二次补正被拒绝")
	void correctsOnce() {
		close();
		prepare(FIRST);

		decide(FIRST, Step.CHECK, new Opinion("CORRECT", "", "请补盖骑缝章。", Map.of()), Cast.MIIT_OFFICER);

		assertThat(groups(FIRST)).containsExactly("330000-iit-officer");
		assertThat(this.mailbox.newest(Cast.OFFICER.email())).contains("请补盖骑缝章。", "补正以一次为限");
		decide(FIRST, Step.CORRECT, new Opinion("", "", "已补盖。", Map.of()), Cast.OFFICER);
		assertThat(groups(FIRST)).containsExactly("miit-officer");
		draft(FIRST, Step.CHECK, new Opinion("CORRECT", "", "再补。", Map.of()));
		assertThat(refusal(() -> complete(EvaluationProcess.key(FIRST), Cast.MIIT_OFFICER))).extracting(Problem::text)
			.containsExactly("本件已经补正过一次，请选择通过或者不予受理。");
	}

	@Test
	@DisplayName("不予受理：处长退回的重新审查，同意的告知推荐单位和申报单位")
	void refusesWithTheHeadsAgreement() {
		close();
		refuse(FIRST);
		decide(FIRST, Step.CONFIRM, new Opinion("RETURN", "", "请再核实。", Map.of()), Cast.MIIT_HEAD);
		assertThat(task(FIRST).getTaskDefinitionKey()).isEqualTo("checkFormalities");

		decide(FIRST, Step.CHECK, refusing(), Cast.MIIT_OFFICER);
		decide(FIRST, Step.CONFIRM, new Opinion("PASS", "", "", Map.of()), Cast.MIIT_HEAD);
		run(FIRST);

		assertThat(this.subjects.get(FIRST).state()).isEqualTo(State.REFUSED);
		assertThat(this.mailbox.newest(Cast.OFFICER.email())).contains("用印不全或者与申报单位不一致。封面没有公章。");
		assertThat(this.mailbox.newest(Cast.APPLICANT_A.email())).contains("不予受理，不进入专家评审");
	}

	@Test
	@DisplayName("恢复：处长写明理由，重新从准备开始；没有不予受理的、全部评完的不能恢复")
	void reinstates() {
		close();
		refuse(FIRST);
		decide(FIRST, Step.CONFIRM, new Opinion("PASS", "", "", Map.of()), Cast.MIIT_HEAD);
		run(FIRST);

		assertThat(refusal(() -> this.desk.reinstate(SECOND, "理由足够长了。", Cast.MIIT_HEAD.id()))).extracting(Problem::text)
			.containsExactly("本件没有不予受理，不须恢复。");
		assertThat(refusal(() -> this.desk.reinstate(FIRST, "短", Cast.MIIT_HEAD.id()))).extracting(Problem::text)
			.containsExactly("恢复的理由请填写5至500个字。");
		this.desk.reinstate(FIRST, "补交的封面经核实有效。", Cast.MIIT_HEAD.id());

		assertThat(this.subjects.get(FIRST).round()).isEqualTo(2);
		assertThat(task(FIRST).getTaskDefinitionKey()).isEqualTo("prepareFormalities");
		assertThat(this.formalities.draft(FIRST, Step.PREPARE)).isEqualTo(Opinion.empty());
	}

	@Test
	@DisplayName("通过和不予受理都算完毕：最后一件完毕后遴选办结，此后不能恢复")
	void endsWithTheLastOne() {
		close();
		refuse(FIRST);
		decide(FIRST, Step.CONFIRM, new Opinion("PASS", "", "", Map.of()), Cast.MIIT_HEAD);
		run(FIRST);
		assertThat(selections()).isEqualTo(1);
		prepare(SECOND);
		decide(SECOND, Step.CHECK, new Opinion("PASS", "", "", Map.of()), Cast.MIIT_OFFICER);
		run(SECOND);

		assertThat(this.subjects.get(SECOND).state()).isEqualTo(State.PASSED);
		assertThat(selections()).isZero();
		assertThat(refusal(() -> this.desk.reinstate(FIRST, "补交的封面经核实有效。", Cast.MIIT_HEAD.id())))
			.extracting(Problem::text)
			.containsExactly("评审已经全部完成，不能再恢复。");
	}

	@Test
	@DisplayName("逾期接收：办结后才签收齐全的，经处长同意补入；未同意的不补入，同一份材料不重复提出")
	void acceptsLate() {
		sendRegion();
		close();
		assertThat(this.acceptances.candidates()).isEmpty();
		receive("region_receipt", "region_number", REGION);

		assertThat(refusal(() -> this.desk.proposeLate(REGION, "短", Cast.MIIT_OFFICER.id()))).extracting(Problem::field)
			.containsExactly("reason");
		this.desk.proposeLate(REGION, "邮件因大雪延误，邮戳为12月28日。", Cast.MIIT_OFFICER.id());
		assertThat(refusal(() -> this.desk.proposeLate(REGION, "邮件因大雪延误，邮戳为12月28日。", Cast.MIIT_OFFICER.id())))
			.extracting(Problem::text)
			.containsExactly("这份材料的逾期接收正在等待处长决定。");
		answerLate("REFUSE", "邮戳看不清。");
		assertThat(this.subjects.find(REGION)).isEmpty();
		this.desk.proposeLate(REGION, "已请邮政出具证明。", Cast.MIIT_OFFICER.id());
		answerLate("PASS", "");

		assertThat(this.subjects.get(REGION).state()).isEqualTo(State.OPEN);
		assertThat(task(REGION).getName()).startsWith("准备形式审查 · 成效突出地区申报 · 浙江省通信管理局");
	}

	// As rows alone: nobody filled it in.
	private void sendRegion() {
		this.database
			.sql("insert into region_application (number, campaign, authority, partner, direction, privacy_version,"
					+ " opened_by, opened_at) values (:number, '2024-926', '330000-ca', '', 'OVERALL', '2024-11',"
					+ " 'test-officer', :now)")
			.param("number", REGION)
			.param("now", NOW)
			.update();
		this.database
			.sql("insert into region_dispatch (region_number, revision, content, list_number, sealed_at, sealed_by,"
					+ " left_at) values (:number, 1, '{}', '', :now, 'test-officer', :now)")
			.param("number", REGION)
			.param("now", NOW)
			.update();
	}

	private void receive(String table, String column, String number) {
		for (String kind : List.of("PAPER", "ELECTRONIC")) {
			this.database.sql(
					"insert into %s (%s, kind, copies, remark, received_at, received_by) values (:number, :kind, 2, '',"
						.formatted(table, column) + " :now, 'test-miit')")
				.param("number", number)
				.param("kind", kind)
				.param("now", NOW)
				.update();
		}
	}

	private void answerLate(String decision, String reason) {
		Task task = this.engine.getTaskService()
			.createTaskQuery()
			.taskDefinitionKey("decideLateAcceptance")
			.singleResult();
		this.lists.claim(task, Cast.MIIT_HEAD);
		this.cases.as(Cast.MIIT_HEAD, () -> this.engine.getTaskService()
			.complete(task.getId(), Map.of("decision", decision, "reason", reason)));
		this.engine.getManagementService()
			.createJobQuery()
			.processDefinitionKey(SelectionProcess.KEY)
			.messages()
			.list()
			.forEach(job -> this.engine.getManagementService().executeJob(job.getId()));
	}

	private void close() {
		receive("recommendation_receipt", "recommendation_number", Lists.NUMBER);
		this.drafts.save(this.campaign.id(), Reception.FORM, 0, new ReceptionClosing("true", ""),
				Cast.MIIT_OFFICER.id());
		complete(this.campaign.id(), Cast.MIIT_OFFICER);
		run(SelectionProcess.KEY, this.campaign.id());
	}

	private void prepare(String number) {
		decide(number, Step.PREPARE, new Opinion("PASS", "", "", Map.of("paper", "齐全")), Cast.COORDINATOR);
	}

	private void refuse(String number) {
		prepare(number);
		decide(number, Step.CHECK, refusing(), Cast.MIIT_OFFICER);
	}

	private static Opinion refusing() {
		return new Opinion("REFUSE", "SEAL", "封面没有公章。", Map.of());
	}

	private void decide(String number, Step step, Opinion opinion, Person person) {
		draft(number, step, opinion);
		complete(EvaluationProcess.key(number), person);
	}

	private void draft(String number, Step step, Opinion opinion) {
		this.drafts.save(number, this.formalities.form(number, step), 0, opinion, Cast.COORDINATOR.id());
	}

	private void complete(String businessKey, Person person) {
		Task task = this.engine.getTaskService()
			.createTaskQuery()
			.processInstanceBusinessKey(businessKey)
			.singleResult();
		this.lists.claim(task, person);
		this.cases.as(person, () -> this.engine.getTaskService().complete(task.getId()));
	}

	private void run(String number) {
		run(EvaluationProcess.KEY, EvaluationProcess.key(number));
	}

	private void run(String process, String businessKey) {
		for (int round = 0; round < 5; round++) {
			this.engine.getRuntimeService()
				.createProcessInstanceQuery()
				.processDefinitionKey(process)
				.processInstanceBusinessKey(businessKey)
				.list()
				.stream()
				.flatMap(instance -> this.engine.getManagementService()
					.createJobQuery()
					.processInstanceId(instance.getId())
					.messages()
					.list()
					.stream())
				.forEach(job -> this.engine.getManagementService().executeJob(job.getId()));
		}
	}

	private Task task(String number) {
		return this.engine.getTaskService()
			.createTaskQuery()
			.processInstanceBusinessKey(EvaluationProcess.key(number))
			.singleResult();
	}

	private List<String> groups(String number) {
		return this.engine.getTaskService()
			.getIdentityLinksForTask(task(number).getId())
			.stream()
			.map(IdentityLink::getGroupId)
			.toList();
	}

	private long selections() {
		return this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processDefinitionKey(SelectionProcess.KEY)
			.count();
	}

	private static List<Problem> refusal(Runnable work) {
		Throwable thrown = Assertions.catchThrowable(work::run);
		return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
			.filter(RefusedException.class::isInstance)
			.map(RefusedException.class::cast)
			.findFirst()
			.orElseThrow(() -> new AssertionError("not refused", thrown))
			.problems();
	}

}
