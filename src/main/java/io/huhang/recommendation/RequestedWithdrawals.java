package io.huhang.recommendation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.huhang.application.CaseApplication;
import io.huhang.application.CaseApplications;
import io.huhang.application.Withdrawals;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.Enterprises;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.recommendation.Review.Step;
import io.huhang.recommendation.WithdrawalRequest.State;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 申请撤回: once the authority has decided, an applicant asks with a reason; the officer who
 * checked, or the head, agrees or declines (通知二（一）). No longer once the list has left.
 */
@Component
public class RequestedWithdrawals {

	private static final String CLAUSE = "通知二（一）";

	private static final int FEWEST_CHARS = 5;

	private static final int MOST_CHARS = 500;

	private static final String SENT_ALONG = "推荐材料已经寄出，该案例随推荐名单一并报送，不能再撤回。";

	private final CaseApplications cases;

	private final CaseWithdrawals freely;

	private final WithdrawalRequests requests;

	private final Withdrawals withdrawals;

	private final Recommendations recommendations;

	private final RankedLists lists;

	private final Dispatches dispatches;

	private final Reopenings reopenings;

	private final Reviews reviews;

	private final Enterprises enterprises;

	private final Announcements announcements;

	RequestedWithdrawals(CaseApplications cases, CaseWithdrawals freely, WithdrawalRequests requests,
			Withdrawals withdrawals, Recommendations recommendations, RankedLists lists, Dispatches dispatches,
			Reopenings reopenings, Reviews reviews, Enterprises enterprises, Announcements announcements) {
		this.cases = cases;
		this.freely = freely;
		this.requests = requests;
		this.withdrawals = withdrawals;
		this.recommendations = recommendations;
		this.lists = lists;
		this.dispatches = dispatches;
		this.reopenings = reopenings;
		this.reviews = reviews;
		this.enterprises = enterprises;
		this.announcements = announcements;
	}

	/** Whether the case is decided, goes on, and has not left for the ministry. */
	public boolean isPossible(CaseApplication application) {
		return application.live() && !this.freely.isOpen(application)
				&& this.recommendations.of(application.authority())
					.stream()
					.noneMatch(list -> holds(list, application.number()) && this.dispatches.find(list).isPresent());
	}

	private boolean holds(String list, String caseNumber) {
		return this.lists.find(list).filter(one -> one.ranking().recommended().contains(caseNumber)).isPresent();
	}

	/** The newest request for this case, answered or not. */
	public Optional<WithdrawalRequest> newest(String number) {
		return this.requests.newest(number);
	}

	/** Whether a request waits for an answer. */
	public boolean isAsked(CaseApplication application) {
		return isPossible(application)
				&& newest(application.number()).filter(request -> request.state() == State.OPEN).isPresent();
	}

	/**
	 * Whether this person answers requests about this case: who checked it, or the head.
	 */
	public boolean mayAnswer(CaseApplication application, Person person) {
		return person.organization().equals(application.authority())
				&& (person.role() == Role.HEAD || (person.role() == Role.OFFICER
						&& checkedBy(application.number()).filter(person.id()::equals).isPresent()));
	}

	/** The cases for which this person has a request to answer, by number. */
	public List<CaseApplication> toAnswer(Person person) {
		return this.cases.all(this.requests.open())
			.stream()
			.filter(application -> mayAnswer(application, person) && isAsked(application))
			.toList();
	}

	private Optional<String> checkedBy(String number) {
		return this.reviews.of(number)
			.stream()
			.filter(review -> review.step() == Step.CHECK || review.step() == Step.CHECK_AND_REVIEW)
			.reduce((first, last) -> last)
			.map(Review::decidedBy);
	}

