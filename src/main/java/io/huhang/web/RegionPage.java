package io.huhang.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import io.huhang.attachment.Attachments;
import io.huhang.attachment.StoredFile;
import io.huhang.campaign.ChineseDates;
import io.huhang.organization.Authorities;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.process.Progress;
import io.huhang.region.RegionApplication;
import io.huhang.region.RegionApplications;
import io.huhang.region.RegionApprovals;
import io.huhang.region.RegionDispatches;
import io.huhang.region.RegionDispatches.Dispatch;
import io.huhang.region.RegionDossier;
import io.huhang.region.RegionRevision;
import io.huhang.region.RegionRevisions;
import io.huhang.region.RegionSigningSheets;
import io.huhang.region.RegionWithdrawals;

import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Reading region applications: all of them, and one with where it stands, its documents
 * and what was decided.
 */
@Controller
class RegionPage {

	private final Access access;

	private final RegionApplications applications;

	private final RegionRevisions revisions;

	private final RegionDispatches dispatches;

	private final RegionWithdrawals withdrawals;

	private final RegionDossier dossier;

	private final RegionSigningSheets sheets;

	private final PaperRoundLines rounds;

	private final RegionFacts facts;

	private final RegionRecord record;

	private final Attachments attachments;

	private final Authorities authorities;

	private final Progress progress;

	RegionPage(Access access, RegionApplications applications, RegionRevisions revisions, RegionDispatches dispatches,
			RegionWithdrawals withdrawals, RegionDossier dossier, RegionSigningSheets sheets, PaperRoundLines rounds,
			RegionFacts facts, RegionRecord record, Attachments attachments, Authorities authorities,
			Progress progress) {
		this.access = access;
		this.applications = applications;
		this.revisions = revisions;
		this.dispatches = dispatches;
		this.withdrawals = withdrawals;
		this.dossier = dossier;
		this.sheets = sheets;
		this.rounds = rounds;
		this.facts = facts;
		this.record = record;
		this.attachments = attachments;
		this.authorities = authorities;
		this.progress = progress;
	}

	/** One line of the table of regions. */
	record RegionLine(String number, String province, String authorityName, String direction, String mode,
			String progress, String dispatched) {
	}

	@GetMapping("/regions")
	String all(Model model, Person person) {
		List<RegionApplication> found = this.access.regions(person);
		model.addAttribute("regions", found.stream().map(this::line).toList());
		return "regions";
	}

	private RegionLine line(RegionApplication application) {
		return new RegionLine(application.number(), this.authorities.get(application.authority()).province(),
				this.authorities.names(application.authorities()), this.facts.direction(application),
				application.isJoint() ? "联合" : "单独", this.progress.of(application.number()),
				this.dispatches.find(application.number())
					.flatMap(Dispatch::leftAt)
					.map(ChineseDates::minute)
					.orElse(""));
	}

	@GetMapping("/regions/{number}")
	String read(@PathVariable String number, Model model, Person person) {
		RegionApplication found = this.access.readRegion(number, person);
		boolean leads = person.role().isLocal() && person.organization().equals(found.authority());
		boolean reached = this.access.reaches(found, person);
		Optional<RegionRevision> revision = this.revisions.latest(number).filter(frozen -> reached);
		model.addAttribute("number", number);
		model.addAttribute("authorityName", this.authorities.names(found.authorities()));
		model.addAttribute("direction", this.facts.direction(found));
		model.addAttribute("joint", found.isJoint());
		model.addAttribute("progress", this.progress.of(number));
		model.addAttribute("reached", reached);
		model.addAttribute("revision", revision.orElse(null));
		revision.ifPresent(frozen -> model.addAttribute("frozenAt", ChineseDates.minute(frozen.frozenAt())));
		model.addAttribute("closing", this.applications.closing(number).orElse(null));
		model.addAttribute("withdrawable", leads && this.withdrawals.isOpen(found));
		model.addAttribute("recallable", false);
		this.dispatches.find(number).ifPresent(dispatch -> describe(dispatch, leads, model));
		model.addAttribute("files",
				this.attachments.of(number)
					.stream()
					.filter(file -> this.access.mayRead(file, person))
					.map(RegionPage::fileView)
					.toList());
		model.addAttribute("record", this.record.of(found, person));
		model.addAttribute("rounds", this.rounds.of(number));
		return "region";
	}

	private static void describe(Dispatch dispatch, boolean leads, Model model) {
		boolean waits = dispatch.leftAt().isEmpty();
		model.addAttribute("listNumber", dispatch.listNumber());
		model.addAttribute("waitsForList", waits);
		model.addAttribute("recallable", waits && leads);
		if (!waits) {
			model.addAttribute("parcel", dispatch.sealing().parcel());
			model.addAttribute("dispatchedOn",
					ChineseDates.day(LocalDate.parse(dispatch.sealing().parcel().dispatchedOn())));
		}
	}

	/** The newest revision as it would be printed, for its authorities. */
	@GetMapping("/regions/{number}/preview")
	ResponseEntity<byte[]> preview(@PathVariable String number, Person person) {
		RegionRevision revision = own(number, person);
		return pdf("申报书（草稿） %s 第%d版.pdf".formatted(number, revision.revision()), this.dossier.preview(number));
	}

	/** 签报 of the newest revision to print, for its authorities. */
	@GetMapping("/regions/{number}/signing-sheet")
	ResponseEntity<byte[]> signingSheet(@PathVariable String number, Person person) {
		RegionRevision revision = own(number, person);
		return pdf("签报 %s 第%d版.pdf".formatted(number, revision.revision()), this.sheets.pdf(number));
	}

	private RegionRevision own(String number, Person person) {
		Access.require(person, Role.OFFICER, Role.HEAD, Role.LEADER);
		return this.revisions.latest(this.access.readRegion(number, person).number())
			.orElseThrow(MissingException::new);
	}

	private static ResponseEntity<byte[]> pdf(String name, byte[] content) {
		return ResponseEntity.ok()
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment().filename(name, StandardCharsets.UTF_8).build().toString())
			.contentType(MediaType.APPLICATION_PDF)
			.body(content);
	}

	// People name their scans as they like; the page says what each one is.
	private static FileView fileView(StoredFile file) {
		FileView view = FileView.of(file);
		if (file.slot().startsWith(RegionDispatches.SCAN)) {
			return view.named("用印后的申报书扫描件：" + file.name());
		}
		return file.slot().startsWith(RegionApprovals.SCAN) ? view.named("线下签批的签报扫描件：" + file.name()) : view;
	}

}
