package io.huhang.attachment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What may be uploaded. The first three can be bound into the printed copy with numbered
 * pages (附件1 填表须知三).
 */
enum FileKind {

	PDF("application/pdf", "pdf"), JPEG("image/jpeg", "jpg", "jpeg"), PNG("image/png", "png"),
	DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
	XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx");

	private final String mediaType;

	private final List<String> extensions;

	FileKind(String mediaType, String... extensions) {
		this.mediaType = mediaType;
		this.extensions = List.of(extensions);
	}

	static Optional<FileKind> ofMediaType(String mediaType) {
		return Arrays.stream(values()).filter(kind -> kind.mediaType.equals(mediaType)).findFirst();
	}

	static Optional<FileKind> ofExtension(String extension) {
		return Arrays.stream(values()).filter(kind -> kind.extensions.contains(extension)).findFirst();
	}

	String mediaType() {
		return this.mediaType;
	}

}
