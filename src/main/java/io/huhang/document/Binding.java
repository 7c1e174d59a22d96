package io.huhang.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.Deque;

import io.huhang.document.UnreadablePartException.Reason;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageFitDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;

/**
 * The PDF while it grows. It lies in a temporary file, since evidence may be larger than
 * memory, and what comes from outside is copied into it and let go at once. Own documents
 * stay open until it is saved, because pages share their objects.
 */
final class Binding implements AutoCloseable {

	private final Deque<AutoCloseable> open = new ArrayDeque<>();

	private final PDDocumentOutline outline = new PDDocumentOutline();

	private PDDocument document;

	private boolean mixed;

	void append(Part part) throws IOException, UnreadablePartException {
		if (!Part.bindable(part.mediaType())) {
			throw new UnreadablePartException(part.name(), Reason.OTHER_TYPE);
		}
		int before = (this.document != null) ? this.document.getNumberOfPages() : 0;
		if (part.own()) {
			appendOwn(part);
		}
		else {
			appendUploaded(part);
			this.mixed = true;
		}
		addToOutline(part.name(), this.document.getPage(before));
	}

	PDDocument finish() {
		document().getDocumentCatalog().setDocumentOutline(this.outline);
		if (this.mixed) {
			// What others uploaded is rarely PDF/A, so the whole can't claim to be.
			document().getDocumentCatalog().setMetadata(null);
		}
		return document();
	}

	private void appendOwn(Part part) throws IOException, UnreadablePartException {
		Path file = copy(part);
		this.open.push(() -> Files.deleteIfExists(file));
		PDDocument source = load(part, file);
		this.open.push(source);
		if (this.document == null) {
			this.document = source;
			return;
		}
		for (PDPage page : source.getPages()) {
			document().importPage(page);
		}
	}

	private void appendUploaded(Part part) throws IOException, UnreadablePartException {
		Path file = copy(part);
		try {
			if (part.isPdf()) {
				try (PDDocument source = load(part, file)) {
					appendPages(part, source);
				}
			}
			else {
				document().addPage(new PicturePage(document()).of(part, file));
			}
		}
		finally {
			Files.deleteIfExists(file);
		}
	}

	private void appendPages(Part part, PDDocument source) throws UnreadablePartException {
		if (source.getNumberOfPages() == 0) {
			throw new UnreadablePartException(part.name(), Reason.EMPTY);
		}
		try {
			ScaledPages pages = new ScaledPages(document(), source);
			for (PDPage page : source.getPages()) {
				document().addPage(pages.of(page));
			}
		}
		catch (IOException | RuntimeException ex) {
			throw new UnreadablePartException(part.name(), Reason.BROKEN);
		}
	}

	private static PDDocument load(Part part, Path file) throws UnreadablePartException {
		try {
			PDDocument source = Loader.loadPDF(file.toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache());
			source.setAllSecurityToBeRemoved(true);
			return source;
		}
		catch (InvalidPasswordException ex) {
			throw new UnreadablePartException(part.name(), Reason.ENCRYPTED);
		}
		catch (IOException | RuntimeException ex) {
			throw new UnreadablePartException(part.name(), Reason.BROKEN);
		}
	}

	private static Path copy(Part part) throws IOException {
		Path file = Files.createTempFile("huhang-part", ".bin");
		try (InputStream content = part.content().getInputStream()) {
			Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
			return file;
		}
		catch (IOException | RuntimeException ex) {
			Files.deleteIfExists(file);
			throw ex;
		}
	}

	private PDDocument document() {
		if (this.document == null) {
			this.document = new PDDocument(IOUtils.createTempFileOnlyStreamCache());
			this.open.push(this.document);
		}
		return this.document;
	}

	private void addToOutline(String name, PDPage first) {
		PDPageFitDestination destination = new PDPageFitDestination();
		destination.setPage(first);
		PDOutlineItem item = new PDOutlineItem();
		item.setTitle(name);
		item.setDestination(destination);
		this.outline.addLast(item);
	}

	@Override
	public void close() throws IOException {
		while (!this.open.isEmpty()) {
			try {
				this.open.pop().close();
			}
			catch (IOException ex) {
				throw ex;
			}
			catch (Exception ex) {
				throw new IOException(ex);
			}
		}
	}

}
