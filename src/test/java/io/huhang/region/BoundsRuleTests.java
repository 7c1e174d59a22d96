package io.huhang.region;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("部分不大于整体（附件2 一、重点任务完成情况）")
class BoundsRuleTests {

	@ParameterizedTest
	@CsvSource({ "fiveSteps,assessed", "vehicleProtected,vehicleFiled", "risksMended,risks", "hazardsMended,hazards" })
	@DisplayName("五步走≤符合性评测，完成防护评测≤备案，整改≤风险，完成整改≤隐患：相等可以，多一个不可以")
	void keepsAPartWithinItsWhole(String part, String whole) {
		assertThat(RegionForms.aRegion("SAFETY").number(part, "3").number(whole, "3").texts()).isEmpty();
		assertThat(RegionForms.aRegion("SAFETY").number(part, "4").texts()).singleElement()
			.asString()
			.startsWith("number-" + part + " ")
			.contains("为4，大于“", "”（3），请核对后修改其中一处。");
	}

	@Test
	@DisplayName("符合性评测不超过三级、二级、一级之和")
	void keepsTheAssessedWithinAllLevels() {
		RegionForms nine = RegionForms.aRegion("SAFETY").number("assessed", "9");
		assertThat(nine.texts()).isEmpty();
		assertThat(nine.number("assessed", "10").texts())
			.containsExactly("number-assessed “完成符合性评测的企业”为10，大于“三级工业互联网企业”“二级工业互联网企业”“一级工业互联网企业”之和（9），请核对后修改其中一处。");
	}

	@Test
	@DisplayName("未填或填错的数字不重复报告")
	void isSilentAboutWhatIsNoNumber() {
		assertThat(RegionForms.aRegion("SAFETY").number("risks", "").number("risksMended", "9").texts())
			.containsExactly("number-risks “发现企业安全风险”未填写，请填写数字，没有的填0。");
	}

	@Test
	@DisplayName("未申报方向的数字不参加比较")
	void ignoresNumbersThatAreNotShown() {
		assertThat(RegionForms.aRegion("SERVICE").number("risks", "1").number("risksMended", "9").texts()).isEmpty();
	}

}
