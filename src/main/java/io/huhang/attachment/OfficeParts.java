package io.huhang.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Walks the parts of an Office file for what it would carry along unseen: programs,
 * objects and archives (附件1 填表须知四: paper shows none of it).
 */
final class OfficeParts {

	/** Six times the largest file: pictures hardly shrink, words do. */
	private static final long MOST_BYTES = 300L * 1024 * 1024;

	/** As POI holds it: no honest part shrinks to a hundredth. */
	private static final int MOST_RATIO = 100;

	/** Small parts of nothing but blanks may shrink as they like. */
	private static final long SMALL = 4L * 1024 * 1024;

	private static final int HEAD = 8;

	/** The sheet behind a chart, which Word and PowerPoint always keep. */
	private static final Pattern CHART_SHEET = Pattern.compile("[^/]+/embeddings/[^/]+\\.xlsx");

	private static final Pattern OBJECT = Pattern
		.compile(".*/(embeddings|activex)/.*|.*oleobject[^/]*|.*\\.(exe|dll|com|bat|cmd|ps1|vbs|js|jar|msi|scr|lnk)");

	// ZIP, RAR, 7z, gzip, bzip2, xz, programs for Windows and Linux, OLE, PDF
	private static final List<String> FOREIGN = List.of("504b0304", "504b0506", "52617221", "377abcaf", "1f8b08",
			"425a68", "fd377a58", "4d5a", "7f454c46", "d0cf11e0", "25504446");

	private long bytes;

	private String carried;

	/** Reads one part to its end. */
	void look(String name, InputStream content, long packed) throws IOException {
		String lower = name.toLowerCase(Locale.ROOT);
		byte[] head = content.readNBytes(HEAD);
		if (CHART_SHEET.matcher(lower).matches()) {
			lookIntoSheet(name, new SequenceInputStream(new ByteArrayInputStream(head), content));
		}
		else if (OBJECT.matcher(lower).matches() && !lower.endsWith("/") || isForeign(head)) {
			found(name);
		}
		drain(content, head.length, packed);
	}

	private static boolean isForeign(byte[] head) {
		String digits = HexFormat.of().formatHex(head);
		return FOREIGN.stream().anyMatch(digits::startsWith);
	}

	private void found(String name) {
		this.carried = (this.carried == null) ? name : this.carried;
	}

	/** What no archive begins with has no parts. */
	private void lookIntoSheet(String name, InputStream content) throws IOException {
		OfficeParts inner = new OfficeParts();
		inner.bytes = this.bytes;
		boolean sheet = false;
		ZipInputStream zip = new ZipInputStream(content);
		for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
			sheet |= entry.getName().equals("xl/workbook.xml");
			inner.lookInside(entry.getName(), zip);
		}
		this.bytes = inner.bytes;
		if (!sheet || inner.carried != null) {
			found(name);
		}
	}

	private void lookInside(String name, InputStream content) throws IOException {
		String lower = name.toLowerCase(Locale.ROOT);
		byte[] head = content.readNBytes(HEAD);
		if (lower.contains("vbaproject") || OBJECT.matcher(lower).matches() || isForeign(head)) {
			found(name);
		}
		drain(content, head.length, Long.MAX_VALUE / MOST_RATIO);
	}

	private void drain(InputStream content, int head, long packed) throws IOException {
		byte[] buffer = new byte[64 * 1024];
		long size = head;
		for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
			size += read;
			this.bytes += read;
			if (this.bytes > MOST_BYTES || size > SMALL && size / MOST_RATIO > Math.max(packed, 1)) {
				throw new BombException();
			}
		}
	}

	/** The first part that does not belong to a document. */
	Optional<String> carried() {
		return Optional.ofNullable(this.carried);
	}

	/** Unpacks to more than a document may have. */
	static class BombException extends IOException {

	}

}
