package io.huhang.recommendation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("报送记录：链接的有效期，整包和部分")
class DeliveryTests {

	private static final Instant UNTIL = Instant.parse("2024-12-11T16:00:00Z");

	@Test
	@DisplayName("有效期满的一刻起失效，之前的一刻仍有效")
	void expiresAtTheInstant() {
		Delivery delivery = delivery();

		assertThat(delivery.isExpired(UNTIL.minusNanos(1))).isFalse();
		assertThat(delivery.isExpired(UNTIL)).isTrue();
	}

	@Test
	@DisplayName("整包含每个部分，部分只含所选")
	void carriesWhatWasChosen() {
		assertThat(delivery().carries("HH2024-AL-330000-0001")).isTrue();
		assertThat(delivery("HH2024-AL-330000-0001").carries("HH2024-AL-330000-0001")).isTrue();
		assertThat(delivery("HH2024-AL-330000-0001").carries("HH2024-AL-330000-0002")).isFalse();
	}

	private static Delivery delivery(String... parts) {
		return new Delivery(UUID.randomUUID(), "HH2024-TJ-330000-iit", 1, 1, 1, List.of(parts), "a@example.com",
				"system", Instant.EPOCH, UNTIL, List.of());
	}

}
