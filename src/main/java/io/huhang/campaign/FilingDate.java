package io.huhang.campaign;

import java.time.LocalDate;
import java.util.Optional;

/**
 * 申报日期 on the cover of annexes 1 and 2 (R27, R52): a day that has come, in or after the
 * year whose work is reported (R15).
 */
public final class FilingDate {

	private FilingDate() {
	}

	/**
	 * What is wrong with it, as words that follow the name of its field; nothing is wrong
	 * with an absent one.
	 */
	public static Optional<String> fault(String typed, LocalDate today, int activityYear) {
		if (typed.isEmpty()) {
			return Optional.empty();
		}
		return ChineseDates.iso(typed)
			.map(day -> fault(day, today, activityYear))
			.orElse(Optional.of("不是有效的日期，请按“2024-11-05”的格式填写。"));
	}

	private static Optional<String> fault(LocalDate day, LocalDate today, int activityYear) {
		if (day.isAfter(today)) {
			return Optional.of("为%s，晚于今天（%s），请改为不晚于今天的日期。".formatted(ChineseDates.day(day), ChineseDates.day(today)));
		}
		return (day.getYear() >= activityYear) ? Optional.empty()
				: Optional.of("为%s，早于本次申报的%d年度，请核对后修改。".formatted(ChineseDates.day(day), activityYear));
	}

}
