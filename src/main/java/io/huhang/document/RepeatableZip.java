package io.huhang.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A zip with one fixed time for every entry, so that the same content gives the same
 * bytes.
 */
final class RepeatableZip {

	/** The first instant that a zip can name. */
	private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

	private RepeatableZip() {
	}

	static byte[] of(byte[] zip) throws IOException {
		ByteArrayOutputStream result = new ByteArrayOutputStream(zip.length);
		try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip));
				ZipOutputStream out = new ZipOutputStream(result)) {
			for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				ZipEntry same = new ZipEntry(entry.getName());
				same.setTimeLocal(TIME);
				out.putNextEntry(same);
				in.transferTo(out);
			}
		}
		return result.toByteArray();
	}

}
