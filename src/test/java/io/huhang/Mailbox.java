package io.huhang;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.huhang.mail.Letter;
import io.huhang.mail.Letters;

import org.springframework.boot.test.context.TestComponent;

/** What lies in somebody's mailbox. */
@TestComponent
public class Mailbox {

	private static final Pattern LINK = Pattern.compile("https?://[^/\"]+(/[^\"]+)");

	private final Letters letters;

	Mailbox(Letters letters) {
		this.letters = letters;
	}

	/** The kinds of all letters to this address, the newest first. */
	public List<String> kinds(String email) {
		return this.letters.latest(100, Optional.of(email)).stream().map(Letter::kind).toList();
	}

	/** What the newest letter to this address says. */
	public String newest(String email) {
		return this.letters.html(this.letters.latest(1, Optional.of(email)).get(0));
	}

	/** Where the button of the newest letter to this address leads. */
	public String link(String email) {
		Matcher link = LINK.matcher(newest(email));
		if (!link.find()) {
			throw new IllegalStateException("the letter has no link");
		}
		return link.group(1);
	}

}
