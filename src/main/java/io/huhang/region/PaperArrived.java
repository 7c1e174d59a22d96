package io.huhang.region;

/**
 * The paper of a region application as the ministry's officer counts it (通知二（三）, R21).
 *
 * @param copies originals counted
 * @param pages pages of one original, as printed
 * @param fingerprint the short fingerprint as printed on the pages
 * @param sealed the cover carries the 公章 of the leading authority
 * @param partnerSealed the cover carries the 公章 of the authority that joins
 * @param crossSealed 骑缝章 runs over all pages
 * @param remark what else is to be said
 */
public record PaperArrived(int copies, int pages, String fingerprint, boolean sealed, boolean partnerSealed,
		boolean crossSealed, String remark) {

	/** What a form leaves out was not filled. */
	public PaperArrived {
		fingerprint = (fingerprint != null) ? fingerprint.strip() : "";
		remark = (remark != null) ? remark.strip() : "";
	}

}
