package io.huhang.recommendation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;

import io.huhang.application.CaseApplications;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.CampaignDates;
import io.huhang.campaign.DateMove.Scope;
import io.huhang.campaign.DateMoves;
import io.huhang.campaign.Reminders;
import io.huhang.campaign.WorkingCalendar;
import io.huhang.organization.Person;

import org.springframework.stereotype.Component;

/**
 * Until when who must act: the one place where a date of the notice becomes an instant
 * (C16).
 */
@Component
public class ClosingDates {

	private final Campaign campaign;

	private final CampaignDates dates;

	private final DateMoves moves;

	private final WorkingCalendar calendar;

	private final CaseApplications cases;

	private final Recommendations recommendations;

	private final Reviews reviews;

	private final Reopenings reopenings;

	private final Reminders reminders;

	private final Clock clock;

	ClosingDates(Campaign campaign, CampaignDates dates, DateMoves moves, WorkingCalendar calendar,
			CaseApplications cases, Recommendations recommendations, Reviews reviews, Reopenings reopenings,
			Reminders reminders, Clock clock) {
		this.campaign = campaign;
		this.dates = dates;
		this.moves = moves;
		this.calendar = calendar;
		this.cases = cases;
		this.recommendations = recommendations;
		this.reviews = reviews;
		this.reopenings = reopenings;
		this.reminders = reminders;
		this.clock = clock;
	}

	/**
	 * The first instant that is too late for lists without a date of their own (通知二（三）).
	 */
	public Instant ofRecommendations() {
		return this.dates.deadline();
	}

	/**
	 * The first instant that is too late for this list: its own if it was opened again,
	 * also after it has missed that one too, or if one of its authorities was given
	 * longer.
	 */
	public Instant ofRecommendation(String number) {
		Instant closing = this.reopenings.closing(number).orElseGet(this::ofRecommendations);
		return this.recommendations.get(number)
			.authorities()
			.stream()
			.map(authority -> this.dates.longer(closing, authority))
			.max(Comparator.naturalOrder())
			.orElseThrow();
	}

	/** The first instant that is too late for whatever this authority reports now. */
	public Instant ofAuthority(String authority) {
		return later(this.dates.deadline(authority),
				this.recommendations.of(authority)
					.stream()
					.filter(number -> this.recommendations.get(number).live())
					.map(this::ofRecommendation)
					.max(Comparator.naturalOrder()));
	}

	/**
	 * What pages tell this person as the date of reporting: that of its own authority, of
	 * whoever else everybody's.
	 * @param reader null for somebody who is not logged in
	 */
	public Instant ofReader(Person reader) {
		return (reader != null && reader.role().isLocal()) ? ofAuthority(reader.organization()) : ofRecommendations();
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
	 * The first instant that is too late for a first filing with this authority: what it
	 * has set itself, else some working days before its list is due; never later than
	 * that.
	 */
	public Instant ofFirstFilings(String authority) {
		return this.moves.inForce(Scope.FILING, authority)
			.filter(this.dates.deadline(authority)::isAfter)
			.orElseGet(() -> endOf(this.calendar.minus(this.dates.lastDay(authority), this.campaign.localLead())));
	}

	/**
	 * The first instant that is too late for this case: a correction has its own limit,
	 * never past the date of its authority's list; its applicant may have been given
	 * longer.
	 */
	public Instant of(String caseNumber) {
		String authority = this.cases.get(caseNumber).authority();
		Instant closing = this.reviews.correction(caseNumber)
			.map(review -> limit(review.decidedAt(), this.campaign.correctionLimit(), authority))
			.orElseGet(() -> ofFirstFilings(authority));
		return later(closing, this.moves.inForce(Scope.CASE, caseNumber));
	}

	/** Whole days from now to the closing date, a begun one counted. */
	public long daysLeft(Instant closing) {
		return this.reminders.daysLeft(closing);
	}

	/** Milliseconds from now to the closing date, for a form that counts them down. */
	public long millisLeft(Instant closing) {
		return Duration.between(this.clock.instant(), closing).toMillis();
	}

	/** Until when an officer should have checked this case, which comes now. */
	public Instant ofCheck(String caseNumber) {
		return limit(this.clock.instant(), this.campaign.checkLimit(), this.cases.get(caseNumber).authority());
	}

	/** Until when a head should have reviewed this case, which comes now. */
	public Instant ofReview(String caseNumber) {
		return limit(this.clock.instant(), this.campaign.reviewLimit(), this.cases.get(caseNumber).authority());
	}

	/** Until when the bureau should have decided about a move that is proposed now. */
	public Instant ofMove() {
		Instant limit = after(this.campaign.reviewLimit());
		return limit.isBefore(ofRecommendations()) ? limit : ofRecommendations();
	}

	private Instant limit(Instant from, int workingDays, String authority) {
		LocalDate day = from.atZone(Campaign.ZONE).toLocalDate();
		Instant limit = endOf(this.calendar.plus(day, workingDays));
		Instant deadline = ofAuthority(authority);
		return limit.isBefore(deadline) ? limit : deadline;
	}

	private static Instant later(Instant closing, Optional<Instant> other) {
		return other.filter(closing::isBefore).orElse(closing);
	}

	private static Instant endOf(LocalDate day) {
		return day.plusDays(1).atStartOfDay(Campaign.ZONE).toInstant();
	}

}
