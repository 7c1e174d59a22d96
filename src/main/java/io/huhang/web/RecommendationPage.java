package io.huhang.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import io.huhang.application.CaseApplications;
import io.huhang.attachment.Attachments;
import io.huhang.attachment.StoredFile;
import io.huhang.campaign.ChineseDates;
import io.huhang.organization.Authorities;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.process.Progress;
import io.huhang.recommendation.Dispatches;
import io.huhang.recommendation.ListDecisions;
import io.huhang.recommendation.ListDossier;
import io.huhang.recommendation.ListPapers;
import io.huhang.recommendation.ListReviews;
import io.huhang.recommendation.ListSealing;
import io.huhang.recommendation.Opinion;
import io.huhang.recommendation.RankedList;
import io.huhang.recommendation.RankedLists;
import io.huhang.recommendation.Ranking;
import io.huhang.recommendation.Ranking.Entry;
import io.huhang.recommendation.Receipts;
import io.huhang.recommendation.Recommendation;
import io.huhang.recommendation.SigningSheets;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Reading one recommendation: the list in its order, the documents and what was decided.
 */
@Controller
class RecommendationPage {

	private final Access access;

	private final RankedLists lists;

	private final ListDecisions decisions;

	private final ListReviews reviews;

	private final Dispatches dispatches;

	private final Receipts receipts;

	private final SigningSheets sheets;

	private final ListDossier dossier;

	private final CaseApplications cases;

	private final CaseLines lines;

	private final DecisionLines decisionLines;

	private final DeliveryLines deliveryLines;

	private final ExcessLines excess;

	private final ReceiptLines receiptLines;

	private final PaperRoundLines paperRounds;

	private final ElectronicLines electronicLines;

	private final Attachments attachments;

	private final Authorities authorities;

	private final Progress progress;

	private final GivingUpPage givingUp;

	private final TransferPage transfer;

	RecommendationPage(Access access, RankedLists lists, ListDecisions decisions, ListReviews reviews,
			Dispatches dispatches, Receipts receipts, SigningSheets sheets, ListDossier dossier, CaseApplications cases,
			CaseLines lines, DecisionLines decisionLines, DeliveryLines deliveryLines, ExcessLines excess,
			ReceiptLines receiptLines, PaperRoundLines paperRounds, ElectronicLines electronicLines,
			Attachments attachments, Authorities authorities, Progress progress, GivingUpPage givingUp,
			TransferPage transfer) {
		this.access = access;
		this.lists = lists;
		this.decisions = decisions;
		this.reviews = reviews;
		this.dispatches = dispatches;
		this.receipts = receipts;
		this.sheets = sheets;
		this.dossier = dossier;
		this.cases = cases;
		this.lines = lines;
		this.decisionLines = decisionLines;
		this.deliveryLines = deliveryLines;
		this.excess = excess;
		this.receiptLines = receiptLines;
		this.paperRounds = paperRounds;
		this.electronicLines = electronicLines;
		this.attachments = attachments;
		this.authorities = authorities;
		this.progress = progress;
		this.givingUp = givingUp;
		this.transfer = transfer;
	}

	@GetMapping("/recommendations/{number}")
	String read(@PathVariable String number, Model model, Person person) {
		Recommendation found = this.access.readRecommendation(number, person);
		Optional<Ranking> ranking = this.lists.find(number).map(RankedList::ranking);
		model.addAttribute("number", number);
		model.addAttribute("authorityName", this.authorities.names(found.authorities()));
		model.addAttribute("progress", this.progress.of(number));
		model.addAttribute("transfers", this.transfer.of(found, person));
		model.addAttribute("transferable", this.transfer.isOpen(number, person));
		model.addAttribute("givenUpBecause", this.givingUp.because(number));
		model.addAttribute("givable", this.givingUp.isOpen(found, person));
		model.addAttribute("closing", this.reviews.deadline(number));
		model.addAttribute("list", this.lists.find(number).orElse(null));
		model.addAttribute("cases",
				ranking.map(Ranking::recommended)
					.orElse(List.of())
					.stream()
					.map(this.cases::get)
					.map(this.lines::of)
					.toList());
		this.lists.find(number).ifPresent(list -> model.addAttribute("excess", this.excess.of(list)));
		model.addAttribute("reserves", entries(ranking, Opinion.RESERVE));
		model.addAttribute("omitted", entries(ranking, Opinion.DECLINE));
		model.addAttribute("files", this.attachments.of(number).stream().map(RecommendationPage::fileView).toList());
		model.addAttribute("decisions", this.decisions.of(number).stream().map(this.decisionLines::of).toList());
		model.addAttribute("deliveries", this.deliveryLines.of(number, person));
		model.addAttribute("maySend", Access.maySendAgain(person));
		addDelivery(number, model);
		return "recommendation";
	}

