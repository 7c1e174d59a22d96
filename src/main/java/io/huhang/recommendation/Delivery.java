package io.huhang.recommendation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * 报送记录: one sending of a package, or of a part of it, to the notice's contacts (通知二（三）).
 * Its id is its link.
 *
 * @param edition of the package of that version: 1 as the list left, then one more for
 * each correction
 * @param ordinal 1 when the list left, then one more each time it is sent again
 * @param parts numbers of the list (for annex 3) and of cases; empty for everything
 * @param recipient the address it was sent to
 * @param sentBy the system when the list left, a person who sends it again
 * @param expiresAt the first instant at which the link no longer works
 * @param letters ids of its letters, in their order
 */
public record Delivery(UUID id, String recommendationNumber, int version, int edition, int ordinal, List<String> parts,
		String recipient, String sentBy, Instant sentAt, Instant expiresAt, List<UUID> letters) {

	/** Who sends when the list leaves. */
	public static final String SYSTEM = "system";

	/** Whether everything was sent. */
	public boolean isWhole() {
		return this.parts.isEmpty();
	}

	/** Whether this part was sent. */
	public boolean carries(String part) {
		return isWhole() || this.parts.contains(part);
	}

	/** Whether the link no longer works. */
	public boolean isExpired(Instant now) {
		return !now.isBefore(this.expiresAt);
	}

}
