package io.huhang.document;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import javax.imageio.ImageIO;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

import org.springframework.stereotype.Component;

/** Reads the QR code that every printed page carries back from a scan (填表须知四). */
@Component
public class ScanReader {

	/** Somebody waits for the answer: a scan of many pages is sampled over its length. */
	private static final Duration PATIENCE = Duration.ofSeconds(15);

	private static final int DPI = 250;

	/** A4 at 250 dpi with room; larger pages are drawn smaller. */
	private static final float MOST_PIXELS = 3600;

	/** A page needs tens of megabytes for a moment. */
	private final Semaphore places = new Semaphore(2);

	private final Duration patience;

	/** Patient enough for a hundred pages of an office scanner. */
	public ScanReader() {
		this(PATIENCE);
	}

	ScanReader(Duration patience) {
		this.patience = patience;
	}

	/**
	 * A page that was looked at.
	 *
	 * @param page counted from 1
	 * @param code what its code says; empty where none can be read
	 */
	public record Page(int page, String code) {
	}

	/**
	 * What the codes say, page by page; the first page, the last and then the halves
	 * between, until the time is over.
	 * @return the pages that were looked at, in order; none of what cannot be opened
	 */
	public List<Page> read(String mediaType, InputStream content) {
		List<Page> pages = new ArrayList<>();
		if (!enter()) {
			return pages;
		}
		try {
			if (Part.PDF.equals(mediaType)) {
				readPdf(content, pages);
			}
			else {
				pages.add(new Page(1, CodeFinder.find(ImageIO.read(content)).orElse("")));
			}
		}
		catch (IOException | RuntimeException ex) {
			// A scan without a readable code is no fault: people compare the paper then.
		}
		finally {
			this.places.release();
		}
		pages.sort(Comparator.comparingInt(Page::page));
		return pages;
	}

	private boolean enter() {
		try {
			return this.places.tryAcquire(this.patience.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/** Through a file: a scan may be larger than memory. */
	private void readPdf(InputStream content, List<Page> pages) throws IOException {
		Path file = Files.createTempFile("huhang-scan", ".pdf");
		try {
			Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
			try (PDDocument document = Loader.loadPDF(file.toFile(), "", null, null,
					IOUtils.createTempFileOnlyStreamCache())) {
				readPages(document, pages);
			}
		}
		finally {
			Files.delete(file);
		}
	}

	private void readPages(PDDocument document, List<Page> pages) {
		PDFRenderer renderer = new PDFRenderer(document);
		renderer.setSubsamplingAllowed(true);
		long begin = System.nanoTime();
		for (int index : order(document.getNumberOfPages())) {
			if (!pages.isEmpty() && System.nanoTime() - begin > this.patience.toNanos()) {
				return;
			}
			pages.add(new Page(index + 1, code(document, renderer, index).orElse("")));
		}
	}

	private static Optional<String> code(PDDocument document, PDFRenderer renderer, int index) {
		try {
			// The scanner's own pixels first: drawing blurs a coarse picture.
			Optional<BufferedImage> picture = PagePicture.of(document.getPage(index));
			Optional<String> code = picture.flatMap(CodeFinder::find);
			return code.isPresent() ? code
					: CodeFinder.find(renderer.renderImage(index, scale(document, index), ImageType.GRAY));
		}
		catch (IOException | RuntimeException ex) {
			return Optional.empty();
		}
	}

	private static float scale(PDDocument document, int index) {
		float longer = Math.max(document.getPage(index).getCropBox().getWidth(),
				document.getPage(index).getCropBox().getHeight());
		return Math.min(DPI / 72f, MOST_PIXELS / longer);
	}

	/** First, last, and then always the middles of what lies between. */
	static List<Integer> order(int pages) {
		return IntStream.range(0, pages)
			.boxed()
			.sorted(Comparator.<Integer>comparingInt(index -> depth(index, pages)).thenComparing(index -> index))
			.toList();
	}

	/** How often the range is halved until this page is an end of a part. */
	private static int depth(int index, int pages) {
		int low = 0;
		int high = pages - 1;
		int depth = 0;
		while (index != low && index != high) {
			int middle = (low + high) / 2;
			depth++;
			if (index == middle) {
				return depth;
			}
			low = (index > middle) ? middle : low;
			high = (index < middle) ? middle : high;
		}
		return depth;
	}

}
