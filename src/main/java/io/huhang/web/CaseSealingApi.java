package io.huhang.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.huhang.application.CaseDossier;
import io.huhang.application.Filings;
import io.huhang.application.Revision;
import io.huhang.application.Revisions;
import io.huhang.application.SealedScans;
import io.huhang.application.Sealing;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Problem;
import io.huhang.draft.Draft;
import io.huhang.draft.Drafts;
import io.huhang.organization.Person;
import io.huhang.recommendation.ClosingDates;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Behind submitSealedCase.html. */
@RestController
@RequestMapping("/api/tasks/{taskId}/case-sealing")
class CaseSealingApi {

	private final Access access;

	private final Revisions revisions;

	private final Filings filings;

	private final CaseDossier dossier;

	private final SealedScans scans;

	private final Drafts drafts;

	private final ClosingDates closingDates;

	private final DraftEditors editors;

	private final ColleagueTask colleagues;

	CaseSealingApi(Access access, Revisions revisions, Filings filings, CaseDossier dossier, SealedScans scans,
			Drafts drafts, ClosingDates closingDates, DraftEditors editors, ColleagueTask colleagues) {
		this.access = access;
		this.revisions = revisions;
		this.filings = filings;
		this.dossier = dossier;
		this.scans = scans;
		this.drafts = drafts;
		this.closingDates = closingDates;
		this.editors = editors;
		this.colleagues = colleagues;
	}

	/** What the form shows when it opens. */
	record Sheet(String number, int revision, String fingerprint, String caseName, String unitName, String deadline,
			long millisLeft, int version, String savedAt, String savedBy, String holder, Sealing sealing,
			List<FileView> documents, List<FileView> scans, int printedPages, int scannedPages) {
	}

	/** Ticks as set, over the version that the form was loaded with. */
	record SealingSave(int version, Sealing sealing) {

		SealingSave {
			Objects.requireNonNull(sealing);
		}

	}

	@GetMapping
	Sheet open(@PathVariable String taskId, Person person) {
		String number = number(taskId, person);
		Revision revision = this.revisions.latest(number).orElseThrow();
		Optional<Draft> draft = this.drafts.find(number, Filings.form(revision.revision()));
		return new Sheet(number, revision.revision(), revision.shortFingerprint(), revision.form().caseName(),
				revision.form().unitName(), ChineseDates.deadline(this.closingDates.of(number)),
				this.closingDates.millisLeft(this.closingDates.of(number)), draft.map(Draft::version).orElse(0),
				draft.map(saved -> ChineseDates.minute(saved.savedAt())).orElse(""), this.editors.of(draft, person),
				this.colleagues.holder(number, person), this.filings.sealing(number),
				this.dossier.of(number, revision.revision()).stream().map(FileView::of).toList(),
				this.scans.of(number, revision.revision()).stream().map(FileView::of).toList(),
				this.scans.printed(number, revision.revision()), this.scans.pages(number, revision.revision()));
	}

	@PutMapping("/draft")
	SavedDraft save(@PathVariable String taskId, @RequestBody SealingSave save, Person person) {
		String number = number(taskId, person);
		int revision = this.revisions.latest(number).orElseThrow().revision();
		return SavedDraft
			.of(this.drafts.save(number, Filings.form(revision), save.version(), save.sealing(), person.id()));
	}

	@PostMapping("/check")
	List<Problem> check(@PathVariable String taskId, Person person) {
		String number = number(taskId, person);
		List<Problem> problems = new ArrayList<>(this.access.submitter(number, person));
		problems.addAll(this.filings.check(number, this.closingDates.of(number)));
		return problems;
	}

	private String number(String taskId, Person person) {
		return this.access.task(taskId, person, Filings.FORM).number();
	}

}
