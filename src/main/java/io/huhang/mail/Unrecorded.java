package io.huhang.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What the server has taken and no commit tells yet: the letters that leave again if this
 * node ends now. Few and for a moment only (ADR 15).
 */
final class Unrecorded {

	/** How many at most. */
	static final int MOST = 10;

	private static final Duration LONGEST = Duration.ofSeconds(1);

	private final Outbox outbox;

	private final Clock clock;

	private final List<Letter> letters = new ArrayList<>();

	private Instant since = Instant.MAX;

	Unrecorded(Outbox outbox, Clock clock) {
		this.outbox = outbox;
		this.clock = clock;
	}

	/** The server took this letter too. */
	void add(Letter letter) {
		Instant now = this.clock.instant();
		this.since = this.letters.isEmpty() ? now : this.since;
		this.letters.add(letter);
		if (this.letters.size() >= MOST || !now.isBefore(this.since.plus(LONGEST))) {
			record();
		}
	}

	/** Commits what is not committed yet. */
	void record() {
		if (!this.letters.isEmpty()) {
			this.outbox.sent(List.copyOf(this.letters), this.clock.instant());
			this.letters.clear();
		}
	}

}
