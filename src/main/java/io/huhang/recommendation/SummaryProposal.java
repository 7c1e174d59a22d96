package io.huhang.recommendation;

import java.time.Instant;

/**
 * 简述修改建议: another 简述 for 附件3, which the officer proposes and the enterprise agrees to or
 * not (R82).
 *
 * @param revision the revision that it is about
 * @param summary the proposed text
 * @param proposedBy login name of the officer
 * @param reason why the enterprise does not agree; empty otherwise
 * @param settledAt {@link Instant#EPOCH} while it is open
 * @param settledBy login name of who answered or took it back; empty while it is open
 */
public record SummaryProposal(long id, String caseNumber, int revision, String summary, State state, Instant proposedAt,
		String proposedBy, String reason, Instant settledAt, String settledBy) {

	/** How far it is. */
	public enum State {

		/** Not answered yet. */
		OPEN,
		/** The proposed text is used. */
		AGREED,
		/** The applicant's text stays. */
		DECLINED,
		/** The officer took it back. */
		RETRACTED

	}

	/** Whether it stands like this. */
	public boolean is(State wanted) {
		return this.state == wanted;
	}

}
