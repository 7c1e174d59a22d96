package io.huhang.campaign;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

@DisplayName("迟与不迟：含当日，24:00整即为迟；缺省没有宽限（通知二（三），C16）")
class LatenessTests {

	private static final Instant CLOSING = OffsetDateTime.parse("2025-01-01T00:00:00+08:00").toInstant();

	private static final Instant LAST = CLOSING.minusMillis(1);

	private final TimeZone zone = TimeZone.getDefault();

	@AfterEach
	void reset() {
		TimeZone.setDefault(this.zone);
	}

	@ParameterizedTest(name = "{0}")
	@ValueSource(strings = { "Asia/Shanghai", "UTC", "America/Los_Angeles" })
	@DisplayName("23:59:59.999提交不迟，00:00:00.000提交即迟，两人同时提交、服务器在哪个时区都一样")
	void judgesTheBoundaryAlikeInEachZone(String jvm) throws Exception {
		TimeZone.setDefault(TimeZone.getTimeZone(jvm));
		CyclicBarrier together = new CyclicBarrier(2);
		ExecutorService threads = Executors.newFixedThreadPool(2);
		try {
			List<Future<Boolean>> late = threads.invokeAll(List.of(submit(LAST, together), submit(CLOSING, together)));

			assertThat(late.get(0).get()).isFalse();
			assertThat(late.get(1).get()).isTrue();
		}
		finally {
			threads.shutdownNow();
		}
		assertThat(ChineseDates.deadline(CLOSING)).isEqualTo("2024年12月31日24:00");
	}

	@Test
	@DisplayName("缺省宽限为0：在截止前到达、截止后才轮到的，也算迟")
	void hasNoGraceByDefault() {
		assertThat(isLate(Campaigns.packaged().grace(), LAST, CLOSING)).isTrue();
	}

	@Test
	@DisplayName("设有宽限：截止前到达的请求在宽限内不迟，宽限期满即迟；截止后到达的仍迟")
	void sparesWhoBeganInTime() {
		Duration grace = Duration.ofSeconds(30);

		assertThat(isLate(grace, LAST, CLOSING.plusSeconds(29))).isFalse();
		assertThat(isLate(grace, LAST, CLOSING.plusSeconds(30))).isTrue();
		assertThat(isLate(grace, CLOSING, CLOSING.plusSeconds(1))).isTrue();
	}

	@Test
	@DisplayName("定时器等宽限过去才办结，提醒仍按截止时间")
	void letsTheTimerWaitForTheGrace() {
		Lateness lateness = lateness(Duration.ofSeconds(30), CLOSING, 0);

		assertThat(lateness.ending(CLOSING)).isEqualTo(CLOSING.plusSeconds(30));
		assertThat(lateness.closing(lateness.ending(CLOSING))).isEqualTo(CLOSING);
		assertThat(lateness.isLate(CLOSING)).as("nobody's request").isTrue();
	}

	private static Callable<Boolean> submit(Instant now, CyclicBarrier together) {
		Lateness lateness = lateness(Duration.ZERO, now, 0);
		return () -> {
			together.await();
			lateness.begin();
			return lateness.isLate(CLOSING);
		};
	}

	private static boolean isLate(Duration grace, Instant begun, Instant judged) {
		Lateness lateness = lateness(grace, judged, Duration.between(begun, judged).toNanos());
		lateness.begin();
		try {
			return lateness.isLate(CLOSING);
		}
		finally {
			lateness.end();
		}
	}

	private static Lateness lateness(Duration grace, Instant now, long elapsed) {
		Campaign campaign = mock(Campaign.class);
		when(campaign.grace()).thenReturn(grace);
		long[] readings = { 0, elapsed };
		int[] next = { 0 };
		return new Lateness(campaign, Clock.fixed(now, Campaign.ZONE), () -> readings[Math.min(next[0]++, 1)]);
	}

}
