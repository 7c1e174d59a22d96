package io.huhang.process;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.Lists;
import io.huhang.PassedCases;
import io.huhang.Visitor;
import io.huhang.approval.PaperApprovals;
import io.huhang.approval.PartnerOpinion;
import io.huhang.approval.Way;
import io.huhang.attachment.Attachments;
import io.huhang.attachment.SampleFiles;
import io.huhang.campaign.RefusedException;
import io.huhang.draft.Drafts;
import io.huhang.organization.Authorities;
import io.huhang.organization.Levels;
import io.huhang.organization.Merging;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.recommendation.Approval;
import io.huhang.recommendation.Dispatches;
import io.huhang.recommendation.ListApprovals;
import io.huhang.recommendation.ListDecisions;
import io.huhang.recommendation.ListDecisions.Step;
import io.huhang.recommendation.ListPapers;
import io.huhang.recommendation.ListSealing;
import io.huhang.recommendation.PartnerReviews;
import io.huhang.recommendation.RankedLists;
import io.huhang.recommendation.Recommendations;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@HuhangTest
@DisplayName("联合推荐的会签：合并层级、线下签批、截止时正在会签、签发、用印，两个单位同时发起（通知二（二）、二（三））")
class JointDeadlineTests {

	private static final String NUMBER = "HH2024-TJ-330000-joint";

	private static final String PARTNER = "330000-ca";

	private static final Person OFFICER = partner("late-officer", "申样例", Role.OFFICER);

	private static final Person HEAD = partner("late-head", "戌样例", Role.HEAD);

	private static final Person LEADER = partner("late-leader", "酉样例", Role.LEADER);

	@LocalServerPort
	private int port;

	private final Cases cases;

	private final Lists lists;

	private final ProcessEngine engine;

	private final Drafts drafts;

	private final Attachments attachments;

	private final Recommendations recommendations;

	private final RankedLists ranked;

	private final ListDecisions decisions;

	private final PaperApprovals papers;

	private final Dispatches dispatches;

	private final Authorities authorities;

	private final Levels levels;

	private final Staff staff;

	private final Accounts accounts;

	private final JdbcClient database;

	JointDeadlineTests(Cases cases, ProcessEngine engine, Drafts drafts, Attachments attachments,
			Recommendations recommendations, RankedLists ranked, ListDecisions decisions, PaperApprovals papers,
			Dispatches dispatches, Authorities authorities, Levels levels, Staff staff, Accounts accounts,
			JdbcClient database) {
		this.cases = cases;
		this.lists = new Lists(cases, engine, drafts, attachments, database);
		this.engine = engine;
		this.drafts = drafts;
		this.attachments = attachments;
		this.recommendations = recommendations;
		this.ranked = ranked;
		this.decisions = decisions;
		this.papers = papers;
		this.dispatches = dispatches;
		this.authorities = authorities;
		this.levels = levels;
		this.staff = staff;
		this.accounts = accounts;
		this.database = database;
	}

	@BeforeEach
	void passACase() {
		if (this.engine.getIdentityService().createUserQuery().userId(OFFICER.id()).count() == 0) {
			List.of(OFFICER, HEAD, LEADER).forEach(person -> this.accounts.create(person, Cast.PASSWORD));
			PassedCases passed = new PassedCases(this.database, this.drafts);
			passed.add(Cast.AUTHORITY, 1, 1);
			passed.add(PARTNER, 11, 1);
		}
	}

	@AfterEach
	void end() {
		this.cases.endAll();
		for (String table : List.of("recommendation_decision", "approval_paper", "recommendation_reopening",
				"recommendation_list", "recommendation_member", "recommendation", "organization_levels")) {
			this.database.sql("delete from " + table).update();
		}
		this.database.sql("delete from draft_form where subject = :number").param("number", NUMBER).update();
	}

