package io.huhang.organization;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import io.huhang.campaign.RefusedException;
import io.huhang.sheet.SheetCell;
import io.huhang.sheet.SheetFormat;
import io.huhang.sheet.SheetTable;

/**
 * A list of people as uploaded, before anybody asks whether it is right.
 *
 * @param letters which letter each column has
 */
public record StaffSheet(Map<StaffColumn, String> letters, List<Line> lines) {

	/** The sheet with the list. */
	static final String SHEET = "人员名单";

	private static final SheetFormat FORMAT = new SheetFormat(SHEET,
			Arrays.stream(StaffColumn.values()).map(StaffColumn::label).toList(), "人员", "人员导入要求");

	/** One line, from 2 on. */
	record Line(int number, Map<StaffColumn, SheetCell> cells) {

		SheetCell cell(StaffColumn column) {
			return this.cells.getOrDefault(column, SheetCell.BLANK);
		}

		String text(StaffColumn column) {
			return cell(column).text();
		}

	}

	/**
	 * Reads an uploaded file.
	 * @throws RefusedException if it is not a sheet after the template, with all reasons
	 */
	public static StaffSheet read(Path file) {
		SheetTable table = SheetTable.read(file, FORMAT);
		Map<StaffColumn, String> letters = new EnumMap<>(StaffColumn.class);
		table.letters().forEach((head, letter) -> letters.put(StaffColumn.labelled(head).orElseThrow(), letter));
		return new StaffSheet(letters,
				table.lines().stream().map(line -> new Line(line.number(), cells(line.cells()))).toList());
	}

	private static Map<StaffColumn, SheetCell> cells(Map<String, SheetCell> line) {
		Map<StaffColumn, SheetCell> cells = new EnumMap<>(StaffColumn.class);
		line.forEach((head, cell) -> cells.put(StaffColumn.labelled(head).orElseThrow(), cell));
		return cells;
	}

	/** How many people it lists. */
	public int size() {
		return this.lines.size();
	}

	/** The place of a cell, such as C17. */
	String address(Line line, StaffColumn column) {
		return this.letters.get(column) + line.number();
	}

}
