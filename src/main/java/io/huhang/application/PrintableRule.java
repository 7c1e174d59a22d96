package io.huhang.application;

import java.util.Arrays;
import java.util.stream.Stream;

import io.huhang.campaign.Problem;
import io.huhang.document.Glyphs;

/**
 * 填表须知四: paper and electronic set say the same, so the applicant hears before printing
 * which characters no font of the system can show. A doubt only: a rare name is written
 * as it is written, by hand in the end.
 */
class PrintableRule implements Rule {

	@Override
	public Stream<Problem> check(CaseForm form, CaseContext context) {
		return Arrays.stream(CaseField.values()).flatMap(field -> check(field, form));
	}

	private static Stream<Problem> check(CaseField field, CaseForm form) {
		return Glyphs.doubt(field.value(form)).map(doubt -> field.warning(doubt, form)).stream();
	}

}
