package io.huhang.mail;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Repository;

/**
 * Every letter is a row, written in the transaction that causes it and sent afterwards
 * with its own retry, so that a dead mail server never blocks, repeats or loses a case.
 */
@Repository
public class Letters {

	/**
	 * Writes a letter in the caller's transaction. The same kind, number, recipient and
	 * step again is the same letter: nothing is written and its id is returned.
	 * @param kind the template's name
	 * @param model what the template shows; user text is escaped
	 * @throws IllegalArgumentException if there is no such template
	 */
	public UUID write(String kind, String subjectNumber, String step, String recipientEmail, String recipientName,
			Map<String, Object> model, List<LetterFile> files) {
		throw new UnsupportedOperationException();
	}

	/** The letter of this id. */
	public Optional<Letter> find(UUID id) {
		throw new UnsupportedOperationException();
	}

	/** The newest letters first, of one recipient or of all. */
	public List<Letter> latest(int limit, Optional<String> recipient) {
		throw new UnsupportedOperationException();
	}

	/** Lets a letter be sent again, whatever became of it. */
	public void resend(UUID id) {
		throw new UnsupportedOperationException();
	}

}
