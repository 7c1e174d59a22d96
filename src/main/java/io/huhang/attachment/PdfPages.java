package io.huhang.attachment;

import java.io.IOException;
import java.nio.file.Path;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/** Counts the pages of a PDF by walking them, as binding will. */
final class PdfPages {

	private PdfPages() {
	}

	/**
	 * The pages of this file.
	 * @throws EncryptedException if it is encrypted, even without a password
	 * @throws RunningException if it would run something
	 * @throws CarryingException if it carries other files
	 * @throws IOException if it is broken or has no page
	 */
	static int count(Path file) throws IOException {
		return count(() -> Loader.loadPDF(file.toFile()), true);
	}

	/** The same of a document that the system made. */
	static int count(byte[] content) throws IOException {
		return count(() -> Loader.loadPDF(content), false);
	}

	private static int count(Loading loading, boolean fromOutside) throws IOException {
		try (PDDocument document = loading.load()) {
			int pages = count(document);
			if (fromOutside) {
				requirePlain(ActiveContent.in(document));
			}
			return pages;
		}
		catch (InvalidPasswordException ex) {
			throw new EncryptedException();
		}
		catch (RuntimeException ex) {
			// PDFBox throws many kinds on a file whose parts contradict each other.
			throw new IOException(ex);
		}
	}

	private static int count(PDDocument document) throws IOException {
		if (document.isEncrypted()) {
			throw new EncryptedException();
		}
		int pages = 0;
		for (PDPage page : document.getPages()) {
			page.getMediaBox();
			pages++;
		}
		if (pages == 0 || pages != document.getNumberOfPages()) {
			throw new IOException("pages missing");
		}
		return pages;
	}

	private static void requirePlain(ActiveContent content) throws IOException {
		if (content.runs()) {
			throw new RunningException();
		}
		if (content.carriesFiles()) {
			throw new CarryingException();
		}
	}

	private interface Loading {

		PDDocument load() throws IOException;

	}

	/** Holds a script, starts a program or is a dynamic form. */
	static class RunningException extends IOException {

	}

	/** Other files are embedded in it. */
	static class CarryingException extends IOException {

	}

	/** Encrypted, with or without a password to open. */
	static class EncryptedException extends IOException {

	}

}
