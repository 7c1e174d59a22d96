package io.huhang.mail;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.huhang.mail.LetterTemplates.Rendered;
import org.springframework.stereotype.Component;

/**
 * Every letter is a row, written in the transaction that causes it and sent afterwards
 * with its own retry, so that a dead mail server never blocks, repeats or loses a case.
 */
@Component
public class Letters {

	private final LetterRows rows;

	private final LetterTemplates templates;

	private final Clock clock;

	Letters(LetterRows rows, LetterTemplates templates, Clock clock) {
		this.rows = rows;
		this.templates = templates;
		this.clock = clock;
	}

	/**
	 * Writes a letter in the caller's transaction. The same kind, number, recipient and
	 * step again is the same letter: nothing is written and its id is returned.
	 * @param kind the template's name
	 * @param model what the template shows, user text is escaped; the notice's contacts
	 * and number are there already. Where the template names a date to keep, its instant
	 * travels as a calendar entry too
	 * @throws IllegalArgumentException if there is no such template or the model lacks
	 * what it needs
	 */
	public UUID write(String kind, String subjectNumber, String step, String recipientEmail, String recipientName,
			Map<String, Object> model, List<LetterFile> files) {
		Map<String, Object> complete = new HashMap<>(model);
		complete.put("recipientName", recipientName);
		complete.putIfAbsent("number", subjectNumber);
		Rendered rendered = this.templates.render(kind, complete);
		return this.rows.insertOnce(new Letter(UUID.randomUUID(), kind, subjectNumber, step, recipientEmail,
				recipientName, rendered.title(), rendered.words(), Letter.State.WAITING, 0, 0, "", "",
				this.clock.instant(), Optional.empty(), rendered.date(), List.copyOf(files)));
	}

	/** The letter as HTML, with the frame that all letters share. */
	public String html(Letter letter) {
		return this.templates.framed(letter.title(), letter.words());
	}

	/** The same without markup. */
	public String text(Letter letter) {
		return letter.words().isEmpty() ? "" : PlainText.of(html(letter));
	}

	/** The letter of this id. */
	public Optional<Letter> find(UUID id) {
		return this.rows.find(id);
	}

	/** The newest letters first, to one address or to all. */
	public List<Letter> latest(int limit, Optional<String> recipientEmail) {
		return this.rows.page(LetterFilter.all(recipientEmail), 0, limit);
	}

}