	@Test
	@DisplayName("截止时正在会签、签发、用印：任务撤回，逾期的办理看不到任务；版次、会签和用印草稿都在，重新开放后接着办")
	void losesNothingAtTheDeadline() {
		this.levels.merge(PARTNER, Merging.HEAD_LEADER, HEAD.id());
		start();
		toConsent();
		String consent = this.cases.task(NUMBER).getId();
		expire();
		assertThat(status(HEAD, "/api/tasks/" + consent + "/opinion")).isEqualTo(404);
		assertThat(this.ranked.latest(NUMBER).version()).isEqualTo(1);

		reopen();
		toConsent();
		consent(HEAD);
		assertThat(this.cases.task(NUMBER).getTaskDefinitionKey()).isEqualTo("approveRecommendation");
		String approval = this.cases.task(NUMBER).getId();
		expire();
		assertThat(status(Cast.LEADER, "/api/tasks/" + approval + "/approval")).isEqualTo(404);
		assertThat(this.decisions.of(NUMBER)).filteredOn(decision -> decision.step() == Step.CONSENT)
			.extracting(ListDecisions.ListDecision::version)
			.containsExactly(2);

		reopen();
		toConsent();
		consent(LEADER);
		this.drafts.save(NUMBER, ListApprovals.form(3, Way.ONLINE), 0, new Approval("PASS", "", "", "", ""),
				Cast.LEADER.id());
		this.lists.complete(NUMBER, Cast.LEADER);
		this.lists.runJobs(NUMBER);
		String sealing = this.cases.task(NUMBER).getId();
		this.drafts.save(NUMBER, Dispatches.form(3), 0,
				new ListSealing("", "", "true", "true", "2", List.of(), "机要交换", "", "", List.of()), Cast.OFFICER.id());
		expire();

		assertThat(status(Cast.OFFICER, "/api/tasks/" + sealing + "/list-sealing")).isEqualTo(404);
		assertThat(this.dispatches.sealing(NUMBER).carrier()).isEqualTo("机要交换");
		assertThat(this.ranked.find(NUMBER, 1)).isPresent();
		assertThat(this.recommendations.get(NUMBER).live()).isTrue();
	}

	@Test
	@DisplayName("线下会签：经办人按签报登记签批人、日期和扫描件；提过会签意见的人、登记人本人不能作签批人；扫描件只有会签单位可以打开")
	void recordsAConsentGivenOnPaper() {
		start();
		toConsent();
		Visitor officer = Visitor.of(OFFICER, this.port);
		Task task = this.cases.task(NUMBER);
		assertThat(officer.open("/api/tasks/" + task.getId() + "/opinion").body()).contains("\"signers\":[\"酉样例\"]",
				"/signing-sheet");
		assertThat(Visitor.of(LEADER, this.port).open("/api/tasks/" + task.getId() + "/opinion").body())
			.contains("\"paper\":null");
		paper("申样例", "");
		assertThat(officer.post("/api/tasks/" + task.getId() + "/opinion/check", "{}").body())
			.contains("请上传领导签批后的签报扫描件", "签批人不能是登记人本人", "请勾选同意第1版名单");

		paper("酉样例", this.ranked.latest(NUMBER).fingerprint());
		this.attachments.add(NUMBER, ListPapers.slot(Step.CONSENT, 1), "签报.pdf",
				new ByteArrayInputStream(SampleFiles.pdf(1)), OFFICER.id());
		this.lists.complete(NUMBER, OFFICER);

		assertThat(this.cases.task(NUMBER).getTaskDefinitionKey()).isEqualTo("approveRecommendation");
		assertThat(this.papers.find(task.getId()).orElseThrow().signerRole()).isEqualTo(Role.LEADER);
		assertThat(officer.open("/recommendations/" + NUMBER).body()).contains("会签：同意",
				"酉样例　局领导（线下签批，2024年11月11日，由申样例登记", "线下会签的签报扫描件：签报.pdf");
		String scan = this.attachments.of(NUMBER, ListPapers.slot(Step.CONSENT, 1)).get(0).id().toString();
		for (Person lead : List.of(Cast.OFFICER, Cast.LEADER)) {
			assertThat(status(lead, "/files/" + scan)).as(lead.id()).isEqualTo(404);
			assertThat(Visitor.of(lead, this.port).open("/recommendations/" + NUMBER).body()).contains("线下签批")
				.doesNotContain(scan);
		}
		assertThat(status(LEADER, "/files/" + scan)).isEqualTo(200);
		assertThat(Visitor.of(LEADER, this.port).open("/recommendations/" + NUMBER).body()).contains(scan);
	}

