package io.huhang.mail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import io.huhang.DurablePostgres;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two thousand people are told while the sending process is killed at random points. More
 * kills, or the points of an earlier run:
 *
 * <pre>
 * mvn test -Dtest=LetterKillTests -Dhuhang.kills=20 -Dhuhang.kill-seed=926
 * </pre>
 */
@Timeout(value = 600, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
@DisplayName("发信进程被强行终止：一封不少，只有服务器收下与登记之间的几封可能重复")
class LetterKillTests {

	private static final int KILLS = Integer.getInteger("huhang.kills", 2);

	private static final long SEED = Long.getLong("huhang.kill-seed", System.nanoTime());

	private static final int MOST_MICROSECONDS = 20_000;

	@TempDir
	private Path folder;

	private final Random random = new Random(SEED);

	/** What the server had taken last when the process ended, a few for each kill. */
	private final List<String> last = new ArrayList<>();

	@Test
	@DisplayName("PostgreSQL：2000人，每次 kill -9 之后接着发，外部收信服务器逐封核对邮件标识")
	void losesNoLetterAndDoublesOnlyWhatWasOnItsWay() throws Exception {
		try (DurablePostgres server = new DurablePostgres(); SmtpSink sink = new SmtpSink()) {
			DriverManagerDataSource source = new DriverManagerDataSource(server.newUrl("told"), DurablePostgres.USER,
					"");
			Flyway.configure().dataSource(source).locations("classpath:db/migration").load().migrate();

			for (int kill = 1; kill <= KILLS; kill++) {
				runUntilKilled(source.getUrl(), sink, kill);
			}
			end(start(source.getUrl(), sink), 0);

			assertDelivered(source, sink.taken());
		}
	}

	private void assertDelivered(DriverManagerDataSource source, List<String> taken) {
		List<String> written = JdbcClient.create(source)
			.sql("select '<' || cast(id as varchar(36)) || '.0@huhang.example.com>' from mail_letter"
					+ " where state = 'SENT' and resends = 0")
			.query(String.class)
			.list();
		assertThat(written).hasSize(ToldPeople.PEOPLE);
		assertThat(new HashSet<>(taken)).isEqualTo(new HashSet<>(written));
		Set<String> once = new HashSet<>();
		List<String> doubles = taken.stream().filter(id -> !once.add(id)).toList();
		System.out.println("letters: kills=%d seed=%d taken=%d doubles=%d %s".formatted(KILLS, SEED, taken.size(),
				doubles.size(), doubles));
		// One that was on its way at two ends in a row leaves a third time.
		assertThat(doubles).allSatisfy(id -> assertThat(Collections.frequency(doubles, id))
			.isLessThanOrEqualTo(Collections.frequency(this.last, id)));
	}

	// Kills when the server has taken so many more: before it tells, or a little later.
	private void runUntilKilled(String url, SmtpSink sink, int kill) throws Exception {
		int share = ToldPeople.PEOPLE / (KILLS + 1);
		int earlier = sink.taken().size();
		int at = earlier + 1 + this.random.nextInt(share);
		boolean before = this.random.nextBoolean();
		int pause = this.random.nextInt(MOST_MICROSECONDS);
		Process sender = start(url, sink);
		sink.watch(count -> {
			if (count == at && before) {
				sender.destroyForcibly().onExit().join();
			}
			else if (count == at) {
				CompletableFuture.delayedExecutor(pause, TimeUnit.MICROSECONDS).execute(sender::destroyForcibly);
			}
		});
		end(sender, 128 + 9);
		List<String> taken = sink.taken();
		this.last.addAll(taken.subList(Math.max(earlier, taken.size() - Unrecorded.MOST), taken.size()));
	}

	private void end(Process sender, int status) throws Exception {
		assertThat(sender.waitFor(300, TimeUnit.SECONDS)).isTrue();
		assertThat(sender.exitValue()).as(Files.readString(output())).isEqualTo(status);
	}

	private Path output() {
		return this.folder.resolve("output");
	}

	private Process start(String url, SmtpSink sink) throws IOException {
		return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Duser.timezone=Asia/Shanghai", "-cp",
				System.getProperty("java.class.path"), ToldPeople.class.getName(), url, DurablePostgres.USER,
				Integer.toString(sink.port()))
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.appendTo(output().toFile()))
			.start();
	}

}
