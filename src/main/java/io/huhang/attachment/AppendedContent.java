package io.huhang.attachment;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.ZipFile;

/** Looks for what lies behind the end of a PDF or picture, where no reader looks. */
final class AppendedContent {

	private static final String END_OF_PDF = "%%EOF";

	/** Programs and web servers leave a line or two behind the end. */
	private static final int TAIL = 1024;

	/** Zeros and blanks that fill a sector up. */
	private static final int FILLING = 64 * 1024;

	private AppendedContent() {
	}

	/**
	 * Whether the file can also be opened as an archive, which lists itself at the end.
	 */
	static boolean isArchive(Path file) {
		try (ZipFile zip = new ZipFile(file.toFile())) {
			return zip.size() > 0;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** Whether more than a line follows the end of this PDF. */
	static boolean isBehindPdf(Path file) throws IOException {
		try (RandomAccessFile content = new RandomAccessFile(file.toFile(), "r")) {
			byte[] end = new byte[(int) Math.min(content.length(), TAIL + FILLING)];
			content.seek(content.length() - end.length);
			content.readFully(end);
			String tail = new String(end, StandardCharsets.ISO_8859_1);
			int last = tail.lastIndexOf(END_OF_PDF);
			// A file that was cut off has no end at all; counting its pages decides.
			return (last >= 0) ? tail.substring(last + END_OF_PDF.length()).trim().length() > TAIL
					: endsBefore(content, content.length() - end.length);
		}
	}

	private static boolean endsBefore(RandomAccessFile content, long limit) throws IOException {
		byte[] block = new byte[1024 * 1024];
		for (long end = limit; end > 0; end -= block.length - END_OF_PDF.length()) {
			int length = (int) Math.min(block.length, end);
			content.seek(end - length);
			content.readFully(block, 0, length);
			if (new String(block, 0, length, StandardCharsets.ISO_8859_1).contains(END_OF_PDF)) {
				return true;
			}
		}
		return false;
	}

}
