package io.huhang.mail;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/**
 * Tells {@code /actuator/health} that letters have been waiting for too long. Numbers
 * only. The site works on without its mail server: the status is one of its own and is
 * answered with 200, or a balancer would take every node away.
 */
@Component("mailQueue")
@ConditionalOnProperty(name = "huhang.mail.send", havingValue = "true")
class MailQueueHealth implements HealthIndicator {

	static final Status STUCK = new Status("MAIL_QUEUE_STUCK");

	private final LetterDesk desk;

	private final MailSettings settings;

	private final Clock clock;

	MailQueueHealth(LetterDesk desk, MailSettings settings, Clock clock) {
		this.desk = desk;
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	public Health health() {
		Duration waiting = this.desk.waitingSince().map(this::until).orElse(Duration.ZERO);
		Map<Letter.State, Long> states = this.desk.states();
		return Health.status((waiting.compareTo(this.settings.stuckAfter()) > 0) ? STUCK : Status.UP)
			.withDetail("waiting", states.getOrDefault(Letter.State.WAITING, 0L))
			.withDetail("waitingMinutes", waiting.toMinutes())
			.withDetail("failed", states.getOrDefault(Letter.State.FAILED, 0L))
			.build();
	}

	private Duration until(Instant since) {
		return Duration.between(since, this.clock.instant());
	}

}
