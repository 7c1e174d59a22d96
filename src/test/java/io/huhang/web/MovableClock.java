package io.huhang.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

import io.huhang.Cast;
import io.huhang.campaign.Campaign;

/** A clock that only a test moves. */
final class MovableClock extends Clock {

	private Instant now = Cast.MONDAY;

	void move(Duration step) {
		this.now = this.now.plus(step);
	}

	@Override
	public Instant instant() {
		return this.now;
	}

	@Override
	public ZoneId getZone() {
		return Campaign.ZONE;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		throw new UnsupportedOperationException();
	}

}
