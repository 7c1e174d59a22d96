package io.huhang.region;

import java.time.Instant;
import java.util.List;

/**
 * One 成效突出地区申报, of an authority alone or of both lines of its region jointly (通知一（二）,
 * 二（一）: 单独或者联合申报; C14).
 *
 * @param number such as HH2024-DQ-330000-01
 * @param authority key of the authority that leads it
 * @param partner key of the authority that joins it, empty for an authority alone
 * @param direction code of 申报方向 (R8)
 * @param live false once it has ended without being reported
 */
public record RegionApplication(String number, String authority, String partner, String direction, String openedBy,
		Instant openedAt, boolean live) {

	/** Whether two authorities apply together (联合申报). */
	public boolean isJoint() {
		return !this.partner.isEmpty();
	}

	/** The keys of all that apply, the leading one first. */
	public List<String> authorities() {
		return isJoint() ? List.of(this.authority, this.partner) : List.of(this.authority);
	}

}
