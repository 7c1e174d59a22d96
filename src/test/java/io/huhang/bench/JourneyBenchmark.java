package io.huhang.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.huhang.Cast;
import io.huhang.DurablePostgres;
import io.huhang.application.CaseDossier;
import io.huhang.bench.CountedStatements.Count;
import io.huhang.bench.Journey.Begun;
import io.huhang.organization.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A case's journey through the product against the same diagram on the engine as it
 * ships, on one PostgreSQL that writes before it answers. Not part of the build:
 *
 * <pre>
 * mvn -q test -Dtest=JourneyBenchmark
 * mvn -q test -Dtest=JourneyBenchmark -Dhuhang.bench.sql=true   # and what was executed
 * </pre>
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "huhang.demo.enabled=false", "huhang.mail.send=false",
				"huhang.files.folder=${java.io.tmpdir}/huhang-bench-${random.uuid}",
				"camunda.bpm.job-execution.enabled=false", "spring.datasource.username=" + DurablePostgres.USER,
				"spring.datasource.password=", "logging.level.root=warn" })
@Import({ Cast.class, JourneyBenchmark.Counting.class })
@DisplayName("一件申报的全程：本系统与未改动的流程引擎")
class JourneyBenchmark {

	private static final int ROUNDS = Integer.getInteger("huhang.bench.rounds", 25);

	private static final int CASES = 4;

	private static final double MOST_TIME = 1.3;

	private static final double MOST_STATEMENTS = 1.0;

	private static final CountedStatements ours = new CountedStatements();

	private static final CountedStatements theirs = new CountedStatements();

	private static DurablePostgres server;

	// Rendering is measured by nobody here: the baseline makes no documents.
	@MockitoBean
	private CaseDossier noDocuments;

	private int enterprise;

	/** Puts the counter between the product and its database. */
	static class Counting implements BeanPostProcessor {

		@Override
		public Object postProcessAfterInitialization(Object bean, String name) {
			return (bean instanceof DataSource source) ? ours.of(source) : bean;
		}

	}

	/** What a block of journeys took. */
	record Block(double milliseconds, Count count) {
	}

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry properties) throws IOException, SQLException {
		// Ends with this JVM, after the product's context.
		server = new DurablePostgres();
		String url = server.newUrl("product");
		properties.add("spring.datasource.url", () -> url);
	}

	@Test
	@DisplayName("时间不超过1.3倍，语句不多于对方，单线程和四线程")
	void keepsUpWithTheEngineAsItShips(@Autowired ApplicationContext product) throws Exception {
		HikariConfig pool = new HikariConfig();
		pool.setJdbcUrl(server.newUrl("baseline"));
		pool.setMaximumPoolSize(20);
		try (HikariDataSource source = new HikariDataSource(pool);
				BaselineJourney baseline = new BaselineJourney(theirs.of(source))) {
			ProductJourney journey = new ProductJourney(product);
			compare(journey, baseline, 1, 8);
			List.of(ours, theirs).forEach(CountedStatements::forget);
			List<Result> results = List.of(compare(journey, baseline, 1, ROUNDS),
					compare(journey, baseline, 4, ROUNDS));
			results.forEach(System.out::println);
			printStatements();
			assertThat(results).allSatisfy(result -> {
				assertThat(result.statements()).isLessThanOrEqualTo(MOST_STATEMENTS);
				assertThat(result.time()).isLessThanOrEqualTo(MOST_TIME);
			});
		}
	}

	private Result compare(Journey journey, Journey baseline, int threads, int rounds) throws Exception {
		List<Block> product = new ArrayList<>();
		List<Block> engine = new ArrayList<>();
		for (int round = 0; round < rounds; round++) {
			// Each side goes first in every other round.
			if (round % 2 == 0) {
				product.add(run(journey, ours, threads));
				engine.add(run(baseline, theirs, threads));
			}
			else {
				engine.add(run(baseline, theirs, threads));
				product.add(run(journey, ours, threads));
			}
		}
		return new Result(threads, product, engine);
	}

	private Block run(Journey journey, CountedStatements counter, int threads) throws Exception {
		ExecutorService people = Executors.newFixedThreadPool(threads);
		try {
			List<Person> applicants = IntStream.range(0, threads * CASES)
				.mapToObj(index -> journey.newcomer(this.enterprise++))
				.toList();
			Count before = counter.count();
			long start = System.nanoTime();
			List<Begun> begun = all(people, applicants, journey::open);
			long opening = System.nanoTime() - start;
			Count opened = counter.count().minus(before);
			begun.forEach(journey::upload);
			before = counter.count();
			start = System.nanoTime();
			all(people, begun, item -> {
				journey.walk(item);
				return item;
			});
			return new Block((opening + System.nanoTime() - start) / 1e6 / begun.size(),
					opened.plus(counter.count().minus(before)));
		}
		finally {
			people.shutdown();
		}
	}

	private static <T, R> List<R> all(ExecutorService people, List<T> items, java.util.function.Function<T, R> work)
			throws InterruptedException, ExecutionException {
		List<Future<R>> running = people
			.invokeAll(items.stream().map(item -> (Callable<R>) () -> work.apply(item)).toList());
		List<R> results = new ArrayList<>();
		for (Future<R> result : running) {
			results.add(result.get());
		}
		return results;
	}

	private static void printStatements() {
		if (Boolean.getBoolean("huhang.bench.sql")) {
			for (CountedStatements side : List.of(ours, theirs)) {
				System.out.println("---- %s %.1f s".formatted((side == ours) ? "product" : "baseline",
						side.nanoseconds().values().stream().mapToLong(LongAdder::sum).sum() / 1e9));
				side.nanoseconds()
					.entrySet()
					.stream()
					.sorted(Comparator.comparingLong(entry -> -entry.getValue().sum()))
					.limit(130)
					.forEach(entry -> System.out.println("%d\t%.1f ms\t%s".formatted(
							side.bySql().getOrDefault(entry.getKey(), new LongAdder()).sum(),
							entry.getValue().sum() / 1e6, entry.getKey().replaceAll("\\s+", " "))));
			}
		}
	}

	/** Medians over all rounds. */
	record Result(int threads, List<Block> product, List<Block> engine) {

		double time() {
			return median(IntStream.range(0, this.product.size())
				.mapToDouble(i -> this.product.get(i).milliseconds() / this.engine.get(i).milliseconds()));
		}

		double statements() {
			return perCase(this.product, Count::statements) / perCase(this.engine, Count::statements);
		}

		private double perCase(List<Block> blocks, java.util.function.ToLongFunction<Count> what) {
			return median(blocks.stream().mapToDouble(block -> what.applyAsLong(block.count())))
					/ (this.threads * (double) CASES);
		}

		private static double median(java.util.stream.DoubleStream values) {
			double[] sorted = values.sorted().toArray();
			return sorted[sorted.length / 2];
		}

		@Override
		public String toString() {
			return "threads=%d time %.1f / %.1f ms, ratio %.2f; statements %.0f / %.0f, ratio %.2f; trips %.0f / %.0f; commits %.0f / %.0f"
				.formatted(this.threads, median(this.product.stream().mapToDouble(Block::milliseconds)),
						median(this.engine.stream().mapToDouble(Block::milliseconds)), time(),
						perCase(this.product, Count::statements), perCase(this.engine, Count::statements), statements(),
						perCase(this.product, Count::trips), perCase(this.engine, Count::trips),
						perCase(this.product, Count::commits), perCase(this.engine, Count::commits));
		}

	}

}
