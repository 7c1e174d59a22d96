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
import io.huhang.recommendation.ListDossier;
import io.huhang.recommendation.ListPapers;
import io.huhang.recommendation.ListReviews;
import io.huhang.recommendation.ListSealing;
import io.huhang.recommendation.Opinion;
import io.huhang.recommendation.RankedList;
import io.huhang.recommendation.RankedLists;
import io.huhang.recommendation.Ranking;
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

	private final ListReviews reviews;

	private final Dispatches dispatches;

	private final SigningSheets sheets;

	private final ListDossier dossier;

	private final CaseApplications cases;

	private final CaseLines lines;

	private final ListRecord record;

	private final DeliveryLines deliveryLines;

	private final ExcessLines excess;

	private final ReceiptLines receiptLines;

	private final PaperRoundLines paperRounds;

	private final Attachments attachments;

	private final Authorities authorities;

	private final Progress progress;

	private final GivingUpPage givingUp;

	private final TransferPage transfer;

	private final RegionFacts regions;

	private final OverdueLines overdue;

	RecommendationPage(Access access, RankedLists lists, ListReviews reviews, Dispatches dispatches,
			SigningSheets sheets, ListDossier dossier, CaseApplications cases, CaseLines lines, ListRecord record,
			DeliveryLines deliveryLines, ExcessLines excess, ReceiptLines receiptLines, PaperRoundLines paperRounds,
			Attachments attachments, Authorities authorities, Progress progress, GivingUpPage givingUp,
			TransferPage transfer, RegionFacts regions, OverdueLines overdue) {
		this.access = access;
		this.lists = lists;
		this.reviews = reviews;
		this.dispatches = dispatches;
		this.sheets = sheets;
		this.dossier = dossier;
		this.cases = cases;
		this.lines = lines;
		this.record = record;
		this.deliveryLines = deliveryLines;
		this.excess = excess;
		this.receiptLines = receiptLines;
		this.paperRounds = paperRounds;
		this.attachments = attachments;
		this.authorities = authorities;
		this.progress = progress;
		this.givingUp = givingUp;
		this.transfer = transfer;
		this.regions = regions;
		this.overdue = overdue;
	}

	@GetMapping("/recommendations/{number}")
	String read(@PathVariable String number, Model model, Person person) {
		Recommendation found = this.access.readRecommendation(number, person);
		boolean reached = this.access.reaches(found, person);
		Optional<RankedList> list = this.lists.find(number).filter(frozen -> reached);
		Optional<Ranking> ranking = list.map(RankedList::ranking);
		// Why a case is not recommended stays inside the authority.
		Optional<Ranking> inside = ranking.filter(frozen -> person.role().isLocal());
		model.addAttribute("number", number);
		model.addAttribute("reached", reached);
		model.addAttribute("authorityName", this.authorities.names(found.authorities()));
		model.addAttribute("progress", this.progress.of(number));
		model.addAttribute("live", found.live());
		model.addAttribute("overdue", this.overdue.of(number));
		model.addAttribute("regions", this.regions.along(number, person));
		model.addAttribute("transfers", this.transfer.of(found, person));
		model.addAttribute("transferable", this.transfer.isOpen(number, person));
		model.addAttribute("givenUpBecause", this.givingUp.because(number));
		model.addAttribute("givable", this.givingUp.isOpen(found, person));
		model.addAttribute("closing", this.reviews.deadline(number));
		model.addAttribute("list", list.orElse(null));
		model.addAttribute("cases", lines(ranking.map(Ranking::recommended).orElse(List.of())));
		list.ifPresent(frozen -> model.addAttribute("excess", this.excess.of(frozen)));
		model.addAttribute("reserves", entries(inside, Opinion.RESERVE));
		model.addAttribute("omitted", entries(inside, Opinion.DECLINE));
		model.addAttribute("files",
				this.attachments.of(number)
					.stream()
					.filter(file -> this.access.mayRead(file, person))
					.map(RecommendationPage::fileView)
					.toList());
		model.addAttribute("record", this.record.of(number, person));
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
			model.addAttribute("parcel", "%s　%s".formatted(ChineseDates.day(LocalDate.parse(sealing.dispatchedOn())),
					sealing.parcel().described()));
			model.addAttribute("received", this.receiptLines.of(number));
		}
		model.addAttribute("rounds", this.paperRounds.of(number));
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

	/** A case that is not on the list, and why. */
	record OffTheList(CaseLines.Line line, String reason) {
	}

	private List<OffTheList> entries(Optional<Ranking> ranking, Opinion opinion) {
		return ranking.map(found -> found.of(opinion))
			.orElse(List.of())
			.stream()
			.map(entry -> new OffTheList(line(entry.caseNumber()), entry.reason()))
			.toList();
	}

	private List<CaseLines.Line> lines(List<String> numbers) {
		return numbers.stream().map(this::line).toList();
	}

	private CaseLines.Line line(String caseNumber) {
		return this.lines.of(this.cases.get(caseNumber));
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