	// How the list left, and what came of its paper and of its files.
	private void addDelivery(String number, Model model) {
		ListSealing sealing = this.dispatches.find(number).orElse(null);
		model.addAttribute("sealing", sealing);
		if (sealing != null) {
			model.addAttribute("letteredOn",
					sealing.letterDate().isEmpty() ? "" : ChineseDates.day(LocalDate.parse(sealing.letterDate())));
			model.addAttribute("dispatchedOn", ChineseDates.day(LocalDate.parse(sealing.dispatchedOn())));
			model.addAttribute("received", this.receiptLines.of(number));
		}
		model.addAttribute("rounds", this.paperRounds.of(number));
		model.addAttribute("checks", this.electronicLines.trail(number));
		model.addAttribute("receipts", this.receipts.of(number).stream().map(this.decisionLines::of).toList());
	}

	/** 签报 of the newest version to print, for the authority itself. */
	@GetMapping("/recommendations/{number}/signing-sheet")
	ResponseEntity<byte[]> signingSheet(@PathVariable String number, Person person) {
		RankedList list = ownList(number, person);
		return pdf("签报 %s 第%d版.pdf".formatted(number, list.version()), this.sheets.pdf(number, person.organization()));
	}

	/** 附件3 of the newest version as a draft, for the authority itself. */
	@GetMapping("/recommendations/{number}/annex3-preview")
	ResponseEntity<byte[]> annex3Preview(@PathVariable String number, Person person) {
		RankedList list = ownList(number, person);
		return pdf("附件3（草稿） %s 第%d版.pdf".formatted(number, list.version()), this.dossier.preview(number));
	}

	private RankedList ownList(String number, Person person) {
		Access.require(person, Role.OFFICER, Role.HEAD, Role.LEADER);
		return this.lists.find(this.access.readRecommendation(number, person).number())
			.orElseThrow(MissingException::new);
	}

	private static ResponseEntity<byte[]> pdf(String name, byte[] content) {
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
			.contentType(MediaType.APPLICATION_PDF)
			.body(content);
	}

	private static List<Entry> entries(Optional<Ranking> ranking, Opinion opinion) {
		return ranking.map(found -> found.of(opinion)).orElse(List.of());
	}

	// People name their scans as they like; the page says what each one is.
	private static FileView fileView(StoredFile file) {
		FileView view = FileView.of(file);
		if (file.slot().startsWith(Dispatches.LETTER_SCAN)) {
			return view.named("报送函盖章扫描件：" + file.name());
		}
		if (file.slot().startsWith(Dispatches.ANNEX3_SCAN)) {
			return view.named("附件3盖章扫描件：" + file.name());
		}
		if (file.slot().startsWith(ListPapers.APPROVAL_SCAN)) {
			return view.named("线下签批的签报扫描件：" + file.name());
		}
		if (file.slot().startsWith(ListPapers.CONSENT_SCAN)) {
			return view.named("线下会签的签报扫描件：" + file.name());
		}
		return file.slot().startsWith(Dispatches.COVER_SCAN)
				? view.named("封面盖章扫描件（%s）：%s".formatted(Dispatches.caseOf(file.slot()), file.name())) : view;
	}

}
