package io.huhang.campaign;

/**
 * Counts 字数 as Word does: each Chinese character or full-width mark is one, each run of
 * Latin letters, digits and half-width marks is one, blanks are none (R44, R82; the
 * counter on screen follows the same rule).
 */
public final class WordCount {

	private WordCount() {
	}

	/** The number of 字 in the text; 0 for null. */
	public static int of(String text) {
		if (text == null) {
			return 0;
		}
		int count = 0;
		boolean inRun = false;
		for (int codePoint : text.codePoints().filter(WordCount::isVisible).toArray()) {
			boolean blank = Character.isWhitespace(codePoint) || Character.isSpaceChar(codePoint);
			boolean wide = !blank && isWide(codePoint);
			if (wide || (!blank && !inRun)) {
				count++;
			}
			inRun = !blank && !wide;
		}
		return count;
	}

	// Joiners, accents and variation selectors belong to the mark before them.
	private static boolean isVisible(int codePoint) {
		int type = Character.getType(codePoint);
		return type != Character.FORMAT && type != Character.NON_SPACING_MARK;
	}

	// From U+2E80 on (CJK, kana, hangul, full-width forms), and the marks that Chinese
	// typesetting writes full width.
	private static boolean isWide(int codePoint) {
		return codePoint >= 0x2E80 || (codePoint >= 0x2010 && codePoint <= 0x2027)
				|| (codePoint >= 0x2030 && codePoint <= 0x205E) || codePoint == 0x00B7
				|| (codePoint >= 0x2460 && codePoint <= 0x27BF);
	}

}
