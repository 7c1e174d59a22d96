package io.huhang.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.Collectors;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
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
