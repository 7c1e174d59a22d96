package io.huhang.region;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.huhang.approval.PaperApproval;
import io.huhang.approval.PaperApprovals;
import io.huhang.approval.PaperCheck;
import io.huhang.approval.PaperSigners;
import io.huhang.approval.ScanRemoval;
import io.huhang.approval.SignedWork;
import io.huhang.approval.Verdict;
import io.huhang.approval.Way;
import io.huhang.attachment.Attachments;
import io.huhang.attachment.StoredFile;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.draft.Drafts;
import io.huhang.electronic.SignedScans;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.region.RegionDecision.Step;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** 签发: online by the leader, or on paper and recorded by the officer (线下签批). */
@Component
public class RegionApprovals {

	/** The form whose draft becomes the decision. */
	public static final String FORM = "approveRegionApplication";

	/** How the slots of scans of signed papers begin. */
	public static final String SCAN = "approval-scan";

	private static final String CLAUSE = "系统规则";

	private final RegionApplications applications;

	private final RegionRevisions revisions;

	private final RegionDecisions decisions;

	private final RegionReviews reviews;

	private final RegionAnnouncements announcements;

	private final PaperApprovals papers;

	private final PaperSigners signers;

	private final SignedScans scans;

	private final RegionSigningSheets sheets;

	private final People people;

	private final Drafts drafts;

	private final Attachments attachments;

	private final ScanRemoval removal;

	private final Clock clock;

	RegionApprovals(RegionApplications applications, RegionRevisions revisions, RegionDecisions decisions,
			RegionReviews reviews, RegionAnnouncements announcements, PaperApprovals papers, PaperSigners signers,
			SignedScans scans, RegionSigningSheets sheets, People people, Drafts drafts, Attachments attachments,
			ScanRemoval removal, Clock clock) {
		this.applications = applications;
		this.revisions = revisions;
		this.decisions = decisions;
		this.reviews = reviews;
		this.announcements = announcements;
		this.papers = papers;
		this.signers = signers;
		this.scans = scans;
		this.sheets = sheets;
		this.people = people;
		this.drafts = drafts;
		this.attachments = attachments;
		this.removal = removal;
		this.clock = clock;
	}

	/**
	 * The draft form of a revision and a way: who decides and who records do not share
	 * one.
	 */
	public static String form(int revision, Way way) {
		return "%s-v%d-%s".formatted(FORM, revision, way.name().toLowerCase(Locale.ROOT));
	}

	/** Slot of the scan of the signed paper about a revision. */
	public static String scanSlot(int revision) {
		return SCAN + "-v" + revision;
	}

	/** What has been typed so far about the newest revision. */
	public RegionApproval draft(String number, Way way) {
		return this.drafts.read(number, form(newest(number).revision(), way), RegionApproval.class,
				RegionApproval.empty());
	}

	/** The newest scan of the signed paper about the newest revision. */
	public Optional<StoredFile> scan(String number) {
		return this.attachments.of(number, scanSlot(newest(number).revision())).stream().reduce((first, last) -> last);
	}

	/** The first day on which the newest revision could be signed. */
	public LocalDate earliest(String number) {
		RegionRevision revision = newest(number);
		Instant submitted = this.decisions.of(number)
			.stream()
			.filter(decision -> decision.revision() == revision.revision())
			.map(RegionDecision::decidedAt)
			.reduce(revision.frozenAt(), (first, last) -> last);
		return LocalDate.ofInstant(submitted, Campaign.ZONE);
	}

	/** Who may have signed, by name: suggestions, since a leader may have no account. */
	public List<String> signers(String number) {
		return this.signers.suggested(work(number)).stream().map(Person::name).toList();
	}

	/**
	 * Everything that stands against this person's decision about the newest revision.
	 */
	public List<Problem> check(String number, Person person) {
		Way way = Way.of(person.role());
		RegionApproval approval = draft(number, way);
		return (way == Way.PAPER) ? paper(number, person, approval) : online(number, person, approval);
	}

	private List<Problem> paper(String number, Person person, RegionApproval approval) {
		List<Problem> problems = new ArrayList<>(new PaperCheck(earliest(number), LocalDate.now(this.clock),
				person.name(), "申报书", signer -> this.signers.objection(work(number), signer))
			.problems(approval.signature(), approval.verdict(), scan(number)));
		scan(number).flatMap(
				scan -> this.scans.objection(scan, number, newest(number).revision(), () -> this.sheets.pdf(number)))
			.ifPresent(problems::add);
		return problems;
	}

	private List<Problem> online(String number, Person person, RegionApproval approval) {
		List<Problem> problems = new ArrayList<>();
		// Roles and levels change: who has filled in or reviewed may approve by now.
		if (this.decisions.involved(number).contains(person.id())) {
			problems.add(new Problem("decision", "本申报书由您参与填报或者审核，须由其他人签发。", CLAUSE));
		}
		approval.verdict().problem(Verdict.PASS, Verdict.RETURN).ifPresent(problems::add);
		return problems;
	}

	/**
	 * Decides about the newest revision, as this person has drafted it.
	 * @throws RefusedException if something is missing, or if the person is not of the
	 * leading authority
	 */
	@Transactional
	public void approve(String taskId, String number, String userId) {
		RegionApplication application = this.applications.lock(number);
		Person person = this.people.get(userId);
		if (!person.organization().equals(application.authority())) {
			throw new RefusedException("task", "申报书由牵头申报单位的领导签发，其他人员不能办理。", CLAUSE);
		}
		List<Problem> problems = check(number, person);
		if (!problems.isEmpty()) {
			throw new RefusedException(problems);
		}
		Way way = Way.of(person.role());
		RegionApproval approval = draft(number, way);
		if (way == Way.PAPER) {
			recordPaper(taskId, application, approval, person);
		}
		else {
			// Somebody has uploaded a scan before the decision was made here after all.
			this.removal.remove(number, scanSlot(newest(number).revision()), userId);
		}
		this.reviews.decide(taskId, number, Step.APPROVE, approval.verdict(), userId);
	}

	private void recordPaper(String taskId, RegionApplication application, RegionApproval approval, Person recorder) {
		String number = application.number();
		PaperApproval paper = new PaperApproval(approval.signer(), this.signers.role(work(number), approval.signer()),
				LocalDate.parse(approval.signedOn()), scan(number).orElseThrow().id(), recorder.id(),
				this.clock.instant());
		this.papers.record(taskId, number, paper);
		this.announcements.tell("region-signed-on-paper", number, taskId,
				this.signers.concerned(application.authority(), paper.signer()),
				Map.of("signer", paper.signer(), "signedOn", ChineseDates.day(paper.signedOn()), "recorder",
						recorder.name(), "decision", Verdict.PASS.equals(approval.decision()) ? "同意" : "退回修改"));
	}

	private SignedWork work(String number) {
		return new SignedWork(this.applications.get(number).authority(), this.decisions.involved(number),
				"本申报书的填报或者审核");
	}

	private RegionRevision newest(String number) {
		return this.revisions.latest(number).orElseThrow();
	}

}
