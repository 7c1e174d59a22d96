package io.huhang.process;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.Lists;
import io.huhang.approval.PaperApproval;
import io.huhang.approval.PaperApprovals;
import io.huhang.approval.Verdict;
import io.huhang.approval.Way;
import io.huhang.attachment.Attachments;
import io.huhang.attachment.SampleFiles;
import io.huhang.attachment.StoredFile;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.draft.Drafts;
import io.huhang.organization.Levels;
import io.huhang.organization.Merging;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.recommendation.Approval;
import io.huhang.recommendation.ListApprovals;
import io.huhang.recommendation.ListDecisions;
import io.huhang.recommendation.ListDecisions.ListDecision;
import io.huhang.recommendation.ListDecisions.Step;
import io.huhang.recommendation.ListPapers;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@HuhangTest
@DisplayName("签发：领导在线签发，经办人登记线下签批")
class PaperApprovalTests {

	private static final String TODAY = "2024-11-11";

	private final Cases cases;

	private final ProcessEngine engine;

	private final Drafts drafts;

	private final Attachments attachments;

	private final ListDecisions decisions;

	private final PaperApprovals papers;

	private final Levels levels;

	private final JdbcClient database;

	private final Lists lists;

	PaperApprovalTests(Cases cases, ProcessEngine engine, Drafts drafts, Attachments attachments,
			ListDecisions decisions, PaperApprovals papers, Levels levels, JdbcClient database) {
		this.cases = cases;
		this.engine = engine;
		this.drafts = drafts;
		this.attachments = attachments;
		this.decisions = decisions;
		this.papers = papers;
		this.levels = levels;
		this.database = database;
		this.lists = new Lists(cases, engine, drafts, attachments, database);
	}

	@AfterEach
	void end() {
		this.lists.endAll();
	}

	@Test
	@DisplayName("领导在线签发：结论由本人作出，没有线下签批的记录")
	void leaderDecidesOnline() {
		int before = audited("paper.approve");
		Task task = this.lists.atApproval();
		draft(Way.ONLINE, new Approval("PASS", "", "", "", ""));

		this.lists.complete(Lists.NUMBER, Cast.LEADER);

		assertThat(lastDecision()).usingRecursiveComparison()
			.ignoringFields("decidedAt")
			.isEqualTo(
					new ListDecision(task.getId(), 1, Step.APPROVE, new Verdict("PASS", ""), Cast.LEADER.id(), null));
		assertThat(this.papers.find(task.getId())).isEmpty();
		assertThat(told(task.getId())).isEmpty();
		assertThat(audited("paper.approve")).isEqualTo(before);
	}

	@Test
	@DisplayName("经办人上传过签报扫描件、领导随后在线签发：扫描件移除，留审计记录，不作为签批依据")
	void takesAScanAwayThatNobodySigned() {
		this.lists.atApproval();
		StoredFile scan = scan(Lists.NUMBER, "签报.pdf", SampleFiles.pdf(1));
		draft(Way.ONLINE, new Approval("PASS", "", "", "", ""));

		this.lists.complete(Lists.NUMBER, Cast.LEADER);

		assertThat(this.attachments.of(Lists.NUMBER, ListPapers.slot(Step.APPROVE, 1))).isEmpty();
		assertThat(removals(scan)).containsExactly(Cast.LEADER.id());
	}

	@Test
	@DisplayName("经办人登记线下签批：签批人、日期、扫描件、登记人逐一入库，留审计记录")
	void officerRecordsPaper() {
		int before = audited("paper.approve");
		Task task = this.lists.atApproval();
		draft(Way.PAPER, new Approval("PASS", "", "", "周样例", TODAY));
		StoredFile scan = scan(Lists.NUMBER, "签报.pdf", SampleFiles.pdf(1));

		this.lists.complete(Lists.NUMBER, Cast.OFFICER);

		assertThat(this.papers.find(task.getId()).orElseThrow()).usingRecursiveComparison()
			.ignoringFields("recordedAt")
			.isEqualTo(
					new PaperApproval("周样例", Role.LEADER, LocalDate.parse(TODAY), scan.id(), Cast.OFFICER.id(), null));
		assertThat(lastDecision()).usingRecursiveComparison()
			.ignoringFields("decidedAt")
			.isEqualTo(
					new ListDecision(task.getId(), 1, Step.APPROVE, new Verdict("PASS", ""), Cast.OFFICER.id(), null));
		assertThat(audited("paper.approve")).isEqualTo(before + 1);
		assertThat(told(task.getId())).containsExactly(Cast.LEADER.email());
		assertThat(waitsFor()).isEmpty();
	}

