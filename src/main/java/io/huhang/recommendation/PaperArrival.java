package io.huhang.recommendation;

/**
 * The paper of a list as the ministry's officer registers it (R21, R30).
 *
 * @param copies originals counted
 * @param sealed whether annex 3 and every cover carry their seals
 * @param excess name of an {@link ExcessOutcome}, or empty
 */
public record PaperArrival(int copies, boolean sealed, String excess, String remark) {

	boolean isRefused() {
		return ExcessOutcome.REFUSE.name().equals(this.excess);
	}

}
