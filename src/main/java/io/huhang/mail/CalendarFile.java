package io.huhang.mail;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;

/**
 * A date to keep as an iCalendar file (RFC 5545). The same entry whichever letter names
 * it, so that a moved date replaces the earlier one in the reader's calendar. Written by
 * hand: the library at hand folds lines by characters, and a Chinese line of 75 of them
 * has three times the octets that a calendar must read (ADR 15).
 */
final class CalendarFile {

	static final String NAME = "截止日程.ics";

	static final String TYPE = "text/calendar; charset=UTF-8; method=PUBLISH";

	/** The entry lies before the exclusive instant, on the last day that counts. */
	private static final Duration LENGTH = Duration.ofHours(1);

	private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	private static final int OCTETS_A_LINE = 75;

	private CalendarFile() {
	}

	/**
	 * The file of a letter that names a date.
	 * @param label how the calendar calls it
	 * @param domain the part of its UID after the @
	 */
	static byte[] of(Letter letter, DateToKeep date, String label, String domain) {
		StringBuilder file = new StringBuilder();
		for (String line : lines(letter, date, label, domain)) {
			fold(line, file);
		}
		return file.toString().getBytes(StandardCharsets.UTF_8);
	}

	private static List<String> lines(Letter letter, DateToKeep date, String label, String domain) {
		Instant end = date.until();
		String uid = "%s.%s@%s".formatted(date.key(), letter.subjectNumber(), domain);
		String summary = text("%s（%s）".formatted(label, letter.subjectNumber()));
		return List.of("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//huhang//letters//ZH", "METHOD:PUBLISH",
				"BEGIN:VEVENT", "UID:" + text(uid), "SEQUENCE:" + date.sequence(),
				"DTSTAMP:" + UTC.format(letter.createdAt()), "DTSTART:" + UTC.format(end.minus(LENGTH)),
				"DTEND:" + UTC.format(end), "SUMMARY:" + summary, "DESCRIPTION:" + text(letter.title()),
				"TRANSP:TRANSPARENT", "BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:-P1D", "DESCRIPTION:" + summary,
				"END:VALARM", "END:VEVENT", "END:VCALENDAR");
	}

	// Whatever people typed stays one value (3.3.11).
	private static String text(String value) {
		return value.replace("\\", "\\\\")
			.replace(";", "\\;")
			.replace(",", "\\,")
			.replaceAll("\\R", "\\\\n")
			.replaceAll("\\p{Cc}", " ");
	}

	// Never within a character (3.1).
	private static void fold(String line, StringBuilder file) {
		int octets = 0;
		for (int position = 0; position < line.length();) {
			String character = Character.toString(line.codePointAt(position));
			int length = character.getBytes(StandardCharsets.UTF_8).length;
			if (octets + length > OCTETS_A_LINE) {
				file.append("\r\n ");
				octets = 1;
			}
			file.append(character);
			octets += length;
			position += character.length();
		}
		file.append("\r\n");
	}

}
