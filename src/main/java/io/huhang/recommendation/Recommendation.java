package io.huhang.recommendation;

import java.time.Instant;

/**
 * One recommending act of an authority (R18).
 *
 * @param number such as HH2024-TJ-330000-iit
 * @param authority key of the authority
 */
public record Recommendation(String number, String authority, String openedBy, Instant openedAt, boolean live) {
}
