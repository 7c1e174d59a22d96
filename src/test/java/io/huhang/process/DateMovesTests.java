package io.huhang.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.huhang.CampaignJobs;
import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.EachTestAsStarted;
import io.huhang.HuhangTest;
import io.huhang.Mailbox;
import io.huhang.Visitor;
import io.huhang.campaign.CampaignDates;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.mail.Letter;
import io.huhang.mail.Letters;
import io.huhang.organization.Person;
import io.huhang.recommendation.ClosingDates;
import io.huhang.recommendation.TypedDateMove;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@HuhangTest
@EachTestAsStarted
@DisplayName("调整截止时间：一次办理，日期、定时、提醒、页面和邮件一起变（通知二（三））")
class DateMovesTests {

	private static final String REASON = "因大雪道路封闭，统一顺延。";

	private static final Instant NEW_DEADLINE = Instant.parse("2025-01-10T16:00:00Z");

	@LocalServerPort
	private int port;

	private static final Duration LAST_RESORT = Duration.ofMinutes(10);

	private final DateProposals proposals;

	private final CampaignDates dates;

	private final ClosingDates closingDates;

	private final CampaignJobs campaign;

	private final Cases cases;

	private final Letters letters;

	private final Mailbox mailbox;

	private final ProcessEngine engine;

	private final ManagementService management;

	private final JdbcClient database;

	DateMovesTests(DateProposals proposals, CampaignDates dates, ClosingDates closingDates, CampaignJobs campaign,
			Cases cases, Letters letters, Mailbox mailbox, ProcessEngine engine, ManagementService management,
			JdbcClient database) {
		this.proposals = proposals;
		this.dates = dates;
		this.closingDates = closingDates;
		this.campaign = campaign;
		this.cases = cases;
		this.letters = letters;
		this.mailbox = mailbox;
		this.engine = engine;
		this.management = management;
		this.database = database;
	}

	@Test
	@DisplayName("报送截止顺延：批准之前不变；批准之后案例的定时、待办期限、提醒、页脚和待办横幅都是新的，每人一封信")
	void movesEverythingTogether() {
		String number = this.cases.begin(Cast.APPLICANT_A);
		propose("CAMPAIGN", "", "2025-01-10");
		assertThat(this.dates.deadline()).isEqualTo(Instant.parse("2024-12-31T16:00:00Z"));

		decide("checkDateMove", Cast.MIIT_OFFICER, "PASS");
		assertThat(this.dates.deadline()).isEqualTo(Instant.parse("2024-12-31T16:00:00Z"));
		decide("approveDateMove", Cast.MIIT_HEAD, "PASS");
		this.campaign.run();

		assertThat(this.dates.deadline()).isEqualTo(NEW_DEADLINE);
		// Ten working days before 10 January 2025, New Year's Day a holiday.
		Instant filing = Instant.parse("2024-12-26T16:00:00Z");
		assertThat(this.closingDates.of(number)).isEqualTo(filing);
		assertThat(due("filingClosed")).isEqualTo(filing.plus(LAST_RESORT));
		assertThat(due("casesDue")).isEqualTo(filing);
		assertThat(this.cases.task(number).getDueDate()).isEqualTo(Date.from(filing));
		assertThat(due("deadlineReached")).isEqualTo(NEW_DEADLINE);
		assertThat(due("reminderDue")).isEqualTo(Instant.parse("2024-11-26T16:00:00Z"));
		Visitor officer = Visitor.of(Cast.OFFICER, this.port);
		assertThat(officer.get("/").body()).contains("2025年1月10日24:00").doesNotContain("2024年12月31日24:00");
		assertThat(officer.get("/camunda/app/tasklist/locales/zh.json").body()).contains("材料报送截止 2025年1月10日24:00");
		assertThat(titles(Cast.APPLICANT_A)).containsExactly("典型案例申报截止时间调整为2024年12月26日24:00（%s）".formatted(number));
		for (Person reader : List.of(Cast.OFFICER, Cast.HEAD, Cast.LEADER, Cast.FOREIGN_OFFICER, Cast.COORDINATOR)) {
			assertThat(titles(reader)).containsExactly("截止时间调整为2025年1月10日24:00：全部推荐单位（HH2024-TZ-01）");
		}
		assertThat(this.mailbox.newest("zhangyu8@caict.ac.cn")).contains(REASON);
	}

