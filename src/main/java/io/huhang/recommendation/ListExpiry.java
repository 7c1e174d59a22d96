package io.huhang.recommendation;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.huhang.application.CaseApplication;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.Levels;
import io.huhang.organization.Role;
import io.huhang.recommendation.Reopenings.Missed;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 逾期未报 and 重新开放: a list that has missed its closing date waits for the bureau, which
 * opens it again until a date of its own, or leaves it closed (通知二（三）).
 */
@Component
public class ListExpiry {

	private static final List<Role> EVERYONE = List.of(Role.OFFICER, Role.HEAD, Role.LEADER);

	private final Recommendations recommendations;

	private final Reopenings reopenings;

	private final ClosingDates closingDates;

	private final Reviews reviews;

	private final Levels levels;

	private final Announcements announcements;

	private final Clock clock;

	ListExpiry(Recommendations recommendations, Reopenings reopenings, ClosingDates closingDates, Reviews reviews,
			Levels levels, Announcements announcements, Clock clock) {
		this.recommendations = recommendations;
		this.reopenings = reopenings;
		this.closingDates = closingDates;
		this.reviews = reviews;
		this.levels = levels;
		this.announcements = announcements;
		this.clock = clock;
	}

	/** Records that the list has not left in time; tells its authority and the bureau. */
	@Transactional
	public void record(String number) {
		Recommendation recommendation = this.recommendations.lock(number);
		Instant missed = this.closingDates.ofRecommendation(number);
		this.reopenings.miss(number, missed);
		Map<String, Object> details = new HashMap<>(Announcements.closing(missed, 0));
		details.put("limit", this.closingDates.ofReopening());
		String step = ChineseDates.deadline(missed);
		this.levels.of(recommendation.authority())
			.reminded()
			.forEach(role -> this.announcements.tellAuthority("recommendation-overdue", number, step, role, details));
		this.announcements.tellBureau("recommendation-reopening-asked", number, step, details);
	}

	/**
	 * Opens the list again, or leaves it closed, as the bureau's head has answered.
	 * @throws RefusedException with everything that is wrong, each at its field
	 */
	@Transactional
	public void decide(String number, Reopening answer, String userId) {
		this.recommendations.lock(number);
		if (this.reopenings.open(number).isEmpty()) {
			throw new RefusedException("decision", "本名单目前没有待决定的重新开放事项，请刷新页面查看。", "通知二（三）");
		}
		List<Problem> problems = new ReopeningCheck(this.clock.instant(), this.closingDates.latestReopening())
			.problems(answer);
		if (!problems.isEmpty()) {
			throw new RefusedException(problems);
		}
		if (answer.reopens()) {
			reopen(number, ReopeningCheck.instant(answer.closing()).orElseThrow(), answer.reason(), userId);
		}
		else {
			this.reopenings.end(number, answer.reason(), userId);
		}
	}

	private void reopen(String number, Instant closing, String reason, String userId) {
		this.reopenings.reopen(number, closing, reason, userId);
		Map<String, Object> details = new HashMap<>(Announcements.closing(closing, 0));
		details.putAll(Announcements.reason(reason));
		tell("recommendation-reopened", number, ChineseDates.deadline(closing), details);
	}

	/** Whether the list was opened again. */
	public boolean isReopened(String number) {
		return this.reopenings.newest(number).filter(missed -> Reopening.REOPEN.equals(missed.decision())).isPresent();
	}

	/** Ends the list for good, where nobody has decided in time too. */
	@Transactional
	public void end(String number) {
		this.recommendations.lock(number);
		if (this.reopenings.open(number).isPresent()) {
			this.reopenings.end(number, "在规定期限内没有决定重新开放。", "system");
		}
		this.recommendations.close(number);
		tell("recommendation-not-reopened", number, "ended",
				Announcements.reason(this.reopenings.newest(number).map(Missed::reason).orElse("")));
	}

	private void tell(String kind, String number, String step, Map<String, Object> details) {
		EVERYONE.forEach(role -> this.announcements.tellAuthority(kind, number, step, role, details));
	}

	/**
	 * The date that the case's authority has missed, as people read it, while the bureau
	 * has not decided; empty for a case that does not wait for that.
	 */
	public Optional<String> awaited(CaseApplication application) {
		return !application.live() || !this.reviews.isPassed(application.number()) ? Optional.empty()
				: this.recommendations.of(application.authority())
					.stream()
					.flatMap(number -> this.reopenings.open(number).stream())
					.map(missed -> ChineseDates.deadline(missed.missed()))
					.findFirst();
	}

}
