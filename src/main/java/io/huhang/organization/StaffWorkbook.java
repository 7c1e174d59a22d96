package io.huhang.organization;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.huhang.organization.StaffSheet.Line;
import io.huhang.organization.Units.Unit;
import io.huhang.sheet.SheetProblem;
import io.huhang.sheet.SheetTable;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

import org.springframework.stereotype.Component;

/**
 * Writes the template of the list of people, and an uploaded list with its problems. All
 * cells are text: what looks like a formula stays text.
 */
@Component
public class StaffWorkbook {

	/** Its type. */
	public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

	private static final String CHOICES = "选项";

	private static final int PROBLEMS_WIDTH = 70;

	private static final int CHAR = 256;

	private final Units units;

	StaffWorkbook(Units units) {
		this.units = units;
	}

	/** The empty template. */
	public byte[] template() {
		return write(null, List.of());
	}

	/** The list as uploaded, each line with what is wrong in it. */
	public byte[] withProblems(StaffSheet sheet, List<SheetProblem> problems) {
		return write(sheet, problems);
	}

	private byte[] write(StaffSheet people, List<SheetProblem> problems) {
		try (SXSSFWorkbook workbook = new SXSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			Looks looks = Looks.of(workbook);
			Sheet list = workbook.createSheet(StaffSheet.SHEET);
			prepare(list, looks);
			if (people != null) {
				fill(list, looks, people, problems);
			}
			explain(workbook.createSheet("填写说明"), looks);
			offer(workbook, list);
			workbook.write(out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void prepare(Sheet list, Looks looks) {
		Row heads = list.createRow(0);
		for (StaffColumn column : StaffColumn.values()) {
			list.setColumnWidth(column.ordinal(), column.width() * CHAR);
			list.setDefaultColumnStyle(column.ordinal(), looks.text());
			put(heads, column.ordinal(), column.label(), looks.head());
		}
		list.createFreezePane(0, 1);
	}

	private static void fill(Sheet list, Looks looks, StaffSheet people, List<SheetProblem> problems) {
		Map<Integer, List<SheetProblem>> byLine = problems.stream().collect(Collectors.groupingBy(SheetProblem::line));
		int last = StaffColumn.values().length;
		list.setColumnWidth(last, PROBLEMS_WIDTH * CHAR);
		put(list.getRow(0), last, SheetTable.PROBLEMS, looks.head());
		int number = 1;
		for (Line line : people.lines()) {
			Row row = list.createRow(number++);
			List<SheetProblem> wrong = byLine.getOrDefault(line.number(), List.of());
			for (StaffColumn column : StaffColumn.values()) {
				boolean marked = wrong.stream().anyMatch(problem -> problem.column().equals(column.label()));
				put(row, column.ordinal(), line.text(column), marked ? looks.wrong() : looks.text());
			}
			put(row, last, words(wrong), looks.wrapped());
		}
	}

	private static String words(List<SheetProblem> problems) {
		return problems.stream()
			.map(problem -> "原文件%s：%s".formatted(problem.cell(), problem.text()))
			.collect(Collectors.joining("\n"));
	}

	private void explain(Sheet sheet, Looks looks) {
		int[] widths = { 18, 70, 30 };
		for (int i = 0; i < widths.length; i++) {
			sheet.setColumnWidth(i, widths[i] * CHAR);
		}
		int line = 0;
		put(sheet.createRow(line++), 0, "人员导入填写说明", looks.title());
		for (String text : List.of("1. 在“人员名单”工作表中从第2行起填写，一人一行；请勿改动表头，勿合并单元格，勿使用公式。",
				"2. 上传后系统逐行校验并列出全部问题；全部正确后才能确认导入，不会只导入一部分。", "3. 确认导入后，系统向每人的邮箱发送设置密码的链接，7天内有效，仅可使用一次。",
				"4. 每个地方主管部门至少两人，审核与签发不能由同一人办理；账号启用后由本单位处室负责人自行管理。")) {
			put(sheet.createRow(line++), 0, text, looks.plain());
		}
		line = table(sheet, line + 1, looks, List.of("列名", "填写要求", "示例"), Arrays.stream(StaffColumn.values())
			.map(column -> List.of(column.label(), column.rule().formatted(ministry().name()), column.example()))
			.toList());
		table(sheet, line + 1, looks, List.of("单位", "可选角色"),
				List.of(List.of("地方主管部门", roles(true)), List.of(ministry().name(), roles(false))));
	}

	private static int table(Sheet sheet, int from, Looks looks, List<String> heads, List<List<String>> lines) {
		int number = from;
		Row head = sheet.createRow(number++);
		for (int i = 0; i < heads.size(); i++) {
			put(head, i, heads.get(i), looks.head());
		}
		for (List<String> line : lines) {
			Row row = sheet.createRow(number++);
			for (int i = 0; i < line.size(); i++) {
				put(row, i, line.get(i), looks.wrapped());
			}
		}
		return number;
	}

	private void offer(SXSSFWorkbook workbook, Sheet list) {
		Sheet choices = workbook.createSheet(CHOICES);
		List<String> units = this.units.enabled().stream().map(Unit::name).toList();
		List<String> roles = Arrays.stream(Role.values())
			.filter(role -> role != Role.APPLICANT)
			.map(Role::label)
			.toList();
		for (int i = 0; i < Math.max(units.size(), roles.size()); i++) {
			Row row = choices.createRow(i);
			if (i < units.size()) {
				row.createCell(0).setCellValue(units.get(i));
			}
			if (i < roles.size()) {
				row.createCell(1).setCellValue(roles.get(i));
			}
		}
		workbook.setSheetHidden(workbook.getSheetIndex(choices), true);
		workbook.setActiveSheet(0);
		offer(list, StaffColumn.UNIT, "A", units.size());
		offer(list, StaffColumn.ROLE, "B", roles.size());
	}

	private static void offer(Sheet list, StaffColumn column, String letter, int count) {
		DataValidationHelper helper = list.getDataValidationHelper();
		DataValidation choice = helper.createValidation(
				helper.createFormulaListConstraint("%s!$%s$1:$%s$%d".formatted(CHOICES, letter, letter, count)),
				new CellRangeAddressList(1, SheetTable.MOST_LINES, column.ordinal(), column.ordinal()));
		choice.setShowErrorBox(true);
		choice.createErrorBox(column.label(), "请从下拉列表中选择。");
		list.addValidationData(choice);
	}

	private Unit ministry() {
		return this.units.find(Units.MINISTRY).orElseThrow();
	}

	private static String roles(boolean local) {
		return Arrays.stream(Role.values())
			.filter(role -> role != Role.APPLICANT && role.isLocal() == local)
			.map(Role::label)
			.collect(Collectors.joining("、"));
	}

	private static void put(Row row, int column, String text, CellStyle style) {
		Cell cell = row.createCell(column);
		cell.setCellValue(text);
		cell.setCellStyle(style);
	}

	/** How the cells look; every style is text and quotes what it holds. */
	private record Looks(CellStyle head, CellStyle text, CellStyle wrong, CellStyle wrapped, CellStyle plain,
			CellStyle title) {

		static Looks of(Workbook workbook) {
			Looks looks = new Looks(style(workbook), style(workbook), style(workbook), style(workbook), style(workbook),
					style(workbook));
			looks.head.setFont(font(workbook, (short) 11, true));
			shade(looks.head, IndexedColors.PALE_BLUE);
			frame(looks.head);
			shade(looks.wrong, IndexedColors.ROSE);
			looks.wrapped.setWrapText(true);
			frame(looks.wrapped);
			looks.title.setFont(font(workbook, (short) 16, true));
			return looks;
		}

		private static CellStyle style(Workbook workbook) {
			CellStyle style = workbook.createCellStyle();
			style.setFont(font(workbook, (short) 11, false));
			style.setDataFormat(workbook.createDataFormat().getFormat("@"));
			style.setVerticalAlignment(VerticalAlignment.TOP);
			// Excel and WPS keep such a cell text even when somebody edits it.
			style.setQuotePrefixed(true);
			return style;
		}

		private static Font font(Workbook workbook, short points, boolean bold) {
			Font font = workbook.createFont();
			font.setFontName("宋体");
			font.setFontHeightInPoints(points);
			font.setBold(bold);
			return font;
		}

		private static void shade(CellStyle style, IndexedColors colour) {
			style.setFillForegroundColor(colour.getIndex());
			style.setFillPattern(FillPatternType.SOLID_FOREGROUND);
		}

		private static void frame(CellStyle style) {
			style.setBorderTop(BorderStyle.THIN);
			style.setBorderBottom(BorderStyle.THIN);
			style.setBorderLeft(BorderStyle.THIN);
			style.setBorderRight(BorderStyle.THIN);
		}

	}

}
