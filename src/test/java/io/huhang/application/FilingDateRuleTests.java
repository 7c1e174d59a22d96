package io.huhang.application;

import io.huhang.campaign.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("申报日期（附件1 封面，R27，R15）")
class FilingDateRuleTests {

	private final Rule rule = new FilingDateRule(Checks.CAMPAIGN);

	@ParameterizedTest
	@ValueSource(strings = { "2024-11-12", "2024-11-11", "2024-01-01", "２０２４-11-11", "" })
	@DisplayName("接受今天和年内较早的日期")
	void acceptsTodayAndEarlierDaysOfTheYear(String day) {
		assertThat(Checks.problems(this.rule, CaseForms.aCase().with("filingDate", day))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "2024-11-13,为2024年11月13日，晚于今天（2024年11月12日），请改为不晚于今天的日期。",
			"2023-12-31,为2023年12月31日，早于本次申报的2024年度，请核对后修改。", "2024-02-30,不是有效的日期，请按“2024-11-05”的格式填写。",
			"2024年11月,不是有效的日期，请按“2024-11-05”的格式填写。", "十一月五日,不是有效的日期，请按“2024-11-05”的格式填写。",
			"2024-11,不是有效的日期，请按“2024-11-05”的格式填写。" })
	@DisplayName("拒绝未来、往年和无效的日期")
	void refusesOtherDays(String day, String text) {
		assertThat(Checks.problems(this.rule, CaseForms.aCase().with("filingDate", day)))
			.containsExactly(new Problem("filingDate", "“申报日期”" + text, "附件1 封面"));
	}

}
