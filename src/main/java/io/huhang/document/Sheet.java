package io.huhang.document;

import org.apache.pdfbox.pdmodel.common.PDRectangle;

/** A4 as every bound page has it, with the strip at its foot that carries the stamp. */
final class Sheet {

	static final float MM = 72f / 25.4f;

	/** Kept free of content on pages that come from outside. */
	static final float STRIP = 22 * MM;

	private Sheet() {
	}

	/** Upright or across, as the content is. */
	static PDRectangle forContent(float width, float height) {
		PDRectangle a4 = PDRectangle.A4;
		return (width > height) ? new PDRectangle(a4.getHeight(), a4.getWidth()) : a4;
	}

	/** How much smaller the content must be to stay above the strip; never larger. */
	static float scale(PDRectangle sheet, float width, float height) {
		return Math.min(1f, Math.min(sheet.getWidth() / width, (sheet.getHeight() - STRIP) / height));
	}

}
