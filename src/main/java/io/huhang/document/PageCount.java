package io.huhang.document;

import java.io.IOException;
import java.nio.file.Path;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Counts the pages of a PDF. */
public final class PageCount {

	private PageCount() {
	}

	/** Pages, or 0 for what is broken, needs a password or is no PDF. */
	public static int of(byte[] pdf) {
		return count(() -> Loader.loadPDF(pdf));
	}

	/** Pages, or 0 for what is broken, needs a password or is no PDF. */
	public static int of(Path pdf) {
		return count(() -> Loader.loadPDF(pdf.toFile()));
	}

	private static int count(Opening opening) {
		try (PDDocument document = opening.open()) {
			return document.getNumberOfPages();
		}
		catch (IOException | RuntimeException ex) {
			// PDFBox answers some broken files with unchecked exceptions.
			return 0;
		}
	}

	private interface Opening {

		PDDocument open() throws IOException;

	}

}
