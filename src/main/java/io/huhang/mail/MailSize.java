package io.huhang.mail;

import java.nio.charset.StandardCharsets;

/**
 * How large files become as part of a mail: four letters for three bytes, in lines, with
 * headers. Never less than they really do.
 */
public final class MailSize {

	/** Room for the headers of a mail and its words, as text and as HTML. */
	public static final long WORDS = 128 * 1024;

	private static final int BYTES_A_LINE = 57;

	private static final int CHARACTERS_A_LINE = 76 + 2;

	private static final int HEADERS = 1024;

	/** A name stands in two headers, each byte as up to three characters. */
	private static final int NAME = 2 * 3;

	private MailSize() {
	}

	/** Of one file of this name and size. */
	public static long of(String name, long bytes) {
		long lines = (bytes + BYTES_A_LINE - 1) / BYTES_A_LINE;
		return lines * CHARACTERS_A_LINE + HEADERS + NAME * (long) name.getBytes(StandardCharsets.UTF_8).length;
	}

}
