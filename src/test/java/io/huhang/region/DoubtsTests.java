package io.huhang.region;

import java.util.List;

import io.huhang.campaign.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("可以确认的疑问：确认后照填，数字再改就再问（附件2 一）")
class DoubtsTests {

	@Test
	@DisplayName("监测服务的基础电信企业超过4家的，请核对")
	void asksAboutMoreOperatorsThanThereAre() {
		assertThat(RegionForms.aRegion("SERVICE").number("telecoms", "4").texts()).isEmpty();
		assertThat(RegionForms.aRegion("SERVICE").number("telecoms", "5").texts())
			.containsExactly("？number-telecoms “参加监测服务试点的基础电信企业”现为5，一般不超过4，请核对；确为如此的，确认后可继续。");
	}

	@ParameterizedTest
	@CsvSource({ "controlAssessed,SAFETY", "notices,SAFETY", "trainings,SAFETY", "telecoms,SERVICE",
			"tourCities,SERVICE" })
	@DisplayName("没有开展而有成效的，请核对")
	void asksAboutEffectsWithoutTheirCause(String cause, String direction) {
		assertThat(RegionForms.aRegion(direction).number(cause, "0").texts()).singleElement()
			.asString()
			.startsWith("？number-" + cause + " ")
			.contains("为0，而“", "大于0，请核对；确为如此的，确认后可继续。");
	}

	@Test
	@DisplayName("答“否”而填有数字的，请核对")
	void asksAboutANoBesideNumbers() {
		assertThat(RegionForms.aRegion("SAFETY").with("answer-classification", "否").texts()).singleElement()
			.asString()
			.startsWith("？answer-classification “是否组织开展工业互联网安全分类分级管理”选择了“否”，而“三级工业互联网企业”");
		assertThat(RegionForms.aRegion("SERVICE").with("answer-classification", "否").texts()).isEmpty();
	}

	@Test
	@DisplayName("确认只对这一数字有效")
	void keepsAConfirmationForExactlyThisNumber() {
		RegionForms five = RegionForms.aRegion("SERVICE").number("telecoms", "5");
		Problem doubt = five.problems().get(0);

		assertThat(five.with("confirmations", doubt.confirmation()).texts()).isEmpty();
		assertThat(five.number("telecoms", "6").problems()).extracting(Problem::field)
			.isEqualTo(List.of("number-telecoms"));
	}

}
