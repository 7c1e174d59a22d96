package io.huhang.sheet;

/**
 * A cell of an uploaded sheet.
 *
 * @param text as typed, cut off where it is longer than anything that could be right
 * @param fault what the sheet itself makes wrong about it; empty if nothing
 */
public record SheetCell(String text, String fault) {

	/** Nothing. */
	public static final SheetCell BLANK = new SheetCell("", "");

	/** Whether it holds nothing and nothing is wrong with it. */
	public boolean blank() {
		return this.fault.isEmpty() && this.text.isBlank();
	}

}
