package io.huhang.approval;

/**
 * 会签 as the joining authority types it: its officer a comment, its leader a decision.
 *
 * @param decision {@link Verdict#PASS} or {@link Verdict#RETURN}; empty in a comment
 * @param reason the comment, or why the list goes back
 * @param fingerprint of the version that is consented to, empty otherwise
 * @param signer who signed the paper; empty online
 * @param signedOn ISO date on the paper; empty online
 */
public record PartnerOpinion(String decision, String reason, String fingerprint, String signer, String signedOn) {

	/** What a browser leaves out was not filled. */
	public PartnerOpinion {
		decision = (decision != null) ? decision : "";
		reason = (reason != null) ? reason.strip() : "";
		fingerprint = (fingerprint != null) ? fingerprint.strip() : "";
		signer = (signer != null) ? signer.strip() : "";
		signedOn = (signedOn != null) ? signedOn.strip() : "";
	}

	/** Nothing typed yet. */
	public static PartnerOpinion empty() {
		return new PartnerOpinion("", "", "", "", "");
	}

	/** The decision with its reason. */
	public Verdict verdict() {
		return new Verdict(this.decision, this.reason);
	}

}
