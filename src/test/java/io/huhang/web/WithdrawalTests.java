package io.huhang.web;

import java.util.List;
import java.util.Map;

import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.Lists;
import io.huhang.Mailbox;
import io.huhang.Visitor;
import io.huhang.application.CaseApplications;
import io.huhang.application.Revision;
import io.huhang.application.Revisions;
import io.huhang.approval.Way;
import io.huhang.attachment.Attachments;
import io.huhang.campaign.Problem;
import io.huhang.draft.Drafts;
import io.huhang.organization.Person;
import io.huhang.process.CaseRecommendationProcess;
import io.huhang.recommendation.Approval;
import io.huhang.recommendation.Dispatches;
import io.huhang.recommendation.ListApprovals;
import io.huhang.recommendation.ListSealing;
import io.huhang.recommendation.RankingDrafts;
import io.huhang.recommendation.RequestedWithdrawals;
import io.huhang.recommendation.WithdrawalRequest.State;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
@DisplayName("撤回：主管部门作出决定前由联系人确认，编号不再办理（通知二（一））")
class WithdrawalTests {

	private static final Map<String, String> CONFIRMED = Map.of("confirmed", "true", "reason", "改由通信管理局受理。");

	private static final Map<String, String> REASON = Map.of("reason", "产线改造推迟，成效未达预期。");

	@LocalServerPort
	private int port;

	private final Cases cases;

	private final Lists lists;

	private final ProcessEngine engine;

	private final Drafts drafts;

	private final Dispatches dispatches;

	private final RequestedWithdrawals withdrawals;

	private final CaseApplications applications;

	private final Mailbox mailbox;

	private final RankingDrafts rankings;

	private final Revisions revisions;

	private final JdbcClient database;

	WithdrawalTests(Cases cases, ProcessEngine engine, Drafts drafts, Attachments attachments, Dispatches dispatches,
			RequestedWithdrawals withdrawals, CaseApplications applications, Mailbox mailbox, RankingDrafts rankings,
			Revisions revisions, JdbcClient database) {
		this.cases = cases;
		this.lists = new Lists(cases, engine, drafts, attachments, database);
		this.engine = engine;
		this.drafts = drafts;
		this.dispatches = dispatches;
		this.withdrawals = withdrawals;
		this.applications = applications;
		this.mailbox = mailbox;
		this.rankings = rankings;
		this.revisions = revisions;
		this.database = database;
	}

	@AfterEach
	void end() {
		this.lists.endAll();
	}

	@Test
	@DisplayName("审核中撤回：任务没有了，经办人收到信，编号关闭，可以重新发起并取得新编号")
	void withdrawsAFiledCase() {
		String number = this.lists.file();
		Visitor applicant = Visitor.of(Cast.APPLICANT_A, this.port);

		assertThat(applicant.get(path(number)).body()).contains("撤回后，<strong>%s</strong>".formatted(number),
				"action=\"%s\"".formatted(path(number)));
		Revision revision = this.revisions.latest(number).orElseThrow();
		String verification = "/verify/%s/1/%s".formatted(number, revision.shortFingerprint());
		assertThat(applicant.open(verification).body()).contains("一致").doesNotContain("已办结");
		assertThat(applicant.submit(path(number), CONFIRMED).statusCode()).isEqualTo(302);

		assertThat(this.cases.task(number)).isNull();
		assertThat(running(number)).isZero();
		assertThat(this.mailbox.newest(Cast.OFFICER.email())).contains("已撤回", "改由通信管理局受理。");
		assertThat(applicant.open("/cases/" + number).body()).contains("撤回本申报，编号不再办理。理由：改由通信管理局受理。", "已撤回");
		assertThat(applicant.open(verification).body()).contains("一致", "本申报已办结（已撤回），该页不再作为申报材料使用。")
			.doesNotContain("改由通信管理局受理。");
		assertThat(this.applications.get(number).live()).isFalse();
		assertThat(this.cases.begin(Cast.APPLICANT_A)).isNotEqualTo(number);
	}

