package io.huhang.campaign;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("提醒安排：截止前30、14、7、3、1天和3小时（通知二（三），R20）")
class RemindersTests {

	private static final Instant CLOSING = Instant.parse("2024-12-31T16:00:00Z");

	@ParameterizedTest(name = "上一次在{0}之前，下一次是{1}")
	@CsvSource({ "2024-11-11T00:00:00Z,2024-12-01T16:00:00Z", "2024-12-01T15:59:59Z,2024-12-01T16:00:00Z",
			"2024-12-01T16:00:00Z,2024-12-17T16:00:00Z", "2024-12-17T16:00:00Z,2024-12-24T16:00:00Z",
			"2024-12-24T16:00:00Z,2024-12-28T16:00:00Z", "2024-12-28T16:00:00Z,2024-12-30T16:00:00Z",
			"2024-12-30T16:00:00Z,2024-12-31T13:00:00Z" })
	@DisplayName("一次接一次")
	void climbsRungByRung(Instant after, Instant next) {
		assertThat(reminders(after).next(List.of(CLOSING), after)).contains(next);
	}

	@Test
	@DisplayName("几个截止时间，取最近的一次；都过去了就没有")
	void takesTheNearestOfSeveralDates() {
		Instant earlier = Instant.parse("2024-12-17T16:00:00Z");
		Instant after = Instant.parse("2024-12-10T17:00:00Z");

		assertThat(reminders(after).next(List.of(CLOSING, earlier), after))
			.contains(Instant.parse("2024-12-14T16:00:00Z"));
		assertThat(reminders(after).next(List.of(), after)).isEmpty();
		assertThat(reminders(CLOSING).next(List.of(CLOSING), Instant.parse("2024-12-31T13:00:00Z"))).isEmpty();
	}

	@ParameterizedTest(name = "{0}至{1}：{2}")
	@CsvSource({ "2024-12-24T15:00:00Z,2024-12-24T16:00:00Z,P7D", "2024-12-24T16:00:00Z,2024-12-24T16:00:01Z,",
			"2024-12-01T00:00:00Z,2024-12-29T00:00:00Z,P3D", "2024-12-31T12:00:00Z,2024-12-31T13:00:00Z,PT3H",
			"2024-12-30T00:00:00Z,2024-12-31T16:00:00Z," })
	@DisplayName("错过的几次只算最近一次，已到期的不算，截止之后不再提醒")
	void countsWhatWasMissedOnce(Instant after, Instant until, String rung) {
		assertThat(reminders(until).fallen(CLOSING, after, until).map(Duration::toString).orElse(null))
			.isEqualTo((rung != null) ? Duration.parse(rung).toString() : null);
	}

	@ParameterizedTest(name = "{0}：还有{1}")
	@CsvSource({ "2024-12-01T16:00:00Z,30天", "2024-12-24T16:00:01Z,7天", "2024-12-30T16:00:00Z,1天",
			"2024-12-30T16:00:01Z,1天", "2024-12-30T17:00:01Z,23小时", "2024-12-31T13:00:02Z,3小时",
			"2024-12-31T16:00:00Z,0小时" })
	@DisplayName("还剩多少，已开始的一天或者一小时算在内")
	void tellsWhatIsLeft(Instant now, String left) {
		assertThat(reminders(now).left(CLOSING)).isEqualTo(left);
	}

	private static Reminders reminders(Instant now) {
		return new Reminders(Campaigns.packaged(), Clock.fixed(now, Campaign.ZONE));
	}

}
