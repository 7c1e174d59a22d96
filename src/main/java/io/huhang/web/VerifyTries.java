package io.huhang.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.huhang.campaign.Sha256;

import org.springframework.stereotype.Component;

/**
 * How often one address may ask whether a page is genuine: as fast as somebody turns
 * pages, not as fast as a program tries numbers. Each node counts for itself, as
 * {@link LoginTries} does.
 */
@Component
class VerifyTries {

	/** A dossier's worth of pages; a whole office may look like one address. */
	static final int AT_ONCE = 60;

	/** The time in which that many are allowed again. */
	static final Duration REFILL = Duration.ofMinutes(1);

	static final int REMEMBERED = 50_000;

	private final Clock clock;

	private final Map<String, Bucket> addresses = new Remembered<>(REMEMBERED);

	// Set by each call: the clock asks the database, which must not be waited for in the
	// lock.
	private Instant now = Instant.EPOCH;

	VerifyTries(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Counts a question from this address.
	 * @return how long to wait instead; zero if it may be answered
	 */
	Duration begin(String address) {
		Instant instant = this.clock.instant();
		String key = Sha256.hex(ClientNetwork.of(address));
		synchronized (this) {
			this.now = instant;
			Bucket bucket = this.addresses.computeIfAbsent(key, network -> bucket());
			return Duration.ofNanos(bucket.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill());
		}
	}

	/** How many addresses are remembered. */
	synchronized int size() {
		return this.addresses.size();
	}

	private Bucket bucket() {
		return Bucket.builder()
			.addLimit(Bandwidth.builder().capacity(AT_ONCE).refillGreedy(AT_ONCE, REFILL).build())
			.withCustomTimePrecision(new Meter())
			.build();
	}

	/** The injected clock, as the buckets want it. */
	private final class Meter implements TimeMeter {

		@Override
		public long currentTimeNanos() {
			Instant instant = VerifyTries.this.now;
			return TimeUnit.SECONDS.toNanos(instant.getEpochSecond()) + instant.getNano();
		}

		@Override
		public boolean isWallClockBased() {
			return true;
		}

	}

}
