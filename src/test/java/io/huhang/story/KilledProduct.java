package io.huhang.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.huhang.Cast;

/**
 * Starts {@link BusyApplicants} on a database and kills it, again and again. The first
 * start only leaves an archive of its loaded classes, which makes each further one twice
 * as fast.
 */
final class KilledProduct {

	private static final int ENTERPRISES_OF_A_RUN = 10_000;

	private static final int MOST_ANSWERS = 200;

	private static final int MOST_MILLISECONDS = 1500;

	// Some begin by failing: sixteen first numbers in one instant, with traces of the
	// engine.
	private static final int MOST_OTHER_LINES = 20_000;

	private final Path folder;

	private final List<String> archived = new ArrayList<>();

	private int runs;

	/** Prepares the class path and its archive in this folder. */
	KilledProduct(Path folder) throws IOException, InterruptedException {
		this.folder = folder;
		Path archive = folder.resolve("classes.jsa");
		String path = classPath();
		Process training = start(List.of("-cp", path, "-XX:ArchiveClassesAtExit=" + archive,
				"-Dspring.context.exit=onRefresh", "-Xlog:disable", "-Xlog:all=off"),
				List.of("--spring.datasource.url=jdbc:h2:mem:training"));
		training.getInputStream().transferTo(OutputStream.nullOutputStream());
		training.waitFor();
		this.archived.addAll(List.of("-cp", path, "-XX:SharedArchiveFile=" + archive, "-Xshare:auto"));
	}

	/**
	 * Lets the applicants work on this database and kills them after a random number of
	 * answers or a random time after the first one.
	 * @param database the product's arguments that name the database
	 * @return every line that came out
	 */
	List<String> runUntilKilled(List<String> database, Random random) throws IOException, InterruptedException {
		// A count reaches the end of a case on a slow machine too.
		boolean byCount = random.nextInt(4) > 0;
		int answers = byCount ? 1 + random.nextInt(MOST_ANSWERS) : Integer.MAX_VALUE;
		int milliseconds = random.nextInt(MOST_MILLISECONDS);
		Process product = start(this.archived,
				Stream.concat(database.stream(), Stream.of("--first-enterprise=" + this.runs++ * ENTERPRISES_OF_A_RUN))
					.toList());
		try (BufferedReader lines = product.inputReader(StandardCharsets.UTF_8)) {
			return read(lines, product.toHandle(), answers, byCount ? -1 : milliseconds);
		}
		finally {
			product.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
		}
	}

	// What is still in the pipe after the kill has been answered too; the handle leaves
	// it open.
	private static List<String> read(BufferedReader lines, ProcessHandle product, int answers, int milliseconds)
			throws IOException {
		List<String> output = new ArrayList<>();
		int answered = 0;
		for (String line = lines.readLine(); line != null; line = lines.readLine()) {
			output.add(line);
			answered += Answers.isAnswer(line) ? 1 : 0;
			if (output.size() - answered > MOST_OTHER_LINES) {
				product.destroyForcibly();
				throw failure("refuses its applicants", output);
			}
			if (answered == answers) {
				product.destroyForcibly();
			}
			if (answered == 1 && Answers.isAnswer(line) && milliseconds >= 0) {
				CompletableFuture.delayedExecutor(milliseconds, TimeUnit.MILLISECONDS)
					.execute(product::destroyForcibly);
			}
		}
		if (answered == 0) {
			throw failure("ended before its first answer", output);
		}
		return output;
	}

	private static IllegalStateException failure(String what, List<String> output) {
		return new IllegalStateException("the product %s:\n%s".formatted(what, String.join("\n", output)));
	}

	private Process start(List<String> ofTheMachine, List<String> ofTheProduct) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-XX:+UseSerialGC", "-Duser.timezone=Asia/Shanghai", "-Dfile.encoding=UTF-8"));
		command.addAll(ofTheMachine);
		command.add(BusyApplicants.class.getName());
		command.addAll(List.of("--huhang.demo.enabled=false", "--huhang.mail.send=false",
				"--huhang.files.folder=" + this.folder.resolve("files"), "--camunda.bpm.job-execution.enabled=false",
				"--huhang.first-administrator.email=first@example.cn", "--huhang.first-administrator.name=首任",
				"--huhang.first-administrator.password=" + Cast.PASSWORD, "--spring.main.banner-mode=off",
				"--logging.level.root=warn"));
		command.addAll(ofTheProduct);
		return new ProcessBuilder(command).directory(this.folder.toFile()).redirectErrorStream(true).start();
	}

	// An archive of classes wants files on its class path, not folders.
	private String classPath() throws IOException {
		List<String> entries = new ArrayList<>();
		for (String entry : System.getProperty("java.class.path").split(System.getProperty("path.separator"))) {
			Path path = Path.of(entry);
			entries.add(Files.isDirectory(path) ? pack(path, this.folder.resolve(path.getFileName() + ".jar")) : entry);
		}
		return String.join(System.getProperty("path.separator"), entries);
	}

	private static String pack(Path classes, Path jar) throws IOException {
		try (Stream<Path> all = Files.walk(classes);
				ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
			out.setLevel(Deflater.NO_COMPRESSION);
			for (Path path : all.sorted().toList()) {
				String name = classes.relativize(path).toString().replace('\\', '/');
				if (Files.isRegularFile(path)) {
					out.putNextEntry(new ZipEntry(name));
					Files.copy(path, out);
				}
				else if (!name.isEmpty()) {
					out.putNextEntry(new ZipEntry(name + "/"));
				}
			}
		}
		return jar.toString();
	}

}
