package io.huhang.document;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;

import javax.imageio.ImageIO;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.core.io.ByteArrayResource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("页面图片和手机照片的方向（填表须知三：装订后的附件须可读）")
class PageImagesTests {

	private final PageImages images = new PageImages();

	/** Red on the upper left as stored, in a picture of 400 × 200. */
	private static byte[] photo(int orientation) throws IOException {
		BufferedImage image = new BufferedImage(400, 200, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = image.createGraphics();
		graphics.setColor(Color.WHITE);
		graphics.fillRect(0, 0, 400, 200);
		graphics.setColor(Color.RED);
		graphics.fillRect(0, 0, 100, 50);
		graphics.dispose();
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ImageIO.write(image, "jpeg", out);
		byte[] jpeg = out.toByteArray();
		ByteBuffer turned = ByteBuffer.allocate(jpeg.length + 36);
		turned.put(jpeg, 0, 2).putShort((short) 0xFFE1).putShort((short) 34);
		turned.put(new byte[] { 'E', 'x', 'i', 'f', 0, 0, 'M', 'M' }).putShort((short) 42).putInt(8);
		turned.putShort((short) 1).putShort((short) 0x0112).putShort((short) 3).putInt(1);
		turned.putShort((short) orientation).putShort((short) 0).putInt(0);
		return turned.put(jpeg, 2, jpeg.length - 2).array();
	}

	private static byte[] pdf(PDRectangle... sizes) throws IOException {
		try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			List.of(sizes).forEach(size -> document.addPage(new PDPage(size)));
			document.save(out);
			return out.toByteArray();
		}
	}

	private BufferedImage page(String mediaType, byte[] content, int page) throws IOException {
		byte[] png = this.images.png(mediaType, new ByteArrayResource(content), page).orElseThrow();
		return ImageIO.read(new ByteArrayInputStream(png));
	}

	private static String corner(BufferedImage image, int left, int top, int right, int bottom) {
		String found = "";
		for (int y : new int[] { top, bottom }) {
			for (int x : new int[] { left, right }) {
				Color color = new Color(image.getRGB(x, y));
				if (color.getRed() > 200 && color.getGreen() < 80) {
					found += (y == top ? "upper" : "lower") + (x == left ? " left" : " right");
				}
			}
		}
		return found;
	}

	@ParameterizedTest(name = "Exif {0}：红角在 {1}")
	@CsvSource({ "1,upper left,400,200", "2,upper right,400,200", "3,lower right,400,200", "4,lower left,400,200",
			"5,upper left,200,400", "6,upper right,200,400", "7,lower right,200,400", "8,lower left,200,400",
			"0,upper left,400,200", "9,upper left,400,200" })
	@DisplayName("照片按拍摄方向摆正，预览与装订一致")
	void turnsAPhotoUpright(int orientation, String corner, int width, int height) throws Exception {
		byte[] photo = photo(orientation);

		BufferedImage shown = page("image/jpeg", photo, 1);
		byte[] bound = new PdfBinder()
			.bind(List.of(Part.uploaded("照片.jpg", "image/jpeg", new ByteArrayResource(photo))),
					new Stamp("N", 1, "", "", false))
			.content();

		assertThat(List.of(shown.getWidth(), shown.getHeight())).isEqualTo(List.of(width, height));
		assertThat(corner(shown, 10, 10, width - 10, height - 10)).isEqualTo(corner);
		assertThat(boundCorner(bound)).isEqualTo(corner);
	}

	// Where the red lies within what is not white.
	private static String boundCorner(byte[] bound) throws IOException {
		try (PDDocument document = Loader.loadPDF(bound)) {
			BufferedImage page = new PDFRenderer(document).renderImage(0);
			PDRectangle box = document.getPage(0).getMediaBox();
			boolean wide = box.getWidth() > box.getHeight();
			int margin = Math.round(10 * Sheet.MM) + 8;
			float room = box.getHeight() - Sheet.STRIP - 10 * Sheet.MM;
			float scale = Math.min((box.getWidth() - 20 * Sheet.MM) / (wide ? 400 : 200), room / (wide ? 200 : 400));
			int high = Math.round(scale * (wide ? 200 : 400));
			int top = Math.round(box.getHeight() - Sheet.STRIP - (room - high) / 2 - high);
			int across = Math.round(scale * (wide ? 400 : 200));
			int left = Math.round((box.getWidth() - across) / 2);
			assertThat(margin).isPositive();
			return corner(page, left + 8, top + 8, left + across - 8, top + high - 8);
		}
	}

	@Test
	@DisplayName("PDF 的每一页各成一图，尺寸有上限")
	void drawsPagesOfAPdf() throws IOException {
		byte[] pdf = pdf(PDRectangle.A4, new PDRectangle(14_400, 7_200));

		BufferedImage plain = page("application/pdf", pdf, 1);
		BufferedImage huge = page("application/pdf", pdf, 2);

		assertThat(List.of(plain.getWidth(), plain.getHeight())).isEqualTo(List.of(793, 1122));
		assertThat(List.of(huge.getWidth(), huge.getHeight())).isEqualTo(List.of(1400, 700));
	}

	@Test
	@DisplayName("没有的页、不能画的内容没有图片，不出错")
	void hasNoPictureOfWhatCannotBeDrawn() throws IOException {
		assertThat(this.images.png("application/pdf", new ByteArrayResource(pdf(PDRectangle.A4)), 2)).isEmpty();
		assertThat(this.images.png("application/pdf", new ByteArrayResource(pdf(PDRectangle.A4)), 0)).isEmpty();
		assertThat(this.images.png("image/jpeg", new ByteArrayResource(photo(1)), 2)).isEmpty();
		assertThat(this.images.png("image/png", new ByteArrayResource(new byte[] { 1, 2, 3 }), 1)).isEmpty();
		assertThat(this.images.png("application/zip", new ByteArrayResource(new byte[0]), 1)).isEmpty();
	}

}
