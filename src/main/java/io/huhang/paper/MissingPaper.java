package io.huhang.paper;

import java.util.List;

/**
 * What was found missing of one item.
 *
 * @param title as people call the item
 * @param clauses what is missing, as {@link io.huhang.document.PaperItem#missing} says it
 * @param remark of the officer who counted
 */
public record MissingPaper(String key, String title, List<String> clauses, String remark) {

	/** In one sentence, as letters and pages say it. */
	public String sentence() {
		return "%s：%s%s。".formatted(this.title, String.join("；", this.clauses),
				this.remark.isEmpty() ? "" : "（%s）".formatted(this.remark.replaceAll("。$", "")));
	}

}
