package io.huhang.sheet;

import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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
 * The lines of an uploaded sheet under their heads, before anybody asks whether they are
 * right.
 *
 * @param letters which letter each head has
 */
public record SheetTable(Map<String, String> letters, List<Line> lines) {

	/** The column that a list of problems adds, and that its correction may keep. */
	public static final String PROBLEMS = "问题";

	/** Lines with something in them, without the heads. */
	public static final int MOST_LINES = SheetContent.MOST_LINES;

	/**
	 * One line.
	 *
	 * @param number as the spreadsheet program counts, from 2 on
	 * @param cells by the text at the head of their column, without blank ones
	 */
	public record Line(int number, Map<String, SheetCell> cells) {
	}

	/**
	 * Reads an uploaded file.
	 * @throws RefusedException if it is not a sheet of this format, with all reasons
	 */
	public static SheetTable read(Path file, SheetFormat format) {
		SheetContent content = SheetFile.read(file, format);
		SortedMap<Integer, SortedMap<Integer, SheetCell>> lines = content.lines();
		content.merged().forEach(range -> mark(lines, range));
		SortedMap<Integer, SheetCell> heads = Optional.ofNullable(lines.get(1)).orElseGet(TreeMap::new);
		List<String> faults = faults(heads, lines, format);
		if (!faults.isEmpty()) {
			throw new RefusedException(
					faults.stream().map(text -> new Problem(SheetFile.FIELD, text, format.clause())).toList());
		}
		Map<Integer, String> columns = columns(heads);
		List<Line> entries = lines.tailMap(2)
			.entrySet()
			.stream()
			.map(line -> new Line(line.getKey(), cells(line.getValue(), columns)))
			.filter(line -> !line.cells().isEmpty())
			.toList();
		if (entries.isEmpty()) {
			throw SheetFile.refused("“%s”工作表中没有%s。请从第2行起逐行填写，保存后重新上传。".formatted(format.name(), format.entries()),
					format);
		}
		Map<String, String> letters = new LinkedHashMap<>();
		columns.forEach((number, head) -> letters.put(head, CellReference.convertNumToColString(number)));
		return new SheetTable(letters, entries);
	}

	private static void mark(SortedMap<Integer, SortedMap<Integer, SheetCell>> lines, CellRangeAddress range) {
		SortedMap<Integer, SheetCell> line = lines.computeIfAbsent(range.getFirstRow() + 1, number -> new TreeMap<>());
		String text = Optional.ofNullable(line.get(range.getFirstColumn())).map(SheetCell::text).orElse("");
		line.put(range.getFirstColumn(),
				new SheetCell(text, "与其他单元格合并（%s），请取消合并，逐格填写。".formatted(range.formatAsString())));
	}

	private static List<String> faults(SortedMap<Integer, SheetCell> heads,
			SortedMap<Integer, SortedMap<Integer, SheetCell>> lines, SheetFormat format) {
		List<String> texts = new ArrayList<>();
		heads.forEach((number, head) -> headFault(head, format)
			.ifPresent(fault -> texts.add(CellReference.convertNumToColString(number) + "1单元格" + fault)));
		format.heads().forEach(expected -> {
			List<String> places = heads.entrySet()
				.stream()
				.filter(head -> name(head.getValue()).equals(expected))
				.map(head -> CellReference.convertNumToColString(head.getKey()) + "1")
				.toList();
			if (places.isEmpty()) {
				texts.add("第1行缺少“%s”列，请恢复模板的表头。".formatted(expected));
			}
			if (places.size() > 1) {
				texts.add("“%s”列重复（%s），请只保留一列。".formatted(expected, String.join("、", places)));
			}
		});
		texts.addAll(headless(heads, lines));
		return texts;
	}

	private static Optional<String> headFault(SheetCell head, SheetFormat format) {
		if (!head.fault().isEmpty()) {
			return Optional.of(head.fault());
		}
		boolean known = format.heads().contains(name(head)) || name(head).equals(PROBLEMS);
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

	private static Map<Integer, String> columns(SortedMap<Integer, SheetCell> heads) {
		return heads.entrySet()
			.stream()
			.filter(head -> !name(head.getValue()).equals(PROBLEMS))
			.collect(Collectors.toMap(Map.Entry::getKey, head -> name(head.getValue())));
	}

	private static Map<String, SheetCell> cells(SortedMap<Integer, SheetCell> line, Map<Integer, String> columns) {
		Map<String, SheetCell> cells = new LinkedHashMap<>();
		line.forEach(
				(number, cell) -> Optional.ofNullable(columns.get(number)).ifPresent(head -> cells.put(head, cell)));
		return cells;
	}

	// Full-width forms, blanks and the mark of a required column are no other head.
	private static String name(SheetCell head) {
		return Normalizer.normalize(head.text(), Normalizer.Form.NFKC)
			.replaceAll("[\\s\\p{Z}*\\u00AD\\u200B\\u2060\\uFEFF]+", "");
	}

}
