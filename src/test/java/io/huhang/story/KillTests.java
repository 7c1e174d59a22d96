package io.huhang.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("默认数据库：进程被强行终止，已答复的申报和草稿一件不少、一件不重")
class KillTests {

	private static final String FILE = "./data/huhang";

	private static final int ANSWERS_BEFORE_THE_KILL = 60;

	@TempDir
	private Path folder;

	private final List<String> output = new ArrayList<>();

	@Test
	@DisplayName("随产品发布的数据库地址：提交即落盘")
	void packagedDatabaseWritesBeforeItAnswers() throws IOException {
		assertThat(packagedUrl()).startsWith("jdbc:h2:file:" + FILE + ";").contains(";WRITE_DELAY=0;");
	}

	@Test
	@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
	@DisplayName("两次 kill -9：答复过的编号和草稿版本都在，没有只办了一半的申报")
	void losesNothingThatWasAnswered() throws Exception {
		String url = packagedUrl().replace(FILE, this.folder.resolve("huhang").toString());

		runUntilKilled(url);
		runUntilKilled(url);

		assertThat(opened()).as("answers:\n%s", String.join("\n", this.output)).hasSizeGreaterThan(10);
		try (var connection = DriverManager.getConnection(url + ";IFEXISTS=TRUE", "huhang", "")) {
			JdbcClient database = JdbcClient.create(new SingleConnectionDataSource(connection, true));
			assertHolds(database);
			assertWhole(database);
		}
	}

	private void assertHolds(JdbcClient database) throws SQLException {
		assertThat(map(database, "select number, uscc from application_case")).containsAllEntriesOf(opened());
		Map<String, String> versions = map(database, "select subject, version from application_draft");
		assertThat(saved()).isNotEmpty()
			.allSatisfy((number, version) -> assertThat(Integer.parseInt(versions.getOrDefault(number, "0"))).as(number)
				.isGreaterThanOrEqualTo(version));
	}

	// A case and its instance are one fact: both or neither.
	private static void assertWhole(JdbcClient database) {
		List<String> cases = database.sql("select number from application_case order by number")
			.query(String.class)
			.list();
		assertThat(cases).doesNotHaveDuplicates();
		assertThat(database
			.sql("select e.business_key_ from act_ru_execution e join act_ru_task t on t.proc_inst_id_ = e.id_"
					+ " order by e.business_key_")
			.query(String.class)
			.list()).isEqualTo(cases);
		assertThat(database.sql("select subject from audit_entry where action = 'case.open' order by subject")
			.query(String.class)
			.list()).isEqualTo(cases);
		assertThat(database.sql("select sum(last_given) from application_number").query(Integer.class).single())
			.isEqualTo(cases.size());
	}

	private void runUntilKilled(String url) throws IOException, InterruptedException {
		Process product = start(url);
		try (BufferedReader lines = product.inputReader(StandardCharsets.UTF_8)) {
			int answers = 0;
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				this.output.add(line);
				answers += isAnswer(line) ? 1 : 0;
				if (answers == ANSWERS_BEFORE_THE_KILL) {
					// What is still in the pipe has been answered too; the handle leaves
					// it open.
					product.toHandle().destroyForcibly();
				}
			}
		}
		finally {
			product.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
		}
	}

	private Process start(String url) throws IOException {
		return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-Duser.timezone=Asia/Shanghai", "-Dfile.encoding=UTF-8", "-cp",
				System.getProperty("java.class.path"), BusyApplicants.class.getName(), "--spring.datasource.url=" + url,
				"--server.port=0", "--huhang.demo.enabled=false", "--huhang.mail.send=false",
				"--huhang.files.folder=" + this.folder.resolve("files"), "--camunda.bpm.job-execution.enabled=false",
				"--spring.main.banner-mode=off", "--logging.level.root=warn")
			.directory(this.folder.toFile())
			.redirectErrorStream(true)
			.start();
	}

	private Map<String, String> opened() {
		Map<String, String> opened = new HashMap<>();
		answers(BusyApplicants.OPENED)
			.forEach(words -> assertThat(opened.put(words[1], words[2])).as(words[1]).isNull());
		return opened;
	}

	private Map<String, Integer> saved() {
		Map<String, Integer> saved = new HashMap<>();
		answers(BusyApplicants.SAVED).forEach(words -> saved.merge(words[1], Integer.valueOf(words[2]), Math::max));
		return saved;
	}

	private List<String[]> answers(String what) {
		return this.output.stream()
			.filter(KillTests::isAnswer)
			.map(line -> line.split(" "))
			.filter(words -> words[0].equals(what))
			.toList();
	}

	private static boolean isAnswer(String line) {
		return line.matches(
				"(%s|%s) \\S+ \\S+ \\%s".formatted(BusyApplicants.OPENED, BusyApplicants.SAVED, BusyApplicants.END));
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
