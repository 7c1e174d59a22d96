package io.huhang.campaign;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.springframework.stereotype.Component;

/** When people are reminded of a closing date. */
@Component
public class Reminders {

	private final Campaign campaign;

	private final Clock clock;

	Reminders(Campaign campaign, Clock clock) {
		this.campaign = campaign;
		this.clock = clock;
	}

	/**
	 * When the n-th reminder before this closing date is due. One that should already
	 * have gone is put after the closing date, which cancels it: nobody gets yesterday's
	 * reminder.
	 */
	public Instant due(Instant closing, int index) {
		Instant due = closing.minus(Duration.ofDays(this.campaign.reminderDays().get(index)));
		return due.isAfter(this.clock.instant()) ? due : closing.plus(Duration.ofDays(1));
	}

	/** Whole days from now to the closing date, a begun one counted. */
	public long daysLeft(Instant closing) {
		return Math.max(0, (long) Math.ceil(Duration.between(this.clock.instant(), closing).toMinutes() / 1440.0));
	}

}