	@Test
	@DisplayName("已经发过的提醒不因顺延重发，此后按新的截止时间提醒，每档一次")
	void sendsNothingTwiceWhenTheDateMoves() {
		this.cases.begin(Cast.APPLICANT_A);
		this.campaign.at(Instant.parse("2024-12-10T16:00:30Z"));
		List<String> before = titles(Cast.APPLICANT_A);

		agree("CAMPAIGN", "", "2025-01-10");
		this.campaign.run();
		assertThat(titles(Cast.APPLICANT_A)).hasSize(before.size() + 1);
		this.campaign.at(Instant.parse("2024-12-12T16:00:30Z"));

		assertThat(reminders(Cast.APPLICANT_A)).first().isEqualTo("距截止还有14天，您有1项工作尚未完成");
		this.campaign.at(Instant.parse("2024-12-19T16:00:30Z"));
		this.campaign.run();
		assertThat(reminders(Cast.APPLICANT_A)).first().isEqualTo("距截止还有7天，您有1项工作尚未完成");
		assertThat(reminders(Cast.APPLICANT_A)).filteredOn(title -> title.contains("7天")).hasSize(2);
	}

	@Test
	@DisplayName("处长不同意：截止时间不变，提出人收到理由")
	void tellsTheCoordinatorWhy() {
		propose("CAMPAIGN", "", "2025-01-10");
		decide("checkDateMove", Cast.MIIT_OFFICER, "PASS");
		decide("approveDateMove", Cast.MIIT_HEAD, "RETURN");
		this.campaign.run();

		assertThat(this.dates.deadline()).isEqualTo(Instant.parse("2024-12-31T16:00:00Z"));
		assertThat(this.mailbox.newest(Cast.COORDINATOR.email())).contains("未同意", "影响后续评审。");
		assertThat(titles(Cast.OFFICER)).isEmpty();
		assertThat(actions()).containsExactly("date.propose", "date.check", "date.refuse");
	}

	@Test
	@DisplayName("对一个推荐单位延期：只变它的，页脚和横幅说它自己的时间；别的单位不变（通知二（三））")
	void extendsOneAuthority() {
		String number = this.cases.begin(Cast.APPLICANT_A);

		agree("AUTHORITY", Cast.AUTHORITY, "2025-01-10");
		this.campaign.run();

		assertThat(this.dates.deadline(Cast.AUTHORITY)).isEqualTo(NEW_DEADLINE);
		assertThat(this.dates.deadline("310000-iit")).isEqualTo(Instant.parse("2024-12-31T16:00:00Z"));
		assertThat(this.closingDates.of(number)).isEqualTo(Instant.parse("2024-12-26T16:00:00Z"));
		assertThat(Visitor.of(Cast.OFFICER, this.port).get("/").body()).contains("报送截止：<strong>2025年1月10日24:00");
		assertThat(Visitor.of(Cast.FOREIGN_OFFICER, this.port).get("/").body())
			.contains("报送截止：<strong>2024年12月31日24:00");
		assertThat(titles(Cast.OFFICER)).hasSize(1);
		assertThat(titles(Cast.FOREIGN_OFFICER)).isEmpty();
	}

