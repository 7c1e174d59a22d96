package io.huhang.process;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;

import io.huhang.CampaignJobs;
import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.EachTestAsStarted;
import io.huhang.HuhangTest;
import io.huhang.TestDatabase;
import io.huhang.application.CaseApplications;
import io.huhang.campaign.CampaignClock;
import io.huhang.mail.Letter;
import io.huhang.mail.Letters;
import io.huhang.organization.Person;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

@HuhangTest
@EachTestAsStarted
@DisplayName("到期未报的申报成批办结，不误伤正在提交的，一件办不了不拖累别的（通知二（三））")
@Timeout(120)
class OverdueCasesTests {

	private static final Instant CLOSING = Instant.parse("2024-12-17T16:00:00Z");

	private static final Duration LAST_RESORT = Duration.ofMinutes(10);

	private static final String BLOCKED = TestDatabase.isPostgres()
			? "select count(*) from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'"
			: "select count(*) from information_schema.sessions where blocker_id is not null";

	private final CampaignJobs campaign;

	private final Cases cases;

	private final CaseApplications applications;

	private final OverdueCases overdue;

	private final Progress progress;

	private final Letters letters;

	private final DemoClock clock;

	private final CampaignClock time;

	private final TaskService tasks;

	private final RuntimeService runtime;

	private final ManagementService management;

	private final TransactionOperations transactions;

	private final JdbcClient database;

	OverdueCasesTests(CampaignJobs campaign, Cases cases, CaseApplications applications, OverdueCases overdue,
			Progress progress, Letters letters, DemoClock clock, CampaignClock time, TaskService tasks,
			RuntimeService runtime, ManagementService management, TransactionOperations transactions,
			JdbcClient database) {
		this.campaign = campaign;
		this.cases = cases;
		this.applications = applications;
		this.overdue = overdue;
		this.progress = progress;
		this.letters = letters;
		this.clock = clock;
		this.time = time;
		this.tasks = tasks;
		this.runtime = runtime;
		this.management = management;
		this.transactions = transactions;
		this.database = database;
	}

	@BeforeEach
	void closesTheWindowsOfEarlierTests() {
		this.cases.endAll();
	}

	@Test
	@DisplayName("早晨核对之后，活动在截止一到就办结全部未报的，各有一封信；已提交的继续审核，此后没有定时留下")
	void endsTogetherWhatIsNotHandedIn() {
		String filed = this.cases.sealed();
		this.cases.as(Cast.APPLICANT_A, () -> this.tasks.complete(this.cases.task(filed).getId()));
		this.cases.runJobs(filed);
		String draft = this.cases.begin(Cast.APPLICANT_B);
		this.campaign.at(CLOSING.minusSeconds(600));
		assertThat(due("casesDue")).isEqualTo(CLOSING);
		assertThat(this.progress.of(draft)).isEqualTo("填写申报书");

		this.campaign.at(CLOSING.plusSeconds(1));

		assertThat(this.progress.of(draft)).isEqualTo("逾期未报");
		assertThat(this.applications.get(draft).live()).isFalse();
		assertThat(kinds(Cast.APPLICANT_B)).containsOnlyOnce("case-overdue");
		assertThat(this.progress.of(filed)).isEqualTo("审核");
		assertThat(kinds(Cast.APPLICANT_A)).doesNotContain("case-overdue");
		assertThat(jobs("filingClosed")).isEmpty();
		assertThat(due("casesDue")).isAfter(CLOSING.plus(Duration.ofDays(20)));
	}

	@Test
	@DisplayName("一件办不了：整批退回，十分钟后各由自己的定时办结，别的不受拖累，活动接着等下一次截止")
	void leavesABatchThatFailsToEachOwnTimer() {
		String broken = this.cases.begin(Cast.APPLICANT_A);
		String sound = this.cases.begin(Cast.APPLICANT_B);
		this.campaign.at(CLOSING.minusSeconds(600));
		this.database.sql("update application_case set direction = 'GONE' where number = :number")
			.param("number", broken)
			.update();

		assertThatThrownBy(() -> this.campaign.at(CLOSING.plusSeconds(1)));
		assertThat(this.progress.of(sound)).isEqualTo("填写申报书");
		assertThat(kinds(Cast.APPLICANT_B)).doesNotContain("case-overdue");

		this.clock.advanceTo(CLOSING.plus(LAST_RESORT).plusSeconds(1));
		jobs("filingClosed").forEach(job -> this.management.executeJob(job.getId()));
		this.cases.runJobs(sound);
		assertThatThrownBy(() -> this.cases.runJobs(broken));
		this.campaign.run();

		assertThat(this.progress.of(sound)).isEqualTo("逾期未报");
		assertThat(kinds(Cast.APPLICANT_B)).containsOnlyOnce("case-overdue");
		assertThat(this.applications.get(broken).live()).isTrue();
		assertThat(jobs("endOverdueCases")).isEmpty();
		assertThat(due("casesDue")).isAfter(CLOSING.plus(LAST_RESORT));
	}

	@Test
	@DisplayName("截止前一刻提交、截止后才存完的：成批办结等它存完，它照常进入审核，别的照常办结")
	void waitsForWhoeverHandsInAtTheLastMoment() {
		String last = this.cases.sealed();
		String draft = this.cases.begin(Cast.APPLICANT_B);
		this.campaign.at(CLOSING.minusSeconds(600));
		String task = this.cases.task(last).getId();
		var batch = Executors.newSingleThreadExecutor();
		try {
			CompletableFuture<Void> ending = this.transactions.execute(status -> {
				this.cases.as(Cast.APPLICANT_A, () -> this.tasks.complete(task));
				CompletableFuture<Void> begun = CompletableFuture.runAsync(() -> {
					passClosing();
					this.overdue.end();
				}, batch);
				await().until(() -> this.database.sql(BLOCKED).query(Integer.class).single() > 0);
				return begun;
			});
			ending.join();
		}
		finally {
			batch.shutdownNow();
		}
		this.cases.runJobs(last);

		assertThat(this.progress.of(last)).isEqualTo("审核");
		assertThat(this.progress.of(draft)).isEqualTo("逾期未报");
		assertThat(kinds(Cast.APPLICANT_A)).contains("case-filed").doesNotContain("case-overdue");
	}

	@Test
	@DisplayName("暂停的流程（协调人在运行监控中暂停）不办结，也不挡别的")
	void leavesASuspendedInstanceAlone() {
		String suspended = this.cases.begin(Cast.APPLICANT_A);
		String draft = this.cases.begin(Cast.APPLICANT_B);
		this.campaign.at(CLOSING.minusSeconds(600));
		this.runtime.suspendProcessInstanceById(this.cases.task(suspended).getProcessInstanceId());

		this.campaign.at(CLOSING.plusSeconds(1));

		assertThat(this.applications.get(suspended).live()).isTrue();
		assertThat(this.progress.of(draft)).isEqualTo("逾期未报");
	}

	private void passClosing() {
		this.clock.advanceTo(CLOSING.plusSeconds(1));
		assertThat(this.time.instant()).isAfterOrEqualTo(CLOSING);
	}

	private List<Job> jobs(String activity) {
		return this.management.createJobQuery().activityId(activity).list();
	}

	private Instant due(String activity) {
		return this.management.createJobQuery().activityId(activity).singleResult().getDuedate().toInstant();
	}

	private List<String> kinds(Person reader) {
		return this.letters.latest(50, Optional.of(reader.email())).stream().map(Letter::kind).toList();
	}

}
