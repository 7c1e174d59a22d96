package io.huhang.story;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import io.huhang.DurablePostgres;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Sixteen applicants submit while the product is killed at random points. More or fewer
 * kills, or the points of an earlier run:
 *
 * <pre>
 * mvn test -Dtest=KillTests -Dhuhang.kills=20 -Dhuhang.kill-seed=926
 * </pre>
 */
@Timeout(value = 900, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@DisplayName("进程被强行终止：已答复的申报、草稿和修订版一件不少、一件不重")
class KillTests {

	private static final String FILE = "./data/huhang";

	private static final int KILLS = Integer.getInteger("huhang.kills", 2);

	private static final long SEED = Long.getLong("huhang.kill-seed", System.nanoTime());

	// Until somebody's submission was answered: a few early kills in a row would prove
	// little.
	private static final int MOST_KILLS = KILLS + 20;

	private static final int KILLS_THAT_SHOW_A_LOSS = 10;

	@TempDir
	private static Path folder;

	private static KilledProduct product;

	private final Random random = new Random(SEED);

	private final Answers answers = new Answers();

	@BeforeAll
	static void prepare() throws IOException, InterruptedException {
		System.out.println("kills=%d seed=%d".formatted(KILLS, SEED));
		product = new KilledProduct(folder);
	}

	@Test
	@DisplayName("随产品发布的数据库地址：每次提交都立即写入文件")
	void packagedDatabaseWritesBeforeItAnswers() throws IOException {
		assertThat(packagedUrl()).startsWith("jdbc:h2:file:" + FILE + ";").contains(";WRITE_DELAY=0;");
	}

	@Test
	@DisplayName("随产品发布的 H2：每次 kill -9 之后，答复过的都在，一件不重")
	void losesNothingOnThePackagedDatabase() throws Exception {
		String url = packagedUrl().replace(FILE, folder.resolve("packaged").toString());

		for (int kill = 0; isWanted(kill); kill++) {
			this.answers.add(product.runUntilKilled(List.of("--spring.datasource.url=" + url), this.random));
			assertIntact(url + ";IFEXISTS=TRUE", "huhang");
		}

		assertBusy();
	}

	@Test
	@DisplayName("PostgreSQL：每次 kill -9 之后，答复过的都在，没有只办了一半的")
	void losesNothingOnPostgres() throws Exception {
		try (DurablePostgres server = new DurablePostgres()) {
			String url = server.newUrl("killed");
			for (int kill = 0; isWanted(kill); kill++) {
				this.answers.add(product.runUntilKilled(List.of("--spring.datasource.url=" + url,
						"--spring.datasource.username=" + DurablePostgres.USER), this.random));
				assertIntact(url, DurablePostgres.USER);
			}

			assertBusy();
		}
	}

	@Test
	@DisplayName("对照：H2 的默认地址会丢失已答复的内容，本测试能够发现")
	void findsTheLossOnTheDefaultUrlOfH2() throws Exception {
		String url = "jdbc:h2:file:" + folder.resolve("default");
		long lost = 0;

		for (int kill = 0; kill < KILLS_THAT_SHOW_A_LOSS && lost == 0; kill++) {
			this.answers.add(product.runUntilKilled(List.of("--spring.datasource.url=" + url), this.random));
			lost = lost(url);
		}

		assertThat(lost).as("%s", this.answers).isPositive();
	}

	private boolean isWanted(int kill) {
		return kill < KILLS || (kill < MOST_KILLS && this.answers.submitted().isEmpty());
	}

	// A product that refused everything would lose nothing.
	private void assertBusy() {
		assertThat(this.answers.opened()).as("%s", this.answers).hasSizeGreaterThan(KILLS);
		assertThat(this.answers.submitted()).as("%s", this.answers).isNotEmpty();
	}

	private void assertIntact(String url, String user) throws SQLException {
		try (Connection connection = DriverManager.getConnection(url, user, "")) {
			JdbcClient database = JdbcClient.create(new SingleConnectionDataSource(connection, true));
			boolean postgres = url.startsWith("jdbc:postgresql:");
			if (postgres) {
				assertDurable(database);
				awaitTheEndOfTheKilled(database);
			}
			assertHolds(database);
			assertOnce(database);
			if (postgres) {
				assertWhole(database);
				assertRecorded(database);
				assertNoGap(database);
			}
		}
	}

	private static void assertDurable(JdbcClient database) {
		assertThat(List.of("fsync", "synchronous_commit")).allSatisfy(
				setting -> assertThat(database.sql("show " + setting).query(String.class).single()).isEqualTo("on"));
	}

	// What the killed process had sent, the server still works on.
	private static void awaitTheEndOfTheKilled(JdbcClient database) {
		await().until(() -> database
			.sql("select count(*) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()")
			.query(Integer.class)
			.single() == 0);
	}

	private void assertHolds(JdbcClient database) {
		assertThat(map(database, "select number, uscc from application_case"))
			.containsAllEntriesOf(this.answers.opened());
		Map<String, String> versions = map(database, "select subject, version from draft_form");
		assertThat(this.answers.saved()).allSatisfy((number, version) -> assertThat(versions.get(number)).as(number)
			.isNotNull()
			.satisfies(found -> assertThat(Integer.parseInt(found)).isBetween(version, BusyApplicants.DRAFTS)));
		assertThat(list(database, "select case_number from application_revision order by case_number"))
			.containsAll(this.answers.submitted());
	}

	// A case and its instance are one fact, and so are a revision and the step it opens:
	// both or neither. On PostgreSQL only: H2 has been seen to keep an unanswered
	// command's instance, or its number, without the case.
	private static void assertWhole(JdbcClient database) {
		List<String> cases = list(database, "select number from application_case order by number");
		assertThat(list(database,
				"select business_key_ from act_ru_execution where parent_id_ is null and business_key_ like 'HH%'"
						+ " order by business_key_"))
			.isEqualTo(cases);
		assertThat(list(database,
				"select business_key_ from act_hi_procinst where business_key_ like 'HH%' order by business_key_"))
			.isEqualTo(cases);
		Map<String, String> steps = new TreeMap<>();
		cases.forEach(number -> steps.put(number, "fillCaseApplication"));
		list(database, "select case_number from application_revision")
			.forEach(number -> steps.put(number, "preCheckCase"));
		assertThat(list(database,
				"select e.business_key_ || ' ' || t.task_def_key_ from act_ru_execution e"
						+ " join act_ru_task t on t.proc_inst_id_ = e.id_ order by e.business_key_"))
			.isEqualTo(steps.entrySet().stream().map(step -> step.getKey() + " " + step.getValue()).toList());
	}

	private static void assertRecorded(JdbcClient database) {
		assertThat(list(database, "select subject from audit_entry where action = 'case.open' order by subject"))
			.isEqualTo(list(database, "select number from application_case order by number"));
		assertThat(list(database, "select subject from audit_entry where action = 'case.freeze' order by subject"))
			.isEqualTo(list(database,
					"select case_number || '/' || revision from application_revision order by case_number, revision"));
	}

	private static void assertNoGap(JdbcClient database) {
		assertThat(database.sql("select sum(last_given) from campaign_number").query(Integer.class).single())
			.isEqualTo(database.sql("select count(*) from application_case").query(Integer.class).single());
	}

	private static void assertOnce(JdbcClient database) {
		List<String> cases = list(database, "select number from application_case order by number");
		assertThat(cases).doesNotHaveDuplicates();
		assertThat(list(database, "select uscc from application_case")).doesNotHaveDuplicates();
		assertThat(list(database, "select subject from audit_entry where action = 'case.open'"))
			.doesNotHaveDuplicates();
		assertThat(list(database, "select subject from draft_form")).doesNotHaveDuplicates();
		List<String> revisions = list(database,
				"select case_number || '/' || revision from application_revision order by case_number, revision");
		assertThat(revisions).allSatisfy(revision -> assertThat(revision).endsWith("/1")).doesNotHaveDuplicates();
		assertThat(list(database, "select subject from audit_entry where action = 'case.freeze'"))
			.doesNotHaveDuplicates();
	}

	private long lost(String url) throws SQLException {
		try (Connection connection = DriverManager.getConnection(url + ";IFEXISTS=TRUE", "huhang", "")) {
			JdbcClient database = JdbcClient.create(new SingleConnectionDataSource(connection, true));
			Map<String, String> cases = map(database, "select number, uscc from application_case");
			List<String> revisions = list(database, "select case_number from application_revision");
			return this.answers.opened().keySet().stream().filter(number -> !cases.containsKey(number)).count()
					+ this.answers.submitted().stream().filter(number -> !revisions.contains(number)).count();
		}
	}

	private static List<String> list(JdbcClient database, String sql) {
		return database.sql(sql).query(String.class).list();
	}

	private static Map<String, String> map(JdbcClient database, String sql) {
		Map<String, String> rows = new HashMap<>();
		database.sql(sql).query((row, index) -> rows.put(row.getString(1), row.getString(2))).list();
		return rows;
	}

	private static String packagedUrl() throws IOException {
		return (String) new YamlPropertySourceLoader().load("packaged", new ClassPathResource("config/application.yml"))
			.get(0)
			.getProperty("spring.datasource.url");
	}

}
