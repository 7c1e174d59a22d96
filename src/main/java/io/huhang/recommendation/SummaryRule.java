package io.huhang.recommendation;

import java.util.ArrayList;
import java.util.List;

import io.huhang.campaign.Problem;
import io.huhang.campaign.WordCount;
import io.huhang.document.Glyphs;

/**
 * What an officer may propose as 简述 (附件3 案例申报方向和简述, R82).
 *
 * @param mostChars 字, counted as Word does
 */
record SummaryRule(int mostChars) {

	static final String CLAUSE = "附件3 案例申报方向和简述";

	/** A run of letters counts as one 字, however long it is. */
	private static final int MOST_CHARACTERS = 1000;

	/**
	 * Everything that stands against this text.
	 * @param used what a list would print without it
	 */
	List<Problem> check(String summary, String used) {
		List<String> texts = new ArrayList<>();
		int chars = WordCount.of(summary);
		if (chars == 0) {
			texts.add("请填写建议的简述。");
		}
		if (chars > this.mostChars) {
			texts.add("建议的简述现%d字，超过%d字，请删减%d字。".formatted(chars, this.mostChars, chars - this.mostChars));
		}
		else if (summary.length() > MOST_CHARACTERS) {
			texts.add("建议的简述现%d个字符，超过%d个字符，请删减。".formatted(summary.length(), MOST_CHARACTERS));
		}
		if (summary.equals(used)) {
			texts.add("建议的简述与现用的简述相同，无须征求意见。");
		}
		List<String> missing = Glyphs.missing(summary);
		if (!missing.isEmpty()) {
			texts.add("“%s”没有可用的字形，无法印入附件3，请改用规范汉字或常用符号。".formatted(String.join("、", missing)));
		}
		return texts.stream().map(text -> new Problem("summary", text, CLAUSE)).toList();
	}

}
