package io.huhang.document;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;

import org.springframework.core.io.InputStreamSource;
import org.springframework.stereotype.Component;

/**
 * Pages as pictures made by the server, so that nothing a stranger wrote runs in an
 * officer's browser.
 */
@Component
public class PageImages {

	/** The longer side; enough to read 小四 on an A4 page. */
	private static final int LONGEST = 1400;

	/** 96 dpi where a page is small. */
	private static final float LARGEST_SCALE = 96f / 72;

	/** A picture needs tens of megabytes for a moment. */
	private final Semaphore places = new Semaphore(2);

	/**
	 * One page as PNG.
	 * @param page counted from 1
	 * @return empty if there is no such page or it cannot be drawn now
	 */
	public Optional<byte[]> png(String mediaType, InputStreamSource content, int page) {
		if (!Part.bindable(mediaType) || page < 1 || !enter()) {
			return Optional.empty();
		}
		try {
			return Part.PDF.equals(mediaType) ? pdf(content, page) : picture(content, page);
		}
		catch (IOException | RuntimeException ex) {
			// What PDFBox cannot draw can still be downloaded.
			return Optional.empty();
		}
		finally {
			this.places.release();
		}
	}

	private boolean enter() {
		try {
			return this.places.tryAcquire(10, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private static Optional<byte[]> pdf(InputStreamSource content, int page) throws IOException {
		Path file = Files.createTempFile("huhang-page", ".pdf");
		try {
			try (InputStream in = content.getInputStream()) {
				Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
			}
			try (PDDocument document = Loader.loadPDF(file.toFile(), "", null, null,
					IOUtils.createTempFileOnlyStreamCache())) {
				return (page > document.getNumberOfPages()) ? Optional.empty() : Optional.of(draw(document, page - 1));
			}
		}
		finally {
			Files.delete(file);
		}
	}

	private static byte[] draw(PDDocument document, int index) throws IOException {
		PDRectangle box = document.getPage(index).getCropBox();
		float scale = Math.min(LARGEST_SCALE, LONGEST / Math.max(box.getWidth(), box.getHeight()));
		PDFRenderer renderer = new PDFRenderer(document);
		renderer.setSubsamplingAllowed(true);
		return png(renderer.renderImage(index, scale));
	}

	private static Optional<byte[]> picture(InputStreamSource content, int page) throws IOException {
		if (page > 1) {
			return Optional.empty();
		}
		byte[] bytes;
		try (InputStream in = content.getInputStream()) {
			bytes = in.readAllBytes();
		}
		return Optional.of(png(upright(coarse(bytes), Orientation.of(bytes))));
	}

	/** Reads only as many pixels as are shown. */
	private static BufferedImage coarse(byte[] bytes) throws IOException {
		try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
			Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
			ImageReader reader = readers.next();
			try {
				reader.setInput(in);
				int step = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / LONGEST);
				ImageReadParam param = reader.getDefaultReadParam();
				param.setSourceSubsampling(step, step, 0, 0);
				return reader.read(0, param);
			}
			finally {
				reader.dispose();
			}
		}
	}

	private static BufferedImage upright(BufferedImage image, Orientation orientation) {
		double scale = Math.min(1, (double) LONGEST / Math.max(image.getWidth(), image.getHeight()));
		int across = (int) Math.max(1, scale * (orientation.isTurned() ? image.getHeight() : image.getWidth()));
		int down = (int) Math.max(1, scale * (orientation.isTurned() ? image.getWidth() : image.getHeight()));
		BufferedImage upright = new BufferedImage(across, down, BufferedImage.TYPE_INT_RGB);
		// From pixels down to the unit square with y upwards, turned, and back to pixels.
		AffineTransform place = new AffineTransform(across, 0, 0, -down, 0, down);
		place.concatenate(orientation.ofUnitSquare());
		place.concatenate(new AffineTransform(1.0 / image.getWidth(), 0, 0, -1.0 / image.getHeight(), 0, 1));
		Graphics2D paper = upright.createGraphics();
		paper.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
		paper.setColor(Color.WHITE);
		paper.fillRect(0, 0, across, down);
		paper.drawImage(image, place, null);
		paper.dispose();
		return upright;
	}

	private static byte[] png(BufferedImage image) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ImageIO.write(image, "png", out);
		return out.toByteArray();
	}

}
