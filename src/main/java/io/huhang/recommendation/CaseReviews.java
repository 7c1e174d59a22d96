package io.huhang.recommendation;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.huhang.application.CaseApplication;
import io.huhang.application.CaseApplications;
import io.huhang.application.Filings;
import io.huhang.application.Revision;
import io.huhang.application.Revisions;
import io.huhang.approval.Verdict;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.Levels;
import io.huhang.recommendation.Review.Step;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** An authority's decisions about a case, each with the letter that tells of it. */
@Component
public class CaseReviews {

	private final CaseApplications cases;

	private final Revisions revisions;

	private final Filings filings;

	private final Reviews reviews;

	private final Levels levels;

	private final ClosingDates closingDates;

	private final Announcements announcements;

	private final CaseChecks checks;

	private final CorrectionRounds rounds;

	CaseReviews(CaseApplications cases, Revisions revisions, Filings filings, Reviews reviews, Levels levels,
			ClosingDates closingDates, Announcements announcements, CaseChecks checks, CorrectionRounds rounds) {
		this.cases = cases;
		this.revisions = revisions;
		this.filings = filings;
		this.reviews = reviews;
		this.levels = levels;
		this.closingDates = closingDates;
		this.announcements = announcements;
		this.checks = checks;
		this.rounds = rounds;
	}

	/** 网上预审: may be sealed, or returned with what must be corrected. */
	@Transactional
	public void preCheck(String taskId, String caseNumber, Verdict decided, String userId) {
		Verdict verdict = this.checks.settle(taskId, this.cases.lock(caseNumber), Step.PRE_CHECK, decided);
		record(taskId, caseNumber, Step.PRE_CHECK, verdict, userId);
		boolean passed = Verdict.PASS.equals(verdict.decision());
		this.announcements.tellApplicant(passed ? "case-pre-check-passed" : "case-pre-check-returned", caseNumber,
				taskId, reasonUntil(caseNumber, verdict));
	}

	/** 审核: pass, return for a correction, or not accept. */
	@Transactional
	public void check(String taskId, String caseNumber, Verdict decided, String userId) {
		CaseApplication application = this.cases.lock(caseNumber);
		requireOther(caseNumber, Step.CHECK, userId);
		Verdict verdict = this.checks.settle(taskId, application, Step.CHECK, decided);
		record(taskId, caseNumber, checkStep(caseNumber, verdict), verdict, userId);
		switch (verdict.decision()) {
			case Verdict.RETURN ->
				this.announcements.tellApplicant("case-returned", caseNumber, taskId, reasonUntil(caseNumber, verdict));
			case Verdict.REFUSE -> {
				this.cases.close(caseNumber);
				this.announcements.tellApplicant("case-refused", caseNumber, taskId,
						Announcements.reason(verdict.reason()));
			}
			default -> {
				// A pass goes to the head; the applicant hears when the authority has
				// decided.
			}
		}
	}

	// What the officer decides is recorded with the levels of that moment: a later change
	// moves no case.
	private Step checkStep(String caseNumber, Verdict verdict) {
		boolean reviewed = this.levels.of(this.cases.get(caseNumber).authority()).reviewsCases();
		return (reviewed || !Verdict.PASS.equals(verdict.decision())) ? Step.CHECK : Step.CHECK_AND_REVIEW;
	}

	/** 复核: agree, or send back to the officer. */
	@Transactional
	public void review(String taskId, String caseNumber, Verdict verdict, String userId) {
		this.cases.lock(caseNumber);
		requireOther(caseNumber, Step.REVIEW, userId);
		verdict.require(Verdict.PASS, Verdict.RETURN);
		record(taskId, caseNumber, Step.REVIEW, verdict, userId);
	}

	/** Everything that stands against this person's 复核 as typed. */
	public List<Problem> problems(String caseNumber, ReviewDraft draft, String userId) {
		return Stream
			.concat(objection(caseNumber, Step.REVIEW, userId).stream(),
					draft.verdict().problem(Verdict.PASS, Verdict.RETURN).stream())
			.toList();
	}

	/** Why this person may not take this step of the newest revision; empty if it may. */
	public Optional<Problem> objection(String caseNumber, Step step, String userId) {
		return OwnWorkRule.check(this.reviews.of(caseNumber), this.revisions.newest(caseNumber), step, userId);
	}

	private void requireOther(String caseNumber, Step step, String userId) {
		objection(caseNumber, step, userId).ifPresent(problem -> {
			throw new RefusedException(List.of(problem));
		});
	}

	/** Tells both sides that a sealed revision has been filed. */
	@Transactional
	public void announceFiling(String caseNumber) {
		String filedAt = this.filings.filedAt(caseNumber).map(ChineseDates::minute).orElseThrow();
		CaseApplication application = this.cases.get(caseNumber);
		Revision revision = this.revisions.latest(caseNumber).orElseThrow();
		String step = "r" + revision.revision();
		this.announcements.tellApplicant("case-filed", application, step,
				Map.of("filedAt", filedAt, "revision", revision.revision(), "fingerprint", revision.fingerprint()));
		this.announcements.tellOfficers("case-to-check", application, step,
				Map.of("deadline", this.closingDates.ofCheck(caseNumber)));
	}

	private void record(String taskId, String caseNumber, Step step, Verdict verdict, String userId) {
		CaseApplication application = this.cases.lock(caseNumber);
		this.reviews.record(taskId, application.authority(), caseNumber, this.revisions.newest(caseNumber), step,
				verdict, userId);
	}

	private Map<String, Object> reasonUntil(String caseNumber, Verdict verdict) {
		Instant closing = this.closingDates.of(caseNumber);
		Map<String, Object> details = new HashMap<>(
				Announcements.closing(closing, this.closingDates.daysLeft(closing)));
		details.putAll(Announcements.reason(verdict.reason()));
		details.put("corrections", Verdict.RETURN.equals(verdict.decision())
				? this.rounds.asked(caseNumber, this.revisions.newest(caseNumber)) : List.of());
		return details;
	}

}
