package io.huhang.process;

import java.util.Optional;

import io.huhang.recommendation.RegionEnclosures;
import io.huhang.region.RegionDispatches;
import io.huhang.region.RegionReviews;
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

	private final RegionEnclosures enclosures;

	private final RegionReviews reviews;

	private final RuntimeService runtime;

	RegionWithdrawal(RegionWithdrawals withdrawals, RegionDispatches dispatches, RegionEnclosures enclosures,
			RegionReviews reviews, RuntimeService runtime) {
		this.withdrawals = withdrawals;
		this.dispatches = dispatches;
		this.enclosures = enclosures;
		this.reviews = reviews;
		this.runtime = runtime;
	}

	/**
	 * Withdraws the application for good.
	 * @throws io.huhang.campaign.RefusedException if it may not be withdrawn
	 */
	@Transactional
	public void withdraw(String number, String reason, String confirmed, String userId) {
		Optional<String> list = this.enclosures.lockAwaited(number);
		this.withdrawals.withdraw(number, reason, confirmed, userId);
		list.ifPresent(found -> this.enclosures.voidLetter(found, userId));
		correlate(RegionApplicationProcess.WITHDRAWN, number);
	}

	/**
	 * Lets the paper be sealed and sent another way than with the list.
	 * @throws io.huhang.campaign.RefusedException if it does not wait for a list
	 */
	@Transactional
	public void takeBack(String number, String userId) {
		Optional<String> list = this.enclosures.lockAwaited(number);
		this.dispatches.takeBack(number, userId);
		list.ifPresent(found -> {
			this.enclosures.voidLetter(found, userId);
			this.reviews.tellTakenBack(number, found);
		});
		correlate(RegionApplicationProcess.TAKEN_BACK, number);
	}

	private void correlate(String message, String number) {
		this.runtime.createMessageCorrelation(message).processInstanceBusinessKey(number).correlate();
	}

}
