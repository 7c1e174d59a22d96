package io.huhang.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.huhang.application.CaseApplication;
import io.huhang.application.CaseApplications;
import io.huhang.application.CaseDossier;
import io.huhang.application.Revisions;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Problem;
import io.huhang.draft.Draft;
import io.huhang.draft.Drafts;
import io.huhang.organization.Person;
import io.huhang.recommendation.CaseReviews;
import io.huhang.recommendation.Review.Step;
import io.huhang.recommendation.ReviewDraft;
import io.huhang.recommendation.Reviews;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Behind reviewCase.html: the head reads what the officer found, and decides. */
@RestController
@RequestMapping("/api/tasks/{taskId}/case-review")
class CaseReviewApi {

	private static final String FORM = "reviewCase";

	private final Access access;

	private final CaseApplications cases;

	private final Revisions revisions;

	private final CaseDossier dossier;

	private final Reviews reviews;

	private final CaseReviews caseReviews;

	private final CheckSheetLines sheets;

	private final DecisionLines decisions;

	private final Drafts drafts;

	private final Campaign campaign;

	CaseReviewApi(Access access, CaseApplications cases, Revisions revisions, CaseDossier dossier, Reviews reviews,
			CaseReviews caseReviews, CheckSheetLines sheets, DecisionLines decisions, Drafts drafts,
			Campaign campaign) {
		this.access = access;
		this.cases = cases;
		this.revisions = revisions;
		this.dossier = dossier;
		this.reviews = reviews;
		this.caseReviews = caseReviews;
		this.sheets = sheets;
		this.decisions = decisions;
		this.drafts = drafts;
		this.campaign = campaign;
	}

	/**
	 * What the form shows when it opens.
	 *
	 * @param barred why this person may not decide; empty if it may
	 */
	record Sheet(String number, int revision, String caseName, String unitName, String direction, int version,
			String savedAt, List<FileView> documents, List<DecisionLines.Line> trail, List<CheckSheetLines.View> sheets,
			String barred, ReviewDraft review) {
	}

	/** The decision as typed, over the version that the form was loaded with. */
	record ReviewSave(int version, ReviewDraft review) {

		ReviewSave {
			Objects.requireNonNull(review);
		}

	}

	@GetMapping
	Sheet open(@PathVariable String taskId, Person person) {
		CaseApplication found = this.cases.get(number(taskId, person));
		String number = found.number();
		int revision = this.revisions.newest(number);
		Optional<Draft> draft = this.drafts.find(number, form(number));
		return new Sheet(number, revision, found.caseName(), found.unitName(),
				this.campaign.direction(found.direction()).orElseThrow().name(), draft.map(Draft::version).orElse(0),
				draft.map(saved -> ChineseDates.minute(saved.savedAt())).orElse(""),
				this.dossier.of(number, revision).stream().map(FileView::of).toList(),
				this.reviews.of(number).stream().map(this.decisions::of).toList(), this.sheets.of(found, person),
				this.caseReviews.objection(number, Step.REVIEW, person.id()).map(Problem::text).orElse(""),
				draft(number));
	}

	@PutMapping("/draft")
	SavedDraft save(@PathVariable String taskId, @RequestBody ReviewSave save, Person person) {
		String number = number(taskId, person);
		return SavedDraft.of(this.drafts.save(number, form(number), save.version(), save.review(), person.id()));
	}

	@PostMapping("/check")
	List<Problem> check(@PathVariable String taskId, Person person) {
		String number = number(taskId, person);
		return this.caseReviews.problems(number, draft(number), person.id());
	}

	private ReviewDraft draft(String number) {
		return this.drafts.read(number, form(number), ReviewDraft.class, ReviewDraft.empty());
	}

	// A case may come to its head again: what was typed about an earlier round is over.
	private String form(String number) {
		return FORM + "-" + this.reviews.of(number).size();
	}

	private String number(String taskId, Person person) {
		return this.access.task(taskId, person, FORM).number();
	}

}
