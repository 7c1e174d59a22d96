package io.huhang.application;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.huhang.campaign.Problem;

/**
 * What a cell of the annex can hold. Annex 1 三 and 四 have no limit of their own (C21);
 * what is refused here is a whole book.
 */
class FieldLengthRule implements Rule {

	private static final int LINE_MAX_CHARS = 200;

	private static final int TEXT_MAX_CHARS = 20_000;

	private static final Set<CaseField> LINES = Set.of(CaseField.CASE_NAME, CaseField.UNIT_NAME,
			CaseField.UNIFIED_CODE_REASON, CaseField.ADDRESS, CaseField.OWNERSHIP_OTHER, CaseField.CONTACT_NAME,
			CaseField.SIGNER);

	// The first and the last are also counted in 字, where a word of any length is one.
	private static final Set<CaseField> TEXTS = Set.of(CaseField.PROFILE, CaseField.OVERVIEW, CaseField.RESULTS,
			CaseField.SUMMARY);

	@Override
	public Stream<Problem> check(CaseForm form, CaseContext context) {
		return Stream.concat(LINES.stream().flatMap(field -> check(field, form, LINE_MAX_CHARS).stream()),
				TEXTS.stream().flatMap(field -> check(field, form, TEXT_MAX_CHARS).stream()));
	}

	/**
	 * The fields that are beyond this limit.
	 * @param form as typed
	 */
	static List<Problem> tooLong(CaseForm form) {
		return Stream.concat(LINES.stream(), TEXTS.stream())
			.sorted()
			.flatMap(field -> check(field, form, TEXT_MAX_CHARS).stream())
			.toList();
	}

	private static Optional<Problem> check(CaseField field, CaseForm form, int maxChars) {
		String text = field.value(form);
		int chars = text.codePointCount(0, text.length());
		return (chars <= maxChars) ? Optional.empty()
				: Optional.of(field.problem("现%d个字符，超过%d个字符，请删减%d个字符。".formatted(chars, maxChars, chars - maxChars)));
	}

}
