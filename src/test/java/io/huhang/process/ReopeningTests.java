package io.huhang.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.EachTestAsStarted;
import io.huhang.HuhangTest;
import io.huhang.Lists;
import io.huhang.Mailbox;
import io.huhang.application.CaseForms;
import io.huhang.Visitor;
import io.huhang.application.CaseApplications;
import io.huhang.attachment.Attachments;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.draft.Drafts;
import io.huhang.organization.Person;
import io.huhang.recommendation.ClosingDates;
import io.huhang.recommendation.Dispatches;
import io.huhang.recommendation.RankedLists;
import io.huhang.recommendation.Recommendations;
import io.huhang.recommendation.RequestedWithdrawals;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

@HuhangTest
@EachTestAsStarted
@DisplayName("逾期未报的名单由部里决定是否重新开放，其间案例不办结（通知二（三））")
class ReopeningTests {

	private static final Instant CLOSING = Instant.parse("2024-12-31T16:00:00Z");

	// Five working days after New Year's Day, itself a holiday.
	private static final Instant LIMIT = Instant.parse("2025-01-08T16:00:00Z");

	private static final String MISSED = "截至2024年12月31日24:00，受理单位的推荐材料尚未报送";

	@LocalServerPort
	private int port;

	private final Cases cases;

	private final Lists lists;

	private final ProcessEngine engine;

	private final CaseApplications applications;

	private final Recommendations recommendations;

	private final RankedLists ranked;

	private final Dispatches dispatches;

	private final ClosingDates closingDates;

	private final RequestedWithdrawals withdrawals;

	private final CaseWithdrawal withdrawal;

	private final Progress progress;

	private final Mailbox mailbox;

	private final DemoClock clock;

	private final JdbcClient database;

	private String caseNumber;

	ReopeningTests(Cases cases, ProcessEngine engine, Drafts drafts, Attachments attachments,
			CaseApplications applications, Recommendations recommendations, RankedLists ranked, Dispatches dispatches,
			ClosingDates closingDates, RequestedWithdrawals withdrawals, CaseWithdrawal withdrawal, Progress progress,
			Mailbox mailbox, DemoClock clock, JdbcClient database) {
		this.cases = cases;
		this.lists = new Lists(cases, engine, drafts, attachments, database);
		this.engine = engine;
		this.applications = applications;
		this.recommendations = recommendations;
		this.ranked = ranked;
		this.dispatches = dispatches;
		this.closingDates = closingDates;
		this.withdrawals = withdrawals;
		this.withdrawal = withdrawal;
		this.progress = progress;
		this.mailbox = mailbox;
		this.clock = clock;
		this.database = database;
	}

	@Test
	@DisplayName("逾期后案例仍在等待，页面如实说明；重新开放后从排序办起，草稿和版次延续，按新的时间提醒，可以推荐")
	void opensTheListAgain() {
		expire();
		assertThat(this.progress.of(Lists.NUMBER)).isEqualTo("是否重新开放");
		assertThat(this.progress.of(this.caseNumber)).isEqualTo("等待推荐");
		assertThat(this.applications.get(this.caseNumber).live()).isTrue();
		assertThat(page(Cast.APPLICANT_A)).contains(MISSED, "申报单位无需办理").doesNotContain("未推荐", "序号");
		assertThat(this.mailbox.kinds(Cast.MIIT_HEAD.email())).containsExactly("recommendation-reopening-asked");
		assertThat(Visitor.of(Cast.MIIT_HEAD, this.port).open("/recommendations/" + Lists.NUMBER).body())
			.contains("截止2024年12月31日24:00未寄出", "名单第1版已提交，推荐1个案例，尚未签发", "等待推荐的案例", "此前重新开放")
			.doesNotContain("推荐顺序");
		assertThat(this.mailbox.newest(Cast.HEAD.email())).contains("由部网络安全管理局在2025年1月8日24:00前决定");

		decide(Map.of("decision", "REOPEN", "closing", "2025-01-15", "reason", "因大雪道路封闭，同意延期。"));

		assertThat(this.closingDates.ofRecommendation(Lists.NUMBER)).isEqualTo(Instant.parse("2025-01-15T16:00:00Z"));
		assertThat(page(Cast.APPLICANT_A)).doesNotContain(MISSED);
		for (Person person : List.of(Cast.OFFICER, Cast.HEAD, Cast.LEADER)) {
			assertThat(this.mailbox.newest(person.email())).contains("新的报送截止时间为2025年1月15日24:00", "因大雪道路封闭");
		}
		for (Person reader : List.of(Cast.OFFICER, Cast.MIIT_HEAD)) {
			assertThat(Visitor.of(reader, this.port).open("/recommendations/" + Lists.NUMBER).body())
				.contains("报送截止：截止时未寄出，等待决定是否重新开放报送", "重新开放报送：重新开放，截止2025年1月15日24:00", "因大雪道路封闭，同意延期。");
		}
		assertThat(actions()).containsExactly("recommendation.overdue", "recommendation.reopen");
		this.lists.complete(Lists.NUMBER, Cast.OFFICER);
		assertThat(this.ranked.latest(Lists.NUMBER).version()).isEqualTo(2);
		this.clock.advanceTo(Instant.parse("2025-01-14T16:01:00Z"));
		runDueJobs();
		assertThat(this.mailbox.newest(Cast.OFFICER.email())).contains("2025年1月15日24:00");
		assertThat(this.mailbox.kinds(Cast.OFFICER.email())).contains("deadline-reminder");
		this.lists.decide(Lists.NUMBER, Cast.HEAD, "PASS");
		assertThat(this.dispatches.check(Lists.NUMBER)).extracting(Problem::text)
			.noneMatch(text -> text.contains("不能再报送"))
			.contains("第1个案例“%s”：请确认该案例申报书封面已加盖推荐单位公章。".formatted(CaseForms.aCase().values().get("caseName")));
	}

