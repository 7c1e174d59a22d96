package io.huhang.application;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.stream.Stream;

import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Problem;

/** 附件1 一“成立时间” (R35): a day or a month, not after the filing. */
class EstablishedOnRule implements Rule {

	// Older than any enterprise in the country: a slip of the keyboard such as 0219.
	private static final int EARLIEST_YEAR = 1800;

	@Override
	public Stream<Problem> check(CaseForm form, CaseContext context) {
		if (form.establishedOn().isEmpty()) {
			return Stream.empty();
		}
		LocalDate limit = ChineseDates.iso(form.filingDate()).orElse(context.today());
		return firstDay(form.establishedOn()).map(day -> fault(day, limit))
			.orElse(Optional.of("不是有效的日期，请按“2019-03-15”或“2019-03”的格式填写。"))
			.map(CaseField.ESTABLISHED_ON::problem)
			.stream();
	}

	private static Optional<String> fault(LocalDate day, LocalDate limit) {
		if (day.isAfter(limit)) {
			return Optional.of("晚于申报日期（%s），请对照营业执照修改。".formatted(ChineseDates.day(limit)));
		}
		return (day.getYear() >= EARLIEST_YEAR) ? Optional.empty()
				: Optional.of("的年份为%d年，请对照营业执照修改。".formatted(day.getYear()));
	}

	/**
	 * The day, or the first of the month, that this text names; empty for any other text.
	 */
	static Optional<LocalDate> firstDay(String text) {
		return ChineseDates.iso(text).or(() -> {
			try {
				return Optional.of(YearMonth.parse(text).atDay(1));
			}
			catch (DateTimeException ex) {
				return Optional.empty();
			}
		});
	}

}