	@Test
	@DisplayName("对一个申报单位延期：只变它的定时和待办期限，经办人知道（通知二（三））")
	void extendsOneApplicant() {
		String number = this.cases.begin(Cast.APPLICANT_A);
		String other = this.cases.begin(Cast.APPLICANT_B);

		agree("CASE", number, "2024-12-20 17:00");
		this.campaign.run();

		assertThat(this.closingDates.of(number)).isEqualTo(Instant.parse("2024-12-20T09:00:00Z"));
		assertThat(this.cases.task(number).getDueDate()).isEqualTo(Date.from(Instant.parse("2024-12-20T09:00:00Z")));
		assertThat(this.closingDates.of(other)).isEqualTo(Instant.parse("2024-12-17T16:00:00Z"));
		assertThat(titles(Cast.APPLICANT_A)).containsExactly("典型案例申报截止时间调整为2024年12月20日 17:00（%s）".formatted(number));
		assertThat(titles(Cast.APPLICANT_B)).isEmpty();
		assertThat(titles(Cast.OFFICER)).hasSize(1);
		this.campaign.at(Instant.parse("2024-12-17T16:00:02Z"));
		assertThat(this.cases.task(other)).isNull();
		assertThat(due("casesDue")).isEqualTo(Instant.parse("2024-12-20T09:00:00Z"));
		assertThat(this.cases.task(number)).isNotNull();
		this.campaign.at(Instant.parse("2024-12-20T09:00:02Z"));
		assertThat(this.cases.task(number)).isNull();
	}

	@Test
	@DisplayName("主管部门自定受理截止：当即生效，申报单位的定时和提醒随之变，各知会一次（R20）")
	void letsAnAuthoritySetItsOwnDate() {
		String number = this.cases.begin(Cast.APPLICANT_A);

		this.proposals.set(
				new TypedDateMove("FILING", Cast.AUTHORITY, "2024-12-10", "留出排序时间。", List.of("earlier/2024-12-10")),
				Cast.HEAD.id());
		this.campaign.run();

		Instant closing = Instant.parse("2024-12-10T16:00:00Z");
		assertThat(this.closingDates.of(number)).isEqualTo(closing);
		assertThat(due("filingClosed")).isEqualTo(closing.plus(LAST_RESORT));
		assertThat(due("casesDue")).isEqualTo(closing);
		assertThat(due("reminderDue")).isEqualTo(Instant.parse("2024-11-26T16:00:00Z"));
		assertThat(titles(Cast.APPLICANT_A)).hasSize(1);
		assertThat(titles(Cast.OFFICER)).hasSize(1);
	}

	@ParameterizedTest(name = "{0} {1} {2}")
	@CsvSource({ "CAMPAIGN,'',2024-11-10,新的截止时间须晚于现在", "CAMPAIGN,'',2024-12-31,与现行截止时间（2024年12月31日24:00）相同",
			"CAMPAIGN,'',下周五,新的截止时间“下周五”不是有效的日期", "CAMPAIGN,'',2025-01-10T17:00Z,不是有效的日期",
			"CAMPAIGN,'',2025-02-30,不是有效的日期", "CAMPAIGN,'','',请填写新的截止时间",
			"CAMPAIGN,'',2025-01-11,2025年1月11日不是工作日，请核对；相邻的工作日为2025年1月10日和2025年1月13日",
			"CAMPAIGN,'',2030-01-11,2030年的节假日安排尚未录入", "CAMPAIGN,'',2024-12-20,早于现行截止时间",
			"AUTHORITY,330000-iit,2024-12-20,延期的截止时间须晚于现行截止时间", "AUTHORITY,999999-iit,2025-01-10,请选择要延期的推荐单位",
			"CASE,HH2024-AL-330000-9999,2024-12-20,请填写正在填报的案例编号", "EVERYBODY,'',2025-01-10,请选择调整谁的截止时间" })
	@DisplayName("写错的逐项说明，拿不准的请核对确认（通知二（三））")
	void refusesOrAsks(String scope, String subject, String closing, String text) {
		assertThat(problems(new TypedDateMove(scope, subject, closing, REASON, List.of())))
			.anyMatch(problem -> problem.text().contains(text) && problem.clause().equals("通知二（三）"));
	}

