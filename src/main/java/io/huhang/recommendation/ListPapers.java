package io.huhang.recommendation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.huhang.approval.PaperApproval;
import io.huhang.approval.PaperApprovals;
import io.huhang.approval.PaperCheck;
import io.huhang.approval.PaperSigners;
import io.huhang.approval.ScanRemoval;
import io.huhang.approval.Signature;
import io.huhang.approval.Verdict;
import io.huhang.attachment.Attachments;
import io.huhang.attachment.StoredFile;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.Problem;
import io.huhang.electronic.SignedScans;
import io.huhang.organization.Person;
import io.huhang.recommendation.ListDecisions.ListDecision;
import io.huhang.recommendation.ListDecisions.Step;

import org.springframework.stereotype.Component;

/**
 * 线下签批 of a list: what an officer records of a paper that was signed, for 签发 and for 会签
 * alike.
 */
@Component
public class ListPapers {

	/** How the slots of scans of approvals begin. */
	public static final String APPROVAL_SCAN = "approval-scan";

	/** How the slots of scans of consents begin. */
	public static final String CONSENT_SCAN = "consent-scan";

	private final RankedLists lists;

	private final ListDecisions decisions;

	private final PaperApprovals papers;

	private final PaperSigners paperSigners;

	private final ListSigners signers;

	private final SignedScans scans;

	private final SigningSheets sheets;

	private final Attachments attachments;

	private final ScanRemoval removal;

	private final Clock clock;

	ListPapers(RankedLists lists, ListDecisions decisions, PaperApprovals papers, PaperSigners paperSigners,
			ListSigners signers, SignedScans scans, SigningSheets sheets, Attachments attachments, ScanRemoval removal,
			Clock clock) {
		this.lists = lists;
		this.decisions = decisions;
		this.papers = papers;
		this.paperSigners = paperSigners;
		this.signers = signers;
		this.scans = scans;
		this.sheets = sheets;
		this.attachments = attachments;
		this.removal = removal;
		this.clock = clock;
	}

	/** Slot of the scan of the signed paper about a version. */
	public static String slot(Step step, int version) {
		return ((step == Step.CONSENT) ? CONSENT_SCAN : APPROVAL_SCAN) + "-v" + version;
	}

	/** The newest scan of the signed paper about the newest version. */
	public Optional<StoredFile> scan(String number, Step step) {
		return this.attachments.of(number, slot(step, this.lists.latest(number).version()))
			.stream()
			.reduce((first, last) -> last);
	}

	/**
	 * Takes the scan away that somebody has uploaded before the decision was made here
	 * after all: nothing was signed on paper.
	 */
	void abandon(String number, Step step, String userId) {
		this.removal.remove(number, slot(step, this.lists.latest(number).version()), userId);
	}

	/** The first day on which the newest version could be signed. */
	public LocalDate earliest(String number, Step step) {
		RankedList list = this.lists.latest(number);
		Instant submitted = this.decisions.of(number)
			.stream()
			.filter(decision -> decision.version() == list.version() && decision.step() == before(step))
			.map(ListDecision::decidedAt)
			.reduce(list.frozenAt(), (first, last) -> last);
		return LocalDate.ofInstant(submitted, Campaign.ZONE);
	}

	private static Step before(Step step) {
		return (step == Step.CONSENT) ? Step.COMMENT : Step.REVIEW;
	}

	/** Who may have signed, by name: suggestions, since a leader may have no account. */
	public List<String> signers(String number, Step step) {
		return this.paperSigners.suggested(this.signers.work(number, step)).stream().map(Person::name).toList();
	}

	/** Everything that stands against this record. */
	List<Problem> check(String number, Step step, Signature typed, Verdict verdict, Person recorder) {
		List<Problem> problems = new ArrayList<>(new PaperCheck(earliest(number, step), LocalDate.now(this.clock),
				recorder.name(), "名单", signer -> this.paperSigners.objection(this.signers.work(number, step), signer))
			.problems(typed, verdict, scan(number, step)));
		scan(number, step).flatMap(scan -> this.scans.objection(scan, number, this.lists.latest(number).version(),
				() -> this.sheets.pdf(number, recorder.organization())))
			.ifPresent(problems::add);
		return problems;
	}

	/**
	 * Keeps the record beside the decision of the same task, and tells who has signed.
	 */
	void record(String taskId, String number, Step step, Signature typed, Verdict verdict, Person recorder) {
		PaperApproval paper = new PaperApproval(typed.signer(),
				this.paperSigners.role(this.signers.work(number, step), typed.signer()),
				LocalDate.parse(typed.signedOn()), scan(number, step).orElseThrow().id(), recorder.id(),
				this.clock.instant());
		this.papers.record(taskId, number, paper);
		this.signers.tell(taskId, number, step, paper, verdict);
	}

}
