package io.huhang.recommendation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.huhang.approval.PartnerOpinion;
import io.huhang.approval.Verdict;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.draft.Drafts;
import io.huhang.organization.Levels;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.recommendation.ListDecisions.ListDecision;
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

	private final Drafts drafts;

	private final People people;

	private final Levels levels;

	private final Announcements announcements;

	PartnerReviews(Recommendations recommendations, RankedLists lists, ListDecisions decisions, Drafts drafts,
			People people, Levels levels, Announcements announcements) {
		this.recommendations = recommendations;
		this.lists = lists;
		this.decisions = decisions;
		this.drafts = drafts;
		this.people = people;
		this.levels = levels;
		this.announcements = announcements;
	}

	/** The draft form of a version, so that a new one begins with no tick. */
	public static String form(String task, int version) {
		return task + "-v" + version;
	}

	/** What has been typed so far about the newest version. */
	public PartnerOpinion draft(String number, String task) {
		return this.drafts.read(number, form(task, this.lists.latest(number).version()), PartnerOpinion.class,
				PartnerOpinion.empty());
	}

	/** The comment about the newest version, if its officer has given it. */
	private Optional<ListDecision> comment(String number) {
		int version = this.lists.latest(number).version();
		return this.decisions.of(number)
			.stream()
			.filter(decision -> decision.version() == version && decision.step() == Step.COMMENT)
			.findFirst();
	}

	/** Everything that stands against this person's opinion as drafted. */
	public List<Problem> check(String number, String task, Person person) {
		PartnerOpinion opinion = draft(number, task);
		return CONSENT.equals(task) ? checkConsent(number, opinion, person)
				: (opinion.reason().length() <= LONGEST_COMMENT) ? List.of() : List.of(new Problem("reason",
						"会签意见现%d字，超过%d字，请删减。".formatted(opinion.reason().length(), LONGEST_COMMENT), CLAUSE));
	}

	private List<Problem> checkConsent(String number, PartnerOpinion opinion, Person person) {
		List<Problem> problems = new ArrayList<>();
		comment(number).filter(comment -> comment.decidedBy().equals(person.id()))
			.ifPresent(own -> problems.add(new Problem("decision", "本名单由您提出会签意见，须由其他人会签。", "系统规则")));
		new Verdict(opinion.decision(), opinion.reason()).problem(Verdict.PASS, Verdict.RETURN)
			.ifPresent(problems::add);
		RankedList list = this.lists.latest(number);
		if (Verdict.PASS.equals(opinion.decision()) && !list.fingerprint().equals(opinion.fingerprint())) {
			problems.add(
					new Problem("fingerprint", "请勾选同意第%d版名单；名单刚有改动的，请刷新页面、重新审阅后勾选。".formatted(list.version()), CLAUSE));
		}
		return problems;
	}

	/** Records the officer's comment about the newest version. */
	@Transactional
	public void comment(String taskId, String number, String userId) {
		PartnerOpinion opinion = settle(number, COMMENT, userId);
		this.decisions.record(taskId, number, Step.COMMENT, new Verdict(Verdict.PASS, opinion.reason()), userId);
	}

	/**
	 * Records the leader's consent to the version whose fingerprint it names, or why the
	 * list goes back.
	 * @throws RefusedException if it is another version, or the person is not of the
	 * joining authority
	 */
	@Transactional
	public void consent(String taskId, String number, String userId) {
		PartnerOpinion opinion = settle(number, CONSENT, userId);
		this.decisions.record(taskId, number, Step.CONSENT, new Verdict(opinion.decision(), opinion.reason()), userId);
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
		return draft(number, task);
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
