package io.huhang.attachment;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Looks into a Word or Excel file by its list of parts alone: nothing is unpacked but the
 * first bytes of its table of contents, so a zip bomb stays folded.
 */
final class OfficeArchive {

	private static final int MAX_PARTS = 10_000;

	private static final int MAX_CONTENT_TYPES = 1024 * 1024;

	private final Optional<FileKind> kind;

	private final boolean macros;

	private OfficeArchive(Optional<FileKind> kind, boolean macros) {
		this.kind = kind;
		this.macros = macros;
	}

	/**
	 * Reads the list of parts.
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
			return new OfficeArchive(kind(zip, contentTypes), macros);
		}
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

}
