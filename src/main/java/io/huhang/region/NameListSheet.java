package io.huhang.region;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.huhang.campaign.RefusedException;
import io.huhang.region.ListKind.Column;
import io.huhang.sheet.SheetCell;
import io.huhang.sheet.SheetFormat;
import io.huhang.sheet.SheetProblem;
import io.huhang.sheet.SheetTable;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

/** A 附名单 as .xlsx: the template that people fill in, and what they upload. */
public final class NameListSheet {

	/** Type of the template. */
	public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

	private static final String CLAUSE = "附件2 “请附名单”";

	private static final int CHAR = 256;

	private static final int WIDTH = 36;

	private NameListSheet() {
	}

	/**
	 * An uploaded list before anybody takes it over.
	 *
	 * @param list its rows, written one way
	 * @param problems what stands against taking it over, with line, column and cell
	 */
	public record Preview(NameList list, List<SheetProblem> problems) {
	}

	/**
	 * Reads an uploaded file.
	 * @throws RefusedException if it is not a sheet after the template, with all reasons
	 */
	public static Preview read(ListKind kind, Path file) {
		SheetTable table = SheetTable.read(file,
				new SheetFormat(kind.title(), kind.columns().stream().map(Column::label).toList(), "内容", CLAUSE));
		if (table.lines().size() > NameList.MOST_ROWS) {
			throw new RefusedException("file",
					"“%s”工作表有%d行，超过%d行，请核对后删减。".formatted(kind.title(), table.lines().size(), NameList.MOST_ROWS),
					CLAUSE);
		}
		NameList list = new NameList(table.lines().stream().map(line -> row(kind, line)).toList());
		List<SheetProblem> problems = new ArrayList<>();
		table.lines().forEach(line -> kind.columns().forEach(column -> {
			SheetCell cell = cell(line, column);
			if (!cell.fault().isEmpty()) {
				problems.add(problem(table, line, column, "“%s”%s".formatted(column.label(), cell.fault())));
			}
		}));
		NameListCheck.of(kind, list, row -> "表中第%d行".formatted(table.lines().get(row).number()))
			.stream()
			.filter(fault -> cell(table.lines().get(fault.row()), kind.columns().get(fault.column())).fault().isEmpty())
			.map(fault -> problem(table, table.lines().get(fault.row()), kind.columns().get(fault.column()),
					fault.text()))
			.forEach(problems::add);
		problems.sort(Comparator.comparingInt(SheetProblem::line));
		return new Preview(list, problems);
	}

	private static List<String> row(ListKind kind, SheetTable.Line line) {
		return kind.columns().stream().map(column -> NameList.text(column, cell(line, column).text())).toList();
	}

	private static SheetCell cell(SheetTable.Line line, Column column) {
		return line.cells().getOrDefault(column.label(), SheetCell.BLANK);
	}

	private static SheetProblem problem(SheetTable table, SheetTable.Line line, Column column, String text) {
		return new SheetProblem(line.number(), column.label(), table.letters().get(column.label()) + line.number(),
				text);
	}

	/** The template, with these rows if there are any. All cells are text. */
	public static byte[] write(ListKind kind, NameList list) {
		try (SXSSFWorkbook workbook = new SXSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			CellStyle text = style(workbook, false);
			CellStyle head = style(workbook, true);
			Sheet sheet = workbook.createSheet(kind.title());
			line(sheet, 0, kind.columns().stream().map(Column::label).toList(), head);
			for (int i = 0; i < kind.columns().size(); i++) {
				sheet.setColumnWidth(i, WIDTH * CHAR);
				sheet.setDefaultColumnStyle(i, text);
				offer(sheet, i, kind.columns().get(i).options());
			}
			sheet.createFreezePane(0, 1);
			IntStream.range(0, list.size()).forEach(i -> line(sheet, i + 1, list.rows().get(i), text));
			explain(workbook.createSheet("填写说明"), kind, head, text);
			workbook.write(out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void offer(Sheet sheet, int column, List<String> options) {
		if (!options.isEmpty()) {
			DataValidationHelper helper = sheet.getDataValidationHelper();
			sheet.addValidationData(
					helper.createValidation(helper.createExplicitListConstraint(options.toArray(String[]::new)),
							new CellRangeAddressList(1, NameList.MOST_ROWS, column, column)));
		}
	}

	private static void explain(Sheet sheet, ListKind kind, CellStyle head, CellStyle text) {
		sheet.setColumnWidth(0, WIDTH * CHAR);
		sheet.setColumnWidth(1, 2 * WIDTH * CHAR);
		sheet.setColumnWidth(2, WIDTH * CHAR);
		List<List<String>> lines = Stream
			.concat(Stream.of(List.of("在“%s”工作表中从第2行起填写，一项一行；请勿改动表头，勿合并单元格，勿使用公式。".formatted(kind.title())),
					List.of(""), List.of("列名", "填写要求", "示例")),
					kind.columns().stream().map(column -> List.of(column.label(), demand(column), column.example())))
			.toList();
		IntStream.range(0, lines.size()).forEach(i -> line(sheet, i, lines.get(i), (i == 2) ? head : text));
	}

	private static String demand(Column column) {
		String force = column.required() ? "必填。" : "选填。";
		return force + switch (column.kind()) {
			case CODE -> "营业执照上的18位统一社会信用代码。";
			case OPTION -> "填写“%s”。".formatted(String.join("”或“", column.options()));
			case TEXT -> "";
		};
	}

	private static void line(Sheet sheet, int number, List<String> texts, CellStyle style) {
		Row row = sheet.createRow(number);
		for (int i = 0; i < texts.size(); i++) {
			row.createCell(i).setCellValue(texts.get(i));
			row.getCell(i).setCellStyle(style);
		}
	}

	// Excel and WPS keep such a cell text even when somebody edits it.
	private static CellStyle style(SXSSFWorkbook workbook, boolean bold) {
		Font font = workbook.createFont();
		font.setFontName("宋体");
		font.setFontHeightInPoints((short) 11);
		font.setBold(bold);
		CellStyle style = workbook.createCellStyle();
		style.setFont(font);
		style.setDataFormat(workbook.createDataFormat().getFormat("@"));
		style.setQuotePrefixed(true);
		return style;
	}

}
