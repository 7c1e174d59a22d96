package io.huhang.recommendation;

import java.time.Instant;

/**
 * A ranking as frozen when the officer completed it; what the head and the leader decide
 * on.
 *
 * @param fingerprint SHA-256 over number, version and ranking
 */
public record RankedList(String recommendationNumber, int version, Ranking ranking, String fingerprint,
		Instant frozenAt, String frozenBy) {
}
