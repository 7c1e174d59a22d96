package io.huhang.bench;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import com.deepoove.poi.XWPFTemplate;
import com.deepoove.poi.config.Configure;
import com.deepoove.poi.plugin.table.LoopRowTableRenderPolicy;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.huhang.application.CaseDocument;
import io.huhang.application.CaseDocuments;
import io.huhang.application.CaseForms;
import io.huhang.application.Paperwork;
import io.huhang.attachment.StoredFile;
import io.huhang.document.Documents;
import io.huhang.document.Part;
import io.huhang.document.PdfDocuments;
import io.huhang.document.Stamp;
import io.huhang.document.WordDocuments;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.Mockito;
import org.slf4j.LoggerFactory;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.StringTemplateResolver;

import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.FileSystemResource;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;

/**
 * The 申报书 as the product makes it against the libraries alone on the same templates with
 * the same words. Not part of the build:
 *
 * <pre>
 * mvn -q test -Dtest=DocumentsBenchmark
 * </pre>
 */
@DisplayName("每秒生成的申报书：本系统与未经包装的类库")
class DocumentsBenchmark {

	private static final int ROUNDS = Integer.getInteger("huhang.bench.rounds", 25);

	private static final int WARM_UP = 5;

	private static final double LEAST = 0.6;

	private static final int PARTS = 6;

	/** Megabytes. */
	private static final double MOST_GROWTH = 64;

	private static final Stamp STAMP = new Stamp("HH2024-AL-330000-0007", 2, "0123456789abcdef".repeat(4),
			"https://huhang.example.cn/verify/HH2024-AL-330000-0007/2/0123456789abcdef", false);

	private static final String PARAGRAPH = "公司按照办法建立网络安全管理制度，完成自主定级、分级防护、符合性评测和安全整改，2024年发现并消除风险46项，防护达标率由71%提升到98%，做法已在3家配套企业推广。\n";

	private final CaseDocument document = document();

	private final CaseDocuments product = Paperwork.with(Documents.WORD, Documents.PDF);

	private final Map<String, Object> model = model();

	private final SpringTemplateEngine thymeleaf = thymeleaf();

	@BeforeAll
	static void keepLibrariesQuiet() {
		((Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)).setLevel(Level.WARN);
	}

	@Test
	@DisplayName("PDF")
	void pdf() throws Exception {
		compare("pdf", () -> this.product.pdf(this.document).content(), this::rawPdf);
	}

	@Test
	@DisplayName("Word")
	void word() throws Exception {
		compare("docx", () -> this.product.word(this.document), this::rawWord);
	}

	@Test
	@DisplayName("合订300MB的PDF：堆的增长")
	void binding() throws Exception {
		Path report = report();
		try {
			Part part = Part.uploaded("检测报告.pdf", "application/pdf", new FileSystemResource(report));
			bind(List.of(part));
			long before = liveHeap();
			AtomicLong most = new AtomicLong(before);
			Thread watch = watch(most);
			long start = System.nanoTime();
			int pages = bind(Collections.nCopies(PARTS, part));
			double seconds = (System.nanoTime() - start) / 1e9;
			watch.interrupt();
			watch.join();
			double growth = (most.get() - before) / 1e6;
			System.out.printf(Locale.ROOT, "binding: %.0f MB, %d pages in %.1f s, live heap grew by %.1f MB%n",
					PARTS * Files.size(report) / 1e6, pages, seconds, growth);
			assertThat(growth).isLessThanOrEqualTo(MOST_GROWTH);
		}
		finally {
			Files.delete(report);
		}
	}

	private static int bind(List<Part> parts) throws Exception {
		Path bound = Files.createTempFile("huhang-bench", ".pdf");
		try (OutputStream out = Files.newOutputStream(bound)) {
			return Documents.BINDER.bind(parts, STAMP, out);
		}
		finally {
			Files.delete(bound);
		}
	}

