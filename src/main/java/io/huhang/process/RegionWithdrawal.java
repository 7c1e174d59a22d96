package io.huhang.process;

import io.huhang.region.RegionDispatches;
import io.huhang.region.RegionWithdrawals;
import org.camunda.bpm.engine.RuntimeService;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An authority takes its application back: for good, or out of the material that it would
 * have left with.
 */
@Component
public class RegionWithdrawal {

	private final RegionWithdrawals withdrawals;

	private final RegionDispatches dispatches;

	private final RuntimeService runtime;

	RegionWithdrawal(RegionWithdrawals withdrawals, RegionDispatches dispatches, RuntimeService runtime) {
		this.withdrawals = withdrawals;
		this.dispatches = dispatches;
		this.runtime = runtime;
	}

	/**
	 * Withdraws the application for good.
	 * @throws io.huhang.campaign.RefusedException if it may not be withdrawn
	 */
	@Transactional
	public void withdraw(String number, String reason, String confirmed, String userId) {
		this.withdrawals.withdraw(number, reason, confirmed, userId);
		correlate(RegionApplicationProcess.WITHDRAWN, number);
	}

	/**
	 * Lets the paper be sealed and sent another way than with the list.
	 * @throws io.huhang.campaign.RefusedException if it does not wait for a list
	 */
	@Transactional
	public void takeBack(String number, String userId) {
		this.dispatches.takeBack(number, userId);
		correlate(RegionApplicationProcess.TAKEN_BACK, number);
	}

	private void correlate(String message, String number) {
		this.runtime.createMessageCorrelation(message).processInstanceBusinessKey(number).correlate();
	}

}
