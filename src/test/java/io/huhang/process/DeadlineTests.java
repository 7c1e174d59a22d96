package io.huhang.process;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.EachTestAsStarted;
import io.huhang.HuhangTest;
import io.huhang.application.CaseApplications;
import io.huhang.application.Filings;
import io.huhang.campaign.Problem;
import io.huhang.mail.Letter;
import io.huhang.mail.Letters;
import io.huhang.recommendation.ClosingDates;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What the clock does to a case that is not handed in (通知二（三）, C16). */
@HuhangTest
@EachTestAsStarted
class DeadlineTests {

	// Ten working days before 2024-12-31, the day itself included.
	private static final Instant CLOSING = Instant.parse("2024-12-17T16:00:00Z");

	private final Cases cases;

	private final CaseApplications applications;

	private final Filings filings;

	private final ClosingDates closingDates;

	private final Progress progress;

	private final Letters letters;

	private final DemoClock clock;

	private final ManagementService management;

	DeadlineTests(Cases cases, CaseApplications applications, Filings filings, ClosingDates closingDates,
			Progress progress, Letters letters, DemoClock clock, ManagementService management) {
		this.cases = cases;
		this.applications = applications;
		this.filings = filings;
		this.closingDates = closingDates;
		this.progress = progress;
		this.letters = letters;
		this.clock = clock;
		this.management = management;
	}

	@Test
	@DisplayName("首次填报截止于部截止日前10个工作日的24:00；报送截止于2024年12月31日24:00（通知二（三），C16）")
	void readsTheDatesOfTheNotice() {
		assertThat(this.closingDates.ofFirstFilings(Cast.AUTHORITY)).isEqualTo(CLOSING);
		assertThat(this.closingDates.ofRecommendations()).isEqualTo(Instant.parse("2024-12-31T16:00:00Z"));
	}

	@Test
	@DisplayName("截止未提交的案例以“逾期未报”结束，并书面告知申报单位（通知二（三））")
	void endsAnUnfinishedCaseAsOverdueWithALetter() {
		String number = this.cases.begin(Cast.APPLICANT_A);
		this.clock.advanceTo(CLOSING.plusSeconds(60));

		runDueJobs();

		assertThat(this.progress.of(number)).isEqualTo("逾期未报");
		assertThat(this.applications.get(number).live()).isFalse();
		assertThat(kinds()).containsExactly("case-overdue");
	}

	@Test
	@DisplayName("截止前一刻未到期：案例仍在填报（通知二（三））")
	void leavesACaseAloneUntilTheLastMoment() {
		String number = this.cases.begin(Cast.APPLICANT_A);
		this.clock.advanceTo(CLOSING.minusSeconds(120));

		runDueJobs();

		assertThat(this.progress.of(number)).isEqualTo("填写申报书");
	}

	@Test
	@DisplayName("截止后提交：服务器时间决定，提示截止时间和服务器时间（通知二（三））")
	void refusesALateFilingWithTheServersTime() {
		String number = this.cases.handInForPreCheck();
		this.clock.advanceTo(CLOSING.plusSeconds(90));

		List<Problem> problems = this.filings.check(number, CLOSING);

		assertThat(problems.get(0).text()).isEqualTo("申报已于2024年12月17日24:00截止（服务器时间2024年12月18日 00:01），不能再提交。");
	}

	private void runDueJobs() {
		for (List<Job> due = dueJobs(); !due.isEmpty(); due = dueJobs()) {
			due.forEach(job -> this.management.executeJob(job.getId()));
		}
	}

	private List<Job> dueJobs() {
		// An interrupting timer takes the others of its case with it: one at a time.
		return this.management.createJobQuery()
			.executable()
			.withRetriesLeft()
			.orderByJobDuedate()
			.desc()
			.listPage(0, 1);
	}

	private List<String> kinds() {
		return this.letters.latest(10, Optional.of(Cast.APPLICANT_A.email())).stream().map(Letter::kind).toList();
	}

}
