package io.huhang.document;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

import javax.imageio.ImageIO;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.huhang.document.UnreadablePartException.Reason;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationRubberStamp;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceDictionary;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAppearanceStream;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PdfBinderTests {

	private static final String URL = "https://huhang.example.gov.cn/verify/HH2024-AL-330000-0007/2/0123456789abcdef";

	private static final Stamp STAMP = new Stamp("HH2024-AL-330000-0007", 2, "0123456789abcdef".repeat(4), URL, false);

	private final PdfBinder binder = new PdfBinder();

	@Test
	@DisplayName("PDF和图片依次合订，统一编页，每页为A4（填表须知三）")
	void bindsPdfAndPicturesAsNumberedA4() throws IOException, UnreadablePartException {
		BoundPdf bound = bind(pdf("评测报告.pdf", PDRectangle.A3, 0), picture("证书.jpg", "jpeg", 3000, 2000),
				picture("公告.png", "png", 200, 300));

		try (PDDocument document = Loader.loadPDF(bound.content())) {
			assertThat(bound.pages()).isEqualTo(3).isEqualTo(PageCount.of(bound.content()));
			assertThat(document.getPages()).allSatisfy(page -> assertThat(
					Math.round(page.getMediaBox().getWidth()) + Math.round(page.getMediaBox().getHeight()))
				.isEqualTo(595 + 842));
		}
		assertThat(Texts.ofPdf(bound.content())).contains("— 1 —", "— 2 —", "— 3 —", "EVIDENCE")
			.doesNotContain("— 4 —");
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 90, 180, 270 })
	@DisplayName("旋转过的页面方向不变，内容不遮住页脚的编号条")
	void keepsTurnedPagesUprightAboveTheStrip(int rotation) throws IOException, UnreadablePartException {
		Part part = pdf("扫描件.pdf", PDRectangle.A4, rotation);
		BufferedImage before = render(part.content().getInputStream().readAllBytes());

		BufferedImage after = render(bind(new Stamp("N", 1, "", "", false), part).content());

		assertThat(corner(after)).isEqualTo(corner(before)).isNotEqualTo("nowhere");
		assertThat(lowestGrey(after)).isLessThan(after.getHeight() - Math.round(Sheet.STRIP) + 2);
	}

	@ParameterizedTest
	@CsvSource({ "1, upper left", "2, upper right", "3, lower right", "4, lower left", "5, upper left",
			"6, upper right", "7, lower right", "8, lower left" })
	@DisplayName("手机照片按EXIF方向摆正，横竖随之（填表须知三）")
	void turnsPhotographsAsTheirCameraMeant(int orientation, String corner)
			throws IOException, UnreadablePartException {
		Part photograph = Part.uploaded("现场照片.jpg", "image/jpeg", new ByteArrayResource(photograph(orientation)));

		BufferedImage page = render(bind(new Stamp("N", 1, "", "", false), photograph).content());

		assertThat(page.getWidth() > page.getHeight()).isEqualTo(orientation < 5);
		assertThat(redQuarter(page)).isEqualTo(corner);
	}

	@Test
	@DisplayName("EXIF缺失或损坏的照片按原样合订")
	void takesPhotographsWithBrokenExifAsTheyAre() throws IOException, UnreadablePartException {
		byte[] broken = photograph(6);
		broken[broken.length > 40 ? 22 : 0] = (byte) 0xFF;
		for (byte[] picture : List.of(broken, photograph(0), photograph(9))) {
			Part part = Part.uploaded("照片.jpg", "image/jpeg", new ByteArrayResource(picture));

			assertThat(redQuarter(render(bind(new Stamp("N", 1, "", "", false), part).content())))
				.isEqualTo("upper left");
		}
	}

	@Test
	@DisplayName("多页共用的字体、图片在合订本中只存一份")
	void copiesOnceWhatPagesShare() throws IOException, UnreadablePartException {
		byte[] shared = heavy(10, 1_000_000);

		BoundPdf bound = bind(Part.uploaded("报告.pdf", Part.PDF, new ByteArrayResource(shared)));

		assertThat(bound.pages()).isEqualTo(10);
		assertThat(bound.content().length).isLessThan(1_500_000);
	}

	@Test
	@DisplayName("合订时内存不随材料增长：64MB材料，堆增长不足16MB")
	void bindsMoreThanItHolds() throws IOException, UnreadablePartException {
		byte[] heavy = heavy(2, 8_000_000);
		List<Long> live = new ArrayList<>();
		InputStreamSource source = () -> {
			live.add(liveHeap());
			return new ByteArrayInputStream(heavy);
		};
		List<Part> parts = Collections.nCopies(8, Part.uploaded("检测报告.pdf", Part.PDF, source));

		int pages = this.binder.bind(parts, STAMP, OutputStream.nullOutputStream());

		assertThat(pages).isEqualTo(16);
		assertThat(live.get(7) - live.get(0)).isLessThan(16_000_000);
	}

	@Test
	@DisplayName("每页的二维码可由扫描件读出，内容为核验网址")
	void printsReadableQrCodes() throws IOException, ReaderException, UnreadablePartException {
		BoundPdf bound = bind(pdf("报告.pdf", PDRectangle.A4, 0));

		try (PDDocument document = Loader.loadPDF(bound.content())) {
			BufferedImage scan = new PDFRenderer(document).renderImageWithDPI(0, 200);

			assertThat(read(scan).getText()).isEqualTo(URL);
		}
	}

	@Test
	@DisplayName("电子印章等批注照样印出")
	void keepsElectronicSeals() throws IOException, UnreadablePartException {
		byte[] sealed = sealed();

		BufferedImage page = render(bind(new Stamp("N", 1, "", "", false),
				Part.uploaded("盖章件.pdf", Part.PDF, new ByteArrayResource(sealed)))
			.content());

		assertThat(reds(page)).isGreaterThan(1000);
	}

	@Test
	@DisplayName("草稿带“草稿”字样且不印指纹；定稿没有")
	void marksDraftsOnly() throws IOException, UnreadablePartException {
		Part part = pdf("报告.pdf", PDRectangle.A4, 0);

		String draft = Texts.bare(Texts.ofPdf(bind(new Stamp("N", 0, "f".repeat(64), "", true), part).content()));
		String frozen = Texts.bare(Texts.ofPdf(bind(part).content()));

		assertThat(draft).contains("草稿，仅供核对，不作报送").doesNotContain("内容指纹");
		assertThat(frozen).contains("第2版", "内容指纹0123456789abcdef").doesNotContain("草稿");
	}

	@Test
	@DisplayName("损坏、加密、空白或其他类型的文件：指名拒绝")
	void refusesWhatCannotBeBound() throws IOException {
		assertRefused(uploaded(Part.PDF, "%PDF-1.7 broken".getBytes()), Reason.BROKEN);
		assertRefused(uploaded("image/png", new byte[] { (byte) 0x89, 'P', 'N', 'G' }), Reason.BROKEN);
		assertRefused(uploaded(Part.PDF, encrypted("geheim")), Reason.ENCRYPTED);
		assertRefused(uploaded(Part.PDF, empty()), Reason.EMPTY);
		assertRefused(uploaded("text/plain", new byte[] { 'x' }), Reason.OTHER_TYPE);
	}

	@Test
	@DisplayName("只限制修改、不设打开密码的PDF可以合订")
	void bindsWhatOpensWithoutPassword() throws IOException, UnreadablePartException {
		assertThat(bind(uploaded(Part.PDF, encrypted(""))).pages()).isEqualTo(1);
	}

	@Test
	@DisplayName("页数：可读的PDF为实际页数，损坏或加密的为0")
	void countsPages() throws IOException {
		assertThat(PageCount.of(pdf("报告.pdf", PDRectangle.A4, 0).content().getInputStream().readAllBytes())).isOne();
		assertThat(PageCount.of("nothing".getBytes())).isZero();
		assertThat(PageCount.of(encrypted("geheim"))).isZero();
	}

	private BoundPdf bind(Part... parts) throws UnreadablePartException {
		return this.binder.bind(List.of(parts), STAMP);
	}

	private BoundPdf bind(Stamp stamp, Part part) throws UnreadablePartException {
		return this.binder.bind(List.of(part), stamp);
	}

	private void assertRefused(Part part, Reason reason) {
		assertThatExceptionOfType(UnreadablePartException.class).isThrownBy(() -> bind(part)).satisfies(ex -> {
			assertThat(ex.part()).isEqualTo(part.name());
			assertThat(ex.reason()).isEqualTo(reason);
		});
	}

	private static Part uploaded(String type, byte[] content) {
		return Part.uploaded("材料", type, new ByteArrayResource(content));
	}

	/**
	 * A page that is grey all over with a red field in the corner that is left above when
	 * shown.
	 */
	private static Part pdf(String name, PDRectangle size, int rotation) throws IOException {
		try (PDDocument document = new PDDocument()) {
			PDPage page = new PDPage(size);
			page.setRotation(rotation);
			document.addPage(page);
			try (PDPageContentStream content = new PDPageContentStream(document, page)) {
				content.setNonStrokingColor(Color.LIGHT_GRAY);
				content.addRect(0, 0, size.getWidth(), size.getHeight());
				content.fill();
				content.setNonStrokingColor(Color.RED);
				content.addRect(0, size.getHeight() - 150, 150, 150);
				content.fill();
				content.beginText();
				content.setFont(new PDType1Font(FontName.HELVETICA), 20);
				content.newLineAtOffset(200, 300);
				content.showText("EVIDENCE");
				content.endText();
			}
			return Part.uploaded(name, Part.PDF, new ByteArrayResource(save(document)));
		}
	}

	/** Across, its upper left quarter red, with the tag of EXIF; 0 for no tag. */
	private static byte[] photograph(int orientation) throws IOException {
		BufferedImage image = new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = image.createGraphics();
		graphics.setColor(Color.RED);
		graphics.fillRect(0, 0, 450, 300);
		graphics.dispose();
		ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
		ImageIO.write(image, "jpeg", jpeg);
		byte[] plain = jpeg.toByteArray();
		if (orientation == 0) {
			return plain;
		}
		ByteBuffer exif = ByteBuffer.allocate(plain.length + 36);
		exif.put(plain, 0, 2).putShort((short) 0xFFE1).putShort((short) 34).put("Exif\0\0".getBytes());
		exif.putInt(0x4D4D002A).putInt(8).putShort((short) 1);
		exif.putShort((short) 0x0112).putShort((short) 3).putInt(1).putShort((short) orientation).putShort((short) 0);
		return exif.putInt(0).put(plain, 2, plain.length - 2).array();
	}

	/** Pages that share one picture which cannot be compressed. */
	private static byte[] heavy(int pages, int bytes) throws IOException {
		byte[] noise = new byte[bytes];
		new Random(7).nextBytes(noise);
		try (PDDocument document = new PDDocument()) {
			PDImageXObject picture = new PDImageXObject(document, new ByteArrayInputStream(noise), null, 1000,
					bytes / 1000, 8, PDDeviceGray.INSTANCE);
			for (int i = 0; i < pages; i++) {
				PDPage page = new PDPage(PDRectangle.A4);
				document.addPage(page);
				try (PDPageContentStream content = new PDPageContentStream(document, page)) {
					content.drawImage(picture, 0, 0, 500, 700);
				}
			}
			return save(document);
		}
	}

	private static long liveHeap() {
		System.gc();
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

	private static byte[] sealed() throws IOException {
		try (PDDocument document = new PDDocument()) {
			PDPage page = new PDPage(PDRectangle.A4);
			document.addPage(page);
			PDAppearanceStream look = new PDAppearanceStream(document);
			look.setBBox(new PDRectangle(100, 100));
			try (PDPageContentStream content = new PDPageContentStream(document, look)) {
				content.setNonStrokingColor(Color.RED);
				content.addRect(0, 0, 100, 100);
				content.fill();
			}
			PDAnnotationRubberStamp seal = new PDAnnotationRubberStamp();
			seal.setRectangle(new PDRectangle(200, 200, 80, 80));
			seal.setAppearance(new PDAppearanceDictionary());
			seal.getAppearance().setNormalAppearance(look);
			page.setAnnotations(List.of(seal));
			return save(document);
		}
	}

	private static byte[] encrypted(String userPassword) throws IOException {
		try (PDDocument document = new PDDocument()) {
			document.addPage(new PDPage(PDRectangle.A4));
			StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", userPassword,
					new AccessPermission());
			policy.setEncryptionKeyLength(128);
			document.protect(policy);
			return save(document);
		}
	}

	private static byte[] empty() throws IOException {
		try (PDDocument document = new PDDocument()) {
			return save(document);
		}
	}

	private static Part picture(String name, String format, int width, int height) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
		Graphics2D graphics = image.createGraphics();
		graphics.fillRect(0, 0, width, height);
		graphics.dispose();
		ImageIO.write(image, format, out);
		return Part.uploaded(name, "image/" + format, new ByteArrayResource(out.toByteArray()));
	}

	private static byte[] save(PDDocument document) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		document.save(out);
		return out.toByteArray();
	}

	private static BufferedImage render(byte[] pdf) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			return new PDFRenderer(document).renderImage(0);
		}
	}

	/** In which quarter the red field lies. */
	private static String corner(BufferedImage image) {
		for (int y : new int[] { 60, image.getHeight() - 130 }) {
			for (int x : new int[] { 60, image.getWidth() - 60 }) {
				if ((image.getRGB(x, y) & 0xFFFFFF) == 0xFF0000) {
					return (y == 60 ? "upper" : "lower") + (x == 60 ? " left" : " right");
				}
			}
		}
		return "nowhere";
	}

	/** Where the middle of all red lies, seen from the middle of the picture's place. */
	private static String redQuarter(BufferedImage image) {
		long count = 0;
		long sumX = 0;
		long sumY = 0;
		for (int y = 0; y < image.getHeight(); y++) {
			for (int x = 0; x < image.getWidth(); x++) {
				Color color = new Color(image.getRGB(x, y));
				if (color.getRed() > 200 && color.getGreen() < 60 && color.getBlue() < 60) {
					count++;
					sumX += x;
					sumY += y;
				}
			}
		}
		assertThat(count).isGreaterThan(10_000);
		boolean upper = sumY / count < (image.getHeight() - Sheet.STRIP) / 2;
		return (upper ? "upper" : "lower") + ((sumX / count < image.getWidth() / 2) ? " left" : " right");
	}

	private static int lowestGrey(BufferedImage image) {
		int y = image.getHeight() - 1;
		while (y > 0 && (image.getRGB(image.getWidth() / 2, y) & 0xFFFFFF) != 0xC0C0C0) {
			y--;
		}
		return y;
	}

	private static long reds(BufferedImage image) {
		long reds = 0;
		for (int y = 0; y < image.getHeight(); y++) {
			for (int x = 0; x < image.getWidth(); x++) {
				reds += ((image.getRGB(x, y) & 0xFFFFFF) == 0xFF0000) ? 1 : 0;
			}
		}
		return reds;
	}

	private static Result read(BufferedImage image) throws ReaderException {
		int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
		LuminanceSource source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
		// As a scan of the page's foot, where the verifier looks.
		LuminanceSource foot = source.crop(image.getWidth() / 2, image.getHeight() * 9 / 10, image.getWidth() / 2,
				image.getHeight() / 10);
		try {
			return new QRCodeReader().decode(new BinaryBitmap(new HybridBinarizer(foot)),
					Map.of(DecodeHintType.TRY_HARDER, true));
		}
		catch (NotFoundException ex) {
			throw new AssertionError("no QR code on the page", ex);
		}
	}

}
