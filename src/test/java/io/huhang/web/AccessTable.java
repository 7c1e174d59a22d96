package io.huhang.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import io.huhang.Cast;
import io.huhang.organization.Person;

import org.springframework.core.io.ClassPathResource;

/** The rows of {@code access/table.txt}, whose head says how to read and write them. */
record AccessTable(List<Row> rows) {

	/** The columns; the first is somebody who is not logged in. */
	static final List<Person> PEOPLE = List.of(Cast.APPLICANT_A, Cast.OFFICER, Cast.HEAD, Cast.LEADER,
			Cast.MIIT_OFFICER, Cast.MIIT_HEAD, Cast.MIIT_LEADER, Cast.COORDINATOR, Cast.EXPERT, Cast.AUDITOR,
			Cast.ADMINISTRATOR);

	/**
	 * One request.
	 *
	 * @param step the user task that is open then; empty where none is needed
	 * @param object whose things the placeholders stand for: own, foreign or any
	 * @param cells what each column is answered
	 */
	record Row(int line, String step, String method, String uri, String body, String object, List<String> cells) {

		boolean changes() {
			return !List.of("GET", "HEAD", "OPTIONS").contains(this.method);
		}

		/** Whether it names something that could also be missing. */
		boolean namesAnObject() {
			return this.uri.matches(".*\\$(task|case|list|file|user|person|colleague|filter|definition).*")
					// The engine shows comments to those who may read all history, and to
					// nobody else.
					&& !this.uri.endsWith("/comment");
		}

		/** The same line with these cells. */
		String answered(List<String> answers) {
			String request = this.body.isEmpty() ? request() : request() + " <- " + this.body;
			String cells = answers.stream().map("%5s"::formatted).collect(Collectors.joining(" "));
			return "%-110s | %-7s | %s".formatted(request, this.object, cells);
		}

		String request() {
			return this.method + " " + this.uri;
		}

		@Override
		public String toString() {
			return "line %d: %s (%s)".formatted(this.line, request(), this.object);
		}

	}

	static AccessTable read() {
		List<Row> rows = new ArrayList<>();
		String step = "";
		int number = 0;
		for (String line : lines()) {
			number++;
			if (line.startsWith("==")) {
				step = line.substring(2).strip().split(" ")[0].replace("-", "");
			}
			else if (!line.isBlank() && !line.startsWith("#")) {
				rows.add(row(number, step, line));
			}
		}
		return new AccessTable(rows);
	}

	private static Row row(int number, String step, String line) {
		String[] parts = line.split("\\s+\\|\\s+");
		if (parts.length != 3) {
			throw new IllegalArgumentException("line %d is not request | object | cells".formatted(number));
		}
		String[] request = parts[0].split("\\s+<-\\s+");
		String[] target = request[0].split("\\s+");
		List<String> cells = Arrays.asList(parts[2].strip().split("\\s+"));
		if (cells.size() != PEOPLE.size() + 1) {
			throw new IllegalArgumentException(
					"line %d has %d cells, not %d".formatted(number, cells.size(), PEOPLE.size() + 1));
		}
		return new Row(number, step, target[0], target[1], (request.length > 1) ? request[1] : "", parts[1], cells);
	}

	private static List<String> lines() {
		try {
			return new ClassPathResource("access/table.txt").getContentAsString(StandardCharsets.UTF_8)
				.lines()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
