package io.huhang.recommendation;

import java.time.Instant;
import java.util.List;

/**
 * One recommending act of an authority (R18).
 *
 * @param number such as HH2024-TJ-330000-iit
 * @param authority key of the authority
 */
public record Recommendation(String number, String authority, String openedBy, Instant openedAt, boolean live) {

	/** Whose cases it may recommend. */
	public List<String> authorities() {
		return List.of(this.authority);
	}
}
