package io.huhang.web;

import java.time.Duration;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("文书核验限速：翻页够用，逐号试探不够用（设计§10）")
class VerifyTriesTests {

	private final MovableClock clock = new MovableClock();

	private final VerifyTries tries = new VerifyTries(this.clock);

	@Test
	@DisplayName("同一地址连续六十次；第六十一次等一秒，到时即可")
	void oneAddressWaitsAfterSixty() {
		ask(60, "203.0.113.7");

		assertThat(this.tries.begin("203.0.113.7")).isEqualTo(Duration.ofSeconds(1));
		this.clock.move(Duration.ofMillis(900));
		assertThat(this.tries.begin("203.0.113.7")).isEqualTo(Duration.ofMillis(100));
		this.clock.move(Duration.ofMillis(100));
		assertThat(this.tries.begin("203.0.113.7")).isZero();
		assertThat(this.tries.begin("203.0.113.7")).isEqualTo(Duration.ofSeconds(1));
	}

	@Test
	@DisplayName("一分钟后又是六十次，不会更多")
	void allowsSixtyAgainAfterAMinute() {
		ask(60, "203.0.113.7");
		this.clock.move(Duration.ofHours(1));

		ask(60, "203.0.113.7");

		assertThat(this.tries.begin("203.0.113.7")).isPositive();
	}

	@Test
	@DisplayName("别的地址不受影响；同一条IPv6线路（/64）算一个地址")
	void countsEachAddressForItself() {
		ask(60, "203.0.113.7");
		assertThat(this.tries.begin("203.0.113.8")).isZero();

		ask(60, "2001:db8:1:2::1");
		assertThat(this.tries.begin("2001:db8:1:2:ffff::2")).isPositive();
		assertThat(this.tries.begin("2001:db8:1:3::1")).isZero();
	}

	@Test
	@DisplayName("地址再多，也只记住最近的五万个")
	void remembersNoMoreThanItsMost() {
		for (int i = 0; i < VerifyTries.REMEMBERED + 1000; i++) {
			this.tries.begin("10.%d.%d.%d".formatted(i >> 16, (i >> 8) & 255, i & 255));
		}

		assertThat(this.tries.size()).isEqualTo(VerifyTries.REMEMBERED);
	}

	private void ask(int times, String address) {
		for (int i = 0; i < times; i++) {
			assertThat(this.tries.begin(address)).isZero();
		}
	}

}
