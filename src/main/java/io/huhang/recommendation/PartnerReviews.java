package io.huhang.recommendation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.huhang.approval.PartnerOpinion;
import io.huhang.approval.Signature;
import io.huhang.approval.Verdict;
import io.huhang.approval.Way;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.draft.Drafts;
import io.huhang.organization.Levels;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.recommendation.ListDecisions.Step;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 会签 of a joint list by the authority that joins it (通知二（二）: 可单独或联合推荐; C14): its officer
 * comments, its leader consents to exactly one version. A later version needs a consent
 * of its own.
 */
@Component
public class PartnerReviews {

	/** The form of the officer's comment. */
	public static final String COMMENT = "commentRanking";

	/** The form of the leader's consent. */
	public static final String CONSENT = "consentRanking";

	private static final String CLAUSE = "通知二（二）";

	private static final int LONGEST_COMMENT = 2000;

	private final Recommendations recommendations;

	private final RankedLists lists;

	private final ListDecisions decisions;

	private final ListOwnWork ownWork;

	private final ListPapers papers;

	private final Drafts drafts;

	private final People people;

	private final Levels levels;

	private final Announcements announcements;

	PartnerReviews(Recommendations recommendations, RankedLists lists, ListDecisions decisions, ListOwnWork ownWork,
			ListPapers papers, Drafts drafts, People people, Levels levels, Announcements announcements) {
		this.recommendations = recommendations;
		this.lists = lists;
		this.decisions = decisions;
		this.ownWork = ownWork;
		this.papers = papers;
		this.drafts = drafts;
		this.people = people;
		this.levels = levels;
		this.announcements = announcements;
	}

	/**
	 * The draft form of a version, so that a new one begins with no tick; who consents
	 * and who records do not share one.
	 */
	public static String form(String task, int version, Way way) {
		return task + "-v" + version + ((way == Way.PAPER) ? "-paper" : "");
	}

	/** How this person gives the opinion: an officer records a consent from paper. */
	public static Way way(String task, Person person) {
		return CONSENT.equals(task) ? Way.of(person.role()) : Way.ONLINE;
	}

	/** What this person has typed so far about the newest version. */
	public PartnerOpinion draft(String number, String task, Person person) {
		return this.drafts.read(number, form(task, this.lists.latest(number).version(), way(task, person)),
				PartnerOpinion.class, PartnerOpinion.empty());
	}

	/** Everything that stands against this person's opinion as drafted. */
	public List<Problem> check(String number, String task, Person person) {
		PartnerOpinion opinion = draft(number, task, person);
		return CONSENT.equals(task) ? checkConsent(number, opinion, person)
				: (opinion.reason().length() <= LONGEST_COMMENT) ? List.of() : List.of(new Problem("reason",
						"会签意见现%d字，超过%d字，请删减。".formatted(opinion.reason().length(), LONGEST_COMMENT), CLAUSE));
	}

	private List<Problem> checkConsent(String number, PartnerOpinion opinion, Person person) {
		List<Problem> problems = new ArrayList<>();
		if (way(CONSENT, person) == Way.PAPER) {
			problems.addAll(this.papers.check(number, Step.CONSENT, signature(opinion), opinion.verdict(), person));
		}
		else {
			this.ownWork.objection(number, Step.CONSENT, person.id()).ifPresent(problems::add);
			opinion.verdict().problem(Verdict.PASS, Verdict.RETURN).ifPresent(problems::add);
		}
		RankedList list = this.lists.latest(number);
		if (Verdict.PASS.equals(opinion.decision()) && !list.fingerprint().equals(opinion.fingerprint())) {
			problems.add(
					new Problem("fingerprint", "请勾选同意第%d版名单；名单刚有改动的，请刷新页面、重新审阅后勾选。".formatted(list.version()), CLAUSE));
		}
		return problems;
	}

	private static Signature signature(PartnerOpinion opinion) {
		return new Signature(opinion.signer(), opinion.signedOn());
	}

	/** Records the officer's comment about the newest version. */
	@Transactional
	public void comment(String taskId, String number, String userId) {
		PartnerOpinion opinion = settle(number, COMMENT, userId);
		this.decisions.record(taskId, number, Step.COMMENT, new Verdict(Verdict.PASS, opinion.reason()), userId);
	}

	/**
	 * Records the leader's consent to the version whose fingerprint it names, or why the
	 * list goes back; or what an officer records of it from paper (线下签批).
	 * @throws RefusedException if it is another version, or the person is not of the
	 * joining authority
	 */
	@Transactional
	public void consent(String taskId, String number, String userId) {
		PartnerOpinion opinion = settle(number, CONSENT, userId);
		this.decisions.record(taskId, number, Step.CONSENT, opinion.verdict(), userId);
		Person person = this.people.get(userId);
		if (way(CONSENT, person) == Way.PAPER) {
			this.papers.record(taskId, number, Step.CONSENT, signature(opinion), opinion.verdict(), person);
		}
		else {
			this.papers.abandon(number, Step.CONSENT, userId);
		}
	}

	private PartnerOpinion settle(String number, String task, String userId) {
		Recommendation recommendation = this.recommendations.lock(number);
		Person person = this.people.get(userId);
		if (!person.organization().equals(recommendation.partner())) {
			throw new RefusedException("task", "名单由联合推荐单位会签，其他单位人员不能办理。", "系统规则");
		}
		List<Problem> problems = check(number, task, person);
		if (!problems.isEmpty()) {
			throw new RefusedException(problems);
		}
		return draft(number, task, person);
	}

	/** Asks the joining authority for its opinion about the newest version. */
	@Transactional
	public void ask(String number) {
		RankedList list = this.lists.latest(number);
		boolean again = this.decisions.of(number)
			.stream()
			.anyMatch(
					decision -> decision.step() == Step.CONSENT && Verdict.PASS.equals(decision.verdict().decision()));
		this.announcements.tell(again ? "joint-consent-void" : "joint-consent-asked", number, "v" + list.version(),
				concerned(this.recommendations.get(number).partner()),
				Map.of("version", list.version(), "caseCount", list.ranking().recommended().size()));
	}

	private List<Person> concerned(String partner) {
		return Stream.concat(Stream.of(Role.OFFICER), this.levels.of(partner).approvers().stream())
			.distinct()
			.flatMap(role -> this.people.with(role, partner).stream())
			.toList();
	}

}
