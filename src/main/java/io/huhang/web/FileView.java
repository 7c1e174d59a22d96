package io.huhang.web;

import io.huhang.attachment.StoredFile;

/** A file as forms and pages list it. */
record FileView(String id, String name, long size, String sizeText, int pages, String sha256, String link) {

	private static final double KILO = 1024;

	static FileView of(StoredFile file) {
		return new FileView(file.id().toString(), file.name(), file.size(), sizeText(file.size()), file.pages(),
				file.sha256(), "/files/" + file.id());
	}

	/** The same file under a name that tells its purpose. */
	FileView named(String purpose) {
		return new FileView(this.id, purpose, this.size, this.sizeText, this.pages, this.sha256, this.link);
	}

	private static String sizeText(long bytes) {
		return (bytes < KILO * KILO) ? "%.1f KB".formatted(bytes / KILO) : "%.1f MB".formatted(bytes / KILO / KILO);
	}

}
