package io.huhang.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

import io.huhang.application.Filings;
import io.huhang.application.Revision;
import io.huhang.application.Revisions;
import io.huhang.application.SealedScans;
import io.huhang.approval.Way;
import io.huhang.attachment.Accepted;
import io.huhang.attachment.Attachments;
import io.huhang.attachment.StoredFile;
import io.huhang.attachment.Upload;
import io.huhang.audit.AuditTrail;
import io.huhang.audit.Command;
import io.huhang.audit.Commands;
import io.huhang.campaign.RefusedException;
import io.huhang.campaign.Sha256;
import io.huhang.evaluation.Formalities;
import io.huhang.evaluation.Subjects;
import io.huhang.organization.Person;
import io.huhang.process.Tasks;
import io.huhang.process.Tasks.WorkItem;
import io.huhang.recommendation.Dispatches;
import io.huhang.recommendation.ElectronicReception;
import io.huhang.recommendation.ListApprovals;
import io.huhang.recommendation.ListDecisions.Step;
import io.huhang.recommendation.ListPapers;
import io.huhang.recommendation.PartnerReviews;
import io.huhang.recommendation.RankedList;
import io.huhang.recommendation.RankedLists;
import io.huhang.region.RegionApprovals;
import io.huhang.region.RegionDesk;
import io.huhang.region.RegionDispatches;
import io.huhang.region.RegionElectronicReception;
import io.huhang.region.RegionRevisions;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * Files of an open task. A purpose is what the form calls a slot: {@code evidence},
 * {@code measures}, {@code material}, {@code scan}, {@code sealedScan},
 * {@code approvalScan}, {@code letterScan}, {@code annex3Scan} or
 * {@code coverScan-<case number>}.
 */
@RestController
@RequestMapping("/api/tasks/{taskId}/files/{purpose}")
class TaskFileApi {

	private static final Pattern KEY = Pattern.compile("[A-Za-z0-9-]{16,64}");

	private static final String SCAN = "scan";

	private static final String MATERIAL = "material";

	private static final String CORRECTION = "correctFormalities";

	/** Where a scan says what was signed on paper, which an officer records. */
	private static final Set<String> SIGNED = Set.of(ListApprovals.FORM, PartnerReviews.CONSENT, RegionApprovals.FORM);

	private final Tasks tasks;

	private final Revisions revisions;

	private final RankedLists lists;

	private final RegionRevisions regionRevisions;

	private final Subjects subjects;

	private final Attachments attachments;

	private final SealedScans scans;

	private final Commands commands;

	private final AuditTrail audit;

	TaskFileApi(Tasks tasks, Revisions revisions, RankedLists lists, RegionRevisions regionRevisions, Subjects subjects,
			Attachments attachments, SealedScans scans, Commands commands, AuditTrail audit) {
		this.commands = commands;
		this.audit = audit;
		this.tasks = tasks;
		this.revisions = revisions;
		this.lists = lists;
		this.regionRevisions = regionRevisions;
		this.subjects = subjects;
		this.attachments = attachments;
		this.scans = scans;
	}

	@GetMapping
	List<FileView> list(@PathVariable String taskId, @PathVariable String purpose, Person person) {
		WorkItem item = item(taskId, person);
		return this.attachments.of(item.number(), slot(item, purpose)).stream().map(FileView::of).toList();
	}

	/** A file that arrives again under its key is answered again and not kept again. */
	@PostMapping
	@ResponseStatus(HttpStatus.CREATED)
	FileView upload(@PathVariable String taskId, @PathVariable String purpose, @RequestParam MultipartFile file,
			@RequestHeader(name = "Idempotency-Key", defaultValue = "") String key, Person person) throws IOException {
		if (!KEY.matcher(key).matches()) {
			item(taskId, person);
			throw new RefusedException("file", "本次上传缺少操作编号，未受理。请刷新页面后重新上传。", "系统规则");
		}
		Command command = Command.of("upload/" + key, person.id(), taskId, purpose,
				String.valueOf(file.getOriginalFilename()), sha256(file));
		String fileId = this.commands.once(command, () -> add(taskId, purpose, file, person).id().toString());
		StoredFile added = this.attachments.find(UUID.fromString(fileId)).orElseThrow();
		if (isPrinted(purpose)) {
			this.scans.read(added);
		}
		return FileView.of(added);
	}

	private StoredFile add(String taskId, String purpose, MultipartFile file, Person person) {
		WorkItem item = item(taskId, person);
		String slot = slot(item, purpose);
		List<StoredFile> before = isMany(purpose) ? List.of() : this.attachments.of(item.number(), slot);
		StoredFile added = this.attachments.add(
				new Upload(item.number(), slot, 0, file.getOriginalFilename(), person.id(), accepted(purpose)),
				open(file));
		replaced(purpose, before, added).forEach(old -> this.attachments.remove(old.id(), person.id()));
		this.audit.record(person.id(), AuditAction.FILE_UPLOAD.code(), item.number() + "/" + added.id());
		return added;
	}

