package io.huhang.region;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.huhang.document.Documents;
import io.huhang.document.NoticeText;
import io.huhang.document.Stamp;
import io.huhang.document.Texts;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@DisplayName("附件2 的 Word 与 PDF")
class RegionDocumentsTests {

	private static final Stamp STAMP = new Stamp("HH2024-DQ-330000-01", 2, "0123456789abcdef".repeat(4),
			"http://localhost:8080/verify/HH2024-DQ-330000-01/2/0123456789abcdef", false);

	private static final String HOSTILE = "<b>&{{7*7}}${7*7}[[x]][(y)]{{?sections}}__${8*8}__{{@qr}}</b><!--";

	private final RegionDocuments documents = new RegionDocuments(RegionForms.CALL, Documents.WORD, Documents.PDF,
			Documents.BINDER);

	static Stream<Arguments> papers() {
		return Stream.of("OVERALL", "SAFETY", "SERVICE")
			.flatMap(direction -> Stream.of(arguments(direction, "single", RegionForms.aRegion(direction)),
					arguments(direction, "joint", RegionForms.jointly(direction))));
	}

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("papers")
	@DisplayName("申报书的固定文字与附件2逐行一致，顺序不变，不论方向、单独或联合（附件2）")
	void printsTheAnnexLineByLine(String direction, String way, RegionForms filled) throws IOException {
		RegionDocument document = document(filled);
		List<String> annex = NoticeText.of("annex2.txt", "");

		assertThat(annex).hasSizeGreaterThan(80);
		assertThat(NoticeText.missing(word(document), annex)).isEmpty();
		assertThat(NoticeText.missing(withoutStamps(pdf(document)), annex)).isEmpty();
		keep("annex2-%s-%s".formatted(direction, way), document);
	}

	@Test
	@DisplayName("空白草稿也能预览，固定文字齐全，带“草稿”字样（附件2）")
	void printsAnEmptyDraft() throws IOException {
		RegionDocument empty = new RegionDocument(new Stamp("HH2024-DQ-330000-01", 0, "", "", true),
				RegionForm.empty("OVERALL", List.of("浙江省通信管理局")), List.of(), List.of(), Map.of());

		for (String text : List.of(word(empty), pdf(empty))) {
			assertThat(NoticeText.missing(text, NoticeText.of("annex2.txt", ""))).isEmpty();
			assertThat(Texts.bare(text)).contains("草稿，仅供核对，不作报送").doesNotContainPattern("编号\\S+第\\d版");
		}
	}

