package io.huhang.paper;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One round of counting paper, and how what was missing was sent after it.
 *
 * @param round counted from 1
 * @param paper as the officer typed it
 * @param missing what was missing; nothing for the round that ends it
 * @param dueAt until when it was to be supplied; empty if nothing was missing
 * @param supply empty until it is on its way
 */
public record PaperRound(int round, CountedPaper paper, List<MissingPaper> missing, Optional<Instant> dueAt,
		String registeredBy, Instant registeredAt, Optional<Supply> supply) {

	/** How it was sent, by whom and when. */
	public record Supply(PaperSupplement supplement, String suppliedBy, Instant suppliedAt) {
	}

	/** The details of a letter that asks for what was missing. */
	public Map<String, Object> details() {
		return Map.of("missing", this.missing.stream().map(MissingPaper::sentence).toList(), "deadline",
				this.dueAt.map(Object.class::cast).orElse(""), "remark", this.paper.remark());
	}

	/** Whether nothing was missing of this item. */
	public boolean isComplete(String key) {
		return this.missing.stream().noneMatch(item -> item.key().equals(key));
	}

}
