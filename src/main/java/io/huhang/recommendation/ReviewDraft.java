package io.huhang.recommendation;

import io.huhang.approval.Verdict;

/**
 * 复核 as typed so far.
 *
 * @param decision a {@link Verdict}'s, or empty
 * @param reason what the officer reads
 */
public record ReviewDraft(String decision, String reason) {

	/** What a browser leaves out was not filled. */
	public ReviewDraft {
		decision = (decision != null) ? decision : "";
		reason = (reason != null) ? reason : "";
	}

	/** Nothing typed yet. */
	public static ReviewDraft empty() {
		return new ReviewDraft("", "");
	}

	Verdict verdict() {
		return new Verdict(this.decision, this.reason);
	}

}