	@Test
	@DisplayName("再次逾期，再次开放：截止时间以最近一次为准，过后仍不能报送")
	void opensTheListTwice() {
		expire();
		decide(Map.of("decision", "REOPEN", "closing", "2025-01-03 17:00", "reason", "补充用印。"));
		this.clock.advanceTo(Instant.parse("2025-01-03T09:00:30Z"));
		assertThat(this.dispatches.check(Lists.NUMBER).get(0).text())
			.isEqualTo("报送已于2025年1月3日 17:00截止（服务器时间2025年1月3日 17:00），不能再报送。");
		runDueJobs();
		assertThat(page(Cast.APPLICANT_A)).contains("截至2025年1月3日 17:00，受理单位");

		assertThat(Visitor.of(Cast.MIIT_HEAD, this.port).open("/recommendations/" + Lists.NUMBER).body())
			.contains("重新开放后尚未提交新的名单", "1次", "2025年1月3日 17:00")
			.doesNotContain("2024年12月31日24:00</dd>");

		decide(Map.of("decision", "REOPEN", "closing", "2025-01-10", "reason", "再延期一次。"));

		assertThat(this.closingDates.ofRecommendation(Lists.NUMBER)).isEqualTo(Instant.parse("2025-01-10T16:00:00Z"));
		assertThat(this.progress.of(Lists.NUMBER)).isEqualTo("案例排序");
		assertThat(this.mailbox.kinds(Cast.LEADER.email())).filteredOn("recommendation-reopened"::equals).hasSize(2);
	}

	@Test
	@DisplayName("不再开放：案例以未推荐办结并告知，主管部门收到理由")
	void leavesTheListClosed() {
		expire();

		decide(Map.of("decision", "END", "reason", "没有不可抗力。"));
		runDueJobs();

		assertEnded("没有不可抗力。");
		assertThat(actions()).containsExactly("recommendation.overdue", "recommendation.keep-closed",
				"recommendation.close");
	}

	@Test
	@DisplayName("期限前一刻仍可决定，期限一到按不再开放办结")
	void endsWhenNobodyDecides() {
		expire();
		this.clock.advanceTo(LIMIT.minusSeconds(120));
		runDueJobs();
		assertThat(this.progress.of(Lists.NUMBER)).isEqualTo("是否重新开放");
		assertThat(this.applications.get(this.caseNumber).live()).isTrue();

		this.clock.advanceTo(LIMIT.plusSeconds(60));
		runDueJobs();

		assertEnded("在规定期限内没有决定重新开放。");
	}

