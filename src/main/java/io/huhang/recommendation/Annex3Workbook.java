package io.huhang.recommendation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import io.huhang.campaign.ChineseDates;
import io.huhang.document.PlainText;
import org.apache.poi.ss.usermodel.BorderStyle;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Font;
import org.apache.poi.ss.usermodel.HorizontalAlignment;
import org.apache.poi.ss.usermodel.PrintSetup;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.VerticalAlignment;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

import org.springframework.stereotype.Component;

/**
 * 附件3 典型案例推荐汇总表 as a workbook in the seven columns of the annex (R76..R83). All cells are
 * text: what an enterprise typed like a formula stays text.
 */
@Component
class Annex3Workbook {

	static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

	private static final List<String> HEADS = List.of("序号", "案例名称", "企业名称", "企业类别", "案例申报方向和简述（100字内）", "联系人", "联系方式");

	private static final int[] WIDTHS = { 6, 24, 24, 14, 56, 10, 18 };

	private static final int CHAR = 256;

	byte[] write(Annex3 annex) {
		try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			Sheet sheet = workbook.createSheet("推荐汇总表");
			CellStyle cell = bordered(workbook, "仿宋_GB2312");
			line(sheet, plain(workbook, "黑体", 16), "附件3");
			CellStyle title = plain(workbook, "方正小标宋简体", 20);
			title.setAlignment(HorizontalAlignment.CENTER);
			line(sheet, title, "护航新型工业化网络安全典型案例推荐汇总表");
			CellStyle text = plain(workbook, "仿宋_GB2312", 14);
			line(sheet, text, "推荐单位（盖章）：%s　　日期：%s".formatted(String.join("、", annex.recommenders()),
					ChineseDates.day(annex.date())));
			row(sheet, bordered(workbook, "黑体"), HEADS);
			sheet.setRepeatingRows(CellRangeAddress.valueOf("4:4"));
			annex.rows().forEach(found -> row(sheet, cell, cells(annex.rows().indexOf(found) + 1, found)));
			line(sheet, text, "联系人：%s　　手机/座机：%s".formatted(PlainText.printable(annex.contactName()),
					PlainText.printable(annex.contactPhone())));
			print(sheet);
			workbook.write(out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String> cells(int place, Annex3.Row row) {
		return List.of(String.valueOf(place), PlainText.printable(row.caseName()), PlainText.printable(row.unitName()),
				row.category(), "【" + row.direction() + "】" + PlainText.printable(row.summary()),
				PlainText.printable(row.contactName()), PlainText.printable(row.contactPhone()));
	}

	private static void line(Sheet sheet, CellStyle style, String text) {
		Row line = row(sheet, style, List.of(text));
		sheet.addMergedRegion(new CellRangeAddress(line.getRowNum(), line.getRowNum(), 0, HEADS.size() - 1));
	}

	private static Row row(Sheet sheet, CellStyle style, List<String> texts) {
		Row row = sheet.createRow(sheet.getPhysicalNumberOfRows());
		for (int i = 0; i < texts.size(); i++) {
			row.createCell(i).setCellValue(texts.get(i));
			row.getCell(i).setCellStyle(style);
		}
		return row;
	}

	private static void print(Sheet sheet) {
		for (int i = 0; i < WIDTHS.length; i++) {
			sheet.setColumnWidth(i, WIDTHS[i] * CHAR);
		}
		sheet.getPrintSetup().setLandscape(true);
		sheet.getPrintSetup().setPaperSize(PrintSetup.A4_PAPERSIZE);
		sheet.setFitToPage(true);
		sheet.getPrintSetup().setFitHeight((short) 0);
	}

	private static CellStyle plain(XSSFWorkbook workbook, String font, int points) {
		CellStyle style = workbook.createCellStyle();
		Font face = workbook.createFont();
		face.setFontName(font);
		face.setFontHeightInPoints((short) points);
		style.setFont(face);
		style.setDataFormat(workbook.createDataFormat().getFormat("@"));
		style.setQuotePrefixed(true);
		return style;
	}

	private static CellStyle bordered(XSSFWorkbook workbook, String font) {
		CellStyle style = plain(workbook, font, 12);
		style.setWrapText(true);
		style.setVerticalAlignment(VerticalAlignment.CENTER);
		style.setBorderTop(BorderStyle.THIN);
		style.setBorderBottom(BorderStyle.THIN);
		style.setBorderLeft(BorderStyle.THIN);
		style.setBorderRight(BorderStyle.THIN);
		return style;
	}

}
