package io.huhang.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.Locale;
import java.util.stream.IntStream;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.huhang.Cast;
import io.huhang.DurablePostgres;
import io.huhang.process.CaseApplicationProcess;
import io.huhang.process.DemoClock;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Unfinished cases that the product ends at their closing date, against as many boundary
 * timers of the engine as it ships, on one PostgreSQL that writes before it answers. Not
 * part of the build:
 *
 * <pre>
 * mvn -q test -Dtest=OverdueBenchmark -Dhuhang.test.jvm= -Dhuhang.bench.overdue=10000
 * </pre>
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "huhang.demo.enabled=false", "huhang.mail.send=false",
				"huhang.files.folder=${java.io.tmpdir}/huhang-bench-${random.uuid}",
				"camunda.bpm.job-execution.enabled=true", "spring.datasource.username=" + DurablePostgres.USER,
				"spring.datasource.password=", "logging.level.root=warn" })
@Import(Cast.class)
@DisplayName("截止时办结未完成的申报：本系统与未改动的流程引擎")
class OverdueBenchmark {

	private static final int INSTANCES = Integer.getInteger("huhang.bench.overdue", 1000);

	private static final Duration PATIENCE = Duration.ofMinutes(15);

	private static final double MOST_TIME = 0.6;

	private static final Duration FIRST = Duration.ofSeconds(5);

	// A minute behind the closing date of first filings, and of the baseline's timers.
	private static final Instant CLOSED = Instant.parse("2024-12-17T16:01:00Z");

	// The campaign looks for dates each morning.
	private static final Instant MORNING = Instant.parse("2024-11-12T01:00:30Z");

	private static DurablePostgres server;

	/** How long it took to the first end and to the last. */
	record Ended(Duration first, Duration all) {
	}

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry properties) throws IOException, SQLException {
		server = new DurablePostgres();
		String url = server.newUrl("product");
		properties.add("spring.datasource.url", () -> url);
	}

	@Test
	@DisplayName("时间不超过0.6倍，第一件在5秒内办结")
	void endsThemInTime(@Autowired ApplicationContext product, @Autowired ProcessEngine engine,
			@Autowired DemoClock clock, @Autowired JdbcClient database) throws Exception {
		HikariConfig pool = new HikariConfig();
		pool.setJdbcUrl(server.newUrl("baseline"));
		pool.setMaximumPoolSize(20);
		try (HikariDataSource source = new HikariDataSource(pool);
				BaselineJourney baseline = new BaselineJourney(source)) {
			open(new ProductJourney(product));
			open(baseline);
			foresee(engine, clock, database);

			Ended ours = ended(engine, () -> clock.advanceTo(CLOSED));
			Ended theirs = ended(baseline.engine(), () -> executor(baseline.engine()).start());
			executor(baseline.engine()).shutdown();

			double ratio = (double) ours.all().toMillis() / theirs.all().toMillis();
			System.out.printf(Locale.ROOT, "%d instances: product %s, engine %s, ratio %.2f%n", INSTANCES, ours, theirs,
					ratio);
			assertThat(ours.first()).isLessThanOrEqualTo(FIRST);
			assertThat(ratio).isLessThanOrEqualTo(MOST_TIME);
		}
	}

	private static void open(Journey journey) {
		IntStream.range(0, INSTANCES).forEach(index -> journey.open(journey.newcomer(index)));
	}

	// The letters of the weeks between are not what is measured.
	private static void foresee(ProcessEngine engine, DemoClock clock, JdbcClient database) {
		database.sql("update campaign_course set reminded_until = :closed")
			.param("closed", CLOSED.atOffset(ZoneOffset.UTC))
			.update();
		clock.advanceTo(MORNING);
		await().atMost(PATIENCE)
			.until(() -> engine.getManagementService()
				.createJobQuery()
				.activityId("casesDue")
				.duedateLowerThan(Date.from(CLOSED))
				.duedateHigherThan(Date.from(CLOSED.minus(Duration.ofMinutes(2))))
				.count() == 1);
	}

	private static Ended ended(ProcessEngine engine, Runnable begin) {
		long start = System.nanoTime();
		begin.run();
		await().atMost(PATIENCE).until(() -> running(engine) < INSTANCES);
		Duration first = Duration.ofNanos(System.nanoTime() - start);
		await().atMost(PATIENCE).until(() -> running(engine) == 0);
		return new Ended(first, Duration.ofNanos(System.nanoTime() - start));
	}

	private static long running(ProcessEngine engine) {
		return engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processDefinitionKey(CaseApplicationProcess.KEY)
			.count();
	}

	private static JobExecutor executor(ProcessEngine engine) {
		return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
	}

}