	/** What is alive while binding, asked ten times a second. */
	private static Thread watch(AtomicLong most) {
		Thread watch = new Thread(() -> {
			try {
				while (true) {
					Thread.sleep(100);
					most.accumulateAndGet(liveHeap(), Math::max);
				}
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
		});
		watch.start();
		return watch;
	}

	private static long liveHeap() {
		System.gc();
		return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
	}

	/** 50 MB, the most a file may have: a scanned page of 500 kB a hundred times. */
	private static Path report() throws IOException {
		Path file = Files.createTempFile("huhang-bench", ".pdf");
		Random random = new Random(7);
		try (PDDocument document = new PDDocument()) {
			for (int i = 0; i < 100; i++) {
				byte[] noise = new byte[500_000];
				random.nextBytes(noise);
				PDPage page = new PDPage(PDRectangle.A4);
				document.addPage(page);
				try (PDPageContentStream content = new PDPageContentStream(document, page)) {
					content.drawImage(new PDImageXObject(document, new ByteArrayInputStream(noise), null, 1000, 500, 8,
							PDDeviceGray.INSTANCE), 0, 0, 500, 700);
				}
			}
			document.save(file.toFile());
		}
		return file;
	}

	/** Alternating, so that both meet the same neighbours on the machine. */
	private static void compare(String what, Callable<byte[]> ours, Callable<byte[]> theirs) throws Exception {
		List<Long> oursTook = new ArrayList<>();
		List<Long> theirsTook = new ArrayList<>();
		for (int i = 0; i < WARM_UP + ROUNDS; i++) {
			long our = nanos(ours);
			long their = nanos(theirs);
			if (i >= WARM_UP) {
				oursTook.add(our);
				theirsTook.add(their);
			}
		}
		double ratio = (double) median(theirsTook) / median(oursTook);
		System.out.printf(Locale.ROOT, "%s: product %.1f/s, library %.1f/s, ratio %.2f%n", what, 1e9 / median(oursTook),
				1e9 / median(theirsTook), ratio);
		assertThat(ratio).isGreaterThanOrEqualTo(LEAST);
	}

	private static long nanos(Callable<byte[]> make) throws Exception {
		long start = System.nanoTime();
		assertThat(make.call()).isNotEmpty();
		return System.nanoTime() - start;
	}

	private static long median(List<Long> values) {
		return values.stream().sorted(Comparator.naturalOrder()).toList().get(values.size() / 2);
	}

	/** The same page style, fonts and PDF/A, without stamps, page numbers and walls. */
	private byte[] rawPdf() throws IOException {
		String source = new ClassPathResource("documents/annex1.html").getContentAsString(UTF_8);
		PdfRendererBuilder builder = new PdfRendererBuilder();
		builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A);
		builder.usePdfUaAccessibility(true);
		builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
		builder.useFont(() -> open("fonts/NotoSerifSC-Regular-GB2312.ttf"), "song");
		builder.useFont(() -> open("fonts/NotoSerifSC-Regular-Names.ttf"), "names");
		builder.useFont(() -> open("fonts/NotoSerifSC-SemiBold-Titles.ttf"), "title");
		builder.useFont(() -> open("fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf"), "hei");
		builder.withHtmlContent(this.thymeleaf.process(source, new Context(Locale.CHINA, this.model)), null);
		ByteArrayOutputStream pdf = new ByteArrayOutputStream();
		builder.toStream(pdf);
		builder.run();
		return pdf.toByteArray();
	}

	private byte[] rawWord() throws IOException {
		Configure grammar = Configure.builder()
			.useDefaultEL(true)
			.addPlugin('%', new LoopRowTableRenderPolicy())
			.build();
		try (InputStream source = open("documents/annex1.docx");
				XWPFTemplate word = XWPFTemplate.compile(source, grammar)) {
			ByteArrayOutputStream docx = new ByteArrayOutputStream();
			word.render(this.model).write(docx);
			return docx.toByteArray();
		}
	}

	private static InputStream open(String path) {
		try {
			return new ClassPathResource(path).getInputStream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static SpringTemplateEngine thymeleaf() {
		StringTemplateResolver resolver = new StringTemplateResolver();
		resolver.setTemplateMode(TemplateMode.HTML);
		resolver.setCacheable(true);
		SpringTemplateEngine engine = new SpringTemplateEngine();
		engine.setTemplateResolver(resolver);
		return engine;
	}

	/** What the product gives its libraries. */
	@SuppressWarnings("unchecked")
	private Map<String, Object> model() {
		WordDocuments word = Mockito.mock(WordDocuments.class);
		Paperwork.with(word, Mockito.mock(PdfDocuments.class)).word(this.document);
		ArgumentCaptor<Map<String, Object>> given = ArgumentCaptor.forClass(Map.class);
		Mockito.verify(word).fill(anyString(), given.capture(), any());
		Map<String, Object> model = given.getValue();
		model.put("stamp", String.join("　", STAMP.number()));
		model.put("qr", null);
		return model;
	}

	private static CaseDocument document() {
		StoredFile file = new StoredFile(UUID.randomUUID(), STAMP.number(), "evidence", 0, "定级报告.pdf",
				"fedcba9876543210".repeat(4), 1, "application/pdf", 3, "chen", Instant.EPOCH);
		return new CaseDocument(STAMP, List.of("浙江省经济和信息化厅", "浙江省通信管理局"),
				CaseForms.aCase()
					.with("profile", PARAGRAPH.repeat(8))
					.with("overview", PARAGRAPH.repeat(30))
					.with("results", PARAGRAPH.repeat(15))
					.form(),
				List.of(file, file, file), List.of());
	}

}
