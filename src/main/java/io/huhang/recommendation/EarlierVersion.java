package io.huhang.recommendation;

import java.util.List;

import io.huhang.recommendation.SigningSheet.Said;

/**
 * What those who decide about a version have to know of one before it that was decided on
 * (C14: any edit voids the consent and says so).
 *
 * @param version its number
 * @param lapsed which consent or comment does not hold for the newest version; or empty
 * @param changes what differs in the newest version, a sentence each; never empty
 * @param opinions what was said about it and about those after it, the oldest first
 */
public record EarlierVersion(int version, String lapsed, List<String> changes, List<Said> opinions) {
}
