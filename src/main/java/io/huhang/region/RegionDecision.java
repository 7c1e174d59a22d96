package io.huhang.region;

import java.time.Instant;

import io.huhang.approval.Verdict;

/**
 * One decision about a region application.
 *
 * @param revision the revision it is about, 0 before there is one
 * @param fingerprint of that revision; empty before there is one
 */
public record RegionDecision(String taskId, int revision, String fingerprint, Step step, Verdict verdict,
		String decidedBy, Instant decidedAt) {

	/** Who decides. */
	public enum Step {

		/** The bureau, whether this authority may apply (C15). */
		OPENING("部是否同意申报"),
		/** 审核 by the head. */
		REVIEW("审核"),
		/** 会签 by the leader of the authority that joins. */
		CONSENT("会签"),
		/** 签发 by the leader. */
		APPROVE("签发");

		private final String label;

		Step(String label) {
			this.label = label;
		}

		/** As people read it. */
		public String label() {
			return this.label;
		}

	}

	/** Whether it sends the application back to be filled in again. */
	public boolean isReturn() {
		return Verdict.RETURN.equals(this.verdict.decision());
	}

}
