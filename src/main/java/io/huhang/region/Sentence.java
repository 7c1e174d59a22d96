package io.huhang.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.huhang.region.RegionCall.Quantity;
import io.huhang.region.RegionCall.Row;

/**
 * A sentence of annex 2 with its numbers inside: pieces that are printed as they are,
 * underlined, or struck out.
 */
final class Sentence {

	private static final Pattern BLANK = Pattern.compile("\\{(\\w+)\\}");

	private static final String PLAIN = "plain";

	private static final String FILLED = "filled";

	private static final String STRUCK = "struck";

	// As long as the annex draws it.
	private static final String EMPTY = "____";

	private final List<Map<String, Object>> pieces = new ArrayList<>();

	private final UnaryOperator<String> values;

	private Sentence(UnaryOperator<String> values) {
		this.values = values;
	}

	/** The keys of the blanks of a sentence, in their order. */
	static List<String> blanks(String sentence) {
		return BLANK.matcher(sentence).results().map(found -> found.group(1)).toList();
	}

	/** A heading: one piece. */
	static List<Map<String, Object>> of(String text) {
		return List.of(piece(PLAIN, text));
	}

	/**
	 * The row with these values.
	 * @param values gives what stands at a key of the form, empty for nothing
	 */
	static List<Map<String, Object>> of(Row row, UnaryOperator<String> values) {
		Sentence sentence = new Sentence(values);
		Matcher blank = BLANK.matcher(row.sentence());
		int from = 0;
		while (blank.find()) {
			sentence.add(PLAIN, row.sentence().substring(from, blank.start()));
			sentence.number(row.numbers()
				.stream()
				.filter(number -> number.key().equals(blank.group(1)))
				.findFirst()
				.orElseThrow());
			from = blank.end();
		}
		sentence.add(PLAIN, row.sentence().substring(from));
		return sentence.pieces;
	}

	private void number(Quantity number) {
		String value = this.values.apply("number-" + number.key());
		if (value.isEmpty()) {
			add(PLAIN, EMPTY);
		}
		else {
			add(FILLED, " " + value + " ");
		}
		measures(number, value.isEmpty() ? "" : this.values.apply("measure-" + number.key()));
	}

	// 期/次: the one that was not chosen is struck out, as by hand on the paper.
	private void measures(Quantity number, String chosen) {
		for (int i = 0; i < number.measures().size(); i++) {
			if (i > 0) {
				add(PLAIN, "/");
			}
			String measure = number.measures().get(i);
			add((chosen.isEmpty() || chosen.equals(measure)) ? PLAIN : STRUCK, measure);
		}
	}

	private void add(String kind, String text) {
		if (!text.isEmpty()) {
			this.pieces.add(piece(kind, text));
		}
	}

	private static Map<String, Object> piece(String kind, String text) {
		return Map.of(PLAIN, kind.equals(PLAIN) ? text : "", FILLED, kind.equals(FILLED) ? text : "", STRUCK,
				kind.equals(STRUCK) ? text : "");
	}

}
