package io.huhang.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Looks into a Word or Excel file part by part, unpacking no more than a document of
 * honest size has.
 */
final class OfficeArchive {

	private static final int MAX_PARTS = 10_000;

	private static final int MAX_CONTENT_TYPES = 1024 * 1024;

	private final Optional<FileKind> kind;

	private final boolean macros;

	private final Optional<String> carried;

	private OfficeArchive(Optional<FileKind> kind, boolean macros, Optional<String> carried) {
		this.kind = kind;
		this.macros = macros;
		this.carried = carried;
	}

	/**
	 * Reads all parts.
	 * @throws OfficeParts.BombException if it unpacks to more than a document may have
	 * @throws IOException if this is no archive or one with too many parts
	 */
	static OfficeArchive read(Path file) throws IOException {
		try (ZipFile zip = new ZipFile(file.toFile())) {
			if (zip.size() > MAX_PARTS) {
				throw new IOException("too many parts");
			}
			String contentTypes = contentTypes(zip);
			boolean macros = contentTypes.contains("vbaProject") || contentTypes.contains("macroEnabled")
					|| zip.stream().anyMatch(entry -> entry.getName().toLowerCase(Locale.ROOT).contains("vbaproject"));
			Optional<FileKind> kind = kind(zip, contentTypes);
			return new OfficeArchive(kind, macros, (macros || kind.isEmpty()) ? Optional.empty() : carried(zip));
		}
	}

	private static Optional<String> carried(ZipFile zip) throws IOException {
		OfficeParts parts = new OfficeParts();
		for (ZipEntry entry : Collections.list(zip.entries())) {
			try (InputStream in = zip.getInputStream(entry)) {
				parts.look(entry.getName(), in, entry.getCompressedSize());
			}
		}
		return parts.carried();
	}

	private static Optional<FileKind> kind(ZipFile zip, String contentTypes) {
		if (contentTypes.isEmpty()) {
			return Optional.empty();
		}
		if (zip.getEntry("word/document.xml") != null) {
			return Optional.of(FileKind.DOCX);
		}
		return (zip.getEntry("xl/workbook.xml") != null) ? Optional.of(FileKind.XLSX) : Optional.empty();
	}

	private static String contentTypes(ZipFile zip) throws IOException {
		ZipEntry entry = zip.getEntry("[Content_Types].xml");
		if (entry == null) {
			return "";
		}
		try (InputStream in = zip.getInputStream(entry)) {
			return new String(in.readNBytes(MAX_CONTENT_TYPES), StandardCharsets.UTF_8);
		}
	}

	Optional<FileKind> kind() {
		return this.kind;
	}

	boolean hasMacros() {
		return this.macros;
	}

	/** The name of a part that is a file or an object of its own, if there is one. */
	Optional<String> carried() {
		return this.carried;
	}

}
