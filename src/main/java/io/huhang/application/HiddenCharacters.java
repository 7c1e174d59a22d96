package io.huhang.application;

import java.util.Arrays;
import java.util.stream.Stream;

import io.huhang.campaign.Problem;
import io.huhang.organization.TypedText;

/**
 * 填表须知四: characters that nobody sees, but that turn the order of a text round on the
 * screen or stand for something that was lost in copying. Paper has none of them, so they
 * are taken out, and the applicant is told where. Read from the form as typed.
 */
final class HiddenCharacters {

	private HiddenCharacters() {
	}

	/** A doubt at each field that holds some. */
	static Stream<Problem> in(CaseForm typed) {
		return Arrays.stream(CaseField.values()).flatMap(field -> in(field, typed));
	}

	private static Stream<Problem> in(CaseField field, CaseForm typed) {
		return TypedText.hidden(field.value(typed)).map(doubt -> field.warning(doubt, typed)).stream();
	}

}