	@Test
	@DisplayName("会签期间对方最后一名经办人或者局领导不能停用，会签总有人办")
	void keepsSomebodyWhoConsents() {
		start();
		toConsent();

		for (Person last : List.of(OFFICER, LEADER)) {
			assertThatExceptionOfType(RefusedException.class)
				.isThrownBy(() -> this.staff.deactivate(last.id(), HEAD.id()));
		}
		assertThat(this.cases.task(NUMBER).getTaskDefinitionKey()).isEqualTo("consentRanking");
	}

	@Test
	@DisplayName("两个单位同一时刻发起联合推荐：只成一份，另一方得到明白的说明")
	void letsOnlyOneOfTwoOpenTheJointAct() throws Exception {
		ExecutorService both = Executors.newFixedThreadPool(2);
		try {
			List<Callable<String>> openings = List.of(() -> open(Cast.AUTHORITY, Cast.OFFICER),
					() -> open(PARTNER, OFFICER));
			List<String> answers = new ArrayList<>();
			for (Future<String> answer : both.invokeAll(openings)) {
				answers.add(answer.get());
			}

			assertThat(answers).filteredOn(NUMBER::equals).hasSize(1);
			assertThat(answers).filteredOn(answer -> !answer.equals(NUMBER))
				.singleElement()
				.asString()
				.containsAnyOf("推荐工作刚刚由另一窗口或联合推荐单位启动", "排序由牵头单位办理", "不能再联合推荐");
			assertThat(this.recommendations.all()).hasSize(1);
		}
		finally {
			both.shutdownNow();
		}
	}

	private String open(String authority, Person officer) {
		try {
			return this.recommendations.open(this.authorities.get(authority), true, officer.id()).number();
		}
		catch (RefusedException ex) {
			return ex.getMessage();
		}
	}

	private void start() {
		this.cases.as(Cast.OFFICER, () -> this.engine.getRuntimeService()
			.startProcessInstanceByKey(CaseRecommendationProcess.KEY, Map.of("mode", "JOINT")));
	}

	private void toConsent() {
		this.lists.complete(NUMBER, Cast.OFFICER);
		this.lists.decide(NUMBER, Cast.HEAD, "PASS");
		this.lists.complete(NUMBER, OFFICER);
	}

	private void consent(Person person) {
		int version = this.ranked.latest(NUMBER).version();
		this.drafts.save(NUMBER, PartnerReviews.form(PartnerReviews.CONSENT, version, Way.ONLINE), 0,
				new PartnerOpinion("PASS", "", this.ranked.latest(NUMBER).fingerprint(), "", ""), person.id());
		this.lists.complete(NUMBER, person);
	}

	private void paper(String signer, String fingerprint) {
		String form = PartnerReviews.form(PartnerReviews.CONSENT, 1, Way.PAPER);
		this.drafts.save(NUMBER, form, this.drafts.find(NUMBER, form).map(found -> found.version()).orElse(0),
				new PartnerOpinion("PASS", "", fingerprint, signer, "2024-11-11"), OFFICER.id());
	}

	// As the engine does when the date has come.
	private void expire() {
		this.engine.getManagementService()
			.createJobQuery()
			.activityId("reportingClosed")
			.list()
			.forEach(job -> this.engine.getManagementService().executeJob(job.getId()));
		this.lists.runJobs(NUMBER);
		assertThat(this.cases.task(NUMBER).getTaskDefinitionKey()).isEqualTo("decideReopening");
	}

	private void reopen() {
		Task task = this.cases.task(NUMBER);
		this.lists.claim(task, Cast.MIIT_HEAD);
		int day = 15 + this.ranked.latest(NUMBER).version();
		this.cases.as(Cast.MIIT_HEAD,
				() -> this.engine.getFormService()
					.submitTaskForm(task.getId(),
							Map.of("decision", "REOPEN", "closing", "2024-11-" + day, "reason", "同意延期。")));
	}

	private int status(Person person, String path) {
		return Visitor.of(person, this.port).open(path).statusCode();
	}

	private static Person partner(String id, String name, Role role) {
		return new Person(id, name, id + "@example.cn", "13900000000", role, PARTNER);
	}

}
