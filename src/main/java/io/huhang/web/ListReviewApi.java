package io.huhang.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Problem;
import io.huhang.draft.Draft;
import io.huhang.draft.Drafts;
import io.huhang.organization.Authorities;
import io.huhang.organization.Person;
import io.huhang.recommendation.CapRule;
import io.huhang.recommendation.CheckSheets;
import io.huhang.recommendation.EarlierVersion;
import io.huhang.recommendation.EarlierVersions;
import io.huhang.recommendation.ListReviews;
import io.huhang.recommendation.RankedList;
import io.huhang.recommendation.RankedLists;
import io.huhang.recommendation.Recommendation;
import io.huhang.recommendation.Recommendations;
import io.huhang.recommendation.ReviewDraft;
import io.huhang.recommendation.SigningSheet;
import io.huhang.recommendation.SigningSheets;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Behind reviewRanking.html: the head reads the whole list and decides about it. */
@RestController
@RequestMapping("/api/tasks/{taskId}/list-review")
class ListReviewApi {

	private final Access access;

	private final Recommendations recommendations;

	private final RankedLists lists;

	private final ListReviews reviews;

	private final SigningSheets sheets;

	private final EarlierVersions earlier;

	private final CheckSheets checks;

	private final CapRule rule;

	private final Authorities authorities;

	private final Drafts drafts;

	ListReviewApi(Access access, Recommendations recommendations, RankedLists lists, ListReviews reviews,
			SigningSheets sheets, EarlierVersions earlier, CheckSheets checks, CapRule rule, Authorities authorities,
			Drafts drafts) {
		this.access = access;
		this.recommendations = recommendations;
		this.lists = lists;
		this.reviews = reviews;
		this.sheets = sheets;
		this.earlier = earlier;
		this.checks = checks;
		this.rule = rule;
		this.authorities = authorities;
		this.drafts = drafts;
	}

	/**
	 * What the form shows when it opens.
	 *
	 * @param next what follows on an agreement: of a joint list the partner's consent
	 * @param earlier the version that was decided on before; null for the first
	 * @param barred why this person may not decide; empty if it may
	 */
	record Sheet(String number, int listVersion, String deadline, int cap, String rankedAt, SigningSheet list,
			Map<String, Integer> scores, String annex3, String next, EarlierVersion earlier, String barred, int version,
			String savedAt, ReviewDraft review) {
	}

	/** The decision as typed, over the version that the form was loaded with. */
	record ReviewSave(int version, ReviewDraft review) {

		ReviewSave {
			Objects.requireNonNull(review);
		}

	}

	@GetMapping
	Sheet open(@PathVariable String taskId, Person person) {
		String number = number(taskId, person);
		RankedList list = this.lists.latest(number);
		SigningSheet sheet = this.sheets.of(number);
		Optional<Draft> draft = this.drafts.find(number, ListReviews.form(list.version()));
		return new Sheet(number, list.version(), this.reviews.deadline(number), this.rule.cap(),
				ChineseDates.minute(list.frozenAt()), sheet, this.checks.totals(person.organization()),
				"/recommendations/" + number + "/annex3-preview", next(number, sheet.approver()),
				this.earlier.of(number, EarlierVersions.ANY).orElse(null),
				this.reviews.objection(number, person.id()).map(Problem::text).orElse(""),
				draft.map(Draft::version).orElse(0),
				draft.map(saved -> ChineseDates.minute(saved.savedAt())).orElse(""), this.reviews.draft(number));
	}

	private String next(String number, String approver) {
		Recommendation found = this.recommendations.get(number);
		return found.isJoint() ? "送%s会签，会签同意后报本单位%s签发".formatted(this.authorities.get(found.partner()).name(), approver)
				: "报%s签发".formatted(approver);
	}

	@PutMapping("/draft")
	SavedDraft save(@PathVariable String taskId, @RequestBody ReviewSave save, Person person) {
		String number = number(taskId, person);
		return SavedDraft.of(this.drafts.save(number, ListReviews.form(this.lists.latest(number).version()),
				save.version(), save.review(), person.id()));
	}

	@PostMapping("/check")
	List<Problem> check(@PathVariable String taskId, Person person) {
		return this.reviews.problems(number(taskId, person), person.id());
	}

	private String number(String taskId, Person person) {
		return this.access.task(taskId, person, ListReviews.FORM).number();
	}

}
