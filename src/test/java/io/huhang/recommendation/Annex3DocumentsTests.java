package io.huhang.recommendation;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import io.huhang.document.BoundPdf;
import io.huhang.document.Documents;
import io.huhang.document.NoticeText;
import io.huhang.document.Stamp;
import io.huhang.document.Texts;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class Annex3DocumentsTests {

	private static final Stamp STAMP = new Stamp("HH2024-TJ-330000-joint", 3, "0123456789abcdef".repeat(4),
			"http://localhost:8080/verify/HH2024-TJ-330000-joint/3/0123456789abcdef", false);

	private static final String SUMMARY = "按三级要求完成定级、防护、评测和整改，消除风险四十六项，".repeat(3) + "达到一百字为止的简述文字内容。";

	private final Annex3Documents documents = new Annex3Documents(Documents.WORD, Documents.PDF, Documents.BINDER);

	@Test
	@DisplayName("推荐汇总表的固定文字与附件3逐行一致（附件3）")
	void printsTheAnnexLineByLine() throws IOException {
		Annex3 annex = annex(2);
		List<String> notice = NoticeText.of("annex3.txt", "");

		assertThat(notice).hasSize(15);
		assertThat(NoticeText.missing(Texts.ofWord(this.documents.word(annex)), notice)).isEmpty();
		assertThat(NoticeText.missing(Texts.ofPdf(this.documents.pdf(annex).content()), notice)).isEmpty();
	}

	@Test
	@DisplayName("21个案例按推荐顺序列出，每页重复表头（通知二（二）、附件3）")
	void listsTheCasesInOrderUnderARepeatedHead() throws IOException {
		Annex3 annex = annex(21);

		BoundPdf pdf = this.documents.pdf(annex);

		List<String> rows = IntStream.rangeClosed(1, 21)
			.mapToObj(i -> i + "案例名称" + i + "企业" + i + "有限公司平台企业【工业互联网安全分类分级】" + SUMMARY + "联系人" + i + "1380013" + i)
			.map(Texts::bare)
			.toList();
		String text = Texts.bare(Texts.ofPdf(pdf.content()));
		assertThat(NoticeText.missing(text, rows)).isEmpty();
		assertThat(NoticeText.missing(Texts.ofWord(this.documents.word(annex)), rows)).isEmpty();
		assertThat(text.split("案例申报方向和简述（100字内）", -1)).hasSize(pdf.pages() + 1);
		assertThat(text).contains("推荐单位（盖章）：浙江省经济和信息化厅浙江省通信管理局日期：2024年12月20日", "联系人：沈若兰手机/座机：0571-87051234");
	}

	@Test
	@DisplayName("所填的标记、模板语法按原文印出，不被执行")
	void printsHostileTextAsText() throws IOException {
		String hostile = "<b>&{{7*7}}${7*7}[[x]][no]{{%rows}}";
		Annex3 annex = new Annex3(STAMP, List.of(hostile), LocalDate.of(2024, 12, 20),
				List.of(new Annex3.Row(hostile, hostile, "工业企业", "方向", hostile, hostile, hostile)), hostile, hostile);

		for (String text : List.of(Texts.ofWord(this.documents.word(annex)),
				Texts.ofPdf(this.documents.pdf(annex).content()))) {
			assertThat(Texts.bare(text).split(Pattern.quote(hostile), -1)).hasSize(9);
		}
	}

	@Test
	@DisplayName("工作簿按附件3的七列逐行列出，打印时每页重复表头；像公式的内容只是文字")
	void writesTheSevenColumnsAsText() throws IOException {
		Annex3 annex = new Annex3(STAMP, List.of("浙江省经济和信息化厅", "浙江省通信管理局"), LocalDate.of(2024, 12, 20),
				List.of(new Annex3.Row("=1+1", "某企业", "平台企业", "工业互联网安全分类分级", SUMMARY, "沈若兰", "13800000000")), "沈若兰",
				"0571-87051234");

		try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(new Annex3Workbook().write(annex)))) {
			XSSFSheet sheet = workbook.getSheetAt(0);
			assertThat(texts(sheet, 2)).containsExactly("推荐单位（盖章）：浙江省经济和信息化厅、浙江省通信管理局　　日期：2024年12月20日");
			assertThat(texts(sheet, 3)).containsExactly("序号", "案例名称", "企业名称", "企业类别", "案例申报方向和简述（100字内）", "联系人",
					"联系方式");
			assertThat(texts(sheet, 4)).containsExactly("1", "=1+1", "某企业", "平台企业", "【工业互联网安全分类分级】" + SUMMARY, "沈若兰",
					"13800000000");
			assertThat(sheet.getRow(4).getCell(1).getCellType()).isEqualTo(CellType.STRING);
			assertThat(texts(sheet, 5)).containsExactly("联系人：沈若兰　　手机/座机：0571-87051234");
			assertThat(sheet.getRepeatingRows().formatAsString()).isEqualTo("4:4");
		}
	}

	private static List<String> texts(XSSFSheet sheet, int row) {
		List<String> texts = new ArrayList<>();
		sheet.getRow(row).forEach(cell -> texts.add(cell.getStringCellValue()));
		return texts;
	}

	@Test
	@DisplayName("同样的内容再次生成，字节相同")
	void isRepeatable() {
		assertThat(this.documents.word(annex(3))).isEqualTo(this.documents.word(annex(3)));
		assertThat(this.documents.pdf(annex(3)).content()).isEqualTo(this.documents.pdf(annex(3)).content());
	}

	private static Annex3 annex(int cases) {
		List<Annex3.Row> rows = IntStream.rangeClosed(1, cases)
			.mapToObj(i -> new Annex3.Row("案例名称" + i, "企业" + i + "有限公司", "平台企业", "工业互联网安全分类分级", SUMMARY, "联系人" + i,
					"1380013" + i))
			.toList();
		return new Annex3(STAMP, List.of("浙江省经济和信息化厅", "浙江省通信管理局"), LocalDate.of(2024, 12, 20), rows, "沈若兰",
				"0571-87051234");
	}

}
