package io.huhang.organization;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;

import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Filled in lists of people, all invented. */
public final class Sheets {

	public static final List<String> HEADS = List.of("姓名", "邮箱", "手机或座机", "单位", "角色");

	private Sheets() {
	}

	/** A line with nothing wrong in it. */
	public static List<String> right(int number) {
		return List.of("丑样例" + "甲乙丙丁戊己庚辛壬癸".charAt(number % 10), "import-%d@example.cn".formatted(number),
				"1390000%04d".formatted(number % 10000), "江苏省工业和信息化厅", List.of("经办人", "处室负责人", "局领导").get(number % 3));
	}

	/** A sheet after the template with these lines. */
	public static byte[] of(List<List<String>> lines) {
		return of(HEADS, lines, workbook -> {
		});
	}

	/** A sheet with these heads and lines, and what else a person may do to it. */
	public static byte[] of(List<String> heads, List<List<String>> lines, Consumer<XSSFWorkbook> change) {
		try (XSSFWorkbook workbook = new XSSFWorkbook(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			XSSFSheet sheet = workbook.createSheet("人员名单");
			fill(sheet.createRow(0), heads);
			for (int i = 0; i < lines.size(); i++) {
				fill(sheet.createRow(i + 1), lines.get(i));
			}
			change.accept(workbook);
			workbook.write(out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void fill(XSSFRow row, List<String> texts) {
		for (int i = 0; i < texts.size(); i++) {
			row.createCell(i).setCellValue(texts.get(i));
		}
	}

}
