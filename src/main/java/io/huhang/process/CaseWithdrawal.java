package io.huhang.process;

import java.util.List;

import io.huhang.recommendation.CaseWithdrawals;
import io.huhang.recommendation.RankingDrafts;
import io.huhang.recommendation.RequestedWithdrawals;
import org.camunda.bpm.engine.RuntimeService;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a case back: the row and the end of its process are one transaction. */
@Component
public class CaseWithdrawal {

	private final CaseWithdrawals withdrawals;

	private final RequestedWithdrawals requested;

	private final RuntimeService runtime;

	CaseWithdrawal(CaseWithdrawals withdrawals, RequestedWithdrawals requested, RuntimeService runtime) {
		this.withdrawals = withdrawals;
		this.requested = requested;
		this.runtime = runtime;
	}

	/**
	 * Withdraws the case for good.
	 * @throws io.huhang.campaign.RefusedException if it may not be withdrawn
	 */
	@Transactional
	public void withdraw(String caseNumber, String reason, String confirmed, String userId) {
		this.withdrawals.withdraw(caseNumber, reason, confirmed, userId);
		correlate(CaseApplicationProcess.WITHDRAWN, caseNumber);
	}

	/**
	 * Withdraws a decided case because its authority agrees; a list that was frozen with
	 * it goes back to be ranked.
	 * @throws io.huhang.campaign.RefusedException if nobody asks for it
	 */
	@Transactional
	public void grant(String caseNumber, String answer, String userId) {
		List<String> lists = this.requested.grant(caseNumber, answer, userId);
		correlate(CaseApplicationProcess.WITHDRAWN, caseNumber);
		lists.stream()
			.filter(this::isBeyondRanking)
			.filter(this::isBeingPrepared)
			.forEach(list -> correlate(CaseRecommendationProcess.CASE_WITHDRAWN, list));
	}

	// A list that is being ranked loses the case by itself.
	private boolean isBeyondRanking(String list) {
		return this.runtime.createProcessInstanceQuery()
			.processInstanceBusinessKey(list)
			.activityIdIn(RankingDrafts.FORM)
			.count() == 0;
	}

	// One that has missed its date begins anew if it is opened again.
	private boolean isBeingPrepared(String list) {
		return this.runtime.createExecutionQuery()
			.processInstanceBusinessKey(list)
			.messageEventSubscriptionName(CaseRecommendationProcess.CASE_WITHDRAWN)
			.count() > 0;
	}

	private void correlate(String message, String businessKey) {
		this.runtime.createMessageCorrelation(message).processInstanceBusinessKey(businessKey).correlate();
	}

}
