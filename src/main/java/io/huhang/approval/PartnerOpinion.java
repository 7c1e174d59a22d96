package io.huhang.approval;

/**
 * 会签 as the joining authority types it: its officer a comment, its leader a decision.
 *
 * @param decision {@link Verdict#PASS} or {@link Verdict#RETURN}; empty in a comment
 * @param reason the comment, or why the list goes back
 * @param fingerprint of the version that is consented to, empty otherwise
 */
public record PartnerOpinion(String decision, String reason, String fingerprint) {

	/** What a browser leaves out was not filled. */
	public PartnerOpinion {
		decision = (decision != null) ? decision : "";
		reason = (reason != null) ? reason.strip() : "";
		fingerprint = (fingerprint != null) ? fingerprint.strip() : "";
	}

	/** Nothing typed yet. */
	public static PartnerOpinion empty() {
		return new PartnerOpinion("", "", "");
	}

}
