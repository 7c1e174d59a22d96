package io.huhang.web;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Function;

import io.huhang.web.CaseTable.Row;

/** A column of the table of cases, on the page and in the workbook. */
enum CaseColumn {

	NUMBER("number", "业务编号", 22, Row::number, Comparator.comparing(Row::number)),
	NAME("name", "案例名称", 42, Row::caseName, chinese(Row::caseName)),
	UNIT("unit", "申报单位", 34, Row::unitName, chinese(Row::unitName)),
	DIRECTION("direction", "申报方向", 26, Row::direction, chinese(Row::direction)),
	AUTHORITY("authority", "受理单位", 26, Row::authorityName, chinese(Row::authorityName)),
	STATE("state", "当前环节", 14, Row::state, chinese(Row::state)),
	HOLDER("holder", "办理人", 18, Row::holder, chinese(Row::holder)),
	FILED("filed", "提交时间", 22, Row::filedText, Comparator.comparing(Row::filedAt)),
	SCORE("score", "评价得分", 10, Row::scoreText, Comparator.comparingInt(Row::score));

	private final String key;

	private final String label;

	private final int width;

	private final Function<Row, String> text;

	private final Comparator<Row> order;

	CaseColumn(String key, String label, int width, Function<Row, String> text, Comparator<Row> order) {
		this.key = key;
		this.label = label;
		this.width = width;
		this.text = text;
		this.order = order;
	}

	/** The column of this key; the number's if there is none. */
	static CaseColumn of(String key) {
		return Arrays.stream(values()).filter(column -> column.key.equals(key)).findFirst().orElse(NUMBER);
	}

	public String key() {
		return this.key;
	}

	public String label() {
		return this.label;
	}

	/** In characters of the workbook. */
	int width() {
		return this.width;
	}

	public String of(Row row) {
		return this.text.apply(row);
	}

	/** By this column, then by number. */
	Comparator<Row> order(boolean descending) {
		return (descending ? this.order.reversed() : this.order).thenComparing(Row::number);
	}

	private static Comparator<Row> chinese(Function<Row, String> text) {
		Collator collator = Collator.getInstance(Locale.CHINA);
		return Comparator.comparing(text, (one, other) -> collator.compare(one, other));
	}

}
