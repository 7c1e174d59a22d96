package io.huhang.process;

import io.huhang.recommendation.CaseWithdrawals;
import org.camunda.bpm.engine.RuntimeService;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes a case back: the row and the end of its process are one transaction. */
@Component
public class CaseWithdrawal {

	private final CaseWithdrawals withdrawals;

	private final RuntimeService runtime;

	CaseWithdrawal(CaseWithdrawals withdrawals, RuntimeService runtime) {
		this.withdrawals = withdrawals;
		this.runtime = runtime;
	}

	/**
	 * Withdraws the case for good.
	 * @throws io.huhang.campaign.RefusedException if it may not be withdrawn
	 */
	@Transactional
	public void withdraw(String caseNumber, String reason, String confirmed, String userId) {
		this.withdrawals.withdraw(caseNumber, reason, confirmed, userId);
		this.runtime.createMessageCorrelation(CaseApplicationProcess.WITHDRAWN)
			.processInstanceBusinessKey(caseNumber)
			.correlate();
	}

}
