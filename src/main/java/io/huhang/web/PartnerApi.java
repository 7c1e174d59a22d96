package io.huhang.web;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.huhang.approval.PartnerOpinion;
import io.huhang.approval.Way;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Problem;
import io.huhang.draft.Draft;
import io.huhang.draft.Drafts;
import io.huhang.organization.Person;
import io.huhang.process.Tasks.WorkItem;
import io.huhang.recommendation.EarlierVersion;
import io.huhang.recommendation.EarlierVersions;
import io.huhang.recommendation.ListDecisions.Step;
import io.huhang.recommendation.ListPapers;
import io.huhang.recommendation.ListReviews;
import io.huhang.recommendation.PartnerReviews;
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

/** Behind commentRanking.html and consentRanking.html: 会签 of a joint list (C14). */
@RestController
@RequestMapping("/api/tasks/{taskId}/opinion")
class PartnerApi {

	private final Access access;

	private final RankedLists lists;

	private final PartnerReviews partners;

	private final ListPapers papers;

	private final SigningSheets sheets;

	private final EarlierVersions earlier;

	private final ListReviews reviews;

	private final Drafts drafts;

	private final Campaign campaign;

	PartnerApi(Access access, RankedLists lists, PartnerReviews partners, ListPapers papers, SigningSheets sheets,
			EarlierVersions earlier, ListReviews reviews, Drafts drafts, Campaign campaign) {
		this.access = access;
		this.lists = lists;
		this.partners = partners;
		this.papers = papers;
		this.sheets = sheets;
		this.earlier = earlier;
		this.reviews = reviews;
		this.drafts = drafts;
		this.campaign = campaign;
	}

	/**
	 * What the form shows when it opens.
	 *
	 * @param fingerprint of the version that is shown: what a consent names
	 * @param earlier the version that this authority gave its opinion about before; else
	 * null
	 * @param paper what an officer needs who records a consent given on paper; else null
	 */
	record Sheet(String number, int listVersion, String fingerprint, String deadline, int cap, String rankedAt,
			SigningSheet list, String annex3, EarlierVersion earlier, PaperSheet paper, int version,
			PartnerOpinion opinion) {
	}

	/** What is printed, who may sign it from when on, and what is scanned so far. */
	record PaperSheet(String print, List<String> signers, String earliest, FileView scan) {
	}

	/** The opinion as typed, over the version that the form was loaded with. */
	record OpinionSave(int version, PartnerOpinion opinion) {

		OpinionSave {
			Objects.requireNonNull(opinion);
		}

	}

	@GetMapping
	Sheet open(@PathVariable String taskId, Person person) {
		WorkItem item = item(taskId, person);
		String number = item.number();
		RankedList list = this.lists.latest(number);
		Way way = PartnerReviews.way(item.form(), person);
		Optional<Draft> draft = this.drafts.find(number, PartnerReviews.form(item.form(), list.version(), way));
		return new Sheet(number, list.version(), list.fingerprint(), this.reviews.deadline(number),
				this.campaign.recommendationCap(), ChineseDates.minute(list.frozenAt()), this.sheets.of(number),
				"/recommendations/" + number + "/annex3-preview",
				this.earlier.of(number, EarlierVersions.PARTNERS).orElse(null),
				(way == Way.PAPER) ? paper(number) : null, draft.map(Draft::version).orElse(0),
				this.partners.draft(number, item.form(), person));
	}

	private PaperSheet paper(String number) {
		return new PaperSheet("/recommendations/" + number + "/signing-sheet",
				this.papers.signers(number, Step.CONSENT), ChineseDates.day(this.papers.earliest(number, Step.CONSENT)),
				this.papers.scan(number, Step.CONSENT).map(FileView::of).orElse(null));
	}

	@PutMapping("/draft")
	SavedDraft save(@PathVariable String taskId, @RequestBody OpinionSave save, Person person) {
		WorkItem item = item(taskId, person);
		String form = PartnerReviews.form(item.form(), this.lists.latest(item.number()).version(),
				PartnerReviews.way(item.form(), person));
		return SavedDraft.of(this.drafts.save(item.number(), form, save.version(), save.opinion(), person.id()));
	}

	@PostMapping("/check")
	List<Problem> check(@PathVariable String taskId, Person person) {
		WorkItem item = item(taskId, person);
		return this.partners.check(item.number(), item.form(), person);
	}

	private WorkItem item(String taskId, Person person) {
		return this.access.task(taskId, person, PartnerReviews.COMMENT, PartnerReviews.CONSENT);
	}

}
