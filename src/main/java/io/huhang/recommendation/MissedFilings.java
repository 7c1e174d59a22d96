package io.huhang.recommendation;

import java.util.List;

import io.huhang.application.CaseApplication;
import io.huhang.application.CaseApplications;
import io.huhang.application.Revisions;
import io.huhang.campaign.DateMove.Scope;
import io.huhang.campaign.DateMoves;
import io.huhang.organization.Enterprises;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends cases that were not filed, or not corrected, in time, each with a letter (逾期未报,
 * 通知二（三）). Thousands end in one night: what all of them need is read at once.
 */
@Component
public class MissedFilings {

	private final CaseApplications cases;

	private final Revisions revisions;

	private final Reviews reviews;

	private final Enterprises enterprises;

	private final DateMoves moves;

	private final ClosingDates closingDates;

	private final Announcements announcements;

	MissedFilings(CaseApplications cases, Revisions revisions, Reviews reviews, Enterprises enterprises,
			DateMoves moves, ClosingDates closingDates, Announcements announcements) {
		this.cases = cases;
		this.revisions = revisions;
		this.reviews = reviews;
		this.enterprises = enterprises;
		this.moves = moves;
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
		List<CaseApplication> locked = this.cases.lockAll(numbers);
		this.cases.closeAll(locked);
		this.revisions.readLatestForms(numbers);
		this.reviews.readAll(numbers);
		this.enterprises.readContacts(locked.stream().map(CaseApplication::uscc).distinct().toList());
		this.moves.readInForce(Scope.CASE, numbers);
		locked.forEach(this::tell);
	}

	private void tell(CaseApplication application) {
		String number = application.number();
		this.announcements.tellApplicant(isCorrected(number) ? "case-correction-overdue" : "case-overdue", application,
				"overdue", Announcements.closing(this.closingDates.of(number), 0));
	}

	private boolean isCorrected(String number) {
		return this.reviews.correction(number).isPresent();
	}

}
