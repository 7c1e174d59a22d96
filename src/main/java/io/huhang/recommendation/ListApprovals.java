package io.huhang.recommendation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.huhang.approval.Signature;
import io.huhang.approval.Verdict;
import io.huhang.approval.Way;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.draft.Drafts;
import io.huhang.organization.People;
import io.huhang.organization.Person;
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

	private static final String CLAUSE = "系统规则";

	private final Recommendations recommendations;

	private final RankedLists lists;

	private final ListDecisions decisions;

	private final ListOwnWork ownWork;

	private final ListPapers papers;

	private final SigningCheck signing;

	private final CapRule rule;

	private final Excesses excesses;

	private final People people;

	private final Drafts drafts;

	ListApprovals(Recommendations recommendations, RankedLists lists, ListDecisions decisions, ListOwnWork ownWork,
			ListPapers papers, SigningCheck signing, CapRule rule, Excesses excesses, People people, Drafts drafts) {
		this.recommendations = recommendations;
		this.lists = lists;
		this.decisions = decisions;
		this.ownWork = ownWork;
		this.papers = papers;
		this.signing = signing;
		this.rule = rule;
		this.excesses = excesses;
		this.people = people;
		this.drafts = drafts;
	}

	/**
	 * The draft form of a version and a way: who decides and who records do not share
	 * one.
	 */
	public static String form(int version, Way way) {
		return "%s-v%d-%s".formatted(FORM, version, way.name().toLowerCase(Locale.ROOT));
	}

	/** What has been typed so far about the newest version. */
	public Approval draft(String number, Way way) {
		return this.drafts.read(number, form(this.lists.latest(number).version(), way), Approval.class,
				Approval.empty());
	}

	/** Everything that stands against this person's decision about the newest version. */
	public List<Problem> check(String number, Person person) {
		Way way = Way.of(person.role());
		Approval approval = draft(number, way);
		List<Problem> problems = new ArrayList<>((way == Way.PAPER)
				? this.papers.check(number, Step.APPROVE, signature(approval), approval.verdict(), person)
				: online(number, person, approval));
		if (Verdict.PASS.equals(approval.decision())) {
			problems.addAll(this.signing.problems(this.lists.latest(number).ranking(), approval));
		}
		return problems;
	}

	private static Signature signature(Approval approval) {
		return new Signature(approval.signer(), approval.signedOn());
	}

	private List<Problem> online(String number, Person person, Approval approval) {
		List<Problem> problems = new ArrayList<>(
				this.ownWork.objection(number, Step.APPROVE, person.id()).stream().toList());
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
			this.papers.record(taskId, number, Step.APPROVE, signature(approval), approval.verdict(), person);
		}
		else {
			this.papers.abandon(number, Step.APPROVE, userId);
		}
	}

	private void consent(String taskId, RankedList list, Approval approval, String userId) {
		if (Verdict.PASS.equals(approval.decision()) && this.rule.isExceeded(list.ranking())) {
			this.excesses.consent(taskId, list, userId);
		}
	}

}