	// A scan is one file, the newest takes the place of the one before; the sealed paper
	// may come page by page.
	private List<StoredFile> replaced(String purpose, List<StoredFile> before, StoredFile added) {
		return purpose.equals(SCAN) ? this.scans.replaced(before, added) : before;
	}

	// What carries a code on each page.
	private static boolean isPrinted(String purpose) {
		return purpose.equals(SCAN) || purpose.equals("sealedScan") || purpose.equals("letterScan")
				|| purpose.equals("annex3Scan") || purpose.equals("approvalScan") || purpose.startsWith("coverScan-");
	}

	private static boolean isMany(String purpose) {
		return purpose.equals(Revisions.EVIDENCE) || purpose.equals(RegionDesk.PROOF) || purpose.equals(MATERIAL);
	}

	private static Accepted accepted(String purpose) {
		return isMany(purpose) ? Accepted.ANY : Accepted.PAGES;
	}

	private static InputStream open(MultipartFile file) {
		try {
			return file.getInputStream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String sha256(MultipartFile file) throws IOException {
		MessageDigest digest = Sha256.digest();
		try (InputStream content = file.getInputStream()) {
			content.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
		}
		return HexFormat.of().formatHex(digest.digest());
	}

	/** Removing it again changes nothing and is answered the same. */
	@DeleteMapping("/{fileId}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	@Transactional
	void remove(@PathVariable String taskId, @PathVariable String purpose, @PathVariable UUID fileId, Person person) {
		WorkItem item = item(taskId, person);
		String slot = slot(item, purpose);
		StoredFile file = this.attachments.find(fileId)
			.filter(found -> found.owner().equals(item.number()) && found.slot().equals(slot))
			.orElseThrow(MissingException::new);
		if (this.attachments.remove(file.id(), person.id())) {
			this.audit.record(person.id(), AuditAction.FILE_REMOVE.code(), item.number() + "/" + file.id());
		}
	}

	private WorkItem item(String taskId, Person person) {
		return this.tasks.find(taskId, person.id())
			.filter(item -> !SIGNED.contains(item.form()) || Way.of(person.role()) == Way.PAPER)
			.orElseThrow(MissingException::new);
	}

	private String slot(WorkItem item, String purpose) {
		return switch (item.form()) {
			case Revisions.FORM -> only(Revisions.EVIDENCE, purpose, Revisions.EVIDENCE);
			case RegionDesk.FORM ->
				purpose.equals(RegionDesk.PROOF) ? purpose : only(RegionDesk.EVIDENCE, purpose, RegionDesk.EVIDENCE);
			case Filings.FORM -> only(SCAN, purpose,
					Filings.scanSlot(this.revisions.latest(item.number()).map(Revision::revision).orElseThrow()));
			case ListApprovals.FORM -> only("approvalScan", purpose,
					ListPapers.slot(Step.APPROVE, this.lists.latest(item.number()).version()));
			case PartnerReviews.CONSENT -> only("approvalScan", purpose,
					ListPapers.slot(Step.CONSENT, this.lists.latest(item.number()).version()));
			case RegionApprovals.FORM ->
				only("approvalScan", purpose, RegionApprovals.scanSlot(this.regionRevisions.newest(item.number())));
			case RegionDispatches.FORM, RegionElectronicReception.CORRECTION ->
				only("sealedScan", purpose, RegionDispatches.scanSlot(this.regionRevisions.newest(item.number())));
			case CORRECTION -> only(MATERIAL, purpose, Formalities.slot(this.subjects.get(item.number())));
			case Dispatches.FORM, ElectronicReception.CORRECTION ->
				sealingSlot(this.lists.latest(item.number()), purpose);
			default -> throw new MissingException();
		};
	}

	private static String sealingSlot(RankedList list, String purpose) {
		if (purpose.equals("letterScan")) {
			return Dispatches.letterSlot(list.version());
		}
		return list.ranking()
			.recommended()
			.stream()
			.filter(caseNumber -> purpose.equals("coverScan-" + caseNumber))
			.map(caseNumber -> Dispatches.coverSlot(caseNumber, list.version()))
			.findFirst()
			.orElseGet(() -> only("annex3Scan", purpose, Dispatches.annex3Slot(list.version())));
	}

	private static String only(String allowed, String purpose, String slot) {
		if (!allowed.equals(purpose)) {
			throw new MissingException();
		}
		return slot;
	}

}
