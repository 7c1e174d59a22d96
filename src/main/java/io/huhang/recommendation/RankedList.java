package io.huhang.recommendation;

import java.time.Instant;

/**
 * A ranking as frozen when the officer completed it; what the head and the leader decide
 * on.
 *
 * @param texts what it prints beside the order
 * @param fingerprint SHA-256 over number, version, ranking and texts; older versions have
 * it without the texts
 */
public record RankedList(String recommendationNumber, int version, Ranking ranking, ListTexts texts, String fingerprint,
		Instant frozenAt, String frozenBy) {
}
