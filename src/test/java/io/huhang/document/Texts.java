package io.huhang.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** The text of a document as a reader or search engine finds it. */
public final class Texts {

	private Texts() {
	}

	/** Text of a PDF, lines as printed. */
	public static String ofPdf(byte[] pdf) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			PDFTextStripper stripper = new PDFTextStripper();
			stripper.setSortByPosition(false);
			return stripper.getText(document);
		}
	}

	/** How far to the right anything is printed, in points from the page's left edge. */
	public static float rightmost(byte[] pdf) throws IOException {
		float[] rightmost = { 0 };
		try (PDDocument document = Loader.loadPDF(pdf)) {
			new PDFTextStripper() {

				@Override
				protected void writeString(String text, List<TextPosition> positions) {
					positions.stream()
						.filter(position -> !position.getUnicode().isBlank())
						.forEach(position -> rightmost[0] = Math.max(rightmost[0],
								position.getXDirAdj() + position.getWidthDirAdj()));
				}

			}.getText(document);
		}
		return rightmost[0];
	}

	/** Text of a Word document, foot included. */
	public static String ofWord(byte[] docx) throws IOException {
		try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx));
				XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
			return extractor.getText();
		}
	}

	/**
	 * Only what is said: without blanks and underlines, with one form of brackets, colons
	 * and commas, of which the notice prints both.
	 */
	public static String bare(String text) {
		return text.codePoints()
			.filter(c -> !Character.isWhitespace(c) && c != 0x3000 && c != 0xA0 && c != '_')
			.mapToObj(Character::toString)
			.collect(Collectors.joining())
			.replace('(', '（')
			.replace(')', '）')
			.replace(':', '：')
			.replace(',', '，');
	}

}
