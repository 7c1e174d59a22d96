package io.huhang.recommendation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

import io.huhang.campaign.Campaign;
import io.huhang.campaign.Reminders;
import io.huhang.campaign.WorkingCalendar;
import io.huhang.recommendation.Reopenings.Missed;

import org.springframework.stereotype.Component;

/**
 * Until when who must act: the one place where a date of the notice becomes an instant
 * (C16).
 */
@Component
public class ClosingDates {

	private final Campaign campaign;

	private final WorkingCalendar calendar;

	private final Reviews reviews;

	private final Reopenings reopenings;

	private final Reminders reminders;

	private final Clock clock;

	ClosingDates(Campaign campaign, WorkingCalendar calendar, Reviews reviews, Reopenings reopenings,
			Reminders reminders, Clock clock) {
		this.campaign = campaign;
		this.calendar = calendar;
		this.reviews = reviews;
		this.reopenings = reopenings;
		this.reminders = reminders;
		this.clock = clock;
	}

	/**
	 * The first instant that is too late for lists that were never opened again (通知二（三）).
	 */
	public Instant ofRecommendations() {
		return this.campaign.deadline().toInstant();
	}

	/**
	 * The first instant that is too late for this list: its own if it was opened again.
	 */
	public Instant ofRecommendation(String number) {
		return this.reopenings.newest(number).flatMap(Missed::closing).orElseGet(this::ofRecommendations);
	}

	/** Until when the bureau decides whether a list that expires now is opened again. */
	public Instant ofReopening() {
		return after(this.campaign.reopeningLimit());
	}

	/** The last instant until which a list may be opened again now. */
	public Instant latestReopening() {
		return after(this.campaign.reopeningSpan());
	}

	private Instant after(int workingDays) {
		return endOf(this.calendar.plus(LocalDate.now(this.clock), workingDays));
	}

	/**
	 * The first instant that is too late for a first filing with an authority: some
	 * working days earlier.
	 */
	public Instant ofFirstFilings() {
		return endOf(this.calendar.minus(this.campaign.lastDay(), this.campaign.localLead()));
	}

	/**
	 * The first instant that is too late for this case: a correction has its own limit,
	 * never past the deadline.
	 */
	public Instant of(String caseNumber) {
		return this.reviews.correction(caseNumber)
			.map(review -> correctionLimit(review.decidedAt()))
			.orElseGet(this::ofFirstFilings);
	}

	/** Whole days from now to the closing date, a begun one counted. */
	public long daysLeft(Instant closing) {
		return this.reminders.daysLeft(closing);
	}

	/** Until when an officer should have checked what comes now. */
	public Instant ofCheck() {
		return limit(this.clock.instant(), this.campaign.checkLimit());
	}

	/** Until when a head should have reviewed what comes now. */
	public Instant ofReview() {
		return limit(this.clock.instant(), this.campaign.reviewLimit());
	}

	private Instant correctionLimit(Instant returnedAt) {
		return limit(returnedAt, this.campaign.correctionLimit());
	}

	private Instant limit(Instant from, int workingDays) {
		LocalDate day = from.atZone(Campaign.ZONE).toLocalDate();
		Instant limit = endOf(this.calendar.plus(day, workingDays));
		return limit.isBefore(ofRecommendations()) ? limit : ofRecommendations();
	}

	private static Instant endOf(LocalDate day) {
		return day.plusDays(1).atStartOfDay(Campaign.ZONE).toInstant();
	}

}
