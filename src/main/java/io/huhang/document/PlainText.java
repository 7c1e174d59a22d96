package io.huhang.document;

import java.util.List;

/** Text as a person typed it, made fit for a document without changing what it says. */
public final class PlainText {

	private PlainText() {
	}

	/** The lines of a text; an empty text has none. */
	public static List<String> lines(String typed) {
		String text = printable(typed).strip();
		return text.isEmpty() ? List.of() : text.lines().toList();
	}

	/**
	 * As every document prints it, Word as PDF (填表须知四): 〓 for what no font can show, and
	 * without the characters that have no shape or that no XML document can hold, as
	 * pasting from other programs leaves them.
	 */
	public static String printable(String typed) {
		if (typed == null) {
			return "";
		}
		StringBuilder text = new StringBuilder(typed.length());
		typed.replace("\r\n", "\n").codePoints().filter(PlainText::isXmlCharacter).forEach(c -> Glyphs.append(c, text));
		return text.toString();
	}

	private static boolean isXmlCharacter(int c) {
		return c == '\t' || c == '\n' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
	}

}
