package io.huhang.recommendation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.huhang.application.CaseApplication;
import io.huhang.application.CaseApplications;
import io.huhang.application.Filings;
import io.huhang.application.Withdrawals;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.Enterprises;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 撤回: freely until the authority has decided, after that only on request (通知二（一）: a
 * change of authority or direction begins with a withdrawal).
 */
@Component
public class CaseWithdrawals {

	private static final String CLAUSE = "通知二（一）";

	private static final int LONGEST_REASON = 500;

	private final CaseApplications cases;

	private final Withdrawals withdrawals;

	private final Filings filings;

	private final Reviews reviews;

	private final Enterprises enterprises;

	private final Announcements announcements;

	CaseWithdrawals(CaseApplications cases, Withdrawals withdrawals, Filings filings, Reviews reviews,
			Enterprises enterprises, Announcements announcements) {
		this.cases = cases;
		this.withdrawals = withdrawals;
		this.filings = filings;
		this.reviews = reviews;
		this.enterprises = enterprises;
		this.announcements = announcements;
	}

	/** Whether the case may still be withdrawn without asking. */
	public boolean isOpen(CaseApplication application) {
		return application.live() && !this.reviews.isPassed(application.number());
	}

	/**
	 * Withdraws the case; told to the officers where they had it before them.
	 * @throws RefusedException if it is decided or ended, or this is not its contact
	 */
	@Transactional
	public void withdraw(String number, String reason, String confirmed, String userId) {
		CaseApplication application = this.cases.lock(number);
		List<Problem> problems = new ArrayList<>();
		if (!isOpen(application)) {
			problems.add(new Problem("confirmed", "本申报已由主管部门作出决定或已办结，不能自行撤回；确需撤回的，请联系受理单位。", CLAUSE));
		}
		this.enterprises.submitterProblem(application.uscc(), userId, "confirmed").ifPresent(problems::add);
		if (!"true".equals(confirmed)) {
			problems.add(new Problem("confirmed", "请确认撤回：撤回后本编号不再办理，不能恢复。", CLAUSE));
		}
		if (reason.length() > LONGEST_REASON) {
			problems.add(new Problem("reason", "撤回理由超过%d字，请删减。".formatted(LONGEST_REASON), CLAUSE));
		}
		if (!problems.isEmpty()) {
			throw new RefusedException(problems);
		}
		boolean filed = this.filings.filed(number).isPresent();
		this.withdrawals.record(number, reason.strip(), userId);
		if (filed) {
			this.announcements.tellOfficers("case-withdrawn", application, "withdrawn",
					Map.of("reason", reason.isBlank() ? "未说明" : reason.strip()));
		}
	}

}
