package io.huhang.application;

import java.util.stream.Stream;

import io.huhang.campaign.Problem;

/**
 * One clause of annex 1. A rule is silent about an empty field, which is the concern of
 * {@link RequiredFieldsRule}, so that nobody reads two problems with one cause.
 */
@FunctionalInterface
interface Rule {

	/** What the normalised form gets wrong under this clause. */
	Stream<Problem> check(CaseForm form, CaseContext context);

}
