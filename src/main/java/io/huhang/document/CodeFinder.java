package io.huhang.document;

import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;

/** Finds the code on the picture of a page. */
final class CodeFinder {

	private static final Map<DecodeHintType, Object> HINTS = Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE,
			DecodeHintType.CHARACTER_SET, "UTF-8");

	private CodeFinder() {
	}

	/** What the code says; empty where none can be read. */
	static Optional<String> find(BufferedImage image) {
		if (image == null) {
			return Optional.empty();
		}
		int width = image.getWidth();
		int height = image.getHeight();
		// The code stands in a corner; elsewhere text and seals look like parts of one.
		return Stream
			.<Supplier<BufferedImage>>of(
					() -> part(image, width / 2, height * 3 / 4, width - width / 2, height - height * 3 / 4),
					() -> part(image, 0, 0, width / 2, height / 4),
					() -> part(image, 0, height / 2, width, height - height / 2), () -> image)
			.flatMap(part -> decode(part.get()).stream())
			.findFirst();
	}

	private static BufferedImage part(BufferedImage image, int x, int y, int width, int height) {
		return image.getSubimage(x, y, Math.max(1, width), Math.max(1, height));
	}

	private static Optional<String> decode(BufferedImage part) {
		int width = part.getWidth();
		int height = part.getHeight();
		BinaryBitmap bits = new BinaryBitmap(new HybridBinarizer(
				new RGBLuminanceSource(width, height, part.getRGB(0, 0, width, height, null, 0, width))));
		try {
			return Optional.of(new QRCodeReader().decode(bits, HINTS).getText());
		}
		catch (ReaderException ex) {
			return Optional.empty();
		}
	}

}