	@Test
	@DisplayName("只有部处长能决定；填错的在该项指出，任务仍在")
	void refusesEverybodyElseAndWhatIsWrong() {
		expire();
		String task = this.cases.task(Lists.NUMBER).getId();
		String claim = "/camunda/api/engine/engine/default/task/" + task + "/claim";
		for (Person person : List.of(Cast.OFFICER, Cast.LEADER, Cast.MIIT_OFFICER, Cast.MIIT_LEADER,
				Cast.COORDINATOR)) {
			assertThat(Visitor.of(person, this.port)
				.send("POST", claim, "{\"userId\":\"%s\"}".formatted(person.id()))
				.statusCode()).as(person.id()).isEqualTo(404);
		}

		Throwable refused = catchThrowable(
				() -> decide(Map.of("decision", "REOPEN", "closing", "2024-12-31", "reason", "")));

		assertThat(problems(refused)).containsExactly("新的报送截止时间须晚于现在（服务器时间2025年1月1日 00:01），请改填。", "请填写理由，推荐单位将看到这段文字。");
		assertThat(problems(
				catchThrowable(() -> decide(Map.of("decision", "REOPEN", "closing", "2025-02-06", "reason", "延期。")))))
			.containsExactly("新的报送截止时间最晚为2025年2月5日24:00，请改填。");
		assertThat(this.progress.of(Lists.NUMBER)).isEqualTo("是否重新开放");
	}

	@Test
	@DisplayName("逾期期间案例同意撤回：名单不受影响，重新开放后不再含该案例")
	void survivesAWithdrawalWhileExpired() {
		expire();
		this.withdrawals.ask(this.caseNumber, "业务调整，不再申报。", Cast.APPLICANT_A.id());

		this.withdrawal.grant(this.caseNumber, "", Cast.OFFICER.id());

		assertThat(this.progress.of(Lists.NUMBER)).isEqualTo("是否重新开放");
		assertThat(this.mailbox.kinds(Cast.OFFICER.email())).doesNotContain("recommendation-case-withdrawn");
		assertThat(page(Cast.APPLICANT_A)).doesNotContain(MISSED);
		decide(Map.of("decision", "REOPEN", "closing", "2025-01-15", "reason", "同意延期。"));
		assertThat(this.recommendations.candidatesOf(Lists.NUMBER)).isEmpty();
		assertThat(this.ranked.check(Lists.NUMBER)).extracting(Problem::text).contains("请至少推荐一个案例。");
	}

	private void expire() {
		this.caseNumber = this.lists.file();
		this.lists.decide(this.caseNumber, Cast.OFFICER, "PASS");
		this.lists.decide(this.caseNumber, Cast.HEAD, "PASS");
		this.lists.rank();
		this.clock.advanceTo(CLOSING.plusSeconds(90));
		runDueJobs();
	}

	private void decide(Map<String, Object> answers) {
		Task task = this.cases.task(Lists.NUMBER);
		this.lists.claim(task, Cast.MIIT_HEAD);
		this.cases.as(Cast.MIIT_HEAD, () -> this.engine.getFormService().submitTaskForm(task.getId(), answers));
	}

	private void assertEnded(String reason) {
		assertThat(this.progress.of(Lists.NUMBER)).isEqualTo("逾期未报");
		assertThat(this.progress.of(this.caseNumber)).isEqualTo("未推荐");
		assertThat(this.applications.get(this.caseNumber).live()).isFalse();
		assertThat(this.recommendations.get(Lists.NUMBER).live()).isFalse();
		assertThat(this.mailbox.kinds(Cast.APPLICANT_A.email())).startsWith("case-not-recommended");
		assertThat(this.mailbox.newest(Cast.APPLICANT_A.email())).contains("未在截止时间前将推荐材料报送工业和信息化部", "不能继续参加本次遴选")
			.doesNotContain("择优");
		for (Person person : List.of(Cast.OFFICER, Cast.HEAD, Cast.LEADER)) {
			assertThat(this.mailbox.newest(person.email())).contains("不再开放报送", reason);
		}
	}

	private List<String> actions() {
		return this.database
			.sql("select action from audit_entry where subject = :number and action in ('recommendation.overdue',"
					+ " 'recommendation.reopen', 'recommendation.keep-closed', 'recommendation.close') order by id")
			.param("number", Lists.NUMBER)
			.query(String.class)
			.list();
	}

	private String page(Person person) {
		return Visitor.of(person, this.port).open("/cases/" + this.caseNumber).body();
	}

	private void runDueJobs() {
		ManagementService management = this.engine.getManagementService();
		for (List<Job> due = dueJobs(management); !due.isEmpty(); due = dueJobs(management)) {
			due.forEach(job -> management.executeJob(job.getId()));
		}
	}

	// An interrupting timer takes the others of its instance with it: one at a time.
	private static List<Job> dueJobs(ManagementService management) {
		return management.createJobQuery().executable().withRetriesLeft().orderByJobDuedate().desc().listPage(0, 1);
	}

	private static List<String> problems(Throwable thrown) {
		for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
			if (cause instanceof RefusedException refused) {
				return refused.problems().stream().map(Problem::text).toList();
			}
		}
		return List.of();
	}

}
