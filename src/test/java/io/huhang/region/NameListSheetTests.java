package io.huhang.region;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import io.huhang.campaign.RefusedException;
import io.huhang.sheet.SheetProblem;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbookType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("附名单的Excel：模板、导入、逐格指出问题（附件2 “请附名单”）")
class NameListSheetTests {

	private static final ListKind KIND = RegionForms.CALL.lists().get(0);

	@TempDir
	private Path folder;

	@Test
	@DisplayName("模板填好再导入，一行不少、一字不差；五千行也可以")
	void readsBackWhatItWrites() throws IOException {
		NameList list = RegionForms.list(KIND, 5000);

		NameListSheet.Preview preview = NameListSheet.read(KIND, file(NameListSheet.write(KIND, list)));

		assertThat(preview.problems()).isEmpty();
		assertThat(preview.list()).isEqualTo(list);
	}

	@Test
	@DisplayName("每份名单的模板都能导入；空模板说明没有内容")
	void readsEachTemplate() throws IOException {
		for (ListKind kind : RegionForms.CALL.lists()) {
			NameList two = RegionForms.list(kind, 2);
			assertThat(NameListSheet.read(kind, file(NameListSheet.write(kind, two))).list()).isEqualTo(two);
			refused(kind, NameListSheet.write(kind, NameList.EMPTY),
					"“%s”工作表中没有内容。请从第2行起逐行填写，保存后重新上传。".formatted(kind.title()));
		}
	}

	@Test
	@DisplayName("公式、合并单元格、错误代码、重复，都指明单元格")
	void namesTheCell() throws IOException {
		byte[] wrong = edited(sheet -> {
			row(sheet, 1, "甲企业", "91330100799655058B", "装备");
			row(sheet, 2, "乙企业", "91330100799655058C", "");
			row(sheet, 3, "甲企业", "", "");
			sheet.createRow(4).createCell(0).setCellFormula("A2&\"分公司\"");
			row(sheet, 5, "丁企业", "", "");
			sheet.addMergedRegion(CellRangeAddress.valueOf("C6:C7"));
		});

		assertThat(NameListSheet.read(KIND, file(wrong)).problems()).containsExactly(
				new SheetProblem(3, "统一社会信用代码", "B3", "“统一社会信用代码”校验不通过（末位校验码与前17位不符），可能有一位填错或两位颠倒，请对照营业执照逐位核对。"),
				new SheetProblem(4, "企业名称", "A4", "“企业名称”与表中第2行重复，请删除其中一行。"),
				new SheetProblem(5, "企业名称", "A5", "“企业名称”是公式，请改为直接填写内容（复制后选择“粘贴为数值”）。"),
				new SheetProblem(6, "所属行业", "C6", "“所属行业”与其他单元格合并（C6:C7），请取消合并，逐格填写。"));
	}

	@Test
	@DisplayName("工作表不对、列不对、表外有内容、含宏、不是Excel：整份不收，说明原因")
	void refusesAnotherSheet() throws IOException {
		refused(KIND, NameListSheet.write(RegionForms.CALL.lists().get(1), RegionForms.list(KIND, 1)),
				"文件中没有名为“三级工业互联网企业名单”的工作表（现有：车联网网络安全防护定级备案企业名单、填写说明）。请下载模板，在该工作表中填写后上传。");
		refused(KIND, edited(sheet -> sheet.getRow(0).createCell(1).setCellValue("代码")),
				"B1单元格“代码”不是模板中的列名，请删除该列或更正列名。；第1行缺少“统一社会信用代码”列，请恢复模板的表头。");
		refused(KIND, edited(sheet -> row(sheet, 1, "甲", "", "", "表外")), "D2单元格不在模板的列中，请删除表格以外的内容。");
		refused(KIND, withMacros(), "文件含有宏，不能导入。请将三级工业互联网企业名单复制到重新下载的模板中再上传。");
		refused(KIND, "甲,乙".getBytes(), "文件不是Excel工作簿（.xlsx）。请下载模板填写，保存为.xlsx格式后上传。");
	}

	private void refused(ListKind kind, byte[] content, String text) throws IOException {
		Path file = file(content);
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> NameListSheet.read(kind, file))
			.withMessage(text)
			.satisfies(ex -> assertThat(ex.problems())
				.allSatisfy(problem -> assertThat(List.of(problem.field(), problem.clause())).containsExactly("file",
						"附件2 “请附名单”")));
	}

	private static byte[] edited(Consumer<XSSFSheet> edit) throws IOException {
		try (XSSFWorkbook workbook = new XSSFWorkbook(
				new ByteArrayInputStream(NameListSheet.write(KIND, NameList.EMPTY)))) {
			edit.accept(workbook.getSheetAt(0));
			return bytes(workbook);
		}
	}

	private static byte[] withMacros() throws IOException {
		try (XSSFWorkbook workbook = new XSSFWorkbook(XSSFWorkbookType.XLSM)) {
			workbook.createSheet(KIND.title());
			workbook.setVBAProject(new ByteArrayInputStream(new byte[] { 1, 2, 3 }));
			return bytes(workbook);
		}
	}

	private static byte[] bytes(XSSFWorkbook workbook) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		workbook.write(out);
		return out.toByteArray();
	}

	private static void row(XSSFSheet sheet, int number, String... texts) {
		var row = sheet.createRow(number);
		for (int i = 0; i < texts.length; i++) {
			row.createCell(i).setCellValue(texts[i]);
		}
	}

	private Path file(byte[] content) throws IOException {
		return Files.write(Files.createTempFile(this.folder, "list", ".xlsx"), content);
	}

}
