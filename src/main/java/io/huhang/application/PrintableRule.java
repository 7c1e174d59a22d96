package io.huhang.application;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.huhang.campaign.Problem;
import io.huhang.document.Glyphs;

/**
 * 填表须知四: paper and electronic set say the same, so the applicant hears before printing
 * which characters no font of the system can show. A doubt only: a rare name is written
 * as it is written, by hand in the end.
 */
class PrintableRule implements Rule {

	private static final int MOST_NAMED = 5;

	@Override
	public Stream<Problem> check(CaseForm form, CaseContext context) {
		return Arrays.stream(CaseField.values()).flatMap(field -> check(field, form));
	}

	private static Stream<Problem> check(CaseField field, CaseForm form) {
		List<String> missing = Glyphs.missing(field.value(form));
		if (missing.isEmpty()) {
			return Stream.empty();
		}
		String named = String.join("、", missing.subList(0, Math.min(MOST_NAMED, missing.size())));
		String others = (missing.size() > MOST_NAMED) ? "等%d个字符".formatted(missing.size()) : "";
		return Stream.of(field
			.warning("中的“%s”%s没有可用的字形，在打印件上将印作“〓”，请改用规范汉字或常用符号；姓名、地名等确需保留的，请在打印后手写补全。".formatted(named, others), form));
	}

}
