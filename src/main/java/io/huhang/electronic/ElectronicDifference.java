package io.huhang.electronic;

/**
 * What the coordinator found to differ in one item.
 *
 * @param title how a sentence calls the item
 */
public record ElectronicDifference(String key, String title, String remark) {

	/** In one sentence, as letters and pages say it. */
	public String sentence() {
		return "%s：%s。".formatted(this.title, this.remark.replaceAll("。$", ""));
	}

}
