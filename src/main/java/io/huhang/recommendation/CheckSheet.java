package io.huhang.recommendation;

import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * 评价: what the officer gives a revision by each principle of 通知二（二）, as typed. It stays
 * inside the authority.
 *
 * @param scores by the code of the criterion
 */
public record CheckSheet(Map<String, String> scores, String remark) {

	/** What a browser leaves out was not filled; a Chinese keyboard types wide digits. */
	public CheckSheet {
		Map<String, String> typed = new LinkedHashMap<>();
		((scores != null) ? scores : Map.<String, String>of())
			.forEach((code, score) -> typed.put(code, plain((score != null) ? score : "")));
		scores = typed;
		remark = (remark != null) ? remark.strip() : "";
	}

	/** Nothing typed yet. */
	public static CheckSheet empty() {
		return new CheckSheet(Map.of(), "");
	}

	/** The score by this criterion as typed; empty where nothing was. */
	public String score(String criterion) {
		return this.scores.getOrDefault(criterion, "");
	}

	/** Whether nothing was typed. */
	boolean isEmpty() {
		return this.remark.isEmpty() && this.scores.values().stream().allMatch(String::isEmpty);
	}

	private static String plain(String typed) {
		return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip();
	}

}