	@Test
	@DisplayName("签报退回修改：名单回到经办人，下一版重新登记，上一版的填写和扫描件不沿用")
	void returnsThePaperAndBeginsAnew() {
		this.lists.atApproval();
		draft(Way.PAPER, new Approval("RETURN", "请把第二名调至第一。", "", "周样例", TODAY));
		scan(Lists.NUMBER, "签报.pdf", SampleFiles.pdf(1));

		this.lists.complete(Lists.NUMBER, Cast.OFFICER);

		assertThat(lastDecision().verdict()).isEqualTo(new Verdict("RETURN", "请把第二名调至第一。"));
		assertThat(waitsFor()).isEqualTo("rankCases");
		this.lists.complete(Lists.NUMBER, Cast.OFFICER);
		this.lists.decide(Lists.NUMBER, Cast.HEAD, "PASS");
		assertThat(refusal(Cast.OFFICER)).extracting(Problem::field)
			.containsExactly("approvalScan", "signer", "signedOn", "decision");
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "PASS,-,周样例,2024-11-12,signedOn,签批日期不能晚于今天（2024年11月11日）。",
			"PASS,-,周样例,2024-11-10,signedOn,签批日期不能早于名单报请签发的日期（2024年11月11日）。", "PASS,-,周样例,-,signedOn,请填写签报上的签批日期。",
			"PASS,-,周样例,11月11日,signedOn,签批日期“11月11日”不是有效日期，请按2024-12-31的格式填写。", "PASS,-,-,2024-11-11,signer,请填写签批人姓名。",
			"PASS,-,　,2024-11-11,signer,请填写签批人姓名。", "PASS,-,丙样例,2024-11-11,signer,签批人不能是登记人本人，请按签报上的签名填写。",
			"PASS,-,丁样例,2024-11-11,signer,“丁样例”已参与本名单的排序或者复核，签批人须是其他人，请按签报上的签名填写。",
			"RETURN,理由,丁　样 例,2024-11-11,signer,“丁　样 例”已参与本名单的排序或者复核，签批人须是其他人，请按签报上的签名填写。",
			"-,-,周样例,2024-11-11,decision,请选择处理结论。", "REFUSE,理由,周样例,2024-11-11,decision,请选择处理结论。",
			"RETURN,-,周样例,2024-11-11,reason,请填写理由，对方将看到这段文字。" })
	@DisplayName("登记不完整、日期不对、签批人是本人：在该项说明，任务仍在，不留记录")
	void refusesAWrongRecord(String decision, String reason, String signer, String signedOn, String field,
			String text) {
		Task task = this.lists.atApproval();
		draft(Way.PAPER, new Approval(decision, reason, "", signer, signedOn));
		scan(Lists.NUMBER, "签报.pdf", SampleFiles.pdf(1));

		assertThat(refusal(Cast.OFFICER)).containsExactly(new Problem(field, text, "系统规则"));
		assertThat(this.cases.task(Lists.NUMBER).getId()).isEqualTo(task.getId());
		assertThat(this.papers.find(task.getId())).isEmpty();
		assertThat(lastDecision().step()).isEqualTo(Step.REVIEW);
	}

	@Test
	@DisplayName("未合并层级：没有复核本名单的处室负责人也不能记为签批人")
	void refusesAHeadWhereNotMerged() {
		Task task = this.lists.atApproval();
		reviewedBySomebodyElse();
		draft(Way.PAPER, new Approval("PASS", "", "", Cast.HEAD.name(), TODAY));
		scan(Lists.NUMBER, "签报.pdf", SampleFiles.pdf(1));

		assertThat(refusal(Cast.OFFICER))
			.containsExactly(new Problem("signer", "“丁样例”是本单位的处室负责人，按目前的审核层级不能签发，签批人须是局领导，请按签报上的签名填写。", "系统规则"));
		assertThat(this.papers.find(task.getId())).isEmpty();
	}

	@Test
	@DisplayName("送签后合并层级：复核过本名单的处室负责人仍不能记为签批人")
	void refusesWhoReviewedTheListThoughMerged() {
		this.lists.atApproval();
		this.levels.merge(Cast.AUTHORITY, Merging.HEAD_LEADER, Cast.LEADER.id());
		draft(Way.PAPER, new Approval("PASS", "", "", Cast.HEAD.name(), TODAY));
		scan(Lists.NUMBER, "签报.pdf", SampleFiles.pdf(1));

		assertThat(refusal(Cast.OFFICER))
			.containsExactly(new Problem("signer", "“丁样例”已参与本名单的排序或者复核，签批人须是其他人，请按签报上的签名填写。", "系统规则"));
	}

	@Test
	@DisplayName("对照：送签后合并层级，没有复核本名单的处室负责人可以记为签批人")
	void takesAHeadWhoDidNotReviewTheListWhereMerged() {
		Task task = this.lists.atApproval();
		reviewedBySomebodyElse();
		this.levels.merge(Cast.AUTHORITY, Merging.HEAD_LEADER, Cast.LEADER.id());
		draft(Way.PAPER, new Approval("PASS", "", "", Cast.HEAD.name(), TODAY));
		scan(Lists.NUMBER, "签报.pdf", SampleFiles.pdf(1));

		this.lists.complete(Lists.NUMBER, Cast.OFFICER);

		assertThat(this.papers.find(task.getId()).orElseThrow().signerRole()).isEqualTo(Role.HEAD);
	}

	@Test
	@DisplayName("经办人直接办结，不登记签批：拒绝，领导的草稿也帮不上")
	void refusesAForgedCompletion() {
		Task task = this.lists.atApproval();
		draft(Way.ONLINE, new Approval("PASS", "", "", "", ""));

		assertThat(refusal(Cast.OFFICER)).extracting(Problem::field)
			.containsExactly("approvalScan", "signer", "signedOn", "decision");
		assertThat(this.cases.task(Lists.NUMBER).getId()).isEqualTo(task.getId());
	}

	@Test
	@DisplayName("表单没有声明的变量：拒绝，结论不能夹带")
	void refusesAnAnswerInVariables() {
		Task task = this.lists.atApproval();
		this.lists.claim(task, Cast.OFFICER);

		Throwable thrown = Assertions
			.catchThrowable(() -> this.cases.as(Cast.OFFICER, () -> this.engine.getFormService()
				.submitTaskForm(task.getId(), Map.of("decision", "PASS", "signer", "周样例"))));

		assertThat(thrown).isNotNull();
		assertThat(this.cases.task(Lists.NUMBER).getId()).isEqualTo(task.getId());
		assertThat(lastDecision().step()).isEqualTo(Step.REVIEW);
	}

	@Test
	@DisplayName("领导只在线签发：登记线下签批的草稿对领导无效")
	void leaderCannotRecordPaper() {
		this.lists.atApproval();
		draft(Way.PAPER, new Approval("PASS", "", "", "周样例", TODAY));
		scan(Lists.NUMBER, "签报.pdf", SampleFiles.pdf(1));

		assertThat(refusal(Cast.LEADER)).containsExactly(new Problem("decision", "请选择处理结论。", "通知二（二）"));
	}

	@Test
	@DisplayName("排序的人后来任局领导：不能签发自己排的名单")
	void nobodyApprovesTheListTheyRanked() {
		this.lists.atApproval();
		draft(Way.ONLINE, new Approval("PASS", "", "", "", ""));
		this.database.sql("update recommendation_list set frozen_by = :leader")
			.param("leader", Cast.LEADER.id())
			.update();

		assertThat(refusal(Cast.LEADER)).containsExactly(new Problem("decision", "本名单由您排序提交，须由其他人签发。", "系统规则"));
	}

	@Test
	@DisplayName("复核的人后来任局领导：不能签发自己复核的名单")
	void nobodyApprovesTheListTheyReviewed() {
		this.lists.atApproval();
		draft(Way.ONLINE, new Approval("PASS", "", "", "", ""));
		this.database.sql("update recommendation_decision set decided_by = :leader where step = 'REVIEW'")
			.param("leader", Cast.LEADER.id())
			.update();

		assertThat(refusal(Cast.LEADER)).containsExactly(new Problem("decision", "本名单由您复核，须由其他人签发。", "系统规则"));
	}

	@Test
	@DisplayName("别的单位的扫描件、别的版本的扫描件都不算")
	void takesNoForeignScan() {
		this.lists.atApproval();
		draft(Way.PAPER, new Approval("PASS", "", "", "周样例", TODAY));
		scan("HH2024-TJ-310000-iit", "签报.pdf", SampleFiles.pdf(1));
		this.attachments.add(Lists.NUMBER, ListPapers.slot(Step.APPROVE, 2), "签报.pdf",
				new ByteArrayInputStream(SampleFiles.pdf(1)), Cast.OFFICER.id());

		assertThat(refusal(Cast.OFFICER)).containsExactly(new Problem("approvalScan", "请上传领导签批后的签报扫描件。", "系统规则"));
	}

	@Test
	@DisplayName("对照：图片也可以作为扫描件")
	void takesAPicture() {
		Task task = this.lists.atApproval();
		draft(Way.PAPER, new Approval("PASS", "", "", Cast.LEADER.name(), TODAY));
		StoredFile scan = scan(Lists.NUMBER, "签报.png", SampleFiles.picture("png"));

		this.lists.complete(Lists.NUMBER, Cast.OFFICER);

		assertThat(this.papers.find(task.getId()).orElseThrow().scan()).isEqualTo(scan.id());
	}

	@Test
	@DisplayName("外单位的经办人即使被指派，也不能登记")
	void refusesAForeignOfficer() {
		Task task = this.lists.atApproval();
		this.engine.getTaskService().setAssignee(task.getId(), Cast.FOREIGN_OFFICER.id());

		assertThat(refusal(Cast.FOREIGN_OFFICER)).extracting(Problem::text).containsExactly("推荐名单由推荐单位的领导签发，其他人员不能办理。");
	}

	@Test
	@DisplayName("处室负责人与局领导合并：名单不经复核直接签发，处室负责人可以在线签发，纸面签批记明是谁")
	void headDecidesWhereMerged() {
		this.levels.merge(Cast.AUTHORITY, Merging.HEAD_LEADER, Cast.HEAD.id());
		String caseNumber = this.lists.file();
		this.lists.decide(caseNumber, Cast.OFFICER, "PASS");
		assertThat(offered(caseNumber)).containsExactlyInAnyOrder("330000-iit-head", "330000-iit-leader");
		this.lists.decide(caseNumber, Cast.LEADER, "PASS");
		this.lists.rank();
		assertThat(waitsFor()).isEqualTo("approveRecommendation");
		assertThat(offered(Lists.NUMBER)).containsExactlyInAnyOrder("330000-iit-officer", "330000-iit-head",
				"330000-iit-leader");
		String task = this.cases.task(Lists.NUMBER).getId();
		draft(Way.PAPER, new Approval("PASS", "", "", Cast.HEAD.name(), TODAY));
		scan(Lists.NUMBER, "签报.pdf", SampleFiles.pdf(1));

		this.lists.complete(Lists.NUMBER, Cast.OFFICER);

		assertThat(this.papers.find(task).orElseThrow().signerRole()).isEqualTo(Role.HEAD);
		assertThat(this.decisions.of(Lists.NUMBER)).extracting(ListDecision::step).containsExactly(Step.APPROVE);
	}

	@Test
	@DisplayName("经办人与处室负责人合并：审核通过即可推荐，名单直接报局领导")
	void officerPassesAloneWhereMerged() {
		this.levels.merge(Cast.AUTHORITY, Merging.OFFICER_HEAD, Cast.HEAD.id());
		String caseNumber = this.lists.file();

		this.lists.decide(caseNumber, Cast.OFFICER, "PASS");
		this.lists.rank();

		assertThat(this.cases.task(caseNumber)).isNull();
		assertThat(waitsFor()).isEqualTo("approveRecommendation");
		assertThat(offered(Lists.NUMBER)).containsExactlyInAnyOrder("330000-iit-officer", "330000-iit-leader");
		draft(Way.ONLINE, new Approval("PASS", "", "", "", ""));
		this.lists.complete(Lists.NUMBER, Cast.LEADER);
		assertThat(lastDecision().decidedBy()).isEqualTo(Cast.LEADER.id());
	}

	@Test
	@DisplayName("合并后又取消：此前已审核通过的案例仍可推荐，此后的案例须复核；正在复核的不提前列入名单")
	void aChangeTakesEffectForLaterTasks() {
		String waiting = this.lists.file();
		this.lists.decide(waiting, Cast.OFFICER, "PASS");
		this.levels.merge(Cast.AUTHORITY, Merging.OFFICER_HEAD, Cast.HEAD.id());

		assertThat(this.cases.task(waiting).getTaskDefinitionKey()).isEqualTo("reviewCase");
		Throwable tooEarly = Assertions.catchThrowable(this.lists::rank);
		assertThat(tooEarly).hasStackTraceContaining("目前没有审核通过、可以推荐的案例");
		this.lists.decide(waiting, Cast.HEAD, "RETURN");
		this.lists.decide(waiting, Cast.OFFICER, "PASS");
		this.levels.merge(Cast.AUTHORITY, Merging.NONE, Cast.HEAD.id());
		this.lists.rank();

		assertThat(waitsFor()).isEqualTo("reviewRanking");
	}

	private void reviewedBySomebodyElse() {
		this.database.sql("update recommendation_decision set decided_by = :other where step = 'REVIEW'")
			.param("other", Cast.FOREIGN_OFFICER.id())
			.update();
	}

	private void draft(Way way, Approval approval) {
		this.drafts.save(Lists.NUMBER, ListApprovals.form(1, way), 0, approval, Cast.OFFICER.id());
	}

	private StoredFile scan(String owner, String name, byte[] content) {
		return this.attachments.add(owner, ListPapers.slot(Step.APPROVE, 1), name, new ByteArrayInputStream(content),
				Cast.OFFICER.id());
	}

	private List<Problem> refusal(Person person) {
		Throwable thrown = Assertions.catchThrowable(() -> this.lists.complete(Lists.NUMBER, person));
		return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
			.filter(RefusedException.class::isInstance)
			.map(RefusedException.class::cast)
			.findFirst()
			.orElseThrow(() -> new AssertionError("not refused", thrown))
			.problems();
	}

	private ListDecision lastDecision() {
		List<ListDecision> all = this.decisions.of(Lists.NUMBER);
		return all.get(all.size() - 1);
	}

	private String waitsFor() {
		return Optional.ofNullable(this.cases.task(Lists.NUMBER)).map(Task::getTaskDefinitionKey).orElse("");
	}

	private List<String> offered(String number) {
		return this.engine.getTaskService()
			.getIdentityLinksForTask(this.cases.task(number).getId())
			.stream()
			.map(IdentityLink::getGroupId)
			.toList();
	}

	private List<String> told(String taskId) {
		return this.database
			.sql("select recipient_email from mail_letter where kind = 'recommendation-signed-on-paper'"
					+ " and step = :task order by recipient_email")
			.param("task", taskId)
			.query(String.class)
			.list();
	}

	private List<String> removals(StoredFile scan) {
		return this.database.sql("select actor from audit_entry where action = 'file.remove' and subject = :subject")
			.param("subject", Lists.NUMBER + "/" + scan.id())
			.query(String.class)
			.list();
	}

	private int audited(String action) {
		return this.database.sql("select count(*) from audit_entry where action = :action and subject = :subject")
			.param("action", action)
			.param("subject", Lists.NUMBER)
			.query(Integer.class)
			.single();
	}

}
