package io.huhang.approval;

/**
 * A signature on paper as the officer types it off (线下签批).
 *
 * @param signer who signed
 * @param signedOn ISO date on the paper
 */
public record Signature(String signer, String signedOn) {

	/** What a browser leaves out was not filled. */
	public Signature {
		signer = (signer != null) ? signer.strip() : "";
		signedOn = (signedOn != null) ? signedOn.strip() : "";
	}

}
