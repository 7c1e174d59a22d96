package io.huhang.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;

import io.huhang.campaign.Campaign;
import io.huhang.mail.Letter;
import io.huhang.mail.LetterFilter;

/** What the page of letters is asked for; days as typed, both included. */
record LetterQuery(String state, String kind, String recipient, String number, String begin, String end) {

	LetterQuery {
		state = known(text(state));
		kind = text(kind);
		recipient = text(recipient);
		number = text(number);
		begin = text(begin);
		end = text(end);
	}

	private static String text(String given) {
		return (given != null) ? given.strip() : "";
	}

	// An address that somebody kept from another version still opens the page.
	private static String known(String state) {
		return Arrays.stream(Letter.State.values()).anyMatch(one -> one.name().equals(state)) ? state : "";
	}

	/** Whether it asks for less than all. */
	public boolean isNarrow() {
		return !(this.state + this.kind + this.recipient + this.number + this.begin + this.end).isEmpty();
	}

	/**
	 * The same for the letters of this mailbox, or of all.
	 * @throws java.time.DateTimeException if a day is none
	 */
	LetterFilter filter(Optional<String> mailbox) {
		return new LetterFilter(this.state, this.kind, this.recipient, this.number, day(this.begin, Instant.EPOCH, 0),
				day(this.end, LetterFilter.NEVER, 1), mailbox.orElse(""));
	}

	private static Instant day(String typed, Instant otherwise, int later) {
		return typed.isEmpty() ? otherwise
				: LocalDate.parse(typed).plusDays(later).atStartOfDay(Campaign.ZONE).toInstant();
	}

}
