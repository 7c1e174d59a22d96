package io.huhang.recommendation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.huhang.approval.PaperApproval;
import io.huhang.approval.PaperApprovals;
import io.huhang.approval.PaperCheck;
import io.huhang.approval.PaperSigners;
import io.huhang.approval.Signature;
import io.huhang.approval.Verdict;
import io.huhang.approval.Way;
import io.huhang.attachment.Attachments;
import io.huhang.attachment.StoredFile;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.draft.Drafts;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.recommendation.ListDecisions.ListDecision;
import io.huhang.recommendation.ListDecisions.Step;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 签发: online by the leader, or on paper and recorded by the officer (线下签批). Which of the
 * two it is follows from the role of who acts, never from what a form sends.
 */
@Component
public class ListApprovals {

	/** The form whose draft becomes the decision. */
	public static final String FORM = "approveRecommendation";

	/** How the slots of scans of signed papers begin. */
	public static final String SCAN = "approval-scan";

	private static final String CLAUSE = "系统规则";

	private final Recommendations recommendations;

	private final RankedLists lists;

	private final ListDecisions decisions;

	private final PaperApprovals papers;

	private final PaperSigners paperSigners;

	private final ListSigners signers;

	private final SigningCheck signing;

	private final CapRule rule;

	private final Excesses excesses;

	private final People people;

	private final Drafts drafts;

	private final Attachments attachments;

	private final Clock clock;

	ListApprovals(Recommendations recommendations, RankedLists lists, ListDecisions decisions, PaperApprovals papers,
			PaperSigners paperSigners, ListSigners signers, SigningCheck signing, CapRule rule, Excesses excesses,
			People people, Drafts drafts, Attachments attachments, Clock clock) {
		this.recommendations = recommendations;
		this.lists = lists;
		this.decisions = decisions;
		this.papers = papers;
		this.paperSigners = paperSigners;
		this.signers = signers;
		this.signing = signing;
		this.rule = rule;
		this.excesses = excesses;
		this.people = people;
		this.drafts = drafts;
		this.attachments = attachments;
		this.clock = clock;
	}

	/**
	 * The draft form of a version and a way: who decides and who records do not share
	 * one.
	 */
	public static String form(int version, Way way) {
		return "%s-v%d-%s".formatted(FORM, version, way.name().toLowerCase(Locale.ROOT));
	}

	/** Slot of the scan of the signed paper about a version. */
	public static String scanSlot(int version) {
		return SCAN + "-v" + version;
	}

	/** What has been typed so far about the newest version. */
	public Approval draft(String number, Way way) {
		return this.drafts.read(number, form(this.lists.latest(number).version(), way), Approval.class,
				Approval.empty());
	}

	/** The newest scan of the signed paper about the newest version. */
	public Optional<StoredFile> scan(String number) {
		return this.attachments.of(number, scanSlot(this.lists.latest(number).version()))
			.stream()
			.reduce((first, last) -> last);
	}

	/** The first day on which the newest version could be signed. */
	public LocalDate earliest(String number) {
		RankedList list = this.lists.latest(number);
		Instant submitted = this.decisions.of(number)
			.stream()
			.filter(decision -> decision.version() == list.version() && decision.step() == Step.REVIEW)
			.map(ListDecision::decidedAt)
			.reduce(list.frozenAt(), (first, last) -> last);
		return LocalDate.ofInstant(submitted, Campaign.ZONE);
	}

	/** Who may have signed, by name: suggestions, since a leader may have no account. */
	public List<String> signers(String number) {
		return this.paperSigners.suggested(this.signers.work(number)).stream().map(Person::name).toList();
	}

	/** Everything that stands against this person's decision about the newest version. */
	public List<Problem> check(String number, Person person) {
		Way way = Way.of(person.role());
		Approval approval = draft(number, way);
		List<Problem> problems = new ArrayList<>(
				(way == Way.PAPER) ? paper(number, person, approval) : online(number, person, approval));
		if (Verdict.PASS.equals(approval.decision())) {
			problems.addAll(this.signing.problems(this.lists.latest(number).ranking(), approval));
		}
		return problems;
	}

	private List<Problem> paper(String number, Person person, Approval approval) {
		return new PaperCheck(earliest(number), LocalDate.now(this.clock), person.name(), "名单",
				signer -> this.paperSigners.objection(this.signers.work(number), signer))
			.problems(new Signature(approval.signer(), approval.signedOn()), approval.verdict(), scan(number));
	}

	private List<Problem> online(String number, Person person, Approval approval) {
		List<Problem> problems = new ArrayList<>();
		if (this.lists.latest(number).frozenBy().equals(person.id())) {
			// Roles change: who has ranked the list may be a leader by now.
			problems.add(new Problem("decision", "本名单由您排序提交，须由其他人签发。", CLAUSE));
		}
		else if (this.signers.involved(number).contains(person.id())) {
			// Levels change: who has reviewed the list may approve by now.
			problems.add(new Problem("decision", "本名单由您复核，须由其他人签发。", CLAUSE));
		}
		approval.verdict().problem(Verdict.PASS, Verdict.RETURN).ifPresent(problems::add);
		return problems;
	}

	/**
	 * Decides about the newest version, as this person has drafted it.
	 * @throws RefusedException if something is missing, or if the person is not of this
	 * authority
	 */
	@Transactional
	public void approve(String taskId, String number, String userId) {
		Recommendation recommendation = this.recommendations.lock(number);
		Person person = this.people.get(userId);
		if (!person.organization().equals(recommendation.authority())) {
			throw new RefusedException("task", "推荐名单由推荐单位的领导签发，其他人员不能办理。", CLAUSE);
		}
		List<Problem> problems = check(number, person);
		if (!problems.isEmpty()) {
			throw new RefusedException(problems);
		}
		Way way = Way.of(person.role());
		Approval approval = draft(number, way);
		this.decisions.record(taskId, number, Step.APPROVE, approval.verdict(), userId);
		consent(taskId, this.lists.latest(number), approval, userId);
		if (way == Way.PAPER) {
			PaperApproval paper = paper(recommendation, approval, userId);
			this.papers.record(taskId, number, paper);
			this.signers.tell(taskId, number, paper, approval.verdict());
		}
	}

	private void consent(String taskId, RankedList list, Approval approval, String userId) {
		if (Verdict.PASS.equals(approval.decision()) && this.rule.isExceeded(list.ranking())) {
			this.excesses.consent(taskId, list, userId);
		}
	}

	private PaperApproval paper(Recommendation recommendation, Approval approval, String userId) {
		return new PaperApproval(approval.signer(),
				this.paperSigners.role(this.signers.work(recommendation.number()), approval.signer()),
				LocalDate.parse(approval.signedOn()), scan(recommendation.number()).orElseThrow().id(), userId,
				this.clock.instant());
	}

}
