package io.huhang.bench;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.huhang.DurablePostgres;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * From {@code java -jar} to the first answer on the port, the product against a jar that
 * holds only Camunda's web starter and its database driver, each on a database that it
 * has made before. Not part of the build:
 *
 * <pre>
 * mvn -q package -DskipTests
 * mvn -q package -f src/test/java/io/huhang/bench/bare/pom.xml
 * mvn -q test -Dtest=ColdStartBenchmark
 * </pre>
 */
@DisplayName("冷启动：本系统与只有流程引擎网页组件的程序")
class ColdStartBenchmark {

	private static final int STARTS = Integer.getInteger("huhang.bench.starts", 7);

	private static final double MOST_TIME = 1.6;

	@TempDir
	private Path folder;

	@Test
	@DisplayName("从启动到第一次应答不超过1.6倍")
	void startsNearlyAsFastAsTheBareStarter() throws Exception {
		try (DurablePostgres server = new DurablePostgres()) {
			List<String> product = List.of(jar(Path.of("target"), "huhang-"),
					"--spring.datasource.url=" + server.newUrl("product"), "--huhang.files.folder=files",
					"--huhang.mail.send=false", "--huhang.first-administrator.email=root@example.cn",
					"--huhang.first-administrator.name=子样例", "--huhang.first-administrator.password=Ceshi@2024-mima");
			List<String> bare = List.of(jar(Path.of("target", "bare-starter"), "bare-starter"),
					"--spring.datasource.url=" + server.newUrl("bare"));
			start(product);
			start(bare);
			List<Double> ours = new ArrayList<>();
			List<Double> theirs = new ArrayList<>();
			for (int i = 0; i < STARTS; i++) {
				ours.add(start(product));
				theirs.add(start(bare));
			}
			double ratio = median(IntStream.range(0, STARTS).mapToDouble(i -> ours.get(i) / theirs.get(i)));
			System.out.println("cold start %.2f / %.2f s, ratio %.2f".formatted(
					median(ours.stream().mapToDouble(x -> x)), median(theirs.stream().mapToDouble(x -> x)), ratio));
			assertThat(ratio).isLessThanOrEqualTo(MOST_TIME);
		}
	}

	private double start(List<String> arguments) throws IOException, InterruptedException {
		int port = freePort();
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Dfile.encoding=UTF-8",
						"-Dsun.jnu.encoding=UTF-8", "-jar"));
		command.addAll(arguments);
		command.addAll(List.of("--server.port=" + port, "--spring.datasource.username=" + DurablePostgres.USER,
				"--spring.datasource.password="));
		File log = this.folder.resolve("log").toFile();
		long begin = System.nanoTime();
		Process process = new ProcessBuilder(command).directory(this.folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(log)
			.start();
		try {
			while (!answers(port)) {
				assertThat(process.isAlive()).as(() -> read(log)).isTrue();
				LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
			}
			return (System.nanoTime() - begin) / 1e9;
		}
		finally {
			process.destroy();
			process.waitFor();
		}
	}

	private static boolean answers(int port) {
		try {
			HttpURLConnection connection = (HttpURLConnection) URI.create("http://localhost:" + port + "/")
				.toURL()
				.openConnection();
			connection.setInstanceFollowRedirects(false);
			return connection.getResponseCode() > 0;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static String jar(Path folder, String name) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter(file -> file.getFileName().toString().matches(name + ".*\\.jar"))
				.findFirst()
				.orElseThrow()
				.toAbsolutePath()
				.toString();
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private static double median(DoubleStream values) {
		double[] sorted = values.toArray();
		Arrays.sort(sorted);
		return sorted[sorted.length / 2];
	}

	private static String read(File log) {
		try {
			return Files.readString(log.toPath());
		}
		catch (IOException ex) {
			return ex.toString();
		}
	}

}
