package io.huhang.region;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.huhang.campaign.Problem;
import io.huhang.region.RegionField.Kind;

/**
 * What a cell of the annex can hold. Annex 2 has no limits of its own (C21); what is
 * refused here is a whole book.
 */
class TextLengthRule implements RegionRule {

	private static final int LINE_MAX_CHARS = 200;

	private static final int TEXT_MAX_CHARS = 20_000;

	@Override
	public Stream<Problem> check(RegionPaper paper) {
		return check(paper.fields(), paper.form(), LINE_MAX_CHARS);
	}

	/** The fields of a draft that are beyond the limit of a text. */
	static List<Problem> tooLong(RegionFields fields, RegionForm form) {
		return check(fields, form, TEXT_MAX_CHARS).toList();
	}

	private static Stream<Problem> check(RegionFields fields, RegionForm form, int line) {
		return fields.all()
			.stream()
			.flatMap(field -> check(field, form.at(field.key()), (field.kind() == Kind.TEXT) ? TEXT_MAX_CHARS : line)
				.stream());
	}

	private static Optional<Problem> check(RegionField field, String text, int most) {
		int chars = text.codePointCount(0, text.length());
		return (chars <= most) ? Optional.empty()
				: Optional.of(field.problem("现%d个字符，超过%d个字符，请删减%d个字符。".formatted(chars, most, chars - most)));
	}

}
