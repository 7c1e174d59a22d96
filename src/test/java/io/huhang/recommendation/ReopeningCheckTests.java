package io.huhang.recommendation;

import java.time.Instant;
import java.util.Optional;

import io.huhang.campaign.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("重新开放：新的截止时间须晚于现在、不超过限度，并写明理由（通知二（三））")
class ReopeningCheckTests {

	private static final ReopeningCheck CHECK = new ReopeningCheck(Instant.parse("2025-01-03T02:00:00Z"),
			Instant.parse("2025-01-31T16:00:00Z"));

	@ParameterizedTest
	@CsvSource({ "2025-01-15,2025-01-15T16:00:00Z", "2025年1月15日,2025-01-15T16:00:00Z",
			"２０２５-01-15,2025-01-15T16:00:00Z", "2025-01-15 17:00,2025-01-15T09:00:00Z",
			"2025年1月15日17：30,2025-01-15T09:30:00Z", "2025-01-15 24:00,2025-01-15T16:00:00Z",
			"2025-01-03 10:01,2025-01-03T02:01:00Z", "2025-01-31,2025-01-31T16:00:00Z" })
	@DisplayName("只写日期的含当日全天，写到分钟的以该时刻为限")
	void readsADayAsAWhole(String typed, Instant closing) {
		assertThat(ReopeningCheck.instant(typed)).isEqualTo(Optional.of(closing));
		assertThat(CHECK.problems(new Reopening("REOPEN", typed, "因灾延误。"))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "一月中旬", "2025-02-30", "2025-01-15 25:00", "2025-13-01", "2025-01-15 24:30" })
	@DisplayName("不是日期的，指出应怎样填写")
	void refusesWhatIsNoDate(String typed) {
		assertThat(CHECK.problems(new Reopening("REOPEN", typed, "因灾延误。"))).containsExactly(new Problem("closing",
				"新的报送截止时间“%s”不是有效日期，请按2025-01-15（含当日）或者2025-01-15 17:00的格式填写。".formatted(typed), "通知二（三）"));
	}

	@Test
	@DisplayName("没有填写的，请填写")
	void demandsTheClosing() {
		assertThat(CHECK.problems(new Reopening("REOPEN", "", "因灾延误。")))
			.containsExactly(new Problem("closing", "请填写新的报送截止时间，如2025-01-15（含当日）或者2025-01-15 17:00。", "通知二（三）"));
	}

	@ParameterizedTest
	@CsvSource({ "2025-01-02,新的报送截止时间须晚于现在（服务器时间2025年1月3日 10:00），请改填。",
			"2025-01-03 10:00,新的报送截止时间须晚于现在（服务器时间2025年1月3日 10:00），请改填。", "2025-02-01,新的报送截止时间最晚为2025年1月31日24:00，请改填。",
			"2025-02-01 00:01,新的报送截止时间最晚为2025年1月31日24:00，请改填。" })
	@DisplayName("已过去的、超过限度的时间不接受，边界上的那一刻算在内")
	void refusesThePastAndTheTooFar(String typed, String text) {
		assertThat(CHECK.problems(new Reopening("REOPEN", typed, "因灾延误。")))
			.containsExactly(new Problem("closing", text, "通知二（三）"));
	}

	@Test
	@DisplayName("没有选择、没有理由的一次指出；不再开放的不问时间")
	void asksForDecisionAndReason() {
		assertThat(CHECK.problems(new Reopening(null, null, " "))).extracting(Problem::field)
			.containsExactly("decision", "reason");
		assertThat(CHECK.problems(new Reopening("END", "随便", "已无必要。"))).isEmpty();
		assertThat(CHECK.problems(new Reopening("END", "", "长".repeat(2001)))).extracting(Problem::text)
			.containsExactly("理由现2001字，超过2000字，请删减。");
	}

}
