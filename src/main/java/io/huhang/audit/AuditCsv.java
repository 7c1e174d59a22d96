package io.huhang.audit;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.huhang.campaign.ChineseDates;

/**
 * The record as a table that spreadsheets open and {@code src/docs/VerifyAudit.java}
 * verifies. A cell that a spreadsheet would compute gets an apostrophe in front, and so
 * does one that begins with an apostrophe: whoever verifies takes exactly one away.
 */
final class AuditCsv {

	/** Byte order mark and titles. */
	static final String HEAD = "\uFEFF" + row(List.of("序号", "时间", "操作人", "操作事项", "操作对象", "操作代码", "时间（UTC）", "校验值"));

	private static final String COMPUTED = "=+-@\t\r'＝＋－＠";

	private AuditCsv() {
	}

	static String line(AuditEntry entry, UnaryOperator<String> label) {
		return row(List.of(Long.toString(entry.position()), ChineseDates.second(entry.happenedAt()), entry.actor(),
				label.apply(entry.action()), entry.subject(), entry.action(), Seal.text(entry.happenedAt()),
				entry.hash()));
	}

	private static String row(List<String> cells) {
		return cells.stream().map(AuditCsv::cell).collect(Collectors.joining(",", "", "\r\n"));
	}

	private static String cell(String text) {
		String harmless = (!text.isEmpty() && COMPUTED.indexOf(text.charAt(0)) >= 0) ? "'" + text : text;
		boolean quoted = Stream.of(",", "\"", "\r", "\n").anyMatch(harmless::contains);
		return quoted ? "\"" + harmless.replace("\"", "\"\"") + "\"" : harmless;
	}

}
