package io.huhang.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import io.huhang.document.UnreadablePartException.Reason;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** A picture as an A4 page with a free strip and a margin. */
final class PicturePage {

	private static final float MARGIN = 10 * Sheet.MM;

	/**
	 * More than an A3 page at 1200 dpi has; a forged header must not exhaust the memory.
	 */
	private static final long MOST_PIXELS = 300_000_000;

	private final PDDocument target;

	PicturePage(PDDocument target) {
		this.target = target;
	}

	PDPage of(Part part, byte[] picture) throws UnreadablePartException {
		try {
			if (pixels(picture) > MOST_PIXELS) {
				throw new UnreadablePartException(part.name(), Reason.TOO_LARGE);
			}
			return draw(PDImageXObject.createFromByteArray(this.target, picture, part.name()));
		}
		catch (IOException | RuntimeException ex) {
			throw new UnreadablePartException(part.name(), Reason.BROKEN);
		}
	}

	private PDPage draw(PDImageXObject image) throws IOException {
		PDRectangle sheet = Sheet.forContent(image.getWidth(), image.getHeight());
		float room = sheet.getHeight() - Sheet.STRIP - MARGIN;
		float scale = Math.min((sheet.getWidth() - 2 * MARGIN) / image.getWidth(), room / image.getHeight());
		float width = image.getWidth() * scale;
		float height = image.getHeight() * scale;
		PDPage page = new PDPage(sheet);
		try (PDPageContentStream content = new PDPageContentStream(this.target, page)) {
			content.drawImage(image, (sheet.getWidth() - width) / 2, Sheet.STRIP + (room - height) / 2, width, height);
		}
		return page;
	}

	private static long pixels(byte[] picture) throws IOException {
		try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
			Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
			if (!readers.hasNext()) {
				throw new IOException("not a picture");
			}
			ImageReader reader = readers.next();
			try {
				reader.setInput(in);
				return (long) reader.getWidth(0) * reader.getHeight(0);
			}
			finally {
				reader.dispose();
			}
		}
	}

}
