package io.huhang.document;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamSource;

/**
 * One piece of a bound PDF.
 *
 * @param name what people call it: shown in the outline and in refusals
 * @param mediaType {@code application/pdf}, {@code image/jpeg} or {@code image/png}
 * @param content opened once or more, never kept in memory as a whole
 * @param own whether the system made it: then the page margins already leave room for the
 * stamp and nothing is scaled
 */
public record Part(String name, String mediaType, InputStreamSource content, boolean own) {

	static final String PDF = "application/pdf";

	/** A PDF that {@link PdfDocuments} rendered. */
	public static Part own(String name, byte[] pdf) {
		return new Part(name, PDF, new ByteArrayResource(pdf), true);
	}

	/** A file that a person uploaded. */
	public static Part uploaded(String name, String mediaType, InputStreamSource content) {
		return new Part(name, mediaType, content, false);
	}

	/** Whether a file of this type can be bound: a PDF or a picture. */
	public static boolean bindable(String mediaType) {
		return PDF.equals(mediaType) || "image/jpeg".equals(mediaType) || "image/png".equals(mediaType);
	}

	boolean isPdf() {
		return PDF.equals(this.mediaType);
	}

}
