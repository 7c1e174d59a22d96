package io.huhang.region;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import io.huhang.organization.UnifiedCode;
import io.huhang.region.ListKind.Column;
import io.huhang.region.ListKind.Kind;

/** What is wrong in the rows of a list: the same whether it was typed or imported. */
final class NameListCheck {

	private static final int MOST_CHARS = 100;

	private final ListKind kind;

	private final List<Fault> faults = new ArrayList<>();

	private final IntFunction<String> place;

	private NameListCheck(ListKind kind, IntFunction<String> place) {
		this.kind = kind;
		this.place = place;
	}

	/**
	 * What is wrong in a cell.
	 *
	 * @param row its place in the list, from 0
	 * @param column its place in the row, from 0
	 * @param text what and how to fix, with the head of the column
	 */
	record Fault(int row, int column, String text) {
	}

	/** All that is wrong in this normalised list, row by row. */
	static List<Fault> of(ListKind kind, NameList list) {
		return of(kind, list, row -> "名单第%d行".formatted(row + 1));
	}

	/**
	 * The same where people see the rows under other numbers.
	 * @param place what people call a row, from 0
	 */
	static List<Fault> of(ListKind kind, NameList list, IntFunction<String> place) {
		NameListCheck check = new NameListCheck(kind, place);
		Map<String, Integer> seen = new HashMap<>();
		for (int row = 0; row < list.size(); row++) {
			check.row(row, list.rows().get(row), seen);
		}
		return check.faults;
	}

	private void row(int number, List<String> row, Map<String, Integer> seen) {
		for (int i = 0; i < row.size(); i++) {
			Column column = this.kind.columns().get(i);
			int place = i;
			fault(column, row.get(i)).or(() -> repeated(column, row.get(place), group(row), number, seen))
				.ifPresent(text -> this.faults.add(new Fault(number, place, "“%s”%s".formatted(column.label(), text))));
		}
	}

	private static Optional<String> fault(Column column, String text) {
		if (text.isEmpty()) {
			return column.required() ? Optional.of("未填写，请补充；整行不需要的，请删除该行。") : Optional.empty();
		}
		int chars = text.codePointCount(0, text.length());
		if (chars > MOST_CHARS) {
			return Optional.of("现%d个字符，超过%d个字符，请删减。".formatted(chars, MOST_CHARS));
		}
		return switch (column.kind()) {
			case CODE -> UnifiedCode.fault(text);
			case OPTION -> column.options().contains(text) ? Optional.empty()
					: Optional.of("现为“%s”，请填写“%s”。".formatted(text, String.join("”或“", column.options())));
			case TEXT -> Optional.empty();
		};
	}

	// The first column names the entry; a code belongs to one.
	private Optional<String> repeated(Column column, String text, String group, int number, Map<String, Integer> seen) {
		boolean tells = column.kind() == Kind.CODE || column.equals(this.kind.columns().get(0));
		if (!tells || text.isEmpty()) {
			return Optional.empty();
		}
		Integer before = seen.putIfAbsent(column.key() + "\n" + text + "\n" + group, number);
		return Optional.ofNullable(before).map(first -> "与%s重复，请删除其中一行。".formatted(this.place.apply(first)));
	}

	// Who is monitored as one and as the other counts in both groups.
	private String group(List<String> row) {
		return IntStream.range(0, row.size())
			.filter(i -> this.kind.columns().get(i).kind() == Kind.OPTION)
			.mapToObj(row::get)
			.findFirst()
			.orElse("");
	}

}
