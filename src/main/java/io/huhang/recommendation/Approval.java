package io.huhang.recommendation;

import io.huhang.approval.Verdict;

/**
 * 签发 as typed, online by who approves, or by the officer from the signed paper (线下签批).
 *
 * @param decision {@link Verdict#PASS} or {@link Verdict#RETURN}
 * @param reason why the list goes back
 * @param excessConsent "true" where more cases than the cap are consented to (R19)
 * @param signer who signed the paper; empty online
 * @param signedOn ISO date on the paper; empty online
 */
public record Approval(String decision, String reason, String excessConsent, String signer, String signedOn) {

	/** What a browser leaves out was not filled. */
	public Approval {
		decision = (decision != null) ? decision : "";
		reason = (reason != null) ? reason : "";
		excessConsent = (excessConsent != null) ? excessConsent : "";
		signer = (signer != null) ? signer.strip() : "";
		signedOn = (signedOn != null) ? signedOn.strip() : "";
	}

	/** Nothing typed yet. */
	public static Approval empty() {
		return new Approval("", "", "", "", "");
	}

	boolean consentsToExcess() {
		return "true".equals(this.excessConsent);
	}

	Verdict verdict() {
		return new Verdict(this.decision, this.reason);
	}

}
