package io.huhang.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import io.huhang.web.CaseTable.Row;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.FillPatternType;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.IndexedColors;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;

import org.springframework.stereotype.Component;

/**
 * Writes the table of cases as an .xlsx. All cells but the scores are text: what an
 * enterprise typed like a formula stays text.
 */
@Component
class CaseWorkbook {

	static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

	private static final int CHAR = 256;

	byte[] write(CaseTable.Found found) {
		try (SXSSFWorkbook workbook = new SXSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			Sheet sheet = workbook.createSheet("案例一览");
			List<CaseColumn> columns = found.columns();
			heads(workbook, sheet, columns);
			CellStyle text = text(workbook);
			for (Row row : found.rows()) {
				org.apache.poi.ss.usermodel.Row line = sheet.createRow(sheet.getLastRowNum() + 1);
				for (int i = 0; i < columns.size(); i++) {
					fill(line.createCell(i), columns.get(i), row, text);
				}
			}
			sheet.setAutoFilter(new CellRangeAddress(0, found.rows().size(), 0, columns.size() - 1));
			workbook.write(out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void heads(SXSSFWorkbook workbook, Sheet sheet, List<CaseColumn> columns) {
		CellStyle head = text(workbook);
		Font bold = workbook.createFont();
		bold.setFontName("宋体");
		bold.setBold(true);
		head.setFont(bold);
		head.setFillForegroundColor(IndexedColors.PALE_BLUE.getIndex());
		head.setFillPattern(FillPatternType.SOLID_FOREGROUND);
		org.apache.poi.ss.usermodel.Row heads = sheet.createRow(0);
		for (int i = 0; i < columns.size(); i++) {
			sheet.setColumnWidth(i, columns.get(i).width() * CHAR);
			Cell cell = heads.createCell(i);
			cell.setCellValue(columns.get(i).label());
			cell.setCellStyle(head);
		}
		sheet.createFreezePane(0, 1);
	}

	private static void fill(Cell cell, CaseColumn column, Row row, CellStyle text) {
		if (column == CaseColumn.SCORE && !row.scoreText().isEmpty()) {
			cell.setCellValue(row.score());
		}
		else {
			cell.setCellValue(column.of(row));
			cell.setCellStyle(text);
		}
	}

	private static CellStyle text(SXSSFWorkbook workbook) {
		CellStyle style = workbook.createCellStyle();
		Font font = workbook.createFont();
		font.setFontName("宋体");
		style.setFont(font);
		style.setDataFormat(workbook.createDataFormat().getFormat("@"));
		style.setVerticalAlignment(VerticalAlignment.TOP);
		style.setWrapText(true);
		// Excel and WPS keep such a cell text even when somebody edits it.
		style.setQuotePrefixed(true);
		return style;
	}

}
