package io.huhang.recommendation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.huhang.application.CaseApplication;
import io.huhang.application.CaseApplications;
import io.huhang.application.Revisions;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.Enterprises;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.recommendation.SummaryProposal.State;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 修改简述: the officer of the authority that received a passed case proposes another 简述, the
 * enterprise's contact agrees or declines (附件3, R82). No longer once the list has left.
 */
@Component
public class SummaryConsents {

	private static final String SUMMARY = "summary";

	private static final int FEWEST_CHARS = 5;

	private static final int MOST_CHARS = 500;

	private final CaseApplications cases;

	private final Revisions revisions;

	private final Summaries summaries;

	private final SummaryProposals proposals;

	private final Recommendations recommendations;

	private final Dispatches dispatches;

	private final Reviews reviews;

	private final Enterprises enterprises;

	private final Announcements announcements;

	private final SummaryRule rule;

	SummaryConsents(CaseApplications cases, Revisions revisions, Summaries summaries, SummaryProposals proposals,
			Recommendations recommendations, Dispatches dispatches, Reviews reviews, Enterprises enterprises,
			Announcements announcements, Campaign campaign) {
		this.cases = cases;
		this.revisions = revisions;
		this.summaries = summaries;
		this.proposals = proposals;
		this.recommendations = recommendations;
		this.dispatches = dispatches;
		this.reviews = reviews;
		this.enterprises = enterprises;
		this.announcements = announcements;
		this.rule = new SummaryRule(campaign.summaryChars());
	}

	/** Whether the case has passed, goes on, and has not left for the ministry. */
	public boolean isPossible(CaseApplication application) {
		return application.live() && this.reviews.isPassed(application.number())
				&& this.recommendations.of(application.authority())
					.stream()
					.noneMatch(list -> this.dispatches.find(list).isPresent());
	}

	/**
	 * Whether this person proposes: an officer of the authority that received the case.
	 */
	public boolean mayPropose(CaseApplication application, Person person) {
		return person.role() == Role.OFFICER && person.organization().equals(application.authority());
	}

	/** The newest proposal for this case, settled or not. */
	public Optional<SummaryProposal> newest(String number) {
		return this.proposals.newest(number);
	}

	/**
	 * Whether a proposal waits for its answer; one of a case that has ended never does.
	 */
	public boolean isOpen(CaseApplication application) {
		return isPossible(application) && newest(application.number()).filter(one -> one.is(State.OPEN)).isPresent();
	}

	/** The 简述 that a list would use now. */
	public String used(String number) {
		return this.summaries.of(List.of(number)).get(number);
	}

	/**
	 * Proposes another 简述 and tells the enterprise; the same once more changes nothing.
	 * @throws RefusedException if it cannot be proposed, or is no 简述
	 */
	@Transactional
	public void propose(String number, String typed, String userId) {
		CaseApplication application = this.cases.lock(number);
		// Nobody freezes a list between the check and this proposal.
		this.recommendations.of(application.authority()).forEach(this.recommendations::lock);
		String summary = typed.strip().replaceAll("\\s+", " ");
		if (isRepeated(number, State.OPEN, userId, summary)) {
			return;
		}
		require(problems(application, summary));
		this.proposals.propose(number, this.revisions.newest(number), summary, userId);
		this.announcements.tellApplicant("case-summary-proposed", application, step(number), Map.of());
	}

	private boolean isRepeated(String number, State state, String userId, String summary) {
		return newest(number).filter(one -> one.is(state) && one.proposedBy().equals(userId))
			.filter(one -> one.summary().equals(summary))
			.isPresent();
	}

	private List<Problem> problems(CaseApplication application, String summary) {
		if (!isPossible(application)) {
			return List.of(problem(SUMMARY, "该案例尚未审核通过，或者已办结、已报送部里，不能修改简述，请刷新页面查看。"));
		}
		if (isOpen(application)) {
			return List.of(problem(SUMMARY, "已有一条修改建议待申报单位答复。请等待答复，或者先收回该建议，再提出新的建议。"));
		}
		return this.rule.check(summary, used(application.number()));
	}

	/**
	 * Takes the open proposal back and tells the enterprise; once more changes nothing.
	 * @throws RefusedException if it was answered meanwhile
	 */
	@Transactional
	public void retract(String number, String userId) {
		CaseApplication application = this.cases.lock(number);
		if (newest(number).filter(one -> one.is(State.RETRACTED)).isPresent()) {
			return;
		}
		if (!isOpen(application)) {
			throw new RefusedException(SUMMARY, "该建议已经答复，或者案例已办结、已报送部里，不能收回，请刷新页面查看。", SummaryRule.CLAUSE);
		}
		this.proposals.retract(number, userId);
		this.announcements.tellApplicant("case-summary-retracted", application, step(number), Map.of());
	}

	/**
	 * The enterprise's contact agrees; told to the officers. The same once more changes
	 * nothing.
	 * @param id of the proposal that the contact had before its eyes
	 * @throws RefusedException if another one is open by now, or none
	 */
	@Transactional
	public void agree(String number, long id, String userId) {
		CaseApplication application = this.cases.lock(number);
		if (isAnswered(number, id, State.AGREED, userId)) {
			return;
		}
		require(answering(application, id, userId));
		this.proposals.agree(number, userId);
		this.announcements.tellOfficers("case-summary-agreed", application, step(number), Map.of());
	}

	/**
	 * The enterprise's contact does not agree and says why.
	 * @param id of the proposal that the contact had before its eyes
	 * @throws RefusedException if another one is open by now, or none, or nothing says
	 * why
	 */
	@Transactional
	public void decline(String number, long id, String typed, String userId) {
		CaseApplication application = this.cases.lock(number);
		if (isAnswered(number, id, State.DECLINED, userId)) {
			return;
		}
		List<Problem> problems = answering(application, id, userId);
		String reason = typed.strip();
		int chars = reason.codePointCount(0, reason.length());
		if (chars < FEWEST_CHARS || chars > MOST_CHARS) {
			problems.add(problem("reason", "“不同意的理由”请填写%d至%d个字。".formatted(FEWEST_CHARS, MOST_CHARS)));
		}
		require(problems);
		this.proposals.decline(number, reason, userId);
		this.announcements.tellOfficers("case-summary-declined", application, step(number),
				Announcements.reason(reason));
	}

	private boolean isAnswered(String number, long id, State state, String userId) {
		return newest(number).filter(one -> one.id() == id && one.is(state) && one.settledBy().equals(userId))
			.isPresent();
	}

	private List<Problem> answering(CaseApplication application, long id, String userId) {
		List<Problem> problems = new ArrayList<>();
		if (!isOpen(application)) {
			problems.add(problem("decision", "该建议已经答复或收回，或者本申报已办结、已报送部里，请刷新页面查看。"));
		}
		else if (newest(application.number()).orElseThrow().id() != id) {
			problems.add(problem("decision", "受理单位已更换建议的文字，请刷新页面，核对后重新答复。"));
		}
		this.enterprises.submitterProblem(application.uscc(), userId, "decision").ifPresent(problems::add);
		return problems;
	}

	private static void require(List<Problem> problems) {
		if (!problems.isEmpty()) {
			throw new RefusedException(problems);
		}
	}

	private static Problem problem(String field, String text) {
		return new Problem(field, text, SummaryRule.CLAUSE);
	}

	// Each proposal is a fact of its own.
	private String step(String number) {
		return "proposal-" + newest(number).map(SummaryProposal::id).orElse(0L);
	}

}
