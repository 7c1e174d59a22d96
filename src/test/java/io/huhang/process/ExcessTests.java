package io.huhang.process;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.Lists;
import io.huhang.Papers;
import io.huhang.PassedCases;
import io.huhang.application.CaseApplications;
import io.huhang.approval.Way;
import io.huhang.attachment.Attachments;
import io.huhang.campaign.Campaigns;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.draft.Drafts;
import io.huhang.mail.Letter;
import io.huhang.mail.Letters;
import io.huhang.organization.Person;
import io.huhang.paper.CountedPaper;
import io.huhang.paper.PaperSupplement;
import io.huhang.paper.PaperSupplements;
import io.huhang.recommendation.Approval;
import io.huhang.recommendation.CapRule;
import io.huhang.recommendation.ExcessOutcome;
import io.huhang.recommendation.Excesses.Consent;
import io.huhang.recommendation.Excesses.Reception;
import io.huhang.recommendation.Excesses;
import io.huhang.recommendation.ListApprovals;
import io.huhang.recommendation.ListPaper;
import io.huhang.recommendation.Opinion;
import io.huhang.recommendation.PaperRegistration;
import io.huhang.recommendation.Ranking.Entry;
import io.huhang.recommendation.Ranking;
import io.huhang.recommendation.RankingDrafts;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;

@HuhangTest
@DisplayName("原则上不超过20个：理由、领导同意、部里接收（通知二（二），C13）")
class ExcessTests {

	private final Cases cases;

	private final CaseApplications applications;

	private final ProcessEngine engine;

	private final Drafts drafts;

	private final CapRule rule;

	private final Excesses excesses;

	private final Letters letters;

	private final Progress progress;

	private final PaperSupplements supplements;

	private final Lists lists;

	private final PassedCases passed;

	private final Papers papers;

	ExcessTests(Cases cases, CaseApplications applications, ProcessEngine engine, Drafts drafts,
			Attachments attachments, CapRule rule, Excesses excesses, Letters letters, Progress progress,
			PaperRegistration registration, PaperSupplements supplements, JdbcClient database) {
		this.cases = cases;
		this.applications = applications;
		this.engine = engine;
		this.drafts = drafts;
		this.rule = rule;
		this.excesses = excesses;
		this.letters = letters;
		this.progress = progress;
		this.supplements = supplements;
		this.lists = new Lists(cases, engine, drafts, attachments, database);
		this.passed = new PassedCases(database, drafts);
		this.papers = new Papers(registration, drafts);
	}

	@AfterEach
	void end() {
		policy("SOFT");
		this.lists.endAll();
		this.passed.removeAll();
	}

	@Test
	@DisplayName("推荐21个没有超额说明：不能提交；推荐20个、备选1个的可以")
	void asksForAReasonAboveTheCap() {
		open(21);
		rank(0, 21, "");
		assertThat(refusal(() -> this.lists.complete(Lists.NUMBER, Cast.OFFICER)))
			.containsExactly(new Problem("excessReason", "推荐案例21个，原则上不超过20个，请填写超额说明。", "通知二（二）"));

		rank(1, 20, "");
		this.lists.complete(Lists.NUMBER, Cast.OFFICER);

		assertThat(this.cases.task(Lists.NUMBER).getTaskDefinitionKey()).isEqualTo("reviewRanking");
	}

	@Test
	@DisplayName("领导签发21个而没有另行同意超额：不能签发，任务仍在；勾选后签发，同意单独入库")
	void asksTheLeaderToConsent() {
		Task task = atApproval(21);
		approve(0, "PASS", "");
		assertThat(refusal(() -> this.lists.complete(Lists.NUMBER, Cast.LEADER)))
			.containsExactly(new Problem("excessConsent", "名单推荐案例21个，超过20个；同意超额推荐的，请另行勾选，不同意的，请退回修改。", "通知二（二）"));
		assertThat(this.excesses.consents(Lists.NUMBER, 1)).isEmpty();

		approve(1, "PASS", "true");
		this.lists.complete(Lists.NUMBER, Cast.LEADER);

		assertThat(this.excesses.consents(Lists.NUMBER, 1))
			.usingRecursiveFieldByFieldElementComparatorIgnoringFields("consentedAt")
			.containsExactly(new Consent(task.getId(), 21, 20, Cast.LEADER.id(), null));
	}

