package io.huhang.recommendation;

import java.time.Instant;
import java.util.List;

/**
 * One recommending act of an authority, alone or jointly with the other line of its
 * province (R18, C14).
 *
 * @param number such as HH2024-TJ-330000-iit, or HH2024-TJ-330000-joint
 * @param authority key of the authority that leads it
 * @param partner key of the authority that joins it, empty for an authority alone
 */
public record Recommendation(String number, String authority, String partner, String openedBy, Instant openedAt,
		boolean live) {

	/** Whether two authorities recommend together (联合推荐). */
	public boolean isJoint() {
		return !this.partner.isEmpty();
	}

	/** The keys of all that recommend, the leading one first. */
	public List<String> authorities() {
		return isJoint() ? List.of(this.authority, this.partner) : List.of(this.authority);
	}

}
