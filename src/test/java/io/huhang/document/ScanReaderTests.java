package io.huhang.document;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;

import javax.imageio.ImageIO;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("从扫描件读回页上的二维码（附件1 填表须知四）")
class ScanReaderTests {

	private static final String URL = "https://huhang.example.gov.cn/verify/HH2024-AL-330000-0007/2/0123456789abcdef";

	private static final String PDF = "application/pdf";

	private final ScanReader reader = new ScanReader();

	@Test
	@DisplayName("打印页的PDF、200点的灰度图片、倒放的图片，都读得出")
	void readsTheCodeOfAPrintedPage() throws Exception {
		byte[] printed = printed();
		BufferedImage scan = render(printed);

		assertThat(read(PDF, printed)).isEqualTo(URL);
		assertThat(read("image/png", png(scan))).isEqualTo(URL);
		assertThat(read("image/png", png(upsideDown(scan)))).isEqualTo(URL);
	}

	@Test
	@DisplayName("没有二维码、打不开的扫描件：读不出，不报错")
	void readsNothingWhereThereIsNoCode() throws Exception {
		assertThat(this.reader.code(PDF, new ByteArrayInputStream(blank()))).isEmpty();
		assertThat(this.reader.code(PDF, new ByteArrayInputStream(new byte[] { 1, 2, 3 }))).isEmpty();
		assertThat(this.reader.code("image/png", new ByteArrayInputStream(new byte[] { 1, 2, 3 }))).isEmpty();
	}

	private String read(String mediaType, byte[] content) {
		return this.reader.code(mediaType, new ByteArrayInputStream(content)).orElse("");
	}

	private static byte[] printed() throws Exception {
		Stamp stamp = new Stamp("HH2024-AL-330000-0007", 2, "0123456789abcdef".repeat(4), URL, false);
		return new PdfBinder().bind(List.of(Part.uploaded("页.pdf", PDF, new ByteArrayResource(blank()))), stamp)
			.content();
	}

	private static byte[] blank() throws IOException {
		try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			document.addPage(new PDPage(PDRectangle.A4));
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
