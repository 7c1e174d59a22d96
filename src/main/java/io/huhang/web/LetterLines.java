package io.huhang.web;

import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.huhang.campaign.ChineseDates;
import io.huhang.mail.Letter;
import io.huhang.mail.Letter.State;
import io.huhang.mail.LetterDesk;
import io.huhang.mail.Letters;
import io.huhang.organization.Authorities;
import io.huhang.organization.Authority;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Letters as their page and the record of actions show them. */
@Component
class LetterLines {

	private static final Pattern BUSINESS_NUMBER = Pattern.compile("HH\\d{4}-.*|[0-9A-Z]{18}");

	private static final Pattern OF_A_LETTER = Pattern.compile(".*/([0-9a-f-]{36})");

	private final Letters letters;

	private final LetterDesk desk;

	private final Authorities authorities;

	private final boolean demo;

	LetterLines(Letters letters, LetterDesk desk, Authorities authorities,
			@Value("${huhang.demo.enabled:false}") boolean demo) {
		this.letters = letters;
		this.desk = desk;
		this.authorities = authorities;
		this.demo = demo;
	}

	/**
	 * One letter.
	 *
	 * @param number what it is about, as people call it: a letter about an account has no
	 * number that anybody knows
	 * @param cause why it did not leave, or was discarded; empty if nothing is to be said
	 */
	record Line(UUID id, String at, String recipient, String title, String kind, String number, String state,
			String cause, String sentAt, String keptUntil) {
	}

	Line of(Letter letter) {
		String kind = this.desk.kinds().getOrDefault(letter.kind(), letter.kind());
		return new Line(letter.id(), ChineseDates.minute(letter.createdAt()),
				letter.recipientName() + " <" + letter.recipientEmail() + ">", letter.title(), kind,
				number(letter, kind), state(letter), cause(letter),
				letter.sentAt().map(ChineseDates::minute).orElse(""),
				letter.keptUntil().map(ChineseDates::deadline).orElse(""));
	}

	/** What a person did something to, by what the record calls it. */
	String title(String subject) {
		Matcher letter = OF_A_LETTER.matcher(subject);
		return letter.matches() ? this.letters.find(UUID.fromString(letter.group(1)))
			.map(found -> "%s，致%s".formatted(found.title(), found.recipientName()))
			.orElse(subject) : subject;
	}

	/** What the record calls a letter: found by its number too. */
	static String subject(Letter letter) {
		return letter.subjectNumber() + "/" + letter.id();
	}

	private String number(Letter letter, String kind) {
		String number = letter.subjectNumber();
		return BUSINESS_NUMBER.matcher(number).matches() ? number
				: this.authorities.all()
					.stream()
					.filter(one -> one.key().equals(number))
					.map(Authority::name)
					.findFirst()
					.orElse(kind);
	}

	private String state(Letter letter) {
		return (letter.state() == State.WAITING && this.demo) ? "只在本页显示" : letter.state().label();
	}

	private static String cause(Letter letter) {
		if (letter.state() == State.DISCARDED) {
			return "原因：" + letter.remark();
		}
		return letter.lastError().isEmpty() ? "" : "已试%d次：%s".formatted(letter.attempts(), letter.lastError());
	}

}
