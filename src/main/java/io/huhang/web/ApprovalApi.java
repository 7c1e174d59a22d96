package io.huhang.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.huhang.approval.Way;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Problem;
import io.huhang.draft.Draft;
import io.huhang.draft.Drafts;
import io.huhang.organization.Person;
import io.huhang.recommendation.Approval;
import io.huhang.recommendation.CapRule;
import io.huhang.recommendation.CheckSheets;
import io.huhang.recommendation.EarlierVersion;
import io.huhang.recommendation.EarlierVersions;
import io.huhang.recommendation.ListApprovals;
import io.huhang.recommendation.ListDecisions.Step;
import io.huhang.recommendation.ListPapers;
import io.huhang.recommendation.ListReviews;
import io.huhang.recommendation.RankedList;
import io.huhang.recommendation.RankedLists;
import io.huhang.recommendation.SigningSheet;
import io.huhang.recommendation.SigningSheets;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Behind approveRecommendation.html: who approves decides, the officer records paper. */
@RestController
@RequestMapping("/api/tasks/{taskId}/approval")
class ApprovalApi {

	private final Access access;

	private final RankedLists lists;

	private final ListApprovals approvals;

	private final ListPapers papers;

	private final SigningSheets sheets;

	private final EarlierVersions earlier;

	private final ListReviews reviews;

	private final Drafts drafts;

	private final CheckSheets checks;

	private final CapRule rule;

	ApprovalApi(Access access, RankedLists lists, ListApprovals approvals, ListPapers papers, SigningSheets sheets,
			EarlierVersions earlier, ListReviews reviews, Drafts drafts, CheckSheets checks, CapRule rule) {
		this.access = access;
		this.lists = lists;
		this.approvals = approvals;
		this.papers = papers;
		this.sheets = sheets;
		this.earlier = earlier;
		this.reviews = reviews;
		this.drafts = drafts;
		this.checks = checks;
		this.rule = rule;
	}

	/**
	 * What the form shows when it opens.
	 *
	 * @param earlier the version that was decided on before; null for the first
	 */
	record Sheet(String number, int listVersion, String deadline, int cap, boolean exceeded, String capNotice, Way way,
			String rankedAt, SigningSheet list, Map<String, Integer> scores, String print, String annex3,
			EarlierVersion earlier, List<String> signers, String earliest, FileView scan, int version,
			Approval approval) {
	}

	/** The decision as typed, over the version that the form was loaded with. */
	record ApprovalSave(int version, Approval approval) {

		ApprovalSave {
			Objects.requireNonNull(approval);
		}

	}

	@GetMapping
	Sheet open(@PathVariable String taskId, Person person) {
		String number = number(taskId, person);
		RankedList list = this.lists.latest(number);
		Way way = Way.of(person.role());
		Optional<Draft> draft = this.drafts.find(number, ListApprovals.form(list.version(), way));
		return new Sheet(number, list.version(), this.reviews.deadline(number), this.rule.cap(),
				this.rule.isExceeded(list.ranking()), this.rule.notice(), way, ChineseDates.minute(list.frozenAt()),
				this.sheets.of(number), this.checks.totals(person.organization()),
				"/recommendations/" + number + "/signing-sheet", "/recommendations/" + number + "/annex3-preview",
				this.earlier.of(number, EarlierVersions.ANY).orElse(null), this.papers.signers(number, Step.APPROVE),
				ChineseDates.day(this.papers.earliest(number, Step.APPROVE)),
				this.papers.scan(number, Step.APPROVE).map(FileView::of).orElse(null),
				draft.map(Draft::version).orElse(0), this.approvals.draft(number, way));
	}

	@PutMapping("/draft")
	SavedDraft save(@PathVariable String taskId, @RequestBody ApprovalSave save, Person person) {
		String number = number(taskId, person);
		String form = ListApprovals.form(this.lists.latest(number).version(), Way.of(person.role()));
		return SavedDraft.of(this.drafts.save(number, form, save.version(), save.approval(), person.id()));
	}

	@PostMapping("/check")
	List<Problem> check(@PathVariable String taskId, Person person) {
		return this.approvals.check(number(taskId, person), person);
	}

	private String number(String taskId, Person person) {
		return this.access.task(taskId, person, ListApprovals.FORM).number();
	}

}
