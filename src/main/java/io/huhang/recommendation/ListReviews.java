package io.huhang.recommendation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.huhang.application.CaseApplication;
import io.huhang.application.CaseApplications;
import io.huhang.approval.Verdict;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.draft.Drafts;
import io.huhang.organization.Authorities;
import io.huhang.organization.Authority;
import io.huhang.organization.Levels;
import io.huhang.recommendation.ListDecisions.Step;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An authority's decisions about its list and what follows from them, each with the
 * letter that tells of it.
 */
@Component
public class ListReviews {

	/** The form whose answers become the head's decision. */
	public static final String FORM = "reviewRanking";

	private final Recommendations recommendations;

	private final RankedLists lists;

	private final OtherLists otherLists;

	private final ListDecisions decisions;

	private final ListOwnWork ownWork;

	private final Levels levels;

	private final ClosingDates closingDates;

	private final Announcements announcements;

	private final CaseApplications cases;

	private final ElectronicDelivery delivery;

	private final Drafts drafts;

	private final Authorities authorities;

	ListReviews(Recommendations recommendations, RankedLists lists, OtherLists otherLists, ListDecisions decisions,
			ListOwnWork ownWork, Levels levels, ClosingDates closingDates, Announcements announcements,
			CaseApplications cases, ElectronicDelivery delivery, Drafts drafts, Authorities authorities) {
		this.recommendations = recommendations;
		this.lists = lists;
		this.otherLists = otherLists;
		this.decisions = decisions;
		this.ownWork = ownWork;
		this.levels = levels;
		this.closingDates = closingDates;
		this.announcements = announcements;
		this.cases = cases;
		this.delivery = delivery;
		this.drafts = drafts;
		this.authorities = authorities;
	}

	/** The draft form of a version, so that a new one begins with no decision. */
	public static String form(int version) {
		return FORM + "-v" + version;
	}

	/** What has been typed so far about the newest version. */
	public ReviewDraft draft(String number) {
		return this.drafts.read(number, form(this.lists.latest(number).version()), ReviewDraft.class,
				ReviewDraft.empty());
	}

	/** Everything that stands against this person's 复核 as typed. */
	public List<Problem> problems(String number, String userId) {
		return Stream
			.concat(objection(number, userId).stream(),
					draft(number).verdict().problem(Verdict.PASS, Verdict.RETURN).stream())
			.toList();
	}

	/** Why this person may not review the newest version; empty if it may. */
	public Optional<Problem> objection(String number, String userId) {
		return this.ownWork.objection(number, Step.REVIEW, userId);
	}

	/** 复核: the head's decision about the newest version. */
	@Transactional
	public void review(String taskId, String number, Verdict verdict, String userId) {
		verdict.require(Verdict.PASS, Verdict.RETURN);
		this.recommendations.lock(number);
		objection(number, userId).ifPresent(problem -> {
			throw new RefusedException(List.of(problem));
		});
		this.decisions.record(taskId, number, Step.REVIEW, verdict, userId);
	}

	/**
	 * Sends the contacts of the notice annex 3, the manifest and a link to the package
	 * (R22).
	 */
	@Transactional
	public void tellContacts(String number) {
		this.delivery.send(number);
	}

	/** The cases on the list that has left, with a letter to each applicant. */
	@Transactional
	public List<String> announceRecommended(String number) {
		List<String> recommended = this.lists.latest(number).ranking().recommended();
		String names = this.authorities.names(this.recommendations.get(number).authorities());
		recommended.forEach(caseNumber -> this.announcements.tellApplicant("case-recommended", caseNumber, number,
				Map.of("authorityName", names)));
		return recommended;
	}

	/**
	 * The passed cases of the authority that are not on a list that has left, and that no
	 * other open list can take; each ends with a letter.
	 */
	@Transactional
	public List<String> closeNotRecommended(String number, boolean overdue) {
		List<String> recommended = overdue ? List.of() : this.lists.latest(number).ranking().recommended();
		List<String> others = this.recommendations.candidatesOf(number)
			.stream()
			.filter(found -> !this.otherLists.isOpenFor(found.authority(), number))
			.map(CaseApplication::number)
			.filter(caseNumber -> !recommended.contains(caseNumber))
			.toList();
		others.forEach(caseNumber -> {
			this.cases.close(caseNumber);
			this.announcements.tellApplicant("case-not-recommended", caseNumber, number, Map.of("overdue", overdue));
		});
		return others;
	}

	/** When a list of this authority must have left, as people read it. */
	public String deadline(Authority authority) {
		return ChineseDates.deadline(this.closingDates.ofAuthority(authority.key()));
	}

	/** Milliseconds until then, for a form that counts them down. */
	public long millisLeft(String number) {
		return this.closingDates.millisLeft(this.closingDates.ofRecommendation(number));
	}

	/** When this list must have left, as people read it. */
	public String deadline(String number) {
		return ChineseDates.deadline(this.closingDates.ofRecommendation(number));
	}

}
