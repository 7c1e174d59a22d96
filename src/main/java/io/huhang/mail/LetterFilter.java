package io.huhang.mail;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * Which letters are wanted; an empty text asks for all.
 *
 * @param state a {@link Letter.State}
 * @param kind the template
 * @param recipient part of a name or an address
 * @param number part of the number it is about
 * @param begin the first instant at which it may have been written
 * @param end the first instant that is too late
 * @param mailbox the only address whose letters are wanted
 */
public record LetterFilter(String state, String kind, String recipient, String number, Instant begin, Instant end,
		String mailbox) {

	/** Long after every letter. */
	public static final Instant NEVER = Instant.parse("9000-01-01T00:00:00Z");

	static LetterFilter all(Optional<String> mailbox) {
		return new LetterFilter("", "", "", "", Instant.EPOCH, NEVER, mailbox.orElse(""));
	}

	/** All that SQL's {@code like} reads as a sign stands for itself. */
	String recipientPattern() {
		return pattern(this.recipient.toLowerCase(Locale.ROOT));
	}

	String numberPattern() {
		return pattern(this.number.toLowerCase(Locale.ROOT));
	}

	private static String pattern(String typed) {
		return "%" + typed.strip().replaceAll("[\\\\%_]", "\\\\$0") + "%";
	}

}
