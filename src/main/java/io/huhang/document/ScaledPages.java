package io.huhang.document;

import java.awt.geom.AffineTransform;
import java.io.IOException;

import org.apache.pdfbox.multipdf.LayerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.util.Matrix;

/**
 * The pages of one file from outside as A4 pages with a free strip. What they show is
 * kept, electronic seals included; their links and actions are not. What pages share,
 * such as a font, is copied once.
 */
final class ScaledPages {

	private final PDDocument target;

	private final PDDocument source;

	private final LayerUtility copier;

	ScaledPages(PDDocument target, PDDocument source) {
		this.target = target;
		this.source = source;
		this.copier = new LayerUtility(target);
	}

	PDPage of(PDPage page) throws IOException {
		drawAnnotations(this.source, page);
		int rotation = page.getRotation();
		// The importer distorts turned pages and misplaces cropped ones, so it gets
		// neither.
		page.setRotation(0);
		page.setMediaBox(page.getCropBox());
		PDRectangle box = page.getMediaBox();
		PDFormXObject form = this.copier.importPageAsForm(this.source, page);
		boolean turned = rotation % 180 != 0;
		float width = turned ? box.getHeight() : box.getWidth();
		float height = turned ? box.getWidth() : box.getHeight();
		PDRectangle sheet = Sheet.forContent(width, height);
		PDPage result = new PDPage(sheet);
		try (PDPageContentStream content = new PDPageContentStream(this.target, result)) {
			AffineTransform place = placement(sheet, width, height);
			place.concatenate(upright(rotation, box.getWidth(), box.getHeight()));
			content.transform(new Matrix(place));
			content.drawForm(form);
		}
		return result;
	}

	/** Centred above the strip. */
	private static AffineTransform placement(PDRectangle sheet, float width, float height) {
		float scale = Sheet.scale(sheet, width, height);
		AffineTransform place = AffineTransform.getTranslateInstance((sheet.getWidth() - width * scale) / 2,
				Sheet.STRIP + (sheet.getHeight() - Sheet.STRIP - height * scale) / 2);
		place.scale(scale, scale);
		return place;
	}

	/** Pages are turned clockwise. */
	private static AffineTransform upright(int rotation, float width, float height) {
		return switch (rotation) {
			case 90 -> new AffineTransform(0, -1, 1, 0, 0, width);
			case 180 -> new AffineTransform(-1, 0, 0, -1, width, height);
			case 270 -> new AffineTransform(0, 1, -1, 0, height, 0);
			default -> new AffineTransform();
		};
	}

	private static void drawAnnotations(PDDocument source, PDPage page) throws IOException {
		try (PDPageContentStream content = new PDPageContentStream(source, page, AppendMode.APPEND, true, true)) {
			for (PDAnnotation annotation : page.getAnnotations()) {
				PDAppearanceStream look = annotation.getNormalAppearanceStream();
				if (look != null && look.getBBox() != null && annotation.getRectangle() != null
						&& !annotation.isHidden() && !annotation.isNoView()) {
					content.saveGraphicsState();
					content.transform(fit(look, annotation.getRectangle()));
					content.drawForm(look);
					content.restoreGraphicsState();
				}
			}
		}
	}

	/**
	 * ISO 32000-1 12.5.5: the appearance's box, after its own matrix, fills the
	 * rectangle.
	 */
	private static Matrix fit(PDAppearanceStream look, PDRectangle rectangle) {
		java.awt.geom.Rectangle2D box = look.getBBox().transform(look.getMatrix()).getBounds2D();
		AffineTransform fit = AffineTransform.getTranslateInstance(rectangle.getLowerLeftX(),
				rectangle.getLowerLeftY());
		if (box.getWidth() > 0 && box.getHeight() > 0) {
			fit.scale(rectangle.getWidth() / box.getWidth(), rectangle.getHeight() / box.getHeight());
		}
		fit.translate(-box.getX(), -box.getY());
		return new Matrix(fit);
	}

}
