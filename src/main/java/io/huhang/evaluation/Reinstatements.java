package io.huhang.evaluation;

import java.util.ArrayList;
import java.util.List;

import io.huhang.audit.AuditTrail;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.evaluation.Subject.State;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 恢复: what was not accepted takes part again, by the head's decision and while others are
 * still being evaluated or the results are still to be proposed.
 */
@Component
public class Reinstatements {

	private static final String CLAUSE = "通知二（四）";

	private static final int LEAST = 5;

	private static final int LONGEST = 500;

	private final Reception reception;

	private final Subjects subjects;

	private final AuditTrail audit;

	Reinstatements(Reception reception, Subjects subjects, AuditTrail audit) {
		this.reception = reception;
		this.subjects = subjects;
		this.audit = audit;
	}

	/**
	 * Lets it take part again.
	 * @throws RefusedException if it was not refused, there is no reason, or everything
	 * has been evaluated by now
	 */
	@Transactional
	public void reinstate(String number, String reason, String userId) {
		this.reception.lock();
		Subject subject = this.subjects.get(number);
		String why = (reason != null) ? reason.strip() : "";
		List<Problem> problems = new ArrayList<>();
		if (subject.state() != State.REFUSED) {
			problems.add(new Problem("reason", "本件没有不予受理，不须恢复。", CLAUSE));
		}
		if (this.subjects.unsettled() == 0) {
			problems.add(new Problem("reason", "评审已经全部完成，不能再恢复。", CLAUSE));
		}
		if (why.length() < LEAST || why.length() > LONGEST) {
			problems.add(new Problem("reason", "恢复的理由请填写%d至%d个字。".formatted(LEAST, LONGEST), CLAUSE));
		}
		if (!problems.isEmpty()) {
			throw new RefusedException(problems);
		}
		this.subjects.takeAgain(subject, why, userId);
		this.audit.record(userId, "evaluation.reinstate", number);
	}

}
