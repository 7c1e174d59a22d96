package io.huhang.web;

import io.huhang.campaign.CampaignClock;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells the webapps' pages how far the demo's time is from the real one, so that 逾期 and
 * 今天 mean the same there as on the server. Always 0 in production.
 */
@RestController
class WebappClock {

	private final CampaignClock clock;

	WebappClock(CampaignClock clock) {
		this.clock = clock;
	}

	@GetMapping("/camunda/app/huhang/clock.json")
	Offset offset() {
		return new Offset(this.clock.offset().toSeconds());
	}

	record Offset(long offsetSeconds) {
	}

}
