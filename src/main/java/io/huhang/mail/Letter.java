package io.huhang.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A letter as written, whether sent or not.
 *
 * @param kind the template, such as {@code case-filed}
 * @param subjectNumber the number of the case, recommendation or region it is about
 * @param step what makes it the only one of its kind for this recipient, such as
 * {@code revision-2}
 * @param words what it says, as HTML without the frame that all letters share; empty once
 * they are forgotten
 * @param resends how often a person asked to send it again
 * @param lastError why the last attempt failed, without names or addresses; empty if it
 * did not
 */
public record Letter(UUID id, String kind, String subjectNumber, String step, String recipientEmail,
		String recipientName, String title, String words, State state, int attempts, int resends, String lastError,
		Instant createdAt, Optional<Instant> sentAt, List<LetterFile> files) {

	/**
	 * Whether it carries a one-time link: nobody but its reader may see its words once it
	 * has left.
	 */
	boolean isSecret() {
		return this.kind.startsWith("account-");
	}

	/** What became of a letter. */
	public enum State {

		/** Not sent yet; in the demo, for good. */
		WAITING,
		/** Taken by the mail server. */
		SENT,
		/** Given up after the last attempt; a person may resend it. */
		FAILED

	}

}