	/**
	 * Asks for the case; told to the authority's officers.
	 * @throws RefusedException if it cannot be asked for, or nothing says why
	 */
	@Transactional
	public void ask(String number, String reason, String userId) {
		CaseApplication application = this.cases.lock(number);
		List<Problem> problems = new ArrayList<>();
		if (!isPossible(application)) {
			problems.add(new Problem("reason", "本申报已办结或已报送部里，或者仍可自行撤回，不能申请撤回，请刷新页面查看。", CLAUSE));
		}
		else if (isAsked(application)) {
			problems.add(new Problem("reason", "撤回申请已经提交，请等待受理单位答复。", CLAUSE));
		}
		this.enterprises.submitterProblem(application.uscc(), userId, "reason").ifPresent(problems::add);
		requireReason(reason, "申请撤回的理由", problems);
		this.requests.ask(number, reason.strip(), userId);
		this.announcements.tellOfficers("case-withdrawal-asked", application, step(number),
				Announcements.reason(reason.strip()));
	}

	/**
	 * Declines; the applicant is told why.
	 * @throws RefusedException if nobody asks, or nothing says why
	 */
	@Transactional
	public void decline(String number, String answer, String userId) {
		CaseApplication application = this.cases.lock(number);
		requireReason(answer, "不同意撤回的理由", asked(application));
		this.requests.answer(number, State.DECLINED, answer.strip(), userId);
		this.announcements.tellApplicant("case-withdrawal-declined", application, step(number),
				Announcements.reason(answer.strip()));
	}

	/**
	 * Declines what nobody has answered about the cases of a list that has just left: its
	 * officer has confirmed that they go along.
	 */
	@Transactional
	public void declineSent(String list, String userId) {
		List<String> open = this.requests.open();
		this.lists.latest(list).ranking().recommended().stream().filter(open::contains).forEach(number -> {
			CaseApplication application = this.cases.lock(number);
			this.requests.answer(number, State.DECLINED, SENT_ALONG, userId);
			this.announcements.tellApplicant("case-withdrawal-declined", application, step(number),
					Announcements.reason(SENT_ALONG));
		});
	}

	/**
	 * Agrees: the case is withdrawn.
	 * @return the lists on whose newest version it stood; each has to be ranked again
	 * @throws RefusedException if nobody asks
	 */
	@Transactional
	public List<String> grant(String number, String answer, String userId) {
		CaseApplication application = this.cases.lock(number);
		List<String> left = this.recommendations.of(application.authority());
		left.forEach(this.recommendations::lock);
		List<Problem> problems = asked(application);
		if (answer.strip().length() > MOST_CHARS) {
			problems.add(new Problem("answer", "理由超过%d个字，请删减。".formatted(MOST_CHARS), CLAUSE));
		}
		if (!problems.isEmpty()) {
			throw new RefusedException(problems);
		}
		WithdrawalRequest request = newest(number).orElseThrow();
		this.requests.answer(number, State.GRANTED, answer.strip(), userId);
		this.withdrawals.record(number, request.reason(), request.askedBy());
		this.announcements.tellApplicant("case-withdrawal-granted", application, step(number), Map.of());
		List<String> held = left.stream()
			.filter(list -> this.reopenings.open(list).isEmpty() && holds(list, number))
			.toList();
		held.forEach(list -> this.announcements.tellAuthority("recommendation-case-withdrawn", list, number,
				Role.OFFICER, Map.of("caseName", application.caseName(), "enterpriseName", application.unitName())));
		return held;
	}

	private List<Problem> asked(CaseApplication application) {
		List<Problem> problems = new ArrayList<>();
		if (!isAsked(application)) {
			problems.add(new Problem("answer", "该撤回申请已经答复，或本申报已办结、已报送部里，请刷新页面查看。", CLAUSE));
		}
		return problems;
	}

	private static void requireReason(String reason, String label, List<Problem> problems) {
		int chars = reason.strip().codePointCount(0, reason.strip().length());
		if (chars < FEWEST_CHARS || chars > MOST_CHARS) {
			problems.add(new Problem("reason", "“%s”请填写%d至%d个字。".formatted(label, FEWEST_CHARS, MOST_CHARS), CLAUSE));
		}
		if (!problems.isEmpty()) {
			throw new RefusedException(problems);
		}
	}

	// Each request is a fact of its own.
	private String step(String number) {
		return "asked-" + newest(number).map(request -> request.askedAt().toEpochMilli()).orElse(0L);
	}

}
