package io.huhang.application;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

import io.huhang.campaign.Campaign;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Problem;

/**
 * 附件1 封面“申报日期” (R27): a day that has come, in or after the year whose work is reported
 * (R15).
 */
class FilingDateRule implements Rule {

	private final int activityYear;

	FilingDateRule(Campaign campaign) {
		this.activityYear = campaign.activityYear();
	}

	@Override
	public Stream<Problem> check(CaseForm form, CaseContext context) {
		if (form.filingDate().isEmpty()) {
			return Stream.empty();
		}
		return day(form.filingDate()).map(day -> fault(day, context.today()))
			.orElse(Optional.of("不是有效的日期，请按“2024-11-05”的格式填写。"))
			.map(CaseField.FILING_DATE::problem)
			.stream();
	}

	/** The day this text names, or empty for any other text. */
	static Optional<LocalDate> day(String text) {
		try {
			return Optional.of(LocalDate.parse(text));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	private Optional<String> fault(LocalDate day, LocalDate today) {
		if (day.isAfter(today)) {
			return Optional.of("为%s，晚于今天（%s），请改为不晚于今天的日期。".formatted(ChineseDates.day(day), ChineseDates.day(today)));
		}
		return (day.getYear() >= this.activityYear) ? Optional.empty()
				: Optional.of("为%s，早于本次申报的%d年度，请核对后修改。".formatted(ChineseDates.day(day), this.activityYear));
	}

}
