package io.huhang.process;

import java.util.ArrayList;
import java.util.List;

import io.huhang.campaign.CampaignClock;
import io.huhang.campaign.StartRefusedException;
import io.huhang.organization.People;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Keeps production off a database that was the demo's: everybody knows the password of
 * its accounts, and its clock does not tell the time (设计 §8).
 */
@Component
@Profile("production")
class SampleDataCheck implements SmartInitializingSingleton {

	private final People people;

	private final CampaignClock clock;

	SampleDataCheck(People people, CampaignClock clock) {
		this.people = people;
		this.clock = clock;
	}

	@Override
	public void afterSingletonsInstantiated() {
		List<String> reasons = new ArrayList<>();
		List<String> samples = DemoData.accounts(this.people);
		if (!samples.isEmpty()) {
			reasons.add("the database has sample accounts of the demo: " + String.join(", ", samples));
		}
		if (this.clock.isDemo()) {
			reasons.add("the database's clock is the demo's, %s off: production begins with an empty database"
				.formatted(this.clock.offset()));
		}
		if (!reasons.isEmpty()) {
			throw new StartRefusedException(reasons);
		}
	}

}
