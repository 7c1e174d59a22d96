package io.huhang.web;

import java.util.List;
import java.util.Optional;

import io.huhang.application.CaseApplication;
import io.huhang.application.CaseApplications;
import io.huhang.application.CaseDossier;
import io.huhang.application.EvidencePlan;
import io.huhang.application.Filings;
import io.huhang.application.Filings.Filed;
import io.huhang.application.PrintedFields;
import io.huhang.application.Revision;
import io.huhang.application.Revisions;
import io.huhang.electronic.ScannedPaper;
import io.huhang.application.SealedScans;
import io.huhang.application.Withdrawals;
import io.huhang.application.Withdrawals.Withdrawal;
import io.huhang.campaign.ChineseDates;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.recommendation.CaseWithdrawals;
import io.huhang.recommendation.CorrectionRounds;
import io.huhang.recommendation.ListExpiry;
import io.huhang.recommendation.RequestedWithdrawals;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Reading one case. */
@Controller
class CasePages {

	private final Access access;

	private final CaseApplications cases;

	private final CaseLines lines;

	private final Revisions revisions;

	private final Filings filings;

	private final SealedScans scans;

	private final CaseDossier dossier;

	private final PrintedFields fields;

	private final CaseRecord record;

	private final DecisionLines decisions;

	private final ColleagueTask colleagueTask;

	private final AdmissionPage admissions;

	private final CorrectionRounds rounds;

	private final Withdrawals withdrawals;

	private final CaseWithdrawals withdrawing;

	private final RequestedWithdrawals requested;

	private final CheckSheetLines checkSheets;

	private final TransferPage transfer;

	private final ListExpiry expiry;

	private final SummaryPages summaries;

	CasePages(Access access, CaseApplications cases, CaseLines lines, Revisions revisions, Filings filings,
			SealedScans scans, CaseDossier dossier, PrintedFields fields, CaseRecord record, DecisionLines decisions,
			ColleagueTask colleagueTask, AdmissionPage admissions, CorrectionRounds rounds, Withdrawals withdrawals,
			CaseWithdrawals withdrawing, RequestedWithdrawals requested, CheckSheetLines checkSheets,
			TransferPage transfer, ListExpiry expiry, SummaryPages summaries) {
		this.access = access;
		this.cases = cases;
		this.lines = lines;
		this.revisions = revisions;
		this.filings = filings;
		this.scans = scans;
		this.dossier = dossier;
		this.fields = fields;
		this.record = record;
		this.decisions = decisions;
		this.colleagueTask = colleagueTask;
		this.admissions = admissions;
		this.rounds = rounds;
		this.withdrawals = withdrawals;
		this.withdrawing = withdrawing;
		this.requested = requested;
		this.checkSheets = checkSheets;
		this.transfer = transfer;
		this.expiry = expiry;
		this.summaries = summaries;
	}

	/** A piece of evidence and what it proves, in the words of the annex. */
	record EvidenceLine(String name, String link, int pages, String sizeText, String use) {
	}

	@GetMapping("/cases/{number}")
	String read(@PathVariable String number, Model model, Person person) {
		CaseApplication found = this.access.readCase(number, person);
		boolean reached = this.access.reaches(found, person);
		Revision revision = reached ? this.revisions.latest(number).orElse(null) : null;
		model.addAttribute("reached", reached);
		model.addAttribute("line", this.lines.of(found));
		model.addAttribute("revision", revision);
		boolean informed = this.access.mayReadContent(found, person);
		model.addAttribute("informed", informed);
		if (revision != null) {
			model.addAttribute("frozenAt", ChineseDates.minute(revision.frozenAt()));
		}
		if (revision != null && informed) {
			model.addAttribute("recommenders", String.join("、", this.dossier.recommenders(revision)));
			model.addAttribute("documents",
					this.dossier.of(number, revision.revision()).stream().map(FileView::of).toList());
			model.addAttribute("scan",
					this.filings.scan(number)
						.filter(scan -> this.access.mayRead(scan, person))
						.map(FileView::of)
						.orElse(null));
			model.addAttribute("scanned",
					this.scans.paper(number, revision.revision()).map(ScannedPaper::described).orElse(""));
			model.addAttribute("filed", this.filings.filed(number).isPresent());
			model.addAttribute("evidence", evidence(revision));
			model.addAttribute("waived", revision.form().evidence().waived(revision.slots()));
			model.addAttribute("fields", this.fields.of(revision.form()).entrySet());
		}
		model.addAttribute("admissions", this.admissions.of(number));
		model.addAttribute("admits", person.role() == Role.COORDINATOR && found.live());
		model.addAttribute("reviews", this.record.of(found, person, informed));
		model.addAttribute("answer", this.rounds.answer(number).orElse(null));
		model.addAttribute("asked",
				this.rounds.returned(number)
					.filter(review -> informed)
					.map(review -> this.rounds.asked(number, review.revision()))
					.orElse(List.of()));
		model.addAttribute("withdrawable", person.role() == Role.APPLICANT && this.withdrawing.isOpen(found));
		boolean asked = this.requested.isAsked(found);
		model.addAttribute("askable", person.role() == Role.APPLICANT && this.requested.isPossible(found));
		model.addAttribute("withdrawalAsked", asked);
		model.addAttribute("withdrawalAnswerable", asked && this.requested.mayAnswer(found, person));
		Optional<Withdrawal> withdrawal = this.withdrawals.find(number);
		model.addAttribute("withdrawn", withdrawal.map(one -> ChineseDates.minute(one.at())).orElse(null));
		model.addAttribute("withdrawnBecause", withdrawal.filter(one -> informed).map(Withdrawal::reason).orElse(""));
		model.addAttribute("missed", this.expiry.awaited(found).orElse(null));
		model.addAttribute("shared", this.colleagueTask.of(number, person));
		model.addAttribute("transfers", this.transfer.of(found, person));
		model.addAttribute("transferable", this.transfer.isOpen(number, person));
		model.addAttribute("sheets", this.checkSheets.of(found, person));
		model.addAttribute("summaryNote", informed ? this.summaries.note(found, person).orElse(null) : null);
		model.addAttribute("decisions", this.record.ofItsList(found, person));
		return "case";
	}

	@GetMapping("/cases/{number}/receipt")
	String receipt(@PathVariable String number, Model model, Person person) {
		CaseApplication found = this.access.readCase(number, person);
		Filed filed = this.filings.filed(number).orElseThrow(MissingException::new);
		model.addAttribute("line", this.lines.of(found));
		model.addAttribute("revision", this.revisions.get(number, filed.revision()));
		model.addAttribute("filedAt", ChineseDates.minute(filed.at()));
		model.addAttribute("filedBy", this.decisions.name(filed.by()));
		model.addAttribute("scan", FileView.of(filed.scan()));
		return "receipt";
	}

	private static List<EvidenceLine> evidence(Revision revision) {
		EvidencePlan plan = revision.form().evidence();
		return revision.evidence().stream().map(file -> {
			FileView view = FileView.of(file);
			String use = revision.slots().isEmpty() ? "" : plan.described(file, revision.slots());
			return new EvidenceLine(view.name(), view.link(), view.pages(), view.sizeText(), use);
		}).toList();
	}

}
