package io.huhang.organization;

/**
 * A cell of an uploaded sheet.
 *
 * @param text as typed, cut off where it is longer than anything that could be right
 * @param fault what the sheet itself makes wrong about it; empty if nothing
 */
record SheetCell(String text, String fault) {

	static final SheetCell BLANK = new SheetCell("", "");

	boolean blank() {
		return this.fault.isEmpty() && this.text.isBlank();
	}

}
