package io.huhang.document;

import java.io.IOException;
import java.util.List;

import com.google.zxing.common.BitMatrix;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;

/** Draws page number, stamp and 草稿 on every page, as artifacts that a reader skips. */
final class StampPainter {

	private static final float LEFT = 28 * Sheet.MM;

	private static final float RIGHT = 26 * Sheet.MM;

	private static final float QR_SIZE = 15 * Sheet.MM;

	private static final float QR_BOTTOM = 5.5f * Sheet.MM;

	/** 4号, GB/T 9704 7.5. */
	private static final float NUMBER_SIZE = 14;

	private static final float TEXT_SIZE = 8;

	private static final float DRAFT_SIZE = 150;

	private final PDDocument document;

	private final Stamp stamp;

	private final PDFont font;

	private final PDExtendedGraphicsState pale = new PDExtendedGraphicsState();

	StampPainter(PDDocument document, Stamp stamp) throws IOException {
		this.document = document;
		this.stamp = stamp;
		this.font = Fonts.song(document);
		this.pale.setNonStrokingAlphaConstant(0.14f);
	}

	void paint() throws IOException {
		BitMatrix qr = this.stamp.verifyUrl().isEmpty() ? null : QrCode.modules(this.stamp.verifyUrl());
		int number = 0;
		for (PDPage page : this.document.getPages()) {
			number++;
			try (PDPageContentStream content = new PDPageContentStream(this.document, page, AppendMode.APPEND, true,
					true)) {
				content.beginMarkedContent(COSName.ARTIFACT);
				paintNumber(content, page.getMediaBox(), "— " + number + " —");
				paintLines(content, this.stamp.lines());
				if (qr != null) {
					paintQr(content, page.getMediaBox().getWidth() - RIGHT - QR_SIZE, qr);
				}
				if (this.stamp.draft()) {
					paintDraft(content, page.getMediaBox());
				}
				content.endMarkedContent();
			}
		}
	}

	private void paintNumber(PDPageContentStream content, PDRectangle sheet, String number) throws IOException {
		float width = this.font.getStringWidth(number) / 1000 * NUMBER_SIZE;
		text(content, number, NUMBER_SIZE,
				Matrix.getTranslateInstance((sheet.getWidth() - width) / 2, Sheet.STRIP / 2 - NUMBER_SIZE / 3));
	}

	private void paintLines(PDPageContentStream content, List<String> lines) throws IOException {
		float y = Sheet.STRIP / 2 + 3;
		for (String line : lines) {
			text(content, line, TEXT_SIZE, Matrix.getTranslateInstance(LEFT, y));
			y -= TEXT_SIZE * 1.4f;
		}
	}

	private void paintQr(PDPageContentStream content, float x, BitMatrix qr) throws IOException {
		float module = QR_SIZE / qr.getWidth();
		content.setNonStrokingColor(1f);
		content.addRect(x, QR_BOTTOM, QR_SIZE, QR_SIZE);
		content.fill();
		content.setNonStrokingColor(0f);
		for (int row = 0; row < qr.getHeight(); row++) {
			for (int column = 0; column < qr.getWidth(); column++) {
				if (qr.get(column, row)) {
					content.addRect(x + column * module, QR_BOTTOM + QR_SIZE - (row + 1) * module, module, module);
				}
			}
		}
		content.fill();
	}

	private void paintDraft(PDPageContentStream content, PDRectangle sheet) throws IOException {
		float width = this.font.getStringWidth("草稿") / 1000 * DRAFT_SIZE;
		Matrix place = Matrix.getRotateInstance(Math.toRadians(45), sheet.getWidth() / 2, sheet.getHeight() / 2);
		place.translate(-width / 2, -DRAFT_SIZE / 3);
		content.saveGraphicsState();
		content.setGraphicsStateParameters(this.pale);
		text(content, "草稿", DRAFT_SIZE, place);
		content.restoreGraphicsState();
	}

	private void text(PDPageContentStream content, String text, float size, Matrix place) throws IOException {
		content.beginText();
		content.setFont(this.font, size);
		content.setTextMatrix(place);
		content.showText(text);
		content.endText();
	}

}
