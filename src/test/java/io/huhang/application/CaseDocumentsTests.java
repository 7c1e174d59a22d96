package io.huhang.application;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import io.huhang.attachment.StoredFile;
import io.huhang.campaign.Campaigns;
import io.huhang.document.BoundPdf;
import io.huhang.document.Documents;
import io.huhang.document.NoticeText;
import io.huhang.document.Stamp;
import io.huhang.document.Texts;
import io.huhang.document.UnreadablePartException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.InputStreamSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

class CaseDocumentsTests {

	private static final String HOSTILE = "<b>&{{7*7}}${7*7}[[x]][(y)]{{?profile}}__${8*8}__#{7*7}*{7*7}@{7*7}~{::x}{{@qr}}{{+x}}</b><!--";

	private static final Stamp STAMP = new Stamp("HH2024-AL-330000-0007", 2, "0123456789abcdef".repeat(4),
			"http://localhost:8080/verify/HH2024-AL-330000-0007/2/0123456789abcdef", false);

	private final CaseDocuments documents = new CaseDocuments(Campaigns.packaged(), Documents.WORD, Documents.PDF,
			Documents.BINDER);

	@ParameterizedTest
	@ValueSource(strings = { "D1", "D2", "D3", "D4", "D5" })
	@DisplayName("申报书的固定文字与附件1逐行一致，顺序不变（附件1）")
	void printsTheAnnexLineByLine(String direction) throws IOException {
		CaseDocument document = document(CaseForms.aCase().with("direction", direction).form());
		List<String> annex = NoticeText.of("annex1.txt", direction);

		assertThat(annex).hasSizeGreaterThan(70);
		assertThat(NoticeText.missing(wordText(document), annex)).isEmpty();
		assertThat(NoticeText.missing(pdfText(document), annex)).isEmpty();
	}

	@Test
	@DisplayName("只印所选方向的填写说明（附件1 三）")
	void doesNotPrintTheGuidanceOfAnotherDirection() throws IOException {
		CaseDocument document = document(CaseForms.aCase().with("direction", "D1").form());
		List<String> annexOfAnother = NoticeText.of("annex1.txt", "D2");

		assertThat(NoticeText.missing(pdfText(document), annexOfAnother)).hasSize(2);
		assertThat(NoticeText.missing(wordText(document), annexOfAnother)).hasSize(2);
	}

	@Test
	@DisplayName("网络安全企业：默认增列一个选项；设为附注的，选了才注明，表中七项不变（C1）")
	void printsTheAddedCategoryAsBoxOrAsNote() throws IOException {
		CaseDocument security = document(
				CaseForms.aCase().with("direction", "D4").with("categories", List.of("SECURITY")).form());
		CaseDocument other = document(CaseForms.aCase().form());
		CaseDocuments noting = new CaseDocuments(Campaigns.with("added-category", "note"), Documents.WORD,
				Documents.PDF, Documents.BINDER);

		assertThat(Texts.bare(pdfText(security))).contains("■网络安全企业").doesNotContain("注：申报单位为");
		assertThat(Texts.bare(Texts.ofPdf(noting.pdf(security).content())))
			.contains("□基础电信企业注：申报单位为网络安全企业（通知一（一）所列申报主体）。")
			.doesNotContain("■网络安全企业", "□网络安全企业");
		assertThat(Texts.bare(Texts.ofPdf(noting.pdf(other).content()))).doesNotContain("注：申报单位为", "□网络安全企业");
	}

	@Test
	@DisplayName("分支机构由负责人签章（附件1 五）")
	void printsWhoSigns() throws IOException {
		CaseDocument branch = document(CaseForms.aCase().with("signerRole", "HEAD_OF_BRANCH").form());

		assertThat(Texts.bare(pdfText(branch))).contains("负责人签章：").doesNotContain("法定代表人签章");
		assertThat(Texts.bare(wordText(branch))).contains("负责人签章：").doesNotContain("法定代表人签章");
	}

	@Test
	@DisplayName("所填内容在Word与PDF中一字不差（填表须知四）")
	void printsEveryTypedFieldInBoth() throws IOException {
		CaseForm form = CaseForms.aCase().with("ownership", "OTHER").with("ownershipOther", "事业单位所属企业").form();
		CaseDocument document = document(form);

		for (String text : List.of(wordText(document), pdfText(document))) {
			String bare = Texts.bare(text);
			assertThat(typed(form)).allSatisfy(value -> assertThat(bare).contains(Texts.bare(value)));
			assertThat(bare).contains("2024年11月11日", "2001年11月30日", "■其他（请注明）：事业单位所属企业", "■工业企业", "■工业互联网平台企业",
					"□网络安全企业", "■工业互联网安全分类分级案例", "□车联网网络安全防护案例", "■三级□二级□一级",
					"推荐单位：浙江省经济和信息化厅（加盖单位公章）浙江省通信管理局（加盖单位公章）申报日期");
		}
	}