	@Test
	@DisplayName("没有确认的不撤回；撤回两次，第二次说明已办结")
	void asksForAConfirmation() {
		String number = this.cases.begin(Cast.APPLICANT_A);
		Visitor applicant = Visitor.of(Cast.APPLICANT_A, this.port);
		applicant.get(path(number));

		assertThat(applicant.submit(path(number), Map.of("reason", "")).body()).contains("请确认撤回：撤回后本编号不再办理，不能恢复。");
		assertThat(running(number)).isEqualTo(1);
		assertThat(applicant.submit(path(number), CONFIRMED).statusCode()).isEqualTo(302);
		assertThat(applicant.submit(path(number), CONFIRMED).statusCode()).isEqualTo(422);
	}

	@Test
	@DisplayName("复核同意后不能自行撤回")
	void refusesAfterTheDecision() {
		String number = this.lists.file();
		this.lists.decide(number, Cast.OFFICER, "PASS");
		this.lists.decide(number, Cast.HEAD, "PASS");
		Visitor applicant = Visitor.of(Cast.APPLICANT_A, this.port);
		applicant.get(path(number));

		assertThat(applicant.submit(path(number), CONFIRMED).body()).contains("本申报已由主管部门作出决定或已办结，不能自行撤回");
		assertThat(running(number)).isEqualTo(1);
	}

	@Test
	@DisplayName("决定后申请撤回，处室负责人同意：案例已撤回，已排定的名单退回排序且不再有该案例，双方都收到信")
	void withdrawsADecidedCaseOnRequest() {
		this.lists.atApproval();
		String number = this.applications.live(Cast.APPLICANT_A.organization()).orElseThrow().number();
		Visitor applicant = Visitor.of(Cast.APPLICANT_A, this.port);
		assertThat(applicant.get("/cases/" + number).body()).contains(request(number)).doesNotContain("撤回申报</a>");
		assertThat(applicant.submit(request(number), REASON).statusCode()).isEqualTo(302);
		assertThat(this.mailbox.newest(Cast.OFFICER.email())).contains("申请撤回", "产线改造推迟，成效未达预期。");
		Visitor head = Visitor.of(Cast.HEAD, this.port);
		assertThat(head.get("/cases/" + number).body()).contains(answer(number), "申报单位已申请撤回");
		assertThat(head.get(answer(number)).body()).contains("产线改造推迟，成效未达预期。");
		assertThat(head.get("/").body()).contains("待答复的撤回申请", answer(number));

		assertThat(head.submit(answer(number), Map.of("decision", "GRANT", "answer", "")).statusCode()).isEqualTo(302);

		assertThat(head.get("/").body()).doesNotContain("待答复的撤回申请");
		assertThat(running(number)).isZero();
		assertThat(this.applications.get(number).live()).isFalse();
		assertThat(head.get("/cases/" + number).body()).contains("撤回本申报，编号不再办理。", "已撤回");
		assertThat(this.cases.task(Lists.NUMBER).getTaskDefinitionKey()).isEqualTo("rankCases");
		assertThat(this.rankings.open(Lists.NUMBER).ranking().entries()).isEmpty();
		assertThat(this.mailbox.newest(Cast.APPLICANT_A.email())).contains("已同意贵单位的撤回申请");
		assertThat(this.mailbox.newest(Cast.OFFICER.email())).contains("推荐名单不再包含该案例", Lists.NUMBER);
		assertThat(head.submit(answer(number), Map.of("decision", "GRANT")).statusCode()).isEqualTo(422);
	}

	@Test
	@DisplayName("正在排序的名单不受影响，只是不再有该案例；审核的经办人也可以同意")
	void leavesAListThatIsBeingRankedWhereItIs() {
		String number = decided();
		this.cases.as(Cast.OFFICER,
				() -> this.engine.getRuntimeService().startProcessInstanceByKey(CaseRecommendationProcess.KEY));
		String ranking = this.cases.task(Lists.NUMBER).getId();
		ask(number);

		Visitor officer = Visitor.of(Cast.OFFICER, this.port);
		officer.get("/");
		assertThat(officer.submit(answer(number), Map.of("decision", "GRANT")).statusCode()).isEqualTo(302);

		assertThat(this.cases.task(Lists.NUMBER).getId()).isEqualTo(ranking);
		assertThat(this.rankings.open(Lists.NUMBER).ranking().entries()).isEmpty();
	}

