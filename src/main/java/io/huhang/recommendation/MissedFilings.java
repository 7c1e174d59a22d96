package io.huhang.recommendation;

import java.util.List;

import io.huhang.application.CaseApplications;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends cases that were not filed, or not corrected, in time, each with a letter (逾期未报,
 * 通知二（三）).
 */
@Component
public class MissedFilings {

	private final CaseApplications cases;

	private final Reviews reviews;

	private final ClosingDates closingDates;

	private final Announcements announcements;

	MissedFilings(CaseApplications cases, Reviews reviews, ClosingDates closingDates, Announcements announcements) {
		this.cases = cases;
		this.reviews = reviews;
		this.closingDates = closingDates;
		this.announcements = announcements;
	}

	/** Waits for whoever is just handing one of these cases in. */
	@Transactional
	public void lock(List<String> numbers) {
		this.cases.lockAll(numbers);
	}

	/** Ends these cases. */
	@Transactional
	public void close(List<String> numbers) {
		numbers.forEach(this::close);
	}

	private void close(String number) {
		this.cases.close(number);
		this.announcements.tellApplicant(isCorrected(number) ? "case-correction-overdue" : "case-overdue", number,
				"overdue", Announcements.closing(this.closingDates.of(number), 0));
	}

	private boolean isCorrected(String number) {
		return this.reviews.correction(number).isPresent();
	}

}
