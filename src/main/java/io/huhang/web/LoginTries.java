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
 * Slows down whoever guesses passwords, and never locks anybody out (design §10): five
 * tries in five minutes for one account from one address, fewer than a hundred an hour
 * for one account from all addresses, and no owner waits longer than a minute for the
 * others.
 * <p>
 * Each node counts for itself and forgets at its end: a guesser gains a factor of the
 * number of nodes, and the login costs no row in the database.
 */
@Component
class LoginTries {

	/** After the tries of one address at one account are used up. */
	static final Duration ADDRESS_PAUSE = Duration.ofMinutes(5);

	/** After the tries of all addresses at one account are used up. */
	static final Duration ACCOUNT_PAUSE = Duration.ofSeconds(60);

	static final int REMEMBERED = 50_000;

	private static final int TRIES_OF_AN_ADDRESS = 5;

	private final Clock clock;

	private final Map<String, Account> accounts = new Remembered<>(REMEMBERED);

	private final Map<String, Address> addresses = new Remembered<>(REMEMBERED);

	// Set by each call: the clock asks the database, which must not be waited for in the
	// lock.
	private Instant now = Instant.EPOCH;

	LoginTries(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Asks for one try at an account.
	 * @return how long to wait instead; zero if the try may be made, and is counted
	 */
	Duration begin(String userId, String address) {
		Instant instant = this.clock.instant();
		synchronized (this) {
			this.now = instant;
			Address from = address(userId, address);
			Duration pause = Duration.ofNanos(from.tries.estimateAbilityToConsume(1).getNanosToWaitForRefill());
			if (pause.isZero()) {
				pause = from.known ? Duration.ZERO : account(userId).begin(from);
			}
			if (pause.isZero()) {
				from.tries.tryConsume(1);
			}
			return pause;
		}
	}

	/** The password was right: the tries of its owner do not count. */
	synchronized void succeed(String userId, String address) {
		Address from = address(userId, address);
		from.tries.reset();
		if (!from.known) {
			account(userId).strangers.addTokens(1);
		}
		from.known = true;
	}

	/** How many accounts and addresses are remembered. */
	synchronized int size() {
		return this.accounts.size() + this.addresses.size();
	}

	private Account account(String userId) {
		return this.accounts.computeIfAbsent(Sha256.hex(userId), key -> new Account());
	}

	private Address address(String userId, String address) {
		return this.addresses.computeIfAbsent(Sha256.hex(userId + "\n" + ClientNetwork.of(address)),
				key -> new Address());
	}

	private Bucket bucket(Bandwidth limit) {
		return Bucket.builder().addLimit(limit).withCustomTimePrecision(new Meter()).build();
	}

	/** The tries of everybody at one account. */
	private final class Account {

		/** For whoever comes unannounced. */
		private final Bucket strangers = bucket(
				Bandwidth.builder().capacity(10).refillGreedy(20, Duration.ofHours(1)).build());

		/**
		 * For whoever was sent away and came back when it was told to, which a guesser
		 * that takes a new address each time does not.
		 */
		private final Bucket patient = bucket(
				Bandwidth.builder().capacity(3).refillGreedy(60, Duration.ofHours(1)).build());

		private Duration begin(Address from) {
			if (this.strangers.tryConsume(1) || (from.waited() && this.patient.tryConsume(1))) {
				from.sentAway = null;
				return Duration.ZERO;
			}
			from.sentAway = LoginTries.this.now;
			return ACCOUNT_PAUSE;
		}

	}

	/** The tries of one address at one account. */
	private final class Address {

		private final Bucket tries = bucket(Bandwidth.builder()
			.capacity(TRIES_OF_AN_ADDRESS)
			.refillIntervally(TRIES_OF_AN_ADDRESS, ADDRESS_PAUSE)
			.build());

		/** Whether the owner has logged in from here: no guesser keeps it waiting. */
		private boolean known;

		private Instant sentAway;

		private boolean waited() {
			return this.sentAway != null && !LoginTries.this.now.isBefore(this.sentAway.plus(ACCOUNT_PAUSE));
		}

	}

	/** The injected clock, as the buckets want it. */
	private final class Meter implements TimeMeter {

		@Override
		public long currentTimeNanos() {
			Instant instant = LoginTries.this.now;
			return TimeUnit.SECONDS.toNanos(instant.getEpochSecond()) + instant.getNano();
		}

		@Override
		public boolean isWallClockBased() {
			return true;
		}

	}

}