	@Test
	@DisplayName("一家推荐单位的封面也留有第二家的位置，不另印盖章字样（附件1 封面）")
	void leavesRoomForASecondRecommender() throws IOException {
		CaseDocument one = new CaseDocument(STAMP, List.of("浙江省通信管理局"), CaseForms.aCase().form(), List.of(), List.of());

		for (String text : List.of(wordText(one), pdfText(one))) {
			assertThat(Texts.bare(text)).contains("推荐单位：浙江省通信管理局（加盖单位公章）申报日期");
		}
		try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(this.documents.word(one)))) {
			assertThat(word.getTables().get(0).getRows()).hasSize(5);
		}
		List<Float> lines = heights(this.documents.pdf(one).content(), 1, "申 报 单 位", "推 荐 单 位", "申 报 日 期");
		assertThat(lines.get(2) - lines.get(1)).isEqualTo(2 * (lines.get(1) - lines.get(0)), within(1f));
	}

	/** How far down this page these words stand. */
	private static List<Float> heights(byte[] pdf, int page, String... words) throws IOException {
		Map<String, Float> found = new HashMap<>();
		PDFTextStripper stripper = new PDFTextStripper() {

			@Override
			protected void writeString(String text, List<TextPosition> positions) {
				Stream.of(words)
					.filter(text::startsWith)
					.forEach(word -> found.putIfAbsent(word, positions.get(0).getYDirAdj()));
			}

		};
		stripper.setStartPage(page);
		stripper.setEndPage(page);
		try (PDDocument document = Loader.loadPDF(pdf)) {
			stripper.getText(document);
		}
		return Stream.of(words).map(found::get).toList();
	}

	@Test
	@DisplayName("封面各栏再长也只占一页，“工业和信息化部编制”仍在封面（附件1 封面）")
	void keepsALongCoverOnOnePage() throws IOException {
		CaseDocument document = document(
				CaseForms.aCase().with("caseName", "长".repeat(200)).with("unitName", "长".repeat(200)).form());

		assertThat(page(document, 1)).contains("工业和信息化部编制");
		assertThat(page(document, 2)).startsWith("填表须知");
	}

	@Test
	@DisplayName("第一部分填得多时，单位简介紧接上一栏，不空出大半页（附件1 一）")
	void leavesNoPageHalfEmptyBeforeTheProfile() throws IOException {
		CaseDocument document = document(CaseForms.aCase()
			.with("address", "浙江省杭州市滨江区长河街道".repeat(8))
			.with("profile", "企业基本情况真实准确完整。".repeat(10))
			.form());

		assertThat(page(document, 4)).startsWith("网络安全级别").contains("申报单位简介", "企业基本情况真实准确完整。");
	}

	@Test
	@DisplayName("Word文件指明方正小标宋、仿宋_GB2312、楷体_GB2312、黑体及其替代字体")
	void namesTheFontsOfficesHave() throws IOException {
		byte[] docx = this.documents.word(document(CaseForms.aCase().form()));

		assertThat(entry(docx, "word/document.xml")).contains("\"方正小标宋简体\"", "\"仿宋_GB2312\"", "\"楷体_GB2312\"", "\"黑体\"")
			.doesNotContain("eastAsia=\"Times New Roman\"");
		assertThat(entry(docx, "word/fontTable.xml")).contains("华文中宋", "仿宋,", "KaiTi", "SimHei");
	}

	@Test
	@DisplayName("Word文件的结构合规：属性不重复，每格以段落结尾，附件表头每页重复")
	void isStrictlyWellFormedForWord() throws IOException {
		CaseForm empty = CaseForms.aCase().with("profile", "").form();

		for (CaseForm form : List.of(CaseForms.aCase().form(), empty)) {
			String xml = entry(this.documents.word(document(form)), "word/document.xml");
			assertThat(xml).doesNotContainPattern("<w:vAlign [^>]*/><w:vAlign")
				.doesNotContainPattern("</w:tcPr></w:tc>|</w:tbl></w:tc>")
				.contains("<w:tblHeader");
		}
	}

	@Test
	@DisplayName("1000字简介完整印出，分段保留（附件1 一）")
	void printsALongProfileWhole() throws IOException {
		String profile = "企业基本情况真实准确完整。\n".repeat(83) + "末";
		CaseDocument document = document(CaseForms.aCase().with("profile", profile).form());

		assertThat(Texts.bare(wordText(document))).contains(Texts.bare(profile));
		assertThat(withoutStamps(pdfText(document))).contains(Texts.bare(profile));
	}

	@Test
	@DisplayName("所填的标记、模板语法按原文印出，不被执行")
	void printsHostileTextAsText() throws IOException {
		CaseForm form = CaseForms.aCase()
			.with("caseName", HOSTILE)
			.with("address", HOSTILE)
			.with("profile", HOSTILE)
			.with("overview", HOSTILE)
			.with("results", "{{/results}}" + HOSTILE)
			.form();
		CaseDocument document = new CaseDocument(STAMP, List.of(HOSTILE), form, List.of(file(HOSTILE + "[hash]", 0)),
				List.of());

		for (String text : List.of(wordText(document), pdfText(document))) {
			String bare = Texts.bare(text);
			assertThat(bare.split(Pattern.quote(Texts.bare(HOSTILE)), -1)).hasSize(8);
			assertThat(bare).contains(Texts.bare(HOSTILE + "[hash]")).doesNotContain("49").doesNotContain("64");
		}
	}

	@Test
	@DisplayName("一栏粘贴十万字，夹有控制字符和表情，仍完整印出")
	void printsAHundredThousandCharacters() throws IOException {
		String typed = "企业\u0000网络\u0008安全\uD83D".repeat(12_500) + "{{7*7}}末";
		CaseDocument document = document(CaseForms.aCase().with("overview", typed).form());

		assertThat(typed).hasSizeGreaterThan(100_000);
		assertThat(Texts.bare(wordText(document))).contains("企业网络安全".repeat(12_500) + "{{7*7}}末");
		assertThat(withoutStamps(pdfText(document))).contains("企业网络安全".repeat(12_500) + "{{7*7}}末");
	}

	@Test
	@DisplayName("生僻字、控制字符、残缺的代理对不使生成失败；没有字形的在Word和PDF中都印作〓")
	void survivesRareAndBrokenCharacters() throws IOException {
		CaseForm form = CaseForms.aCase().with("contactName", "䶮𠮷镕\u0000\u000B\uD842👨\u200D👩‼\uFE0F").form();

		assertThat(wordText(document(form))).contains("䶮〓镕〓〓‼");
		assertThat(pdfText(document(form))).contains("䶮〓镕〓〓‼");
	}

	@Test
	@DisplayName("PDF中的文字可检索：没有部首字符")
	void extractsRealHanCharacters() throws IOException {
		String text = pdfText(document(CaseForms.aCase().with("address", "䶮工业一人入八力十口土士大女子小山川巾干广文斗方日月木止毛气水火").form()));

		assertThat(text.codePoints().filter(c -> c >= 0x2E80 && c <= 0x2FDF).boxed()).isEmpty();
	}

	@Test
	@DisplayName("空白草稿也能预览，带“草稿”字样")
	void printsAnEmptyDraft() throws IOException {
		Stamp draft = new Stamp("HH2024-AL-330000-0007", 0, "", "", true);
		CaseForm empty = CaseForm.empty("", "", "");
		CaseDocument document = new CaseDocument(draft, List.of(), empty, List.of(), List.of());

		assertThat(Texts.bare(wordText(document))).contains("草稿，仅供核对，不作报送").doesNotContainPattern("编号\\S+第\\d版");
		assertThat(Texts.bare(pdfText(document))).contains("草稿，仅供核对，不作报送").doesNotContain("内容指纹");
	}

	@Test
	@DisplayName("段落之间的空行在Word和PDF中都保留（填表须知四）")
	void keepsBlankLines() throws IOException {
		CaseForm form = CaseForms.aCase().with("results", "前一段\n\n\n后一段").form();
		List<Float> apart = heights(this.documents.pdf(document(form)).content(), 5, "前一段", "后一段");

		assertThat(apart.get(1) - apart.get(0)).isCloseTo(3 * 28.95f, within(1f));
		try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(this.documents.word(document(form))))) {
			List<String> paragraphs = word.getParagraphs().stream().map(XWPFParagraph::getText).toList();
			int first = paragraphs.indexOf("前一段");
			assertThat(paragraphs.subList(first, first + 4)).containsExactly("前一段", "", "", "后一段");
		}
	}

	@Test
	@DisplayName("同样的内容再次生成，字节相同")
	void isRepeatable() throws UnreadablePartException {
		CaseDocument document = document(CaseForms.aCase().form());

		assertThat(this.documents.word(document)).isEqualTo(this.documents.word(document));
		assertThat(this.documents.pdf(document).content()).isEqualTo(this.documents.pdf(document).content());
		assertThat(bind(document, file -> evidence()).content())
			.isEqualTo(bind(document, file -> evidence()).content());
	}

	@Test
	@DisplayName("合订本：申报书、附件清单、证明材料依次编页，每页有编号、修订版、指纹（填表须知三、四）")
	void bindsTheEvidenceInOrder() throws IOException, UnreadablePartException {
		CaseDocument document = document(CaseForms.aCase().form());
		int own = this.documents.pdf(document).pages();

		BoundPdf bound = bind(document, file -> evidence());

		String text = Texts.ofPdf(bound.content());
		assertThat(bound.pages()).isEqualTo(2 * own);
		assertThat(text).contains("— 1 —", "— %d —".formatted(bound.pages()))
			.doesNotContain("— %d —".formatted(bound.pages() + 1));
		assertThat(text.split("编号 HH2024-AL-330000-0007　第2版", -1)).hasSize(bound.pages() + 1 + own);
		assertThat(Texts.bare(text)).contains("1定级报告.pdf3fedcba9876543210", "2台账.xlsx—fedcba9876543210");
	}

	@Test
	@DisplayName("不能合订的证明材料，指出是哪一个")
	void namesTheFileThatCannotBeBound() {
		CaseDocument document = document(CaseForms.aCase().form());

		assertThatExceptionOfType(UnreadablePartException.class)
			.isThrownBy(() -> bind(document, file -> new ByteArrayResource(new byte[] { 1, 2 })))
			.satisfies(ex -> assertThat(ex.part()).isEqualTo("定级报告.pdf"))
			.withMessage("“定级报告.pdf”已损坏或不是有效的文件，无法合订，请重新生成后上传。");
	}

	private CaseDocument document(CaseForm form) {
		return new CaseDocument(STAMP, List.of("浙江省经济和信息化厅", "浙江省通信管理局"), form,
				List.of(file("定级报告.pdf", 3), file("台账.xlsx", 0)), List.of());
	}

	private static StoredFile file(String name, int pages) {
		return new StoredFile(UUID.randomUUID(), "HH2024-AL-330000-0007", "evidence", 0, name,
				"fedcba9876543210".repeat(4), 1, (pages > 0) ? "application/pdf" : "application/x-office", pages,
				"chen", Instant.EPOCH);
	}

	private BoundPdf bind(CaseDocument document, Function<StoredFile, InputStreamSource> content)
			throws UnreadablePartException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		int pages = this.documents.bind(document, content, out);
		return new BoundPdf(out.toByteArray(), pages);
	}

	private ByteArrayResource evidence() {
		return new ByteArrayResource(this.documents.pdf(document(CaseForms.aCase().form())).content());
	}

	private String wordText(CaseDocument document) throws IOException {
		return Texts.ofWord(this.documents.word(document));
	}

	private String pdfText(CaseDocument document) throws IOException {
		return Texts.ofPdf(this.documents.pdf(document).content());
	}

	private String page(CaseDocument document, int number) throws IOException {
		try (PDDocument pdf = Loader.loadPDF(this.documents.pdf(document).content())) {
			PDFTextStripper stripper = new PDFTextStripper();
			stripper.setStartPage(number);
			stripper.setEndPage(number);
			return Texts.bare(stripper.getText(pdf));
		}
	}

	private static String entry(byte[] docx, String name) throws IOException {
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				if (entry.getName().equals(name)) {
					return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
				}
			}
		}
		throw new AssertionError("no " + name);
	}

	private static String withoutStamps(String text) {
		return Texts.bare(text).replaceAll("—\\d+—编号HH2024-AL-330000-0007第2版内容指纹[0-9a-f]{16}", "");
	}

	private static List<String> typed(CaseForm form) {
		return Stream
			.of(form.caseName(), form.unitName(), form.unifiedCode(), form.address(), form.registeredCapitalWan(),
					form.ownershipOther(), form.contactName(), form.contactPhone(), form.fax(), form.email(),
					form.profile(), form.overview(), form.results(), form.signer())
			.toList();
	}

}
