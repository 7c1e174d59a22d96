package io.huhang.document;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.apache.pdfbox.util.Matrix;

/**
 * A picture as an A4 page with a free strip and a margin, upright as its camera meant.
 */
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

	PDPage of(Part part, Path file) throws UnreadablePartException {
		try {
			if (pixels(file) > MOST_PIXELS) {
				throw new UnreadablePartException(part.name(), Reason.TOO_LARGE);
			}
			byte[] picture = Files.readAllBytes(file);
			return draw(PDImageXObject.createFromByteArray(this.target, picture, part.name()), Orientation.of(picture));
		}
		catch (IOException | RuntimeException ex) {
			throw new UnreadablePartException(part.name(), Reason.BROKEN);
		}
	}

	private PDPage draw(PDImageXObject image, Orientation orientation) throws IOException {
		boolean turned = orientation.isTurned();
		float across = turned ? image.getHeight() : image.getWidth();
		float upright = turned ? image.getWidth() : image.getHeight();
		PDRectangle sheet = Sheet.forContent(across, upright);
		float room = sheet.getHeight() - Sheet.STRIP - MARGIN;
		float scale = Math.min((sheet.getWidth() - 2 * MARGIN) / across, room / upright);
		AffineTransform place = AffineTransform.getTranslateInstance((sheet.getWidth() - across * scale) / 2,
				Sheet.STRIP + (room - upright * scale) / 2);
		place.scale(across * scale, upright * scale);
		place.concatenate(orientation.ofUnitSquare());
		PDPage page = new PDPage(sheet);
		try (PDPageContentStream content = new PDPageContentStream(this.target, page)) {
			content.drawImage(image, new Matrix(place));
		}
		return page;
	}

	private static long pixels(Path picture) throws IOException {
		try (ImageInputStream in = ImageIO.createImageInputStream(picture.toFile())) {
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
