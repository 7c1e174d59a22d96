package io.huhang.recommendation;

import java.util.List;
import java.util.Objects;

import io.huhang.approval.Verdict;

/**
 * 网上预审 or 审核 as typed so far.
 *
 * @param decision a {@link Verdict}'s, or empty
 * @param reason a remark on the whole
 * @param corrections what is ticked, in the order of the annex
 * @param sheet the scores of 审核, which stay inside the authority
 */
public record CaseCheck(String decision, String reason, List<Correction> corrections, CheckSheet sheet) {

	/** What a browser leaves out was not filled. */
	public CaseCheck {
		decision = (decision != null) ? decision : "";
		reason = (reason != null) ? reason : "";
		corrections = (corrections != null) ? corrections.stream().filter(Objects::nonNull).toList() : List.of();
		sheet = (sheet != null) ? sheet : CheckSheet.empty();
	}

	/** A check without scores. */
	public CaseCheck(String decision, String reason, List<Correction> corrections) {
		this(decision, reason, corrections, CheckSheet.empty());
	}

	/** Nothing typed yet. */
	public static CaseCheck empty() {
		return new CaseCheck("", "", List.of());
	}

	Verdict verdict() {
		return new Verdict(this.decision, this.reason);
	}

}
