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
	 * Without the characters that no XML document can hold: control characters and halves
	 * of surrogate pairs, as pasting from other programs leaves them.
	 */
	public static String printable(String typed) {
		if (typed == null) {
			return "";
		}
		StringBuilder text = new StringBuilder(typed.length());
		typed.replace("\r\n", "\n").codePoints().filter(PlainText::isXmlCharacter).forEach(text::appendCodePoint);
		return text.toString();
	}

	private static boolean isXmlCharacter(int c) {
		return c == '\t' || c == '\n' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
	}

}
