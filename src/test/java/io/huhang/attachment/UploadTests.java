package io.huhang.attachment;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

import io.huhang.SqlTest;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.junit.jupiter.SpringJUnitConfig;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@SqlTest
@SpringJUnitConfig(AttachmentSlice.class)
class UploadTests {

	private static final String OWNER = "HH2024-AL-330000-0007";

	private static final String ACCEPTED = "请上传PDF、JPG、PNG、DOCX或XLSX格式的文件（OFD等其他格式请先转换为PDF）。";

	private static final String RUNS = "含有脚本、动态表单或可自动执行的动作，请用“打印为PDF”的方式重新生成后上传。";

	@Autowired
	Attachments attachments;

	@Autowired
	FileSettings settings;

	@Autowired
	TransactionTemplate transaction;

	@BeforeEach
	void empty(@Autowired JdbcClient database) throws IOException {
		database.sql("delete from attachment_owner").update();
		database.sql("delete from attachment_file").update();
		for (Path file : files()) {
			Files.delete(file);
		}
	}

	private StoredFile add(String name, byte[] content) {
		return this.attachments.add(OWNER, "evidence", name, new ByteArrayInputStream(content), "zhang");
	}

	private void assertRefused(String name, byte[] content, String text) {
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> add(name, content))
			.extracting(RefusedException::problems)
			.isEqualTo(List.of(new Problem("evidence", text, "系统规则")));
		assertThat(this.attachments.of(OWNER)).isEmpty();
		assertThat(files()).isEmpty();
	}

	private List<Path> files() {
		try (Stream<Path> files = Files.walk(this.settings.folder())) {
			return files.filter(Files::isRegularFile).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static Stream<Arguments> accepted() {
		return Stream.of(arguments("定级报告.pdf", SampleFiles.pdf(3), "application/pdf", 3),
				arguments("定级报告.PDF", SampleFiles.pdf(1), "application/pdf", 1),
				arguments("网页链接.pdf", SampleFiles.linkingPdf(), "application/pdf", 1),
				arguments("证书.jpg", SampleFiles.picture("jpg"), "image/jpeg", 1),
				arguments("证书.jpeg", SampleFiles.picture("jpg"), "image/jpeg", 1),
				arguments("截图.png", SampleFiles.picture("png"), "image/png", 1),
				arguments("整改报告.docx", SampleFiles.docx(), FileKind.DOCX.mediaType(), 0),
				arguments("图表.docx",
						SampleFiles.with(SampleFiles.docx(), "word/embeddings/Microsoft_Excel_Sheet1.xlsx",
								SampleFiles.xlsx()),
						FileKind.DOCX.mediaType(), 0),
				arguments("补齐.pdf", SampleFiles.joined(SampleFiles.pdf(1), new byte[4000]), "application/pdf", 1),
				arguments("名单.xlsx", SampleFiles.xlsx(), FileKind.XLSX.mediaType(), 0));
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource
	@DisplayName("接受PDF、图片和不含宏的办公文档，类型按内容识别（附件1 填表须知二）")
	void accepted(String name, byte[] content, String mediaType, int pages) throws IOException {
		StoredFile file = add(name, content);

		assertThat(file).extracting(StoredFile::name, StoredFile::mediaType, StoredFile::pages, StoredFile::size)
			.containsExactly(name, mediaType, pages, (long) content.length);
		try (InputStream in = this.attachments.open(file)) {
			assertThat(in.readAllBytes()).isEqualTo(content);
		}
	}

	static Stream<Arguments> refusedContents() {
		byte[] pdf = SampleFiles.pdf(3);
		String types = "<Types><Override ContentType=\"application/vnd.ms-office.vbaProject\"/></Types>";
		return Stream.of(arguments("a.pdf", new byte[0], "文件“a.pdf”是空文件（0字节），请检查后重新选择文件上传。"),
				arguments("a.exe", "MZ\0\0".getBytes(StandardCharsets.ISO_8859_1), "文件“a.exe”的类型不在接受范围内，" + ACCEPTED),
				arguments("a.pdf", "<html><script>".getBytes(StandardCharsets.UTF_8),
						"文件“a.pdf”的内容与扩展名不符，请按实际格式重新保存后上传；" + ACCEPTED),
				arguments("a.png", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>".getBytes(StandardCharsets.UTF_8),
						"文件“a.png”的内容与扩展名不符，请按实际格式重新保存后上传；" + ACCEPTED),
				arguments("a.ofd", SampleFiles.zip(Map.of("OFD.xml", "<OFD/>")), "文件“a.ofd”的类型不在接受范围内，" + ACCEPTED),
				arguments("a.docx", SampleFiles.zip(Map.of("word/document.xml", "x")),
						"文件“a.docx”的内容与扩展名不符，请按实际格式重新保存后上传；" + ACCEPTED),
				arguments("a.txt", pdf, "文件“a.txt”的扩展名不在接受范围内，" + ACCEPTED),
				arguments("a", pdf, "文件“a”的扩展名不在接受范围内，" + ACCEPTED),
				arguments("a.png", pdf, "文件“a.png”的扩展名与实际内容不一致（实际为PDF），请按实际格式重新保存后上传。"),
				arguments("a.pdf", SampleFiles.xlsx(), "文件“a.pdf”的扩展名与实际内容不一致（实际为XLSX），请按实际格式重新保存后上传。"),
				arguments("a.docm",
						SampleFiles.zip(Map.of("[Content_Types].xml", "<Types/>", "word/document.xml", "x",
								"word/vbaProject.bin", "x")),
						"文件“a.docm”含有宏，请另存为不含宏的DOCX、XLSX文件或PDF后上传。"),
				arguments("a.docx",
						SampleFiles.zip(Map.of("[Content_Types].xml", types, "word/document.xml", "x",
								"word/harmless.bin", "x")),
						"文件“a.docx”含有宏，请另存为不含宏的DOCX、XLSX文件或PDF后上传。"),
				arguments("a.docx", Arrays.copyOf(SampleFiles.docx(), 600), "文件“a.docx”已损坏，无法打开，请重新导出后上传。"),
				arguments("a.pdf", SampleFiles.encryptedPdf("secret"), "文件“a.pdf”已加密或限制了权限，无法打印装订，请取消加密后重新上传。"),
				arguments("a.pdf", SampleFiles.encryptedPdf(""), "文件“a.pdf”已加密或限制了权限，无法打印装订，请取消加密后重新上传。"),
				arguments("a.pdf", SampleFiles.scriptedPdf(), "文件“a.pdf”" + RUNS),
				arguments("a.pdf", SampleFiles.launchingPdf(), "文件“a.pdf”" + RUNS),
				arguments("a.pdf", SampleFiles.dynamicForm(), "文件“a.pdf”" + RUNS),
				arguments("a.pdf", SampleFiles.carryingPdf(), "文件“a.pdf”内嵌有其他文件，请将内嵌的文件单独上传，并用“打印为PDF”的方式重新生成后上传。"),
				arguments("a.zip", SampleFiles.zip(Map.of("a.txt", "x")), "文件“a.zip”是压缩包，请解压后逐个上传。" + ACCEPTED),
				arguments("a.rar", new byte[] { 'R', 'a', 'r', '!', 0x1A, 7, 0, 0 },
						"文件“a.rar”是压缩包，请解压后逐个上传。" + ACCEPTED),
				arguments("a.7z", new byte[] { '7', 'z', (byte) 0xBC, (byte) 0xAF, 0x27, 0x1C, 0, 4 },
						"文件“a.7z”是压缩包，请解压后逐个上传。" + ACCEPTED),
				arguments("a.docx",
						new byte[] { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A,
								(byte) 0xE1 },
						"文件“a.docx”是旧版或设有密码的办公文档，请取消密码并另存后上传。" + ACCEPTED),
				arguments("a.pdf", SampleFiles.pdf(0), "文件“a.pdf”已损坏或没有页面，无法打印装订，请重新扫描或导出后上传。"),
				arguments("a.pdf", Arrays.copyOf(pdf, 60), "文件“a.pdf”已损坏或没有页面，无法打印装订，请重新扫描或导出后上传。"),
				arguments("a.png", SampleFiles.pixelFlood(), "文件“a.png”已损坏或尺寸过大，无法打印装订，请重新扫描后上传。"), arguments("a.png",
						Arrays.copyOf(SampleFiles.picture("png"), 20), "文件“a.png”已损坏或尺寸过大，无法打印装订，请重新扫描后上传。"));
	}

	static Stream<Arguments> refusedCarriers() {
		byte[] program = "MZ\0\0".getBytes(StandardCharsets.ISO_8859_1);
		byte[] object = { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0 };
		byte[] archive = SampleFiles.zip(Map.of("a.txt", "x"));
		byte[] docx = SampleFiles.docx();
		byte[] sheet = SampleFiles.with(SampleFiles.xlsx(), "xl/embeddings/oleObject1.bin", object);
		return Stream.of(carried("word/embeddings/a.exe", docx, program),
				carried("word/embeddings/oleObject1.bin", docx, object), carried("word/media/a.png", docx, archive),
				carried("word/media/b.png", docx, program), carried("word/activeX/activeX1.bin", docx, object),
				carried("word/embeddings/b.xlsx", docx, sheet), carried("word/embeddings/c.xlsx", docx, archive),
				arguments("a.docx", SampleFiles.with(docx, "word/media/a.bmp", new byte[8 * 1024 * 1024]),
						"文件“a.docx”展开后的内容异常庞大，无法安全打开，请另存为新文件或打印为PDF后上传。"),
				arguments("a.pdf", SampleFiles.joined(SampleFiles.pdf(1), archive),
						"文件“a.pdf”的末尾附有压缩包，请重新生成只含正文的文件后上传，压缩包内的文件请解压后逐个上传。"),
				arguments("a.png", SampleFiles.joined(SampleFiles.picture("png"), archive),
						"文件“a.png”的末尾附有压缩包，请重新生成只含正文的文件后上传，压缩包内的文件请解压后逐个上传。"),
				behind("x".repeat(2000)), behind("x".repeat(80_000)));
	}

	private static Arguments behind(String text) {
		return arguments("a.pdf", SampleFiles.joined(SampleFiles.pdf(1), text.getBytes(StandardCharsets.UTF_8)),
				"文件“a.pdf”的末尾附有PDF以外的内容，请用“打印为PDF”的方式重新生成后上传。");
	}

	private static Arguments carried(String part, byte[] document, byte[] content) {
		return arguments("a.docx", SampleFiles.with(document, part, content),
				"文件“a.docx”内嵌有其他文件或对象（%s），请从文档中删除，并将内嵌的文件单独上传。".formatted(part));
	}

	@ParameterizedTest(name = "{0}: {2}")
	@MethodSource
	@DisplayName("办公文档内嵌程序、对象、压缩包，展开异常庞大，PDF和图片末尾附有别的内容：拒绝")
	void refusedCarriers(String name, byte[] content, String text) {
		assertRefused(name, content, text);
	}

	@ParameterizedTest(name = "{0}: {2}")
	@MethodSource
	@DisplayName("空文件、不接受的类型、扩展名不符、含宏、加密、损坏的文件被拒绝，不留任何内容")
	void refusedContents(String name, byte[] content, String text) {
		assertRefused(name, content, text);
	}

	@ParameterizedTest
	@CsvSource({ "PDF,请上传PDF格式的文件（其他格式请先转换为PDF）。", "PAGES,请上传PDF、JPG或PNG格式的文件（其他格式请先转换为PDF）。" })
	@DisplayName("假的PDF：只说明该处接受的格式")
	void namesWhatTheSlotTakes(Accepted accepted, String text) {
		Upload upload = new Upload(OWNER, "scan", 0, "a.pdf", "zhang", accepted);
		InputStream content = new ByteArrayInputStream("<html>".getBytes(StandardCharsets.UTF_8));

		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> this.attachments.add(upload, content))
			.withMessage("文件“a.pdf”的内容与扩展名不符，请按实际格式重新保存后上传；" + text);
	}

	@ParameterizedTest
	@CsvSource({ "PDF,请上传PDF格式的文件（其他格式请先转换为PDF）。", "PAGES,请上传PDF、JPG或PNG格式的文件（其他格式请先转换为PDF）。" })
	@DisplayName("真的DOCX：只收能装订的格式的地方不收")
	void refusesWhatTheSlotDoesNotTake(Accepted accepted, String text) {
		Upload upload = new Upload(OWNER, "scan", 0, "a.docx", "zhang", accepted);
		InputStream content = new ByteArrayInputStream(SampleFiles.docx());

		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> this.attachments.add(upload, content))
			.withMessage("文件“a.docx”的类型不在接受范围内，" + text);
	}

	static Stream<Arguments> refusedNames() {
		String invisible = "的文件名含有不可见字符或控制字符，请重命名后重新上传。";
		String path = "的文件名含有路径，请只保留文件名后重新上传。";
		String reserved = "的文件名含有不能使用的字符（: * ? \" < > |）或系统保留名称，请重命名后重新上传。";
		return Stream.of(arguments("../a.pdf", "文件“../a.pdf”" + path), arguments("x/../a.pdf", "文件“x/../a.pdf”" + path),
				arguments("x\\a.pdf", "文件“x\\a.pdf”" + path), arguments("C:a.pdf", "文件“C:a.pdf”" + path),
				arguments("/etc/a.pdf", "文件“/etc/a.pdf”" + path), arguments("a\r\nb.pdf", "文件“a□□b.pdf”" + invisible),
				arguments("a\0.pdf", "文件“a□.pdf”" + invisible), arguments("a\u0085.pdf", "文件“a□.pdf”" + invisible),
				arguments("a\u202Efdp.exe", "文件“a□fdp.exe”" + invisible),
				arguments("a\u2028.pdf", "文件“a□.pdf”" + invisible), arguments("a\u200B.pdf", "文件“a□.pdf”" + invisible),
				arguments("a\uD800.pdf", "文件“a□.pdf”" + invisible), arguments("ab:c.pdf", "文件“ab:c.pdf”" + reserved),
				arguments("a\"b.pdf", "文件“a\"b.pdf”" + reserved), arguments("CON.pdf", "文件“CON.pdf”" + reserved),
				arguments("lpt1.pdf", "文件“lpt1.pdf”" + reserved), arguments("", "文件“”没有文件名，请命名后重新上传。"),
				arguments(".pdf", "文件“.pdf”只有扩展名，没有文件名，请命名后重新上传。"),
				arguments("长".repeat(197) + ".pdf", "文件“" + "长".repeat(60) + "…”的文件名现201个字符，超过200个字符，请缩短后重新上传。"));
	}

	@ParameterizedTest(name = "{1}")
	@MethodSource
	@DisplayName("文件名含路径、控制字符、反向显示字符或过长的，拒绝而不悄悄改名")
	void refusedNames(String name, String text) {
		assertRefused(name, SampleFiles.pdf(1), text);
	}

	@Test
	@DisplayName("200个字符的中文文件名可以使用，生僻字按一个字计")
	void aNameOfTwoHundredCharactersIsAccepted() {
		String name = "𠮷".repeat(196) + ".pdf";

		assertThat(add(name, SampleFiles.pdf(1)).name()).isEqualTo(name);
		assertThat(this.attachments.of(OWNER)).extracting(StoredFile::name).containsExactly(name);
	}

	@Test
	@DisplayName("单个文件超过上限时，边收边拒，不读完")
	void aFileThatIsTooLargeIsRefusedWhileItStreams() {
		int[] read = new int[1];
		InputStream endless = new InputStream() {

			@Override
			public int read() {
				read[0]++;
				return 'x';
			}

		};

		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.attachments.add(OWNER, "evidence", "a.pdf", endless, "zhang"))
			.withMessage("文件“a.pdf”超过102400字节，请压缩或拆分后重新上传。");
		assertThat(read[0]).isLessThan(200_000);
		assertThat(files()).isEmpty();
	}

	@Test
	@DisplayName("一个申报的全部上传文件有总量上限；删除文件后可再上传；系统生成的文件不计")
	void allUploadsOfOneCaseHaveALimit() {
		byte[] large = Arrays.copyOf(SampleFiles.picture("png"), 90_000);
		this.attachments.keep(OWNER, "application-pdf", 1, "申报书.pdf", SampleFiles.pdf(1), "application/pdf");
		StoredFile first = add("1.png", large);

		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> add("2.png", large))
			.withMessage("文件“2.png”上传后，本申报的全部文件将超过153600字节，请删除不需要的文件或压缩后重新上传。");

		this.attachments.remove(first.id(), "zhang");
		assertThat(add("2.png", large).size()).isEqualTo(90_000);
		assertThat(this.attachments
			.add("HH2024-AL-330000-0008", "evidence", "1.png", new ByteArrayInputStream(large), "li")
			.size()).isEqualTo(90_000);
	}

	@Test
	@DisplayName("两个窗口同时上传：合计超过总量上限的，只收一个，另一个说明原因；合计不超过的，两个都收")
	void uploadsAtTheSameTimeShareTheLimit() throws Exception {
		assertThat(together(90_000)).containsExactlyInAnyOrder("收下", "上传后，本申报的全部文件将超过153600字节，请删除不需要的文件或压缩后重新上传。");
		assertThat(this.attachments.of(OWNER)).hasSize(1);
		this.attachments.of(OWNER).forEach(file -> this.attachments.remove(file.id(), "zhang"));

		assertThat(together(70_000)).containsExactly("收下", "收下");
	}

	// Both have read to their end, each with enough room left, before either is kept.
	private List<String> together(int size) throws Exception {
		CyclicBarrier end = new CyclicBarrier(2);
		ExecutorService windows = Executors.newFixedThreadPool(2);
		try {
			List<Future<String>> answers = windows
				.invokeAll(List.of(() -> answer("1.png", size, end), () -> answer("2.png", size, end)));
			return List.of(answers.get(0).get(), answers.get(1).get());
		}
		finally {
			windows.shutdownNow();
		}
	}

	private String answer(String name, int size, CyclicBarrier end) {
		InputStream content = new ByteArrayInputStream(Arrays.copyOf(SampleFiles.picture("png"), size)) {

			private boolean waited;

			@Override
			public int read(byte[] target, int offset, int length) {
				int count = super.read(target, offset, length);
				if (count < 0 && !this.waited) {
					this.waited = true;
					await(end);
				}
				return count;
			}

		};
		try {
			return this.transaction.execute((status) -> {
				this.attachments.add(OWNER, "evidence", name, content, "zhang");
				return "收下";
			});
		}
		catch (RefusedException ex) {
			return ex.getMessage().replace("文件“%s”".formatted(name), "");
		}
	}

	private static void await(CyclicBarrier end) {
		try {
			end.await(30, TimeUnit.SECONDS);
		}
		catch (InterruptedException | BrokenBarrierException | TimeoutException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	@DisplayName("上传中断，不留半个文件")
	void aCutUploadLeavesNothing() {
		InputStream cut = new InputStream() {

			private int left = 1000;

			@Override
			public int read() throws IOException {
				if (this.left-- <= 0) {
					throw new IOException("connection reset");
				}
				return '%';
			}

		};

		assertThatExceptionOfType(UncheckedIOException.class)
			.isThrownBy(() -> this.attachments.add(OWNER, "evidence", "a.pdf", cut, "zhang"));
		assertThat(this.attachments.of(OWNER)).isEmpty();
		assertThat(files()).isEmpty();
	}

}
