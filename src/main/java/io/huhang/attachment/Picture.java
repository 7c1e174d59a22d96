package io.huhang.attachment;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;

import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Reads a picture's head only: a pixel flood is refused before it is unpacked. */
final class Picture {

	/** A3 at 600 dpi has 70 million. */
	private static final long MAX_PIXELS = 120_000_000;

	private Picture() {
	}

	static boolean isReadable(Path file) throws IOException {
		try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
			Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
			return readers.hasNext() && isReadable(readers.next(), in);
		}
	}

	private static boolean isReadable(ImageReader reader, ImageInputStream in) {
		try {
			reader.setInput(in);
			return (long) reader.getWidth(0) * reader.getHeight(0) <= MAX_PIXELS;
		}
		catch (IOException | IllegalArgumentException ex) {
			return false;
		}
		finally {
			reader.dispose();
		}
	}

}
