package io.huhang.recommendation;

import java.util.List;
import java.util.Objects;

/**
 * 网上预审 or 审核 as typed so far.
 *
 * @param decision a {@link Verdict}'s, or empty
 * @param reason a remark on the whole
 * @param corrections what is ticked, in the order of the annex
 */
public record CaseCheck(String decision, String reason, List<Correction> corrections) {

	/** What a browser leaves out was not filled. */
	public CaseCheck {
		decision = (decision != null) ? decision : "";
		reason = (reason != null) ? reason : "";
		corrections = (corrections != null) ? corrections.stream().filter(Objects::nonNull).toList() : List.of();
	}

	/** Nothing typed yet. */
	public static CaseCheck empty() {
		return new CaseCheck("", "", List.of());
	}

	Verdict verdict() {
		return new Verdict(this.decision, this.reason);
	}

}
