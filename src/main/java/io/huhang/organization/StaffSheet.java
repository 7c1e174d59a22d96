package io.huhang.organization;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;

/**
 * A list of people as uploaded, before anybody asks whether it is right.
 *
 * @param letters which letter each column has
 */
public record StaffSheet(Map<StaffColumn, String> letters, List<Line> lines) {

	/** The sheet with the list. */
	static final String SHEET = "人员名单";

	/** The column that a list of problems adds, and that its correction may keep. */
	static final String PROBLEMS = "问题";

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
		SheetContent content = SheetFile.read(file, SHEET);
		SortedMap<Integer, SortedMap<Integer, SheetCell>> lines = content.lines();
		content.merged().forEach(range -> mark(lines, range));
		SortedMap<Integer, SheetCell> heads = Optional.ofNullable(lines.get(1)).orElseGet(TreeMap::new);
		List<Problem> problems = headProblems(heads, lines);
		if (!problems.isEmpty()) {
			throw new RefusedException(problems);
		}
		Map<Integer, StaffColumn> columns = columns(heads);
		List<Line> people = lines.tailMap(2)
			.entrySet()
			.stream()
			.map(line -> new Line(line.getKey(), cells(line.getValue(), columns)))
			.filter(line -> !line.cells().isEmpty())
			.toList();
		if (people.isEmpty()) {
			throw SheetFile.refused("“%s”工作表中没有人员。请从第2行起逐行填写，保存后重新上传。".formatted(SHEET));
		}
		Map<StaffColumn, String> letters = new EnumMap<>(StaffColumn.class);
		columns.forEach((number, column) -> letters.put(column, CellReference.convertNumToColString(number)));
		return new StaffSheet(letters, people);
	}

	/** How many people it lists. */
	public int size() {
		return this.lines.size();
	}

	/** The place of a cell, such as C17. */
	String address(Line line, StaffColumn column) {
		return this.letters.get(column) + line.number();
	}

	private static void mark(SortedMap<Integer, SortedMap<Integer, SheetCell>> lines, CellRangeAddress range) {
		SortedMap<Integer, SheetCell> line = lines.computeIfAbsent(range.getFirstRow() + 1, number -> new TreeMap<>());
		String text = Optional.ofNullable(line.get(range.getFirstColumn())).map(SheetCell::text).orElse("");
		line.put(range.getFirstColumn(),
				new SheetCell(text, "与其他单元格合并（%s），请取消合并，逐格填写。".formatted(range.formatAsString())));
	}

	private static List<Problem> headProblems(SortedMap<Integer, SheetCell> heads,
			SortedMap<Integer, SortedMap<Integer, SheetCell>> lines) {
		List<String> texts = new ArrayList<>();
		heads.forEach((number, head) -> headFault(head)
			.ifPresent(fault -> texts.add(CellReference.convertNumToColString(number) + "1单元格" + fault)));
		Arrays.stream(StaffColumn.values()).forEach(column -> {
			List<String> places = heads.entrySet()
				.stream()
				.filter(head -> name(head.getValue()).equals(column.label()))
				.map(head -> CellReference.convertNumToColString(head.getKey()) + "1")
				.toList();
			if (places.isEmpty()) {
				texts.add("第1行缺少“%s”列，请恢复模板的表头。".formatted(column.label()));
			}
			if (places.size() > 1) {
				texts.add("“%s”列重复（%s），请只保留一列。".formatted(column.label(), String.join("、", places)));
			}
		});
		texts.addAll(headless(heads, lines));
		return texts.stream().map(text -> new Problem(SheetFile.FIELD, text, "人员导入要求")).toList();
	}

	private static Optional<String> headFault(SheetCell head) {
		if (!head.fault().isEmpty()) {
			return Optional.of(head.fault());
		}
		boolean known = StaffColumn.labelled(name(head)).isPresent() || name(head).equals(PROBLEMS);
		return known ? Optional.empty() : Optional.of("“%s”不是模板中的列名，请删除该列或更正列名。".formatted(name(head)));
	}

	// What stands beside the table would get lost without a word.
	private static List<String> headless(SortedMap<Integer, SheetCell> heads,
			SortedMap<Integer, SortedMap<Integer, SheetCell>> lines) {
		return lines.tailMap(2)
			.entrySet()
			.stream()
			.flatMap(line -> line.getValue()
				.keySet()
				.stream()
				.filter(number -> !heads.containsKey(number))
				.map(number -> CellReference.convertNumToColString(number) + line.getKey()))
			.limit(1)
			.map("%s单元格不在模板的列中，请删除表格以外的内容。"::formatted)
			.toList();
	}

	private static Map<Integer, StaffColumn> columns(SortedMap<Integer, SheetCell> heads) {
		return heads.entrySet()
			.stream()
			.filter(head -> !name(head.getValue()).equals(PROBLEMS))
			.collect(Collectors.toMap(Map.Entry::getKey,
					head -> StaffColumn.labelled(name(head.getValue())).orElseThrow()));
	}

	private static Map<StaffColumn, SheetCell> cells(SortedMap<Integer, SheetCell> line,
			Map<Integer, StaffColumn> columns) {
		Map<StaffColumn, SheetCell> cells = new EnumMap<>(StaffColumn.class);
		line.forEach((number, cell) -> Optional.ofNullable(columns.get(number))
			.ifPresent(column -> cells.put(column, cell)));
		return cells;
	}

	private static String name(SheetCell head) {
		return PersonEntry.plain(head.text()).replace(" ", "").replace("*", "");
	}

}