	@Test
	@DisplayName("退回21个的名单不须同意，也不留同意；改为20个后签发同样不须同意")
	void returnsWithoutAConsent() {
		atApproval(21);
		approve(0, "RETURN", "");
		this.lists.complete(Lists.NUMBER, Cast.LEADER);
		assertThat(this.cases.task(Lists.NUMBER).getTaskDefinitionKey()).isEqualTo("rankCases");

		rank(1, 20, "");
		this.lists.complete(Lists.NUMBER, Cast.OFFICER);
		this.lists.decide(Lists.NUMBER, Cast.HEAD, "PASS");
		this.drafts.save(Lists.NUMBER, ListApprovals.form(2, Way.ONLINE), 0, new Approval("PASS", "", "", "", ""),
				Cast.LEADER.id());
		this.lists.complete(Lists.NUMBER, Cast.LEADER);

		assertThat(this.excesses.consents(Lists.NUMBER, 1)).isEmpty();
		assertThat(this.excesses.consents(Lists.NUMBER, 2)).isEmpty();
	}

	@Test
	@DisplayName("线下签批21个：也要按签报登记同意超额")
	void asksForTheConsentOnPaperToo() {
		atApproval(21);
		this.drafts.save(Lists.NUMBER, ListApprovals.form(1, Way.PAPER), 0,
				new Approval("PASS", "", "", "周样例", "2024-11-11"), Cast.OFFICER.id());

		assertThat(refusal(() -> this.lists.complete(Lists.NUMBER, Cast.OFFICER))).extracting(Problem::field)
			.containsExactly("approvalScan", "excessConsent");
	}

	@Test
	@DisplayName("签发前名单上的案例撤回：不能签发，说明是哪个案例；退回后名单依次前移")
	void refusesToSignForAnEndedCase() {
		atApproval(3);
		this.passed.end(PassedCases.number(Cast.AUTHORITY, 2));
		approve(0, "PASS", "");
		assertThat(refusal(() -> this.lists.complete(Lists.NUMBER, Cast.LEADER)))
			.containsExactly(new Problem("decision", "名单中的“第2个样例案例”已撤回或者办结，不能签发，请退回经办人调整名单。", "通知二（二）"));

		approve(1, "RETURN", "");
		this.lists.complete(Lists.NUMBER, Cast.LEADER);

		assertThat(this.cases.task(Lists.NUMBER).getTaskDefinitionKey()).isEqualTo("rankCases");
	}

	@Test
	@DisplayName("SOFT，部里全部接收：21个案例都等待遴选，签收照常告知")
	void receivesAll() {
		Task paper = atReceipt(21);

		submit(paper, "ALL");

		assertThat(reception()).isEqualTo(new Reception(1, ExcessOutcome.ALL, 21, 20, Cast.MIIT_OFFICER.id(), null));
		assertThat(live()).isEqualTo(21);
		assertThat(this.progress.of(Lists.NUMBER)).isEqualTo("确认电子材料");
		assertThat(told(Cast.OFFICER)).containsExactly("paper-registered");
	}

	@Test
	@DisplayName("SOFT，部里只接收前20个：第21个结束于未予接收，去信不提名次，主管部门知道是哪一个")
	void receivesTheFirstTwenty() {
		Task paper = atReceipt(21);

		submit(paper, "CUT");

		assertCutAtTwenty();
	}

	@Test
	@DisplayName("只接收前20个，其中又有缺件：同一次登记里超过的不予接收、缺的去补齐，补齐后不再问超额")
	void cutsAndAsksForWhatIsMissingAtOnce() {
		Task paper = atReceipt(21);
		String third = PassedCases.number(Cast.AUTHORITY, 3);
		this.papers.draft(Lists.NUMBER, CountedPaper.MISSING, "CUT",
				count -> count.key().equals(third) ? Papers.lacking("1").apply(count) : count);

		submit(paper);

		assertThat(reception()).isEqualTo(new Reception(1, ExcessOutcome.CUT, 21, 20, Cast.MIIT_OFFICER.id(), null));
		assertThat(live()).isEqualTo(20);
		assertThat(this.progress.of(PassedCases.number(Cast.AUTHORITY, 21))).isEqualTo("未予接收");
		assertThat(this.progress.of(Lists.NUMBER)).contains("补齐纸质材料");
		assertThat(told(Cast.OFFICER)).containsExactlyInAnyOrder("paper-missing", "recommendation-excess-refused");

		supply();
		submit(this.lists.task("registerCasePaper"), "");

		assertThat(told(Cast.OFFICER)).containsExactlyInAnyOrder("paper-missing", "recommendation-excess-refused",
				"paper-registered");
		assertThat(live()).isEqualTo(20);
	}

