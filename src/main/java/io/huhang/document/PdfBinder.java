package io.huhang.document;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;

import org.apache.pdfbox.pdmodel.PDDocument;

import org.springframework.stereotype.Component;

/**
 * Binds documents and evidence to one PDF, numbered through, so that a 骑缝章 covers what
 * was counted (填表须知三) and paper and electronic set can be compared (填表须知四).
 */
@Component
public class PdfBinder {

	/**
	 * The parts in this order; the same input gives the same bytes.
	 * @throws UnreadablePartException for the first part that cannot be bound
	 */
	public BoundPdf bind(List<Part> parts, Stamp stamp) throws UnreadablePartException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		int pages = bind(parts, stamp, out);
		return new BoundPdf(out.toByteArray(), pages);
	}

	/**
	 * The parts in this order as they are, without number or stamp: pages of one scan.
	 * @throws UnreadablePartException for the first part that cannot be bound
	 */
	public byte[] join(List<Part> parts) throws UnreadablePartException {
		try (Binding binding = new Binding()) {
			for (Part part : parts) {
				binding.append(part);
			}
			ByteArrayOutputStream out = new ByteArrayOutputStream();
			Repeatable.save(binding.finish(), out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * As {@link #bind(List, Stamp)}, for results too large for memory.
	 * @return the number of pages
	 */
	public int bind(List<Part> parts, Stamp stamp, OutputStream out) throws UnreadablePartException {
		try (Binding binding = new Binding()) {
			for (Part part : parts) {
				binding.append(part);
			}
			PDDocument document = binding.finish();
			new StampPainter(document, stamp).paint();
			Repeatable.save(document, out);
			return document.getNumberOfPages();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
