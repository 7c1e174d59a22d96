package io.huhang.document;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import javax.imageio.ImageIO;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

import org.springframework.stereotype.Component;

/** Reads the QR code that every printed page carries back from a scan (填表须知四). */
@Component
public class ScanReader {

	/** Some pages may be turned over or carry a seal on the code: a few are tried. */
	private static final int PAGES_TRIED = 3;

	private static final int DPI = 250;

	/** A4 at 250 dpi with room; larger pages are drawn smaller. */
	private static final float MOST_PIXELS = 3600;

	private static final Map<DecodeHintType, Object> HINTS = Map.of(DecodeHintType.TRY_HARDER, Boolean.TRUE,
			DecodeHintType.CHARACTER_SET, "UTF-8");

	/** What the first code says; empty where none can be read. */
	public Optional<String> code(String mediaType, InputStream content) {
		try {
			return mediaType.equals("application/pdf") ? ofPdf(content) : ofPicture(ImageIO.read(content));
		}
		catch (IOException | RuntimeException ex) {
			// A scan without a readable code is no fault: people compare the paper then.
			return Optional.empty();
		}
	}

	private static Optional<String> ofPdf(InputStream content) throws IOException {
		try (PDDocument document = Loader.loadPDF(new RandomAccessReadBuffer(content), "", null, null,
				IOUtils.createTempFileOnlyStreamCache())) {
			PDFRenderer renderer = new PDFRenderer(document);
			renderer.setSubsamplingAllowed(true);
			Optional<String> code = Optional.empty();
			for (int page = 0; page < Math.min(PAGES_TRIED, document.getNumberOfPages()) && code.isEmpty(); page++) {
				code = ofPicture(renderer.renderImage(page, scale(document, page), ImageType.GRAY));
			}
			return code;
		}
	}

	private static float scale(PDDocument document, int page) {
		float longer = Math.max(document.getPage(page).getCropBox().getWidth(),
				document.getPage(page).getCropBox().getHeight());
		return Math.min(DPI / 72f, MOST_PIXELS / longer);
	}

	private static Optional<String> ofPicture(BufferedImage image) {
		if (image == null) {
			return Optional.empty();
		}
		int width = image.getWidth();
		int height = image.getHeight();
		BinaryBitmap whole = new BinaryBitmap(new HybridBinarizer(
				new RGBLuminanceSource(width, height, image.getRGB(0, 0, width, height, null, 0, width))));
		// The code stands in a corner; elsewhere text and seals look like parts of one.
		return Stream.of(whole.crop(width / 2, height * 3 / 4, width - width / 2, height - height * 3 / 4),
				whole.crop(0, 0, width / 2, height / 4), whole.crop(0, height / 2, width, height - height / 2), whole)
			.flatMap(part -> decode(part).stream())
			.findFirst();
	}

	private static Optional<String> decode(BinaryBitmap part) {
		try {
			return Optional.of(new QRCodeReader().decode(part, HINTS).getText());
		}
		catch (ReaderException ex) {
			return Optional.empty();
		}
	}

}