	@Test
	@DisplayName("提前到已经提醒之后：说明已发出哪一次提醒，确认后可以提出")
	void asksBeforeADateGoesBackBehindReminders() {
		this.campaign.at(Instant.parse("2024-12-17T16:00:30Z"));
		TypedDateMove typed = new TypedDateMove("CAMPAIGN", "", "2024-12-25", REASON, List.of());

		assertThat(problems(typed)).singleElement().satisfies(problem -> {
			assertThat(problem.text()).startsWith("已经发出“距截止还有14天”的提醒，新的截止时间（2024年12月25日24:00）早于现行截止时间");
			assertThat(problem.confirmation()).isEqualTo("earlier/2024-12-25");
		});
		assertThat(this.proposals.propose(
				new TypedDateMove("CAMPAIGN", "", "2024-12-25", REASON, List.of("earlier/2024-12-25")),
				Cast.COORDINATOR.id()))
			.isEqualTo("HH2024-TZ-01");
	}

	@Test
	@DisplayName("没有理由、同一截止时间已有待审定的调整：一并说明")
	void refusesWithoutReasonAndBesideAnOpenProposal() {
		propose("CAMPAIGN", "", "2025-01-10");

		assertThat(problems(new TypedDateMove("CAMPAIGN", "", "2025-01-13", "", List.of()))).extracting(Problem::field)
			.containsExactly("scope", "reason");
	}

	@Test
	@DisplayName("待批期间时间已到：批准时再查一次，说明服务器时间")
	void looksAgainWhenItIsApproved() {
		propose("CAMPAIGN", "", "2024-12-31 23:00", List.of("earlier/2024-12-31"));
		decide("checkDateMove", Cast.MIIT_OFFICER, "PASS");
		this.campaign.at(Instant.parse("2024-12-31T15:30:30Z"));

		assertThat(catchThrowableOfType(Exception.class, () -> decide("approveDateMove", Cast.MIIT_HEAD, "PASS")))
			.rootCause()
			.isInstanceOf(RefusedException.class)
			.hasMessageContaining("新的截止时间须晚于现在（服务器时间2024年12月31日 23:30）");
	}

	private void agree(String scope, String subject, String closing) {
		propose(scope, subject, closing);
		decide("checkDateMove", Cast.MIIT_OFFICER, "PASS");
		decide("approveDateMove", Cast.MIIT_HEAD, "PASS");
	}

	private void propose(String scope, String subject, String closing) {
		propose(scope, subject, closing, List.of());
	}

	private void propose(String scope, String subject, String closing, List<String> confirmations) {
		this.proposals.propose(new TypedDateMove(scope, subject, closing, REASON, confirmations),
				Cast.COORDINATOR.id());
	}

	private List<Problem> problems(TypedDateMove typed) {
		return catchThrowableOfType(RefusedException.class, () -> this.proposals.propose(typed, Cast.COORDINATOR.id()))
			.problems();
	}

	private void decide(String step, Person person, String decision) {
		Task task = this.engine.getTaskService().createTaskQuery().taskDefinitionKey(step).singleResult();
		this.cases.as(person, () -> {
			this.engine.getTaskService().claim(task.getId(), person.id());
			this.engine.getTaskService()
				.complete(task.getId(), decision.equals("PASS") ? Map.of("decision", decision)
						: Map.of("decision", decision, "reason", "影响后续评审。"));
		});
	}

	private Instant due(String activity) {
		return this.management.createJobQuery().activityId(activity).singleResult().getDuedate().toInstant();
	}

	private List<String> titles(Person reader) {
		return this.letters.latest(50, Optional.of(reader.email())).stream().map(Letter::title).toList();
	}

	private List<String> reminders(Person reader) {
		return titles(reader).stream().filter(title -> title.startsWith("距截止")).toList();
	}

	private List<String> actions() {
		return this.database.sql("select action from audit_entry where action like 'date.%' order by id")
			.query(String.class)
			.list();
	}

}
