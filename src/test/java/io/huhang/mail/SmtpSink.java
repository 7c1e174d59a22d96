package io.huhang.mail;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;

/**
 * A mail server of a few lines: answers as a test wants and remembers the Message-IDs of
 * what it has taken, in this order and as often as it took them.
 */
public final class SmtpSink implements AutoCloseable {

	/** An answer: the line is cut instead. */
	static final String CUT = "cut";

	/**
	 * The step within the words of a mail; every other answer than {@link #CUT} reads on.
	 */
	static final String WORDS = "words";

	/** The step after the last line of a mail, before it is taken. */
	static final String END = "end";

	/** The step after it was taken, before anybody is told. */
	static final String TAKEN = "taken";

	private final ServerSocket socket = listen();

	private final List<String> taken = new ArrayList<>();

	private final AtomicInteger connections = new AtomicInteger();

	private volatile UnaryOperator<String> script = step -> "";

	private volatile IntConsumer watcher = count -> {
	};

	public SmtpSink() {
		start(this::accept);
	}

	private static ServerSocket listen() {
		try {
			return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public int port() {
		return this.socket.getLocalPort();
	}

	/** What it answers at a step, such as RCPT; empty for what is usual. */
	void answers(UnaryOperator<String> script) {
		this.script = script;
	}

	/** Tells how many it has taken, before whoever sent it is told. */
	void watch(IntConsumer watcher) {
		this.watcher = watcher;
	}

	/** The Message-IDs of what it has taken. */
	public List<String> taken() {
		synchronized (this.taken) {
			return List.copyOf(this.taken);
		}
	}

	int connections() {
		return this.connections.get();
	}

	private void accept() {
		while (!this.socket.isClosed()) {
			try {
				Socket client = this.socket.accept();
				this.connections.incrementAndGet();
				start(() -> serve(client));
			}
			catch (IOException ex) {
				return;
			}
		}
	}

	private static void start(Runnable work) {
		Thread thread = new Thread(work, "smtp-sink");
		thread.setDaemon(true);
		thread.start();
	}

	private void serve(Socket client) {
		try (client;
				BufferedReader in = new BufferedReader(new InputStreamReader(
						new BufferedInputStream(client.getInputStream()), StandardCharsets.ISO_8859_1))) {
			client.setTcpNoDelay(true);
			OutputStream out = client.getOutputStream();
			boolean open = answer(out, "BEGIN", "220 sink");
			for (String line = open ? in.readLine() : null; line != null; line = open ? in.readLine() : null) {
				String verb = line.split("[ :]", 2)[0].toUpperCase(Locale.ROOT);
				open = verb.equals("DATA") ? data(in, out) : answer(out, verb, usual(verb));
			}
		}
		catch (IOException ex) {
			// Whoever sends was killed or gave up: what tests are about.
			return;
		}
	}

	private static String usual(String verb) {
		return verb.equals("QUIT") ? "221 bye" : "250 ok";
	}

	private boolean data(BufferedReader in, OutputStream out) throws IOException {
		String begin = this.script.apply("DATA");
		if (!begin.isEmpty()) {
			return say(out, begin);
		}
		say(out, "354 go on");
		String id = "";
		for (String line = in.readLine(); !".".equals(line); line = in.readLine()) {
			if (line == null
					|| (id.isEmpty() && line.startsWith("Message-ID: ") && CUT.equals(this.script.apply(WORDS)))) {
				return false;
			}
			id = line.startsWith("Message-ID: ") ? line.substring("Message-ID: ".length()) : id;
		}
		String end = this.script.apply(END);
		return end.isEmpty() ? take(id, out) : say(out, end);
	}

	private boolean take(String id, OutputStream out) throws IOException {
		int count;
		synchronized (this.taken) {
			this.taken.add(id);
			count = this.taken.size();
		}
		this.watcher.accept(count);
		return answer(out, TAKEN, "250 taken");
	}

	private boolean answer(OutputStream out, String step, String usual) throws IOException {
		String wanted = this.script.apply(step);
		return say(out, wanted.isEmpty() ? usual : wanted) && !step.equals("QUIT");
	}

	private static boolean say(OutputStream out, String answer) throws IOException {
		if (answer.equals(CUT)) {
			return false;
		}
		out.write((answer + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
		return true;
	}

	@Override
	public void close() throws IOException {
		this.socket.close();
	}

}
