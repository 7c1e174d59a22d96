package io.huhang.process;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.EachTestAsStarted;
import io.huhang.HuhangTest;
import io.huhang.Regions;
import io.huhang.application.CaseForms;
import io.huhang.application.Filings;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.Lateness;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.Person;
import io.huhang.region.RegionDispatches;
import io.huhang.region.RegionForms;
import io.huhang.region.RegionSealing;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.ApplicationContext;
import org.springframework.test.util.AopTestUtils;
import org.springframework.test.util.ReflectionTestUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

@HuhangTest
@EachTestAsStarted
@DisplayName("截止的那一刻：23:59:59.999提交的收下，00:00:00.000提交的不收，服务器在哪个时区都一样（通知二（三），C16）")
@Timeout(120)
class LastMomentTests {

	private static final Instant FILING = Instant.parse("2024-12-17T16:00:00Z");

	private static final Instant REPORTING = Instant.parse("2024-12-31T16:00:00Z");

	private final TimeZone zone = TimeZone.getDefault();

	private final Cases cases;

	private final Regions regions;

	private final Filings filings;

	private final TaskService tasks;

	private final Clock clock;

	private final List<Object> judges;

	LastMomentTests(Cases cases, Filings filings, RegionDispatches dispatches, Lateness lateness, TaskService tasks,
			Clock clock, ApplicationContext product) {
		this.cases = cases;
		this.regions = new Regions(product);
		this.filings = filings;
		this.tasks = tasks;
		this.clock = clock;
		this.judges = List.of(lateness, AopTestUtils.getTargetObject(filings),
				AopTestUtils.getTargetObject(dispatches));
	}

	@BeforeEach
	void letsEachThreadHaveItsOwnNow() {
		setClock(new ThreadClock(this.clock));
	}

	@AfterEach
	void reset() {
		setClock(this.clock);
		TimeZone.setDefault(this.zone);
		this.regions.endAll();
	}

	@ParameterizedTest(name = "{0}")
	@ValueSource(strings = { "Asia/Shanghai", "UTC", "America/New_York" })
	@DisplayName("两家同时点盖章后提交：前一刻的进入审核，后一刻的看到截止时间和服务器时间，仍在盖章后提交")
	void acceptsTheLastMillisecondAndRefusesTheNext(String jvm) throws Exception {
		String inTime = this.cases.sealed();
		String late = this.cases.sealed(Cast.APPLICANT_B,
				CaseForms.aCase()
					.with("unifiedCode", Cast.QIANTANG.uscc())
					.with("unitName", Cast.QIANTANG.name())
					.with("caseName", "工业现场网络的分级防护")
					.with("contactPhone", "0571-87654321"));
		TimeZone.setDefault(TimeZone.getTimeZone(jvm));

		List<Throwable> refusals = atOnce(List.of(submit(inTime, Cast.APPLICANT_A, FILING.minusMillis(1)),
				submit(late, Cast.APPLICANT_B, FILING)));
		TimeZone.setDefault(this.zone);

		assertThat(refusals.get(0)).isNull();
		this.cases.runJobs(inTime);
		assertThat(this.cases.task(inTime).getTaskDefinitionKey()).isEqualTo("checkCase");
		assertThat(texts(refusals.get(1))).containsExactly("申报已于2024年12月17日24:00截止（服务器时间2024年12月18日 00:00），不能再提交。");
		assertThat(this.cases.task(late).getTaskDefinitionKey()).isEqualTo("submitSealedCase");
		assertThat(this.filings.filed(late)).isEmpty();
	}

	@Test
	@DisplayName("地区申报材料用印寄送：00:00:00.000的不收，说明服务器时间；23:59:59.999的收下")
	void judgesADispatchAlike() throws Exception {
		String number = this.regions.open(Cast.OFFICER, "OVERALL", "SINGLE");
		this.regions.type(number, Cast.OFFICER, RegionForms.aRegion("OVERALL"));
		claim(number);
		this.cases.as(Cast.OFFICER, () -> this.tasks.complete(this.cases.task(number).getId()));
		this.regions.decide(number, Cast.HEAD, "PASS");
		this.regions.approve(number, Cast.LEADER, "PASS");
		this.regions.tickSeals(number, Cast.OFFICER, RegionSealing.ALONE);
		claim(number);

		Throwable late = atOnce(List.of(submit(number, Cast.OFFICER, REPORTING))).get(0);
		Throwable inTime = atOnce(List.of(submit(number, Cast.OFFICER, REPORTING.minusMillis(1)))).get(0);

		assertThat(texts(late))
			.anyMatch(text -> text.contains("2024年12月31日24:00") && text.contains("服务器时间2025年1月1日 00:00"));
		assertThat(inTime).isNull();
	}

	private void claim(String number) {
		this.tasks.setAssignee(this.cases.task(number).getId(), Cast.OFFICER.id());
	}

	// What stopped each of them, or null.
	private static List<Throwable> atOnce(List<Callable<Void>> submissions) throws Exception {
		CyclicBarrier together = new CyclicBarrier(submissions.size());
		ExecutorService threads = Executors.newFixedThreadPool(submissions.size());
		try {
			return threads.invokeAll(submissions.stream().map(submission -> (Callable<Void>) () -> {
				together.await();
				return submission.call();
			}).toList()).stream().map(LastMomentTests::failure).toList();
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static Throwable failure(Future<Void> done) {
		Throwable thrown = catchThrowable(done::get);
		return (thrown instanceof ExecutionException) ? thrown.getCause() : thrown;
	}

	private Callable<Void> submit(String number, Person person, Instant now) {
		String task = this.cases.task(number).getId();
		return () -> {
			ThreadClock.NOW.set(now);
			this.cases.as(person, () -> this.tasks.complete(task));
			return null;
		};
	}

	private static List<String> texts(Throwable refusal) {
		return assertThat(refusal).rootCause()
			.asInstanceOf(type(RefusedException.class))
			.actual()
			.problems()
			.stream()
			.map(Problem::text)
			.toList();
	}

	private void setClock(Clock now) {
		this.judges.forEach(judge -> ReflectionTestUtils.setField(judge, "clock", now));
	}

	/** Stands still for a thread that has set it. */
	private static final class ThreadClock extends Clock {

		static final ThreadLocal<Instant> NOW = new ThreadLocal<>();

		private final Clock others;

		ThreadClock(Clock others) {
			this.others = others;
		}

		@Override
		public Instant instant() {
			Instant now = NOW.get();
			return (now != null) ? now : this.others.instant();
		}

		@Override
		public ZoneId getZone() {
			return Campaign.ZONE;
		}

		@Override
		public Clock withZone(ZoneId other) {
			throw new UnsupportedOperationException();
		}

	}

}
