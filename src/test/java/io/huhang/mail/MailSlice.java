package io.huhang.mail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.time.Clock;

import io.huhang.ModuleDatabase;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.DatabaseKind;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;

/** The mail module on a database of its own, with the notice's data. */
@TestConfiguration(proxyBeanMethods = false)
@EnableConfigurationProperties(Campaign.class)
@Import({ ModuleDatabase.class, DatabaseKind.class, LetterRows.class, Outbox.class, LetterKinds.class,
		LetterTemplates.class, Letters.class, LetterDesk.class })
class MailSlice {

	/** Few letters a minute are enough for most tests, and shown by one. */
	static final MailSettings SETTINGS = settings(20);

	static MailSettings settings(int mostPerMinute) {
		return new MailSettings(true, "noreply@huhang.example.com", mostPerMinute,
				List.of(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1),
						Duration.ofHours(4), Duration.ofHours(12), Duration.ofHours(24)),
				Duration.ofMinutes(10), Duration.ofMinutes(30));
	}

	@Bean
	MailSettings mailSettings() {
		return SETTINGS;
	}

	@Bean
	MovingClock movingClock() {
		return new MovingClock();
	}

	@Bean
	Clock clock(MovingClock clock) {
		return clock.clock();
	}

	/** A clock that stands until a test moves it. */
	static class MovingClock implements InstantSource {

		private Instant now = Instant.parse("2024-11-11T01:00:00Z");

		@Override
		public Instant instant() {
			return this.now;
		}

		void advance(Duration duration) {
			this.now = this.now.plus(duration);
		}

		Clock clock() {
			return withZone(Campaign.ZONE);
		}

	}

}
