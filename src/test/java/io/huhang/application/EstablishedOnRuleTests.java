package io.huhang.application;

import io.huhang.campaign.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("成立时间（附件1 一，R35）")
class EstablishedOnRuleTests {

	private final Rule rule = new EstablishedOnRule();

	@ParameterizedTest
	@ValueSource(strings = { "2001-11-30", "2001-11", "2024-11-11", "2024-11", "1865-09-20", "2024-02-29", "" })
	@DisplayName("接受不晚于申报日期的年月日或年月")
	void acceptsDaysAndMonthsUpToTheFiling(String day) {
		assertThat(Checks.problems(this.rule, CaseForms.aCase().with("establishedOn", day))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "2024-11-12,晚于申报日期（2024年11月11日），请对照营业执照修改。", "2024-12,晚于申报日期（2024年11月11日），请对照营业执照修改。",
			"0219-03-15,的年份为219年，请对照营业执照修改。", "2023-02-29,不是有效的日期，请按“2019-03-15”或“2019-03”的格式填写。",
			"2001年,不是有效的日期，请按“2019-03-15”或“2019-03”的格式填写。" })
	@DisplayName("拒绝晚于申报日期的、年份离奇的和无效的日期")
	void refusesOtherDays(String day, String text) {
		assertThat(Checks.problems(this.rule, CaseForms.aCase().with("establishedOn", day)))
			.containsExactly(new Problem("establishedOn", "“成立时间”" + text, "附件1 一、申报单位基本情况"));
	}

	@Test
	@DisplayName("申报日期无效时与今天比较")
	void comparesWithTodayWhenTheFilingDateIsInvalid() {
		CaseForms form = CaseForms.aCase().with("filingDate", "明天");

		assertThat(Checks.problems(this.rule, form.with("establishedOn", "2024-11-12"))).isEmpty();
		assertThat(Checks.texts(this.rule, form.with("establishedOn", "2024-11-13")))
			.containsExactly("“成立时间”晚于申报日期（2024年11月12日），请对照营业执照修改。");
	}

}