	@Test
	@DisplayName("不同意的写明理由：申报单位收到理由，申报继续办理，可以再次申请")
	void declinesWithAReason() {
		String number = decided();
		ask(number);
		Visitor head = Visitor.of(Cast.HEAD, this.port);
		head.get("/");

		assertThat(head.submit(answer(number), Map.of("decision", "DECLINE", "answer", "")).body())
			.contains("“不同意撤回的理由”请填写5至500个字。");
		assertThat(head.submit(answer(number), Map.of("answer", "名单已定。")).body()).contains("请选择同意撤回或不同意撤回。");
		assertThat(head.submit(answer(number), Map.of("decision", "DECLINE", "answer", "名单已经签发，不宜撤回。")).statusCode())
			.isEqualTo(302);

		assertThat(running(number)).isEqualTo(1);
		assertThat(this.mailbox.newest(Cast.APPLICANT_A.email())).contains("未同意贵单位的撤回申请", "名单已经签发，不宜撤回。");
		Visitor applicant = Visitor.of(Cast.APPLICANT_A, this.port);
		assertThat(applicant.get(request(number)).body()).contains("名单已经签发，不宜撤回。", "提交申请");
		assertThat(applicant.submit(request(number), REASON).statusCode()).isEqualTo(302);
	}

	@Test
	@DisplayName("没有理由、重复申请、尚可自行撤回、名单已报送的，不受理申请，说明原因")
	void refusesRequestsThatCannotBe() {
		String number = this.lists.file();
		Visitor applicant = Visitor.of(Cast.APPLICANT_A, this.port);
		applicant.get("/");
		assertThat(applicant.submit(request(number), REASON).body()).contains("仍可自行撤回，不能申请撤回");
		this.lists.decide(number, Cast.OFFICER, "PASS");
		this.lists.decide(number, Cast.HEAD, "PASS");

		assertThat(applicant.submit(request(number), Map.of("reason", "撤")).body()).contains("“申请撤回的理由”请填写5至500个字。");
		assertThat(applicant.submit(request(number), REASON).statusCode()).isEqualTo(302);
		assertThat(applicant.submit(request(number), REASON).body()).contains("撤回申请已经提交，请等待受理单位答复。");
		this.lists.rank();
		this.database
			.sql("insert into recommendation_dispatch (recommendation_number, version, content, dispatched_at,"
					+ " dispatched_by) values (:number, 1, '{}', current_timestamp, 'test-officer')")
			.param("number", Lists.NUMBER)
			.update();
		try {
			Visitor head = Visitor.of(Cast.HEAD, this.port);
			head.get("/");
			assertThat(head.submit(answer(number), Map.of("decision", "GRANT")).body()).contains("已报送部里");
			assertThat(running(number)).isEqualTo(1);
		}
		finally {
			this.database.sql("delete from recommendation_dispatch").update();
		}
	}

	@Test
	@DisplayName("撤回申请尚未答复：用印报送时在该案例封面处提示，核对确认后可以报送；另一份申请须重新确认")
	void asksAtTheSealAboutAnOpenRequest() {
		this.lists.atApproval();
		String number = this.applications.live(Cast.APPLICANT_A.organization()).orElseThrow().number();
		this.drafts.save(Lists.NUMBER, ListApprovals.form(1, Way.ONLINE), 0, new Approval("PASS", "", "", "", ""),
				Cast.LEADER.id());
		this.lists.complete(Lists.NUMBER, Cast.LEADER);
		assertThat(requestsAskedAbout()).isEmpty();

		ask(number);

		Problem asked = requestsAskedAbout().get(0);
		assertThat(asked.field()).isEqualTo("cover-" + number);
		assertThat(asked.text()).contains("申报单位已申请撤回，尚未答复。");
		confirm(0, List.of("withdrawal-%s-0".formatted(number)));
		assertThat(requestsAskedAbout()).containsExactly(asked);
		confirm(1, List.of(asked.confirmation()));
		assertThat(requestsAskedAbout()).isEmpty();
	}