	@Test
	@DisplayName("REJECT_EXCESS：只能接收前20个，其后的不予接收")
	void rejectsTheExcess() {
		policy("REJECT_EXCESS");
		Task paper = atReceipt(21);
		assertThat(refusal(() -> submit(paper, "ALL")))
			.containsExactly(new Problem("excess", "该名单推荐案例21个，上限20个，请选择“超过上限，只接收上限以内的案例”。", "通知二（二）"));
		assertThat(live()).isEqualTo(21);

		submit(paper, "CUT");

		assertCutAtTwenty();
	}

	@Test
	@DisplayName("REJECT_LIST：名单整体不予接收，推荐流程和每个案例都到此结束，各有去信")
	void rejectsTheList() {
		policy("REJECT_LIST");
		Task paper = atReceipt(21);

		this.papers.save(Lists.NUMBER, new ListPaper("", "REFUSE", "", List.of(), ""));
		submit(paper);

		assertThat(reception().outcome()).isEqualTo(ExcessOutcome.REFUSE);
		assertThat(live()).isZero();
		assertThat(this.progress.of(Lists.NUMBER)).isEqualTo("名单不予接收");
		assertThat(this.progress.of(PassedCases.number(Cast.AUTHORITY, 1))).isEqualTo("未予接收");
		assertThat(Stream.of(Cast.OFFICER, Cast.HEAD, Cast.LEADER).map(this::told).toList())
			.containsOnly(List.of("recommendation-list-refused"));
		assertThat(toApplicants()).hasSize(21);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "SOFT,21,-", "SOFT,21,NONE", "SOFT,21,REFUSE", "SOFT,21,all", "REJECT_EXCESS,21,REFUSE",
					"REJECT_LIST,21,CUT", "SOFT,20,CUT", "REJECT_LIST,20,REFUSE" })
	@DisplayName("本次遴选不允许的处理方式：说明可以选什么，不登记，不去信")
	void refusesAnotherAnswer(String policy, int count, String answer) {
		policy(policy);
		Task paper = atReceipt(count);

		assertThat(refusal(() -> submit(paper, answer))).extracting(Problem::field).containsExactly("excess");

		assertThat(this.excesses.reception(Lists.NUMBER)).isEmpty();
		assertThat(live()).isEqualTo(count);
		assertThat(told(Cast.OFFICER)).isEmpty();
		assertThat(this.progress.of(Lists.NUMBER)).contains("登记纸质材料");
	}

	@Test
	@DisplayName("对照：20个的名单在哪种规定下都照常接收")
	void receivesAListWithinTheCap() {
		policy("REJECT_LIST");
		Task paper = atReceipt(20);

		submit(paper, "");

		assertThat(this.excesses.reception(Lists.NUMBER)).isEmpty();
		assertThat(live()).isEqualTo(20);
		assertThat(told(Cast.OFFICER)).containsExactly("paper-registered");
	}

	private void assertCutAtTwenty() {
		assertThat(reception()).isEqualTo(new Reception(1, ExcessOutcome.CUT, 21, 20, Cast.MIIT_OFFICER.id(), null));
		assertThat(live()).isEqualTo(20);
		String last = PassedCases.number(Cast.AUTHORITY, 21);
		assertThat(this.progress.of(last)).isEqualTo("未予接收");
		assertThat(this.progress.of(PassedCases.number(Cast.AUTHORITY, 20))).isEqualTo("等待遴选");
		assertThat(told(Cast.LEADER)).containsExactly("recommendation-excess-refused");
		Letter letter = this.letters.latest(1, Optional.of(Cast.LEADER.email())).get(0);
		assertThat(letter.words()).contains(last).doesNotContain(PassedCases.number(Cast.AUTHORITY, 20));
		List<Letter> toApplicant = toApplicants();
		assertThat(toApplicant).extracting(Letter::kind).containsExactly("case-not-received");
		assertThat(toApplicant.get(0).words()).contains("数量超过通知的规定", "未予接收，没有进入评审").doesNotContain("20个", "名次", "序号");
	}

	private void open(int count) {
		this.passed.add(Cast.AUTHORITY, 1, count);
		this.cases.as(Cast.OFFICER,
				() -> this.engine.getRuntimeService().startProcessInstanceByKey(CaseRecommendationProcess.KEY));
	}

	private void rank(int version, int recommended, String excessReason) {
		List<Entry> entries = new ArrayList<>();
		for (int index = 1; index <= Math.max(recommended, 21); index++) {
			String number = PassedCases.number(Cast.AUTHORITY, index);
			if (this.applications.find(number).isPresent()) {
				entries.add(new Entry(number, (index <= recommended) ? Opinion.RECOMMEND : Opinion.RESERVE, "候补。"));
			}
		}
		this.drafts.save(Lists.NUMBER, RankingDrafts.FORM, version, new Ranking(entries, excessReason),
				Cast.OFFICER.id());
	}

	private Task atApproval(int count) {
		open(count);
		rank(0, count, (count > 20) ? "产业集聚，优秀案例多。" : "");
		this.lists.complete(Lists.NUMBER, Cast.OFFICER);
		this.lists.decide(Lists.NUMBER, Cast.HEAD, "PASS");
		return this.cases.task(Lists.NUMBER);
	}

	// A list that has left, and its cases waiting for the result, without the way there.
	private Task atReceipt(int count) {
		atApproval(count);
		ProcessInstance instance = this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processInstanceBusinessKey(Lists.NUMBER)
			.singleResult();
		this.engine.getRuntimeService()
			.createProcessInstanceModification(instance.getId())
			.startBeforeActivity("receiptsBegin")
			.cancelAllForActivity("preparation")
			.execute();
		for (int index = 1; index <= count; index++) {
			this.engine.getRuntimeService()
				.createProcessInstanceByKey(CaseApplicationProcess.KEY)
				.businessKey(PassedCases.number(Cast.AUTHORITY, index))
				.startBeforeActivity("resultAwaited")
				.execute();
		}
		return this.engine.getTaskService().createTaskQuery().taskDefinitionKey("registerCasePaper").singleResult();
	}

	private void approve(int version, String decision, String consent) {
		this.drafts.save(Lists.NUMBER, ListApprovals.form(1, Way.ONLINE), version,
				new Approval(decision, decision.equals("PASS") ? "" : "请调整。", consent, "", ""), Cast.LEADER.id());
	}

	private void supply() {
		this.drafts.save(Lists.NUMBER, this.supplements.form(Lists.NUMBER), 0,
				new PaperSupplement("机要交换", "ZJ20241111002", "2024-11-11", ""), Cast.OFFICER.id());
		Task task = this.lists.task("supplyPaper");
		this.lists.claim(task, Cast.OFFICER);
		this.cases.as(Cast.OFFICER, () -> this.engine.getTaskService().complete(task.getId()));
	}

	private void submit(Task task, String excess) {
		this.papers.complete(Lists.NUMBER, excess);
		submit(task);
	}

	private void submit(Task task) {
		this.lists.claim(task, Cast.MIIT_OFFICER);
		this.cases.as(Cast.MIIT_OFFICER, () -> this.engine.getTaskService().complete(task.getId()));
	}

	private Reception reception() {
		Reception found = this.excesses.reception(Lists.NUMBER).orElseThrow();
		return new Reception(found.version(), found.outcome(), found.recommended(), found.cap(), found.receivedBy(),
				null);
	}

	private long live() {
		return Stream.iterate(1, index -> index + 1)
			.limit(21)
			.flatMap(index -> this.applications.find(PassedCases.number(Cast.AUTHORITY, index)).stream())
			.filter(found -> found.live())
			.count();
	}

	private List<String> told(Person person) {
		return this.letters.latest(50, Optional.of(person.email()))
			.stream()
			.map(Letter::kind)
			.filter(kind -> kind.startsWith("recommendation-") || kind.startsWith("paper-"))
			.toList();
	}

	private List<Letter> toApplicants() {
		return this.letters.latest(200, Optional.of(Cast.APPLICANT_A.email()))
			.stream()
			.filter(letter -> letter.subjectNumber().startsWith("HH2024-AL-330000-8"))
			.toList();
	}

	// Another campaign would be another context, for the sake of one setting.
	private void policy(String policy) {
		ReflectionTestUtils.setField(this.rule, "campaign", Campaigns.with("cap-policy", policy));
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
