package io.huhang.organization;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import io.huhang.campaign.Campaigns;
import io.huhang.campaign.ConfigFiles;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.sheet.SheetProblem;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@DisplayName("人员导入：逐格找出问题")
class StaffSheetTests {

	private static final Person HOLDER = new Person("u-22222222", "寅样例", "taken@example.cn", "13900000000",
			Role.OFFICER, "330000-iit");

	private final Units units = new Units(new Authorities(new ConfigFiles()), Campaigns.packaged());

	private final StaffCheck check = new StaffCheck(this.units, null);

	private final StaffWorkbook workbook = new StaffWorkbook(this.units);

	@TempDir
	Path folder;

	@Test
	@DisplayName("没有问题的名单：每人一条，全角和多余空格已规整")
	void readsWhatIsRight() {
		StaffCheck.Result result = checked(
				Sheets.of(List.of(List.of(" 丑　样例 ", "Ａ.B@Example.cn ", "１３９ ００００ ０００１", "江苏省 工业和信息化厅", "经办人 "),
						List.of("", " ", "", "", ""),
						List.of("阿依古丽・样例", "c@example.cn", "（010）68206207转801", "工业和信息化部网络安全管理局", "部处长"))));

		assertThat(result.problems()).isEmpty();
		assertThat(result.newcomers()).containsExactly(
				new Newcomer(new PersonEntry("丑样例", "a.b@example.cn", "13900000001"), Role.OFFICER, "320000-iit"),
				new Newcomer(new PersonEntry("阿依古丽·样例", "c@example.cn", "010-68206207-801"), Role.MIIT_HEAD, ""));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "0||A3|“姓名”未填写，请填写真实姓名。", "0|=cmd|A3|“姓名”不得以“=”开头，请删除该符号。",
			"0|+丑样例|A3|“姓名”不得以“+”开头，请删除该符号。", "0|-丑样例|A3|“姓名”不得以“-”开头，请删除该符号。", "0|＠丑样例|A3|“姓名”不得以“@”开头，请删除该符号。",
			"0|丑|A3|“姓名”应为两个字以上的真实姓名，不含数字、标点和控制字符（少数民族和外国人姓名可含“·”），请更正。",
			"0|丑<b>样例|A3|“姓名”应为两个字以上的真实姓名，不含数字、标点和控制字符（少数民族和外国人姓名可含“·”），请更正。", "1||B3|“邮箱”未填写，请填写本人的单位邮箱；登录和收信均用该邮箱。",
			"1|a.example.cn|B3|“邮箱”缺少“@”，请填写完整的邮箱地址，如“name@example.com”。",
			"1|a@b@example|B3|“邮箱”中“@”前的部分格式不正确，请只填写一个邮箱地址，不含空格和中文。",
			"1|IMPORT-1@example.cn|B3|“邮箱”与第2行重复（第2行、第3行均为import-1@example.cn），每人须使用各自的邮箱，请更正其中一行。",
			"1|taken@example.cn|B3|“邮箱”中的“taken@example.cn”已由寅样例（编号u-22222222）使用，请核对；已停用人员可在人员管理中恢复。",
			"2||C3|“手机或座机”未填写，请填写一个号码：11位手机号，或带区号的座机号，如“010-68206207”（分机写作“010-68206207-801”）。",
			"2|1380013800|C3|“手机或座机”格式不正确，请填写一个号码：11位手机号，或带区号的座机号，如“010-68206207”（分机写作“010-68206207-801”）。",
			"3||D3|“单位”未填写，请从下拉列表中选择。", "3|江苏省工信厅|D3|“单位”中的“江苏省工信厅”不在下拉列表中，是否应为“江苏省工业和信息化厅”？请填写全称。",
			"3|某公司|D3|“单位”中的“某公司”不在下拉列表中，请从下拉列表中选择全称。", "3|宁波市通信管理局|D3|“单位”宁波市通信管理局未列入本次遴选的参加单位，请改选下拉列表中的单位。",
			"4||E3|“角色”未填写，请从下拉列表中选择。", "4|处长|E3|“角色”中的“处长”不在下拉列表中，请从下拉列表中选择。",
			"4|申报单位|E3|“角色”中的“申报单位”不在下拉列表中，请从下拉列表中选择。", "4|系统管理员|E3|“角色”系统管理员不适用于江苏省工业和信息化厅，该单位可选：经办人、处室负责人、局领导。" })
	@DisplayName("每种问题写明行、列、单元格、原因和更正办法")
	void namesEachProblemAtItsCell(int column, String text, String cell, String expected) {
		List<String> line = new ArrayList<>(Sheets.right(2));
		line.set(column, (text != null) ? text : "");

		assertThat(problems(Sheets.of(List.of(Sheets.right(1), line, Sheets.right(3)))))
			.containsExactly(new SheetProblem(3, Sheets.HEADS.get(column), cell, expected));
	}

	@Test
	@DisplayName("姓名50个字可以，51个不可以；换行不算错")
	void countsTheName() {
		assertThat(problems(Sheets.of(List.of(with(0, "甲".repeat(50)), with(0, "甲\n乙")))))
			.extracting(SheetProblem::column)
			.containsExactly("邮箱");
		assertThat(problems(Sheets.of(List.of(with(0, "甲".repeat(51))))))
			.containsExactly(new SheetProblem(2, "姓名", "A2", "“姓名”现51个字，超过50个字，请核对。"));
	}

	@Test
	@DisplayName("公式、错误值、合并单元格：指出单元格")
	void refusesFormulasAndMergedCells() {
		byte[] file = Sheets.of(Sheets.HEADS, List.of(Sheets.right(1), Sheets.right(2), Sheets.right(3)), workbook -> {
			Sheet sheet = workbook.getSheetAt(0);
			sheet.getRow(1).getCell(0).setCellFormula("HYPERLINK(\"http://example.cn\")");
			sheet.addMergedRegion(new CellRangeAddress(2, 3, 3, 3));
			sheet.getRow(3).getCell(2).setCellErrorValue((byte) 42);
		});

		assertThat(problems(file)).containsExactly(new SheetProblem(2, "姓名", "A2", "“姓名”是公式，请改为直接填写内容（复制后选择“粘贴为数值”）。"),
				new SheetProblem(3, "单位", "D3", "“单位”与其他单元格合并（D3:D4），请取消合并，逐格填写。"),
				new SheetProblem(4, "手机或座机", "C4", "“手机或座机”是错误值，请改为直接填写内容。"));
	}

	@Test
	@DisplayName("手机号填成数值也能读；列的顺序可以不同")
	void readsNumbersAndOtherOrders() {
		byte[] file = Sheets.of(List.of("角色", "单位", "手机或座机", "邮箱", "姓名", "问题"),
				List.of(List.of("经办人", "江苏省工业和信息化厅", "", "a@example.cn", "丑样例", "原文件A2：……")),
				workbook -> workbook.getSheetAt(0).getRow(1).getCell(2).setCellValue(13900000001d));

		assertThat(checked(file).newcomers()).containsExactly(
				new Newcomer(new PersonEntry("丑样例", "a@example.cn", "13900000001"), Role.OFFICER, "320000-iit"));
	}

	@Test
	@DisplayName("表头缺列、重复、多列、表外有内容：一次列出")
	void namesEverythingWrongAboutTheHeads() {
		byte[] file = Sheets.of(List.of("姓名", "邮箱", "邮箱", "单位", "角色", "备注"), List.of(Sheets.right(1)),
				workbook -> workbook.getSheetAt(0).getRow(1).createCell(8).setCellValue("另有说明"));

		assertThat(refusals(file)).containsExactly("F1单元格“备注”不是模板中的列名，请删除该列或更正列名。", "“邮箱”列重复（B1、C1），请只保留一列。",
				"第1行缺少“手机或座机”列，请恢复模板的表头。", "I2单元格不在模板的列中，请删除表格以外的内容。");
	}

	@Test
	@DisplayName("没有“人员名单”工作表，或者名单是空的")
	void refusesAnotherOrAnEmptySheet() {
		assertThat(refusals(Sheets.of(Sheets.HEADS, List.of(), workbook -> workbook.setSheetName(0, "Sheet1"))))
			.containsExactly("文件中没有名为“人员名单”的工作表（现有：Sheet1）。请下载模板，在该工作表中填写后上传。");
		assertThat(refusals(Sheets.of(List.of(List.of("", " ")))))
			.containsExactly("“人员名单”工作表中没有人员。请从第2行起逐行填写，保存后重新上传。");
		assertThat(refusals(this.workbook.template())).containsExactly("“人员名单”工作表中没有人员。请从第2行起逐行填写，保存后重新上传。");
	}

	@Test
	@DisplayName("不是xlsx：文本、旧版xls、损坏、其他压缩包")
	void refusesOtherFiles() throws IOException {
		ByteArrayOutputStream old = new ByteArrayOutputStream();
		try (HSSFWorkbook workbook = new HSSFWorkbook()) {
			workbook.createSheet("人员名单");
			workbook.write(old);
		}
		byte[] right = Sheets.of(List.of(Sheets.right(1)));

		assertThat(refusals("姓名,邮箱".getBytes(StandardCharsets.UTF_8)))
			.containsExactly("文件不是Excel工作簿（.xlsx）。请下载模板填写，保存为.xlsx格式后上传。");
		assertThat(refusals(old.toByteArray())).containsExactly("文件是旧版Excel格式（.xls），请另存为“Excel 工作簿（.xlsx）”后重新上传。");
		assertThat(refusals(Arrays.copyOf(right, right.length / 2))).hasSize(1);
		assertThat(refusals(zip(Map.of("a.txt", "a")))).containsExactly("文件不是Excel工作簿（.xlsx）。请下载模板填写，保存为.xlsx格式后上传。");
	}

	@Test
	@DisplayName("有打开密码、含有宏的文件")
	void refusesEncryptedFilesAndMacros() throws Exception {
		assertThat(refusals(encrypted())).containsExactly("文件设有打开密码，无法读取。请在Excel或WPS中取消密码后重新上传。");
		assertThat(refusals(Sheets.of(Sheets.HEADS, List.of(Sheets.right(1)), StaffSheetTests::addMacro)))
			.containsExactly("文件含有宏，不能导入。请将人员名单复制到重新下载的模板中再上传。");
	}

	@Test
	@DisplayName("压缩炸弹、外部实体：不展开，立即拒绝")
	void refusesBombsAndEntities() throws IOException {
		byte[] right = Sheets.of(List.of(Sheets.right(1)));
		String bomb = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
				+ " ".repeat(40_000_000) + "</sheetData></worksheet>";
		String entity = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><worksheet><sheetData><row r=\"1\">"
				+ "<c t=\"str\"><v>&a;</v></c></row></sheetData></worksheet>";
		Instant begin = Instant.now();

		assertThat(refusals(replaced(right, "xl/worksheets/sheet1.xml", bomb)))
			.containsExactly("文件解压后过大，已停止读取。请将人员名单复制到重新下载的模板中再上传。");
		assertThat(refusals(replaced(right, "xl/worksheets/sheet1.xml", entity)))
			.containsExactly("文件已损坏或含有无法识别的内容。请在Excel或WPS中打开检查，另存为.xlsx后重新上传。");
		assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(20));
	}

	@Test
	@DisplayName("超过50000行")
	void refusesTooManyLines() throws IOException {
		StringBuilder rows = new StringBuilder("<worksheet><sheetData>");
		for (int i = 1; i <= 50_002; i++) {
			rows.append("<row r=\"%d\"><c r=\"A%d\" t=\"str\"><v>%s</v></c></row>".formatted(i, i, i * 7919L));
		}
		byte[] right = Sheets.of(List.of(Sheets.right(1)));

		assertThat(refusals(
				replaced(right, "xl/worksheets/sheet1.xml", rows.append("</sheetData></worksheet>").toString())))
			.containsExactly("“人员名单”工作表的内容超过50000行，请分成几个文件导入。");
	}

	@Test
	@DisplayName("5000行中有7处错误：恰好报告这7处")
	void findsSevenProblemsInFiveThousandLines() {
		List<List<String>> lines = new ArrayList<>(IntStream.range(0, 5000).mapToObj(Sheets::right).toList());
		lines.set(10, with(lines.get(10), 0, "=1+1"));
		lines.set(700, with(lines.get(700), 1, "import-3@example.cn"));
		lines.set(1999, with(lines.get(1999), 2, "12345"));
		lines.set(2500, with(lines.get(2500), 3, "江苏省工信厅"));
		lines.set(3333, with(lines.get(3333), 4, "部处长"));
		lines.set(4998, with(with(lines.get(4998), 1, "无"), 2, ""));
		byte[] file = Sheets.of(lines);
		Instant begin = Instant.now();

		List<SheetProblem> problems = problems(file);

		assertThat(problems).extracting(SheetProblem::cell)
			.containsExactly("A12", "B702", "C2001", "D2502", "E3335", "B5000", "C5000");
		assertThat(Duration.between(begin, Instant.now())).isLessThan(Duration.ofSeconds(20));
	}

	@Test
	@DisplayName("问题清单：可以在其中更正后重新上传；像公式的内容一律是文本（T11）")
	void writesTheProblemsIntoTheSheet() throws IOException {
		List<String> line = new ArrayList<>(List.of("=1+1", "@SUM(A1)", "+8", "-1", "＝cmd|' /C calc'!A0"));
		StaffSheet sheet = sheet(Sheets.of(List.of(line, Sheets.right(1))));

		byte[] written = this.workbook.withProblems(sheet, this.check.check(sheet, Map.of()).problems());

		try (Workbook opened = WorkbookFactory.create(new ByteArrayInputStream(written))) {
			for (Row row : opened.getSheet("人员名单")) {
				for (Cell cell : row) {
					assertThat(cell.getCellType().name()).isEqualTo("STRING");
					assertThat(cell.getCellStyle().getQuotePrefixed()).isTrue();
				}
			}
			assertThat(opened.getSheet("人员名单").getRow(1).getCell(0).getStringCellValue()).isEqualTo("=1+1");
			assertThat(opened.getSheet("人员名单").getRow(1).getCell(5).getStringCellValue())
				.startsWith("原文件A2：“姓名”不得以“=”开头，请删除该符号。\n原文件B2：");
			assertThat(opened.getSheet("人员名单").getRow(2).getCell(5).getStringCellValue()).isEmpty();
		}
		assertThat(problems(written)).extracting(SheetProblem::cell).containsExactly("A2", "B2", "C2", "D2", "E2");
	}

	@Test
	@DisplayName("模板：表头冻结、电话为文本、单位和角色下拉取自隐藏的工作表")
	void preparesTheTemplate() throws IOException {
		try (XSSFWorkbook opened = new XSSFWorkbook(new ByteArrayInputStream(this.workbook.template()))) {
			assertThat(opened.getSheetAt(0).getPaneInformation().getHorizontalSplitPosition()).isEqualTo((short) 1);
			assertThat(opened.getSheetAt(0).getColumnStyle(2).getDataFormatString()).isEqualTo("@");
			assertThat(opened.getSheetAt(0).getDataValidations())
				.extracting(rule -> rule.getValidationConstraint().getFormula1())
				.containsExactly("选项!$A$1:$A$71", "选项!$B$1:$B$10");
			assertThat(opened.isSheetHidden(opened.getSheetIndex("选项"))).isTrue();
			assertThat(opened.getSheet("选项").getRow(0).getCell(0).getStringCellValue()).isEqualTo("工业和信息化部网络安全管理局");
			assertThat(opened.getSheetAt(1).getSheetName()).isEqualTo("填写说明");
		}
	}

	private static List<String> with(int column, String text) {
		return with(Sheets.right(1), column, text);
	}

	private static List<String> with(List<String> line, int column, String text) {
		List<String> changed = new ArrayList<>(line);
		changed.set(column, text);
		return changed;
	}

	private List<SheetProblem> problems(byte[] file) {
		return checked(file).problems();
	}

	private StaffCheck.Result checked(byte[] file) {
		return this.check.check(sheet(file), Map.of(HOLDER.email(), HOLDER));
	}

	private List<String> refusals(byte[] file) {
		return catchThrowableOfType(RefusedException.class, () -> sheet(file)).problems()
			.stream()
			.map(Problem::text)
			.toList();
	}

	private StaffSheet sheet(byte[] content) {
		try {
			return StaffSheet.read(Files.write(this.folder.resolve("upload.xlsx"), content));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static void addMacro(XSSFWorkbook workbook) {
		try {
			workbook.setVBAProject(new ByteArrayInputStream(new byte[] { 1, 2, 3 }));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] encrypted() throws Exception {
		try (POIFSFileSystem container = new POIFSFileSystem();
				ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
			encryptor.confirmPassword("mima");
			try (var stream = encryptor.getDataStream(container)) {
				stream.write(Sheets.of(List.of(Sheets.right(1))));
			}
			container.writeFilesystem(out);
			return out.toByteArray();
		}
	}

	private static byte[] zip(Map<String, String> parts) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(out)) {
			for (Map.Entry<String, String> part : parts.entrySet()) {
				zip.putNextEntry(new ZipEntry(part.getKey()));
				zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
			}
		}
		return out.toByteArray();
	}

	private static byte[] replaced(byte[] file, String name, String content) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file));
				ZipOutputStream zip = new ZipOutputStream(out)) {
			for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
				zip.putNextEntry(new ZipEntry(part.getName()));
				zip.write(part.getName().equals(name) ? content.getBytes(StandardCharsets.UTF_8) : in.readAllBytes());
			}
		}
		return out.toByteArray();
	}

}
