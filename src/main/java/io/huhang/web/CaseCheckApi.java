package io.huhang.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.huhang.application.CaseApplication;
import io.huhang.application.CaseApplications;
import io.huhang.application.CaseDossier;
import io.huhang.application.CaseField;
import io.huhang.application.Filings;
import io.huhang.application.PrintedFields;
import io.huhang.application.Revision;
import io.huhang.application.Revisions;
import io.huhang.electronic.ScannedPaper;
import io.huhang.application.SealedScans;
import io.huhang.application.SimilarCases;
import io.huhang.approval.Verdict;
import io.huhang.attachment.StoredFile;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.Campaign.Criterion;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Problem;
import io.huhang.draft.Draft;
import io.huhang.draft.Drafts;
import io.huhang.organization.Person;
import io.huhang.process.Tasks.WorkItem;
import io.huhang.recommendation.CaseCheck;
import io.huhang.recommendation.CaseChecks;
import io.huhang.recommendation.CaseReviews;
import io.huhang.recommendation.Correction;
import io.huhang.recommendation.CorrectionRounds;
import io.huhang.recommendation.Review.Step;
import io.huhang.recommendation.Reviews;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Behind preCheckCase.html and checkCase.html: the officer reads, ticks and decides. */
@RestController
@RequestMapping("/api/tasks/{taskId}/case-check")
class CaseCheckApi {

	private final Access access;

	private final CaseApplications cases;

	private final SimilarCases similar;

	private final Revisions revisions;

	private final Filings filings;

	private final SealedScans scans;

	private final CaseDossier dossier;

	private final CaseChecks checks;

	private final CorrectionRounds rounds;

	private final PrintedFields printed;

	private final Drafts drafts;

	private final Reviews reviews;

	private final CaseReviews caseReviews;

	private final DecisionLines decisions;

	private final Campaign campaign;

	CaseCheckApi(Access access, CaseApplications cases, SimilarCases similar, Revisions revisions, Filings filings,
			SealedScans scans, CaseDossier dossier, CaseChecks checks, CorrectionRounds rounds, PrintedFields printed,
			Drafts drafts, Reviews reviews, CaseReviews caseReviews, DecisionLines decisions, Campaign campaign) {
		this.access = access;
		this.cases = cases;
		this.similar = similar;
		this.revisions = revisions;
		this.filings = filings;
		this.scans = scans;
		this.dossier = dossier;
		this.checks = checks;
		this.rounds = rounds;
		this.printed = printed;
		this.drafts = drafts;
		this.reviews = reviews;
		this.caseReviews = caseReviews;
		this.decisions = decisions;
		this.campaign = campaign;
	}

	/** What the form shows when it opens. */
	record Sheet(String number, int revision, String caseName, String unitName, int version, String savedAt,
			List<Place> places, List<FileView> documents, CorrectionRounds.Answer answer, List<Criterion> criteria,
			DecisionLines.Line returned, Alike alike, CaseCheck check) {
	}

	/**
	 * Cases with the same name or mobile (通知二（一）).
	 *
	 * @param own those of the authority itself
	 * @param elsewhere whether there are others, of which nothing more is said
	 */
	record Alike(List<String> own, boolean elsewhere) {
	}

	/**
	 * One place of the application that can be ticked, with what stands there.
	 *
	 * @param text what was typed; of a file, what it proves
	 */
	record Place(String target, String label, String text, FileView file) {
	}

	/** The check as typed, over the version that the form was loaded with. */
	record CheckSave(int version, CaseCheck check) {

		CheckSave {
			Objects.requireNonNull(check);
		}

	}

