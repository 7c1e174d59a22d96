package io.huhang.process;

import java.time.Instant;

import io.huhang.campaign.CampaignClock;
import org.camunda.bpm.engine.impl.util.ClockUtil;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Keeps the engine's clock in step with the campaign's, so that timers fire when the demo
 * says so.
 */
@Component
@Order(0)
public class DemoClock implements SmartInitializingSingleton {

	private final CampaignClock clock;

	DemoClock(CampaignClock clock) {
		this.clock = clock;
	}

	@Override
	public void afterSingletonsInstantiated() {
		follow();
	}

	/** Lets the demo begin at this instant, at its very first start only. */
	public void beginAt(Instant start) {
		this.clock.beginAt(start);
		follow();
	}

	/**
	 * Moves the demo's time forward; what has fallen due fires within seconds.
	 * @throws io.huhang.campaign.RefusedException if the target lies in the past
	 */
	public void advanceTo(Instant target) {
		this.clock.advanceTo(target);
		follow();
	}

	private void follow() {
		ClockUtil.offset(this.clock.offset().toMillis());
	}

}
