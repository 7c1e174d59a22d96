package io.huhang;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import org.awaitility.Awaitility;

/**
 * An S3 server with two buckets, as a child process on a free port: starts at the first
 * call and ends with this JVM.
 */
public final class S3Server {

	public static final String BUCKET = "huhang";

	public static final String SECOND_BUCKET = "second";

	private static S3Server shared;

	private final Process process;

	private final Path folder;

	private final int port;

	private S3Server(Process process, Path folder, int port) {
		this.process = process;
		this.folder = folder;
		this.port = port;
	}

	/** The server of this JVM, once it answers. */
	public static synchronized S3Server shared() throws IOException {
		if (shared == null) {
			shared = start();
		}
		return shared;
	}

	private static S3Server start() throws IOException {
		Path folder = Files.createTempDirectory(Path.of("target"), "s3").toAbsolutePath();
		int port = freePort();
		List<String> command = List.of(ProcessHandle.current().info().command().orElseThrow(), "-jar", jar(),
				"--server.port=0", "--http.port=" + port, "--com.adobe.testing.s3mock.store.root=" + folder,
				"--com.adobe.testing.s3mock.store.initial-buckets=" + BUCKET + "," + SECOND_BUCKET);
		Process process = new ProcessBuilder(command)
			// Away from our config/, which it would take for its own.
			.directory(folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(folder.resolveSibling(folder.getFileName() + ".log").toFile())
			.start();
		Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
		S3Server server = new S3Server(process, folder, port);
		Awaitility.await()
			.atMost(Duration.ofMinutes(5))
			.pollInterval(Duration.ofMillis(200))
			.until(() -> server.answers());
		return server;
	}

	private static String jar() {
		return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter(entry -> entry.matches(".*s3mock-[^/\\\\]*-exec\\.jar"))
			.findFirst()
			.orElseThrow();
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private boolean answers() {
		if (!this.process.isAlive()) {
			throw new IllegalStateException("the S3 server ended, see " + this.folder + ".log");
		}
		try {
			HttpURLConnection connection = (HttpURLConnection) endpoint().resolve("/" + SECOND_BUCKET)
				.toURL()
				.openConnection();
			connection.setRequestMethod("HEAD");
			return connection.getResponseCode() == 200;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** Where it answers. */
	public URI endpoint() {
		return URI.create("http://localhost:" + this.port);
	}

	/** Where it keeps its objects. */
	public Path folder() {
		return this.folder;
	}

}