	@Test
	@DisplayName("27个数字印在各自句中；未选的“期/次”划去；未申报的一项空着（R58、C19）")
	void printsTheNumbersInsideTheirSentences() throws IOException {
		RegionForms filled = RegionForms.aRegion("SAFETY").number("level3", "12").number("trainedShare", "35.5");

		for (String text : List.of(word(document(filled)), pdf(document(filled)))) {
			assertThat(Texts.bare(text)).contains("1.三级工业互联网企业12家（请附名单），二级工业互联网企业3家", "风险通报3期/次，通报风险隐患数量3个",
					"其中35.5%为重点行业规上企业", "组织家基础电信企业，监测服务家重点工业企业");
		}
		try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(this.documents.word(document(filled))))) {
			assertThat(word.getDocument().xmlText()).containsPattern("<w:strike[^>]*/>.{0,400}<w:t>次</w:t>");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "1", "35", "300", "2045", "99999", "1234567" })
	@DisplayName("不论数字几位，PDF中没有一个字印到表格右边线以外（R58）")
	void printsNothingBeyondTheTable(String number) throws IOException {
		RegionForms filled = RegionForms.aRegion("OVERALL");
		RegionForms.CALL.numbers().forEach(quantity -> filled.number(quantity.key(), number));

		// The foot of a page ends at its margin, to a hair.
		float border = 210 - 26 + 0.2f;
		assertThat(Texts.rightmost(this.documents.pdf(document(filled)).content()))
			.isLessThanOrEqualTo(border * 72 / 25.4f);
	}

	@Test
	@DisplayName("联合申报：两家单位名称、盖章处、负责人和联系人各一套（C14）")
	void printsBothUnits() throws IOException {
		RegionForms filled = RegionForms.jointly("OVERALL").with("head-0", "甲厅长").with("head-1", "乙局长");

		for (String text : List.of(word(document(filled)), pdf(document(filled)))) {
			assertThat(Texts.bare(text)).contains("申报单位：浙江省经济和信息化厅（加盖单位公章）浙江省通信管理局（加盖单位公章）申报日期：2024年11月11日",
					"申报单位名称浙江省经济和信息化厅负责人甲厅长职务李样例联系人（处级）姓名李样例", "申报单位名称浙江省通信管理局负责人乙局长职务李样例联系人（处级）姓名李样例");
		}
	}

	@Test
	@DisplayName("未申报方向的部分不印所填内容，注明不填写（R70）")
	void printsNothingUnderSectionsThatAreNotAsked() throws IOException {
		for (String text : List.of(word(document(RegionForms.aRegion("SAFETY"))),
				pdf(document(RegionForms.aRegion("SAFETY"))))) {
			assertThat(Texts.bare(text).split("（所申报方向不填写本项。）", -1)).hasSize(3);
		}
	}

	@Test
	@DisplayName("附名单在证明材料之前逐行印出，表头每页重复（请附名单）")
	void printsTheNameLists() throws IOException {
		RegionDocument document = document(RegionForms.aRegion("OVERALL"));

		for (String text : List.of(word(document), pdf(document))) {
			assertThat(Texts.bare(text)).contains("附名单1：三级工业互联网企业名单（共3项）序号企业名称统一社会信用代码所属行业1样例企业1装备制造2样例企业2装备制造",
					"附名单3：网络安全监测服务企业名单（共6项）", "附件：相关证明材料序号文件名称页数用途SHA-256（前16位）1若干措施.pdf2（四）工作举措和创新做法");
		}
	}

	@Test
	@DisplayName("所填的标记、模板语法按原文印出，不被执行")
	void printsHostileTextAsText() throws IOException {
		RegionForms filled = RegionForms.aRegion("OVERALL")
			.with("head-0", HOSTILE)
			.with("section-results", HOSTILE)
			.list("level3", List.of(List.of(HOSTILE, "[no]", "{{x}}")));

		for (String text : List.of(word(document(filled)), pdf(document(filled)))) {
			assertThat(Texts.bare(text).split(java.util.regex.Pattern.quote(Texts.bare(HOSTILE)), -1)).hasSize(4);
			assertThat(Texts.bare(text)).contains("[no]{{x}}");
		}
	}

	@Test
	@DisplayName("同样的内容再次生成，字节相同")
	void isRepeatable() {
		RegionDocument document = document(RegionForms.jointly("OVERALL"));

		assertThat(this.documents.word(document)).isEqualTo(this.documents.word(document));
		assertThat(this.documents.pdf(document).content()).isEqualTo(this.documents.pdf(document).content());
	}

	@Test
	@DisplayName("一千行的名单也能印出")
	void printsAListOfAThousand() throws IOException {
		ListKind kind = RegionForms.CALL.lists().get(0);
		RegionDocument document = document(
				RegionForms.aRegion("OVERALL").list("level3", RegionForms.list(kind, 1000).rows()));

		assertThat(Texts.bare(word(document))).contains("1000样例企业1000装备制造");
		assertThat(Texts.bare(pdf(document))).contains("1000样例企业1000装备制造");
	}

	private static RegionDocument document(RegionForms filled) {
		return new RegionDocument(STAMP, filled.form(), filled.proof(), List.of(RegionForms.file("台账.xlsx", 0)),
				filled.lists());
	}

	private String word(RegionDocument document) throws IOException {
		return Texts.ofWord(this.documents.word(document));
	}

	private String pdf(RegionDocument document) throws IOException {
		return Texts.ofPdf(this.documents.pdf(document).content());
	}

	// A paragraph may go over a page, and what stands at the foot is no part of it.
	private static String withoutStamps(String text) {
		return Texts.bare(text).replaceAll("—\\d+—编号HH2024-DQ-330000-01第2版内容指纹[0-9a-f]{16}", "");
	}

	private void keep(String name, RegionDocument document) throws IOException {
		Path folder = Files.createDirectories(Path.of("target/annex2"));
		Files.write(folder.resolve(name + ".docx"), this.documents.word(document));
		Files.write(folder.resolve(name + ".pdf"), this.documents.pdf(document).content());
	}

}
