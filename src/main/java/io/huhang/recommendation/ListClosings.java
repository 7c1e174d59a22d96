package io.huhang.recommendation;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import io.huhang.application.CaseApplications;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of cases when no list can take them any more: they end as 未推荐 (通知二（二）,
 * 二（三）).
 */
@Component
public class ListClosings {

	private final Recommendations recommendations;

	private final OtherLists otherLists;

	private final Dispatches dispatches;

	private final ClosingDates closingDates;

	private final CaseApplications cases;

	private final Announcements announcements;

	private final Clock clock;

	ListClosings(Recommendations recommendations, OtherLists otherLists, Dispatches dispatches,
			ClosingDates closingDates, CaseApplications cases, Announcements announcements, Clock clock) {
		this.recommendations = recommendations;
		this.otherLists = otherLists;
		this.dispatches = dispatches;
		this.closingDates = closingDates;
		this.cases = cases;
		this.announcements = announcements;
		this.clock = clock;
	}

	/** The authorities of a list that closes of which no other open list takes cases. */
	public List<String> with(String number) {
		return this.recommendations.get(number)
			.authorities()
			.stream()
			.filter(authority -> !this.otherLists.isOpenFor(authority, number))
			.toList();
	}

	/**
	 * The authorities with live cases whose date has passed and of which no list can
	 * leave any more: none was begun, or each has left or ended.
	 */
	public List<String> passed() {
		return this.cases.authorities().stream().filter(this::isPassed).toList();
	}

	private boolean isPassed(String authority) {
		return !this.clock.instant().isBefore(this.closingDates.ofAuthority(authority))
				&& this.recommendations.of(authority).stream().noneMatch(this::mayLeave);
	}

	private boolean mayLeave(String number) {
		return this.recommendations.get(number).live() && this.dispatches.departure(number).isEmpty();
	}

	/**
	 * Ends a case with a letter.
	 * @param left whether a list has left without it
	 */
	@Transactional
	public void close(String caseNumber, boolean left) {
		this.cases.close(caseNumber);
		this.announcements.tellApplicant("case-not-recommended", caseNumber, "left-behind",
				left ? Map.of("overdue", false, "reason", "名单报送时，该案例的审核尚未完成。") : Map.of("overdue", true));
	}

	/** Whether a list of this authority has left. */
	public boolean hasLeft(String authority) {
		return this.recommendations.of(authority)
			.stream()
			.anyMatch(number -> this.dispatches.departure(number).isPresent());
	}

}
