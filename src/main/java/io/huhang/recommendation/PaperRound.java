package io.huhang.recommendation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One round of counting the paper of a list, and how what was missing was sent after it.
 *
 * @param round counted from 1
 * @param paper as the officer typed it
 * @param missing what was missing; nothing for the round that ends it
 * @param dueAt until when it was to be supplied; empty if nothing was missing
 * @param supply empty until it is on its way
 */
public record PaperRound(int round, ListPaper paper, List<MissingPaper> missing, Optional<Instant> dueAt,
		String registeredBy, Instant registeredAt, Optional<Supply> supply) {

	/** How it was sent, by whom and when. */
	public record Supply(PaperSupplement supplement, String suppliedBy, Instant suppliedAt) {
	}

	/** Whether nothing was missing of this item. */
	public boolean isComplete(String key) {
		return this.missing.stream().noneMatch(item -> item.key().equals(key));
	}

}
