package io.huhang.region;

import io.huhang.approval.Signature;
import io.huhang.approval.Verdict;

/**
 * 签发 as typed, online by who approves, or by the officer from the signed paper (线下签批).
 *
 * @param decision {@link Verdict#PASS} or {@link Verdict#RETURN}
 * @param reason why the application goes back
 * @param signer who signed the paper; empty online
 * @param signedOn ISO date on the paper; empty online
 */
public record RegionApproval(String decision, String reason, String signer, String signedOn) {

	/** What a browser leaves out was not filled. */
	public RegionApproval {
		decision = (decision != null) ? decision : "";
		reason = (reason != null) ? reason : "";
		signer = (signer != null) ? signer.strip() : "";
		signedOn = (signedOn != null) ? signedOn.strip() : "";
	}

	/** Nothing typed yet. */
	public static RegionApproval empty() {
		return new RegionApproval("", "", "", "");
	}

	Verdict verdict() {
		return new Verdict(this.decision, this.reason);
	}

	Signature signature() {
		return new Signature(this.signer, this.signedOn);
	}

}
