package io.huhang.mail;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A letter as written, whether sent or not.
 *
 * @param kind the template, such as {@code case-filed}
 * @param subjectNumber the number of the case, recommendation or region it is about, or
 * the id of an account, request or claim
 * @param step what makes it the only one of its kind for this recipient, such as
 * {@code revision-2}
 * @param words what it says, as HTML without the frame that all letters share; empty once
 * they are forgotten
 * @param attempts how many attempts failed, or led to its being sent
 * @param resends how often a person asked to send it again
 * @param lastError why the last attempt failed, in Chinese, without names or addresses;
 * empty if it did not
 * @param remark why a person discarded it; empty if nobody did
 * @param date what its reader keeps in a calendar
 */
public record Letter(UUID id, String kind, String subjectNumber, String step, String recipientEmail,
		String recipientName, String title, String words, State state, int attempts, int resends, String lastError,
		String remark, Instant createdAt, Optional<Instant> sentAt, Optional<DateToKeep> date, List<LetterFile> files) {

	/**
	 * Whether it carries a one-time link: nobody but its reader may see its words once it
	 * has left.
	 */
	public boolean isSecret() {
		return this.kind.startsWith("account-");
	}

	/** Until when, if a calendar entry travels with it; an exclusive instant. */
	public Optional<Instant> keptUntil() {
		return this.date.map(DateToKeep::until);
	}

	Letter with(List<LetterFile> others) {
		return new Letter(this.id, this.kind, this.subjectNumber, this.step, this.recipientEmail, this.recipientName,
				this.title, this.words, this.state, this.attempts, this.resends, this.lastError, this.remark,
				this.createdAt, this.sentAt, this.date, others);
	}

	/** What became of a letter. */
	public enum State {

		/** Not sent yet; in the demo, for good. */
		WAITING("待发送"),
		/** Kept back by a person until released. */
		HELD("已暂缓"),
		/** Taken by the mail server. */
		SENT("已发送"),
		/** Given up after the last attempt; a person may resend it. */
		FAILED("发送失败"),
		/** Never to be sent, a person decided. */
		DISCARDED("已作废");

		private final String label;

		State(String label) {
			this.label = label;
		}

		/** As people read it. */
		public String label() {
			return this.label;
		}

	}

}