	@Test
	@DisplayName("名单带着未答复的撤回申请寄出：申请随即答复，申报单位收到信；没有申请的案例不受影响")
	void answersARequestThatTheListHasOvertaken() {
		this.lists.atApproval();
		String number = this.applications.live(Cast.APPLICANT_A.organization()).orElseThrow().number();
		this.withdrawals.declineSent(Lists.NUMBER, Cast.OFFICER.id());
		assertThat(this.withdrawals.newest(number)).isEmpty();
		ask(number);

		this.withdrawals.declineSent(Lists.NUMBER, Cast.OFFICER.id());

		assertThat(this.withdrawals.newest(number).orElseThrow().state()).isEqualTo(State.DECLINED);
		assertThat(this.mailbox.newest(Cast.APPLICANT_A.email())).contains("未同意贵单位的撤回申请", "该案例随推荐名单一并报送");
	}

	private List<Problem> requestsAskedAbout() {
		return this.dispatches.check(Lists.NUMBER).stream().filter(problem -> problem.text().contains("申请撤回")).toList();
	}

	private void confirm(int version, List<String> confirmations) {
		this.drafts.save(Lists.NUMBER, Dispatches.form(1), version,
				new ListSealing("", "", "", "", "", List.of(), "", "", "", confirmations), Cast.OFFICER.id());
	}

	@Test
	@DisplayName("别的单位不能申请；没有审核该案例的人、别的主管部门和部里不能答复")
	void refusesEverybodyElseToAskOrAnswer() {
		String number = decided();
		ask(number);

		for (Person stranger : List.of(Cast.APPLICANT_A, Cast.APPLICANT_B, Cast.LEADER, Cast.FOREIGN_OFFICER,
				Cast.MIIT_OFFICER, Cast.COORDINATOR, Cast.AUDITOR)) {
			Visitor visitor = Visitor.of(stranger, this.port);
			assertThat(visitor.get("/").body()).as(stranger.id()).doesNotContain("待答复的撤回申请");
			assertThat(visitor.open(answer(number)).statusCode()).as(stranger.id()).isEqualTo(404);
			assertThat(visitor.submit(answer(number), Map.of("decision", "GRANT")).statusCode()).as(stranger.id())
				.isEqualTo(404);
		}
		for (Person stranger : List.of(Cast.APPLICANT_B, Cast.OFFICER, Cast.HEAD)) {
			Visitor visitor = Visitor.of(stranger, this.port);
			visitor.get("/");
			assertThat(visitor.submit(request(number), REASON).statusCode()).as(stranger.id()).isEqualTo(404);
		}
		assertThat(running(number)).isEqualTo(1);
	}

	private String decided() {
		String number = this.lists.file();
		this.lists.decide(number, Cast.OFFICER, "PASS");
		this.lists.decide(number, Cast.HEAD, "PASS");
		return number;
	}

	private void ask(String number) {
		Visitor applicant = Visitor.of(Cast.APPLICANT_A, this.port);
		applicant.get("/");
		assertThat(applicant.submit(request(number), REASON).statusCode()).isEqualTo(302);
	}

	private static String request(String number) {
		return path(number) + "/request";
	}

	private static String answer(String number) {
		return path(number) + "/answer";
	}

	@Test
	@DisplayName("别的单位、主管部门和部里都不能替申报单位撤回")
	void refusesEverybodyElse() {
		String number = this.cases.begin(Cast.APPLICANT_A);

		for (Person stranger : List.of(Cast.APPLICANT_B, Cast.OFFICER, Cast.HEAD, Cast.COORDINATOR)) {
			Visitor visitor = Visitor.of(stranger, this.port);
			visitor.get("/");
			assertThat(visitor.submit(path(number), CONFIRMED).statusCode()).as(stranger.id()).isEqualTo(404);
		}
		assertThat(running(number)).isEqualTo(1);
	}

	private static String path(String number) {
		return "/cases/" + number + "/withdrawal";
	}

	private long running(String number) {
		return this.engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(number).count();
	}

}
