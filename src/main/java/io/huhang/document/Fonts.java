package io.huhang.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.stream.Stream;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

import org.springframework.core.io.ClassPathResource;

/** The free fonts that stand for those of GB/T 9704, which may not be passed on. */
final class Fonts {

	/** What is printed for a character that no font has: the printer's blank type. */
	static final String MISSING = "〓";

	private static final String SONG = "fonts/NotoSerifSC-Regular-GB2312.ttf";

	private static final String NAMES = "fonts/NotoSerifSC-Regular-Names.ttf";

	private static final String TITLE = "fonts/NotoSerifSC-SemiBold-Titles.ttf";

	private static final String HEI = "fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf";

	private Fonts() {
	}

	/**
	 * Families {@code song}, {@code names} (the rest of 通用规范汉字表), {@code title} and
	 * {@code hei} for the style sheets.
	 */
	static void addTo(PdfRendererBuilder builder) {
		builder.useFont(() -> open(SONG), "song");
		builder.useFont(() -> open(NAMES), "names");
		builder.useFont(() -> open(TITLE), "title");
		builder.useFont(() -> open(HEI), "hei");
		builder.useReplacementText(MISSING);
	}

	/** The fonts of running text, in the order in which a character is looked for. */
	static Stream<InputStream> ofTexts() {
		return Stream.of(SONG, NAMES, HEI).map(Fonts::open);
	}

	static PDFont song(PDDocument document) throws IOException {
		try (InputStream font = open(SONG)) {
			return PDType0Font.load(document, font, true);
		}
	}

	private static InputStream open(String path) {
		try {
			return new ClassPathResource(path).getInputStream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException("font is missing from the jar: " + path, ex);
		}
	}

}
