package io.huhang.campaign;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;

/**
 * A day as somebody typed it into a form, which sends ISO days.
 *
 * @param name what it is the day of, as the message calls it
 * @param typed what was typed; empty for nothing
 */
public record TypedDay(String name, String typed) {

	/**
	 * What is wrong with it, as a sentence; empty for a day that passes the rule.
	 * @param demand what is said when nothing was typed
	 * @param rule what may be wrong with a day
	 */
	public Optional<String> fault(String demand, Function<LocalDate, Optional<String>> rule) {
		String text = this.typed.strip();
		if (text.isEmpty()) {
			return Optional.of(demand);
		}
		return ChineseDates.iso(text)
			.map(rule)
			.orElseGet(() -> Optional.of("%s“%s”不是有效日期，请按2024-12-31的格式填写。".formatted(this.name, text)));
	}

}