	@GetMapping
	Sheet open(@PathVariable String taskId, Person person) {
		WorkItem item = item(taskId, person);
		String number = item.number();
		Revision revision = this.revisions.latest(number).orElseThrow();
		boolean sealed = item.form().equals(CaseChecks.CHECK);
		Optional<Draft> draft = this.drafts.find(number, CaseChecks.form(item.form(), revision.revision()));
		return new Sheet(number, revision.revision(), revision.form().caseName(), revision.form().unitName(),
				draft.map(Draft::version).orElse(0),
				draft.map(saved -> ChineseDates.minute(saved.savedAt())).orElse(""), places(revision, sealed),
				this.dossier.of(number, revision.revision()).stream().map(FileView::of).toList(),
				this.rounds.answer(number).orElse(null), sealed ? this.campaign.criteria() : List.of(),
				returned(number), alike(revision), this.checks.draft(number, item.form()));
	}

	private Alike alike(Revision revision) {
		CaseApplication application = this.cases.get(revision.caseNumber());
		Map<Boolean, List<CaseApplication>> byOwn = this.similar.of(application, revision.form())
			.stream()
			.collect(Collectors.partitioningBy(found -> found.authority().equals(application.authority())));
		return new Alike(byOwn.get(true).stream().map(CaseApplication::number).toList(), !byOwn.get(false).isEmpty());
	}

	// What the head wants looked at again, until the officer has decided anew.
	private DecisionLines.Line returned(String number) {
		return this.reviews.latest(number)
			.filter(review -> review.is(Step.REVIEW, Verdict.RETURN))
			.map(this.decisions::of)
			.orElse(null);
	}

	@PutMapping("/draft")
	SavedDraft save(@PathVariable String taskId, @RequestBody CheckSave save, Person person) {
		WorkItem item = item(taskId, person);
		return SavedDraft
			.of(this.drafts.save(item.number(), CaseChecks.form(item.form(), this.revisions.newest(item.number())),
					save.version(), save.check(), person.id()));
	}

	@PostMapping("/check")
	List<Problem> check(@PathVariable String taskId, Person person) {
		WorkItem item = item(taskId, person);
		List<Problem> problems = new ArrayList<>(this.checks.check(item.number(), item.form()));
		if (item.form().equals(CaseChecks.CHECK)) {
			this.caseReviews.objection(item.number(), Step.CHECK, person.id()).ifPresent(problems::add);
		}
		return problems;
	}

	private List<Place> places(Revision revision, boolean sealed) {
		Map<String, String> texts = this.printed.of(revision.form());
		List<Place> places = new ArrayList<>();
		CaseChecks.targets(revision, sealed).forEach((target, label) -> {
			Optional<StoredFile> file = file(revision, target);
			String text = Correction.SCAN.equals(target) ? scanned(revision)
					: CaseField.EVIDENCE.key().equals(target) ? evidence(revision)
							: file.map(found -> use(revision, found)).orElseGet(() -> texts.getOrDefault(label, ""));
			places.add(new Place(target, label, text, file.map(FileView::of).orElse(null)));
		});
		return places;
	}

	private String scanned(Revision revision) {
		return this.scans.paper(revision.caseNumber(), revision.revision()).map(ScannedPaper::described).orElse("");
	}

	// As on the page of the case: why a paper is missing belongs to the evidence.
	private static String evidence(Revision revision) {
		return Stream
			.concat(Stream.of("共%d个文件".formatted(revision.evidence().size())),
					revision.form().evidence().waived(revision.slots()).stream())
			.collect(Collectors.joining("\n"));
	}

	private static String use(Revision revision, StoredFile file) {
		boolean proof = file.slot().equals(Revisions.EVIDENCE) && !revision.slots().isEmpty();
		return proof ? revision.form().evidence().described(file, revision.slots()) : "";
	}

	private Optional<StoredFile> file(Revision revision, String target) {
		return Correction.SCAN.equals(target) ? this.filings.scan(revision.caseNumber())
				: revision.evidence().stream().filter(file -> Correction.file(file.id()).equals(target)).findFirst();
	}

	private WorkItem item(String taskId, Person person) {
		return this.access.task(taskId, person, CaseChecks.PRE_CHECK, CaseChecks.CHECK);
	}

}
