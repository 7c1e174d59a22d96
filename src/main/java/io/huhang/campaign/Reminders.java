package io.huhang.campaign;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

import org.springframework.stereotype.Component;

/** The ladder by which people are reminded of a closing date (通知二（三）, R20). */
@Component
public class Reminders {

	private final Campaign campaign;

	private final Clock clock;

	Reminders(Campaign campaign, Clock clock) {
		this.campaign = campaign;
		this.clock = clock;
	}

	/**
	 * The first rung before any of these dates that comes after this instant; empty if
	 * none does.
	 */
	public Optional<Instant> next(Collection<Instant> closings, Instant after) {
		return closings.stream()
			.flatMap(closing -> this.campaign.reminders().stream().map(closing::minus))
			.filter(due -> due.isAfter(after))
			.min(Comparator.naturalOrder());
	}

	/**
	 * The rung before this date that fell due last, after one instant and until another;
	 * empty if none did. Several that were missed together count as one.
	 */
	public Optional<Duration> fallen(Instant closing, Instant after, Instant until) {
		return this.campaign.reminders()
			.stream()
			.filter(rung -> closing.minus(rung).isAfter(after) && !closing.minus(rung).isAfter(until))
			.filter(rung -> closing.isAfter(until))
			.min(Comparator.naturalOrder());
	}

	/** A rung as people say it, such as 7天 or 3小时. */
	public static String label(Duration rung) {
		return (rung.toHours() >= 24) ? rung.toDays() + "天" : rung.toHours() + "小时";
	}

	/**
	 * What is left from now to the closing date, such as 7天 or 3小时; what has begun
	 * counts.
	 */
	public String left(Instant closing) {
		long hours = Math.max(0,
				(long) Math.ceil(Duration.between(this.clock.instant(), closing).toSeconds() / 3600.0));
		return (hours >= 24) ? (hours + 23) / 24 + "天" : hours + "小时";
	}

	/** Whole days from now to the closing date, a begun one counted. */
	public long daysLeft(Instant closing) {
		return Math.max(0, (long) Math.ceil(Duration.between(this.clock.instant(), closing).toMinutes() / 1440.0));
	}

}
