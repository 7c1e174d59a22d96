package io.huhang.application;

import io.huhang.campaign.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("案例实施时间与活动年度相交（通知二（一），R15，C23）")
class WorkPeriodRuleTests {

	private final Rule rule = new WorkPeriodRule(Checks.CAMPAIGN);

	@ParameterizedTest
	@CsvSource({ "2023-10,2024-10", "2024-01,2024-01", "2019-05-01,2024-01-01", "2024-11,2024-11", "2024-11-05,2024-11",
			"2024-03-15,2024-11-12", "2024年3月,2024年10月" })
	@DisplayName("开始或完成在2024年度的都可以，可以更早开始")
	void acceptsWorkThatTouchesTheYear(String from, String to) {
		assertThat(Checks.problems(this.rule, CaseForms.aCase().with("workFrom", from).with("workTo", to))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "2022-01,2023-12,workTo,“实施完成时间”不在2024年度内，申报内容应为2024年度推进实施、取得明显成效的工作，请核对实施时间或改报其他案例。",
			"2024-05,2024-04,workTo,“实施完成时间”早于实施开始时间，请核对后修改。",
			"2024-05,2024-12,workTo,“实施完成时间”晚于今天（2024年11月12日），仍在实施的请填写至申报当月。",
			"去年,2024-10,workFrom,“实施开始时间”不是有效的日期，请按“2024-03”或“2024-03-15”的格式填写。",
			"2023-10,2024-13,workTo,“实施完成时间”不是有效的日期，请按“2024-03”或“2024-03-15”的格式填写。" })
	@DisplayName("年度以外的、先后颠倒的、将来的、无效的：说明怎样修改")
	void refusesOtherPeriods(String from, String to, String field, String text) {
		assertThat(Checks.problems(this.rule, CaseForms.aCase().with("workFrom", from).with("workTo", to)))
			.containsExactly(new Problem(field, text, "通知二（一）申报要求"));
	}

}
