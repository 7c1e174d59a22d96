package io.huhang.region;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

import io.huhang.organization.TypedText;
import io.huhang.organization.UnifiedCode;

/**
 * 附名单 as typed or imported.
 *
 * @param rows texts in the order of the columns of its {@link ListKind}
 */
public record NameList(List<List<String>> rows) {

	/**
	 * More than any province could name; a draft must stay one that a browser can show.
	 */
	public static final int MOST_ROWS = 20_000;

	/** No list. */
	public static final NameList EMPTY = new NameList(List.of());

	/** Nothing is ever null. */
	public NameList {
		rows = (rows != null) ? rows.stream().filter(Objects::nonNull).map(NameList::texts).toList() : List.of();
	}

	private static List<String> texts(List<String> row) {
		return row.stream().map(text -> (text != null) ? text : "").toList();
	}

	/** How many entries it has. */
	public int size() {
		return this.rows.size();
	}

	/**
	 * A copy with as many texts in each row as the list has columns, each written one
	 * way, without blank rows.
	 */
	NameList normalised(ListKind kind) {
		return new NameList(
				aligned(kind).rows().stream().filter(row -> row.stream().anyMatch(text -> !text.isEmpty())).toList());
	}

	/** The same with its blank rows, each at its place. */
	NameList aligned(ListKind kind) {
		return new NameList(this.rows.stream().map(row -> row(kind, row)).toList());
	}

	private static List<String> row(ListKind kind, List<String> row) {
		return IntStream.range(0, kind.columns().size())
			.mapToObj(i -> text(kind.columns().get(i), (i < row.size()) ? row.get(i) : ""))
			.toList();
	}

	static String text(ListKind.Column column, String typed) {
		return (column.kind() == ListKind.Kind.CODE) ? UnifiedCode.plain(TypedText.number(typed))
				: TypedText.line(typed);
	}

}
