package io.huhang.application;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

import io.huhang.campaign.Campaign;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Problem;

/**
 * 通知二（一）：“2024年度推进实施、取得明显成效” (R15, C23): the work touches the year; it may have begun
 * before.
 */
class WorkPeriodRule implements Rule {

	private final int year;

	WorkPeriodRule(Campaign campaign) {
		this.year = campaign.activityYear();
	}

	@Override
	public Stream<Problem> check(CaseForm form, CaseContext context) {
		Optional<LocalDate> from = EstablishedOnRule.firstDay(form.workFrom());
		Optional<LocalDate> to = EstablishedOnRule.firstDay(form.workTo());
		Stream<Problem> unreadable = Stream.concat(unreadable(CaseField.WORK_FROM, from, form),
				unreadable(CaseField.WORK_TO, to, form));
		return Stream.concat(unreadable, from.isPresent() && to.isPresent()
				? period(from.get(), to.get(), context.today()).stream() : Stream.empty());
	}

	private static Stream<Problem> unreadable(CaseField field, Optional<LocalDate> day, CaseForm form) {
		return (field.value(form).isEmpty() || day.isPresent()) ? Stream.empty()
				: Stream.of(field.problem("不是有效的日期，请按“2024-03”或“2024-03-15”的格式填写。"));
	}

	private Optional<Problem> period(LocalDate from, LocalDate to, LocalDate today) {
		if (to.isBefore(from) && !to.equals(from.withDayOfMonth(1))) {
			return Optional.of(CaseField.WORK_TO.problem("早于实施开始时间，请核对后修改。"));
		}
		if (to.isAfter(today)) {
			return Optional.of(CaseField.WORK_TO.problem("晚于今天（%s），仍在实施的请填写至申报当月。".formatted(ChineseDates.day(today))));
		}
		if (from.getYear() > this.year || to.getYear() < this.year) {
			return Optional.of(((to.getYear() < this.year) ? CaseField.WORK_TO : CaseField.WORK_FROM)
				.problem("不在%d年度内，申报内容应为%d年度推进实施、取得明显成效的工作，请核对实施时间或改报其他案例。".formatted(this.year, this.year)));
		}
		return Optional.empty();
	}

}
