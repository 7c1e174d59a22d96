package io.huhang.campaign;

import java.time.Clock;
import java.time.Instant;
import java.util.function.LongSupplier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Whether it is too late: asked by the transaction that hands something in, after its
 * lock (design §8). Who began in time has the grace of the campaign, which is none by
 * default.
 */
@Component
public class Lateness {

	// By the stopwatch: a request that hands nothing in asks for no time.
	private final ThreadLocal<Long> begun = new ThreadLocal<>();

	private final Campaign campaign;

	private final Clock clock;

	private final LongSupplier stopwatch;

	@Autowired
	Lateness(Campaign campaign, Clock clock) {
		this(campaign, clock, System::nanoTime);
	}

	/** With a stopwatch of nanoseconds. */
	Lateness(Campaign campaign, Clock clock, LongSupplier stopwatch) {
		this.campaign = campaign;
		this.clock = clock;
		this.stopwatch = stopwatch;
	}

	/**
	 * Whether something may not be handed in any more.
	 * @param closing the first instant that is too late
	 */
	public boolean isLate(Instant closing) {
		Instant now = this.clock.instant();
		if (now.isBefore(closing)) {
			return false;
		}
		return !hasBegunBefore(closing, now) || !now.isBefore(ending(closing));
	}

	private boolean hasBegunBefore(Instant closing, Instant now) {
		Long start = this.begun.get();
		return start != null && now.minusNanos(this.stopwatch.getAsLong() - start).isBefore(closing);
	}

	/** When a timer may end what nobody has handed in. */
	public Instant ending(Instant closing) {
		return closing.plus(this.campaign.grace());
	}

	/** The closing date of work that a timer ends at this instant. */
	public Instant closing(Instant ending) {
		return ending.minus(this.campaign.grace());
	}

	/** A request begins now, on this thread. */
	public void begin() {
		this.begun.set(this.stopwatch.getAsLong());
	}

	/** The request of this thread is answered. */
	public void end() {
		this.begun.remove();
	}

}
