package io.huhang.recommendation;

import java.util.List;

import io.huhang.approval.Verdict;
import io.huhang.audit.AuditTrail;
import io.huhang.campaign.DateMove;
import io.huhang.campaign.DateMove.Scope;
import io.huhang.campaign.DateMove.State;
import io.huhang.campaign.DateMoves;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 调整截止时间: proposed by the coordinator, decided by the bureau's officer and head; an
 * authority sets until when it accepts filings itself (通知二（三）).
 */
@Component
public class DateMoving {

	private static final List<Scope> PROPOSED = List.of(Scope.CAMPAIGN, Scope.AUTHORITY, Scope.CASE);

	private final DateMoves moves;

	private final DateMoveRules rules;

	private final AuditTrail audit;

	DateMoving(DateMoves moves, DateMoveRules rules, AuditTrail audit) {
		this.moves = moves;
		this.rules = rules;
		this.audit = audit;
	}

	/**
	 * Proposes a move to the bureau; its number.
	 * @throws RefusedException with everything that is wrong or has to be confirmed
	 */
	@Transactional
	public String propose(TypedDateMove typed, String userId) {
		Scope scope = PROPOSED.stream()
			.filter(typed::is)
			.findFirst()
			.orElseThrow(() -> new RefusedException("scope", "请选择调整谁的截止时间。", "通知二（三）"));
		String number = add(scope, typed, State.PROPOSED, userId);
		this.audit.record(userId, "date.propose", number);
		return number;
	}

	/**
	 * Sets until when this authority accepts filings; the number of that move.
	 * @throws RefusedException with everything that is wrong or has to be confirmed
	 */
	@Transactional
	public String set(TypedDateMove typed, String userId) {
		String number = add(Scope.FILING, typed, State.AGREED, userId);
		this.audit.record(userId, "date.set", number);
		return number;
	}

	private String add(Scope scope, TypedDateMove typed, State state, String userId) {
		List<Problem> problems = this.rules.check(scope, typed);
		if (!problems.isEmpty()) {
			throw new RefusedException(problems);
		}
		return this.moves.add(scope, typed.subject(), ReopeningCheck.instant(typed.closing()).orElseThrow(),
				typed.reason(), state, userId);
	}

	/** The bureau's officer agrees or not. */
	@Transactional
	public void check(String number, Verdict verdict, String userId) {
		verdict.require(Verdict.PASS, Verdict.RETURN);
		this.moves.lock(number);
		if (Verdict.RETURN.equals(verdict.decision())) {
			refuse(number, verdict, userId);
		}
		else {
			this.moves.check(number, userId);
			this.audit.record(userId, "date.check", number);
		}
	}

	/**
	 * The bureau's head agrees, and the date holds from this moment on, or not.
	 * @throws RefusedException if the date has become impossible meanwhile
	 */
	@Transactional
	public void approve(String number, Verdict verdict, String userId) {
		verdict.require(Verdict.PASS, Verdict.RETURN);
		DateMove move = this.moves.lock(number);
		if (Verdict.RETURN.equals(verdict.decision())) {
			refuse(number, verdict, userId);
			return;
		}
		List<Problem> problems = this.rules.date(move.scope(), move.subject(), move.closing())
			.stream()
			.filter(Problem::blocks)
			.toList();
		if (!problems.isEmpty()) {
			throw new RefusedException(problems);
		}
		this.moves.decide(number, State.AGREED, "", userId);
		this.audit.record(userId, "date.approve", number);
	}

	private void refuse(String number, Verdict verdict, String userId) {
		this.moves.decide(number, State.REFUSED, verdict.reason(), userId);
		this.audit.record(userId, "date.refuse", number);
	}

}
