package io.huhang.application;

import io.huhang.campaign.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("网络安全级别只为所选方向填写（附件1 一，R42，R43）")
class LevelRuleTests {

	private final Rule industrial = LevelRule.industrial(Checks.CAMPAIGN);

	private final Rule vehicle = LevelRule.vehicle(Checks.CAMPAIGN);

	@ParameterizedTest
	@ValueSource(strings = { "三级", "二级", "一级" })
	@DisplayName("分类分级方向接受三级、二级、一级（R42）")
	void acceptsTheThreeIndustrialLevels(String level) {
		CaseForms form = CaseForms.aCase().with("industrialLevel", level);

		assertThat(Checks.problems(this.industrial, form)).isEmpty();
		assertThat(Checks.problems(this.vehicle, form)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "五级", "四级", "三级", "二级", "一级" })
	@DisplayName("车联网方向接受五级至一级（R43）")
	void acceptsTheFiveVehicleLevels(String level) {
		CaseForms form = CaseForms.aCase()
			.with("direction", "D2")
			.without("industrialLevel")
			.with("vehicleLevel", level);

		assertThat(Checks.problems(this.industrial, form)).isEmpty();
		assertThat(Checks.problems(this.vehicle, form)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "'',“网络安全级别（申报工业互联网安全分类分级案例填写）”未选择，请在三级、二级、一级中选择一项。",
			"五级,“网络安全级别（申报工业互联网安全分类分级案例填写）”的选项无效，请在三级、二级、一级中重新选择。" })
	@DisplayName("分类分级方向未选级别或选了另一种级别（R42）")
	void refusesNoLevelOrOneOfTheOtherScale(String level, String text) {
		assertThat(Checks.problems(this.industrial, CaseForms.aCase().with("industrialLevel", level)))
			.containsExactly(new Problem("industrialLevel", text, "附件1 一、申报单位基本情况"));
	}

	@Test
	@DisplayName("车联网方向未选级别（R43）")
	void refusesNoVehicleLevel() {
		assertThat(Checks.texts(this.vehicle, CaseForms.aCase().with("direction", "D2")))
			.containsExactly("“网络安全级别（申报车联网网络安全防护案例填写）”未选择，请在五级、四级、三级、二级、一级中选择一项。");
	}

	@ParameterizedTest
	@ValueSource(strings = { "D3", "D4", "D5" })
	@DisplayName("其他方向两栏级别都须空着（R42，R43）")
	void refusesLevelsInOtherDirections(String direction) {
		CaseForms form = CaseForms.aCase().with("direction", direction).with("vehicleLevel", "二级");

		assertThat(Checks.texts(this.industrial, form))
			.containsExactly("“网络安全级别（申报工业互联网安全分类分级案例填写）”只在申报“工业互联网安全分类分级案例”时填写，请清空。");
		assertThat(Checks.texts(this.vehicle, form))
			.containsExactly("“网络安全级别（申报车联网网络安全防护案例填写）”只在申报“车联网网络安全防护案例”时填写，请清空。");
	}

}
