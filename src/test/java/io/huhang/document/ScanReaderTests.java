package io.huhang.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import javax.imageio.ImageIO;

import io.huhang.document.ScanReader.Page;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("从扫描件读回页上的二维码（附件1 填表须知四）")
class ScanReaderTests {

	private static final String URL = "https://huhang.example.gov.cn/verify/HH2024-AL-330000-0007/2/0123456789abcdef";

	private static final String OLDER = URL.replace("/2/", "/1/");

	private static final String PDF = "application/pdf";

	private final ScanReader reader = new ScanReader();

	@Test
	@DisplayName("打印页的PDF、200点的灰度图片、倒放的图片，都读得出")
	void readsTheCodeOfAPrintedPage() throws Exception {
		byte[] printed = printed(URL, 1);
		BufferedImage scan = render(printed);

		assertThat(read(PDF, printed)).containsExactly(new Page(1, URL));
		assertThat(read("image/png", png(scan))).containsExactly(new Page(1, URL));
		assertThat(read("image/png", png(upsideDown(scan)))).containsExactly(new Page(1, URL));
	}

	@Test
	@DisplayName("没有二维码、打不开的扫描件：读不出，不报错")
	void readsNothingWhereThereIsNoCode() throws Exception {
		assertThat(read(PDF, blank(1))).containsExactly(new Page(1, ""));
		assertThat(read("image/png", new byte[] { 1, 2, 3 })).containsExactly(new Page(1, ""));
		assertThat(read(PDF, new byte[] { 1, 2, 3 })).isEmpty();
	}

	@Test
	@DisplayName("逐页读：第5页是旧版的页，没有二维码的页也记下")
	void readsEveryPage() throws Exception {
		byte[] scan = joined(printed(URL, 4), printed(OLDER, 1), blank(1));

		assertThat(read(PDF, scan)).containsExactly(new Page(1, URL), new Page(2, URL), new Page(3, URL),
				new Page(4, URL), new Page(5, OLDER), new Page(6, ""));
	}

	@Test
	@DisplayName("110点的粗扫描：直接读页上的图片，重画反而读不出")
	void readsACoarseScan() throws Exception {
		assertThat(read(PDF, scanned(printed(URL, 2), 110))).containsExactly(new Page(1, URL), new Page(2, URL));
	}

	@Test
	@DisplayName("时间不够：先读首页、末页，再读中间；至少读一页")
	void samplesALongScan() throws Exception {
		assertThat(new ScanReader(Duration.ofNanos(1)).read(PDF, new ByteArrayInputStream(printed(URL, 3))))
			.containsExactly(new Page(1, URL));
		assertThat(ScanReader.order(9)).containsExactly(0, 8, 4, 2, 6, 1, 3, 5, 7);
		assertThat(ScanReader.order(1)).containsExactly(0);
	}

	private List<Page> read(String mediaType, byte[] content) {
		return this.reader.read(mediaType, new ByteArrayInputStream(content));
	}

	private static byte[] printed(String url, int pages) throws Exception {
		Stamp stamp = new Stamp("HH2024-AL-330000-0007", 2, "0123456789abcdef".repeat(4), url, false);
		return new PdfBinder().bind(List.of(Part.uploaded("页.pdf", PDF, new ByteArrayResource(blank(pages)))), stamp)
			.content();
	}

	private static byte[] joined(byte[]... scans) throws Exception {
		List<Part> parts = new ArrayList<>();
		for (byte[] scan : scans) {
			parts.add(Part.uploaded("页.pdf", PDF, new ByteArrayResource(scan)));
		}
		return new PdfBinder().join(parts);
	}

	/** Printed and put on the glass: every page is one picture. */
	private static byte[] scanned(byte[] printed, int dpi) throws IOException {
		try (PDDocument paper = Loader.loadPDF(printed);
				PDDocument scan = new PDDocument();
				ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			PDFRenderer glass = new PDFRenderer(paper);
			for (int index = 0; index < paper.getNumberOfPages(); index++) {
				PDPage page = new PDPage(PDRectangle.A4);
				scan.addPage(page);
				BufferedImage image = glass.renderImageWithDPI(index, dpi, ImageType.GRAY);
				try (PDPageContentStream content = new PDPageContentStream(scan, page)) {
					content.drawImage(JPEGFactory.createFromImage(scan, image, 0.6f), 0, 0, PDRectangle.A4.getWidth(),
							PDRectangle.A4.getHeight());
				}
			}
			scan.save(out);
			return out.toByteArray();
		}
	}

	private static byte[] blank(int pages) throws IOException {
		try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			for (int page = 0; page < pages; page++) {
				document.addPage(new PDPage(PDRectangle.A4));
			}
			document.save(out);
			return out.toByteArray();
		}
	}

	private static BufferedImage render(byte[] pdf) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			return new PDFRenderer(document).renderImageWithDPI(0, 200);
		}
	}

	private static BufferedImage upsideDown(BufferedImage image) {
		BufferedImage turned = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
		for (int y = 0; y < image.getHeight(); y++) {
			for (int x = 0; x < image.getWidth(); x++) {
				turned.setRGB(image.getWidth() - 1 - x, image.getHeight() - 1 - y, image.getRGB(x, y));
			}
		}
		return turned;
	}

	private static byte[] png(BufferedImage image) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ImageIO.write(image, "png", out);
		return out.toByteArray();
	}

}
