package io.huhang.region;

import java.util.stream.Stream;

import io.huhang.campaign.Problem;

/**
 * One clause of annex 2. A rule is silent about an empty field, which is the concern of
 * {@link MissingFieldsRule}, so that nobody reads two problems with one cause.
 */
@FunctionalInterface
interface RegionRule {

	/** What the paper gets wrong under this clause. */
	Stream<Problem> check(RegionPaper paper);

}
