package io.huhang.application;

import java.util.List;

import io.huhang.campaign.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("企业类别（附件1 一，R40，C1，C2，C4）")
class CategoriesRuleTests {

	private final Rule rule = new CategoriesRule(Checks.CAMPAIGN);

	@ParameterizedTest
	@ValueSource(strings = { "INDUSTRIAL", "PLATFORM", "IDENTIFIER", "VEHICLE", "VEHICLE_PLATFORM", "CONTROL_PRODUCT",
			"TELECOM", "SECURITY" })
	@DisplayName("接受八类企业，含附件1未列的网络安全企业")
	void acceptsEachOfTheEight(String category) {
		assertThat(Checks.problems(this.rule, CaseForms.aCase().with("categories", List.of(category)))).isEmpty();
	}

	@Test
	@DisplayName("接受多选")
	void acceptsSeveral() {
		assertThat(Checks.problems(this.rule, CaseForms.aCase().with("categories", List.of("VEHICLE", "INDUSTRIAL"))))
			.isEmpty();
	}

	@Test
	@DisplayName("拒绝所列类别以外的代码")
	void refusesAnUnknownCategory() {
		assertThat(Checks.problems(this.rule, CaseForms.aCase().with("categories", List.of("INDUSTRIAL", "BANK"))))
			.containsExactly(new Problem("categories", "“企业类别”的选项无效，请在所列类别中重新选择。", "附件1 一、申报单位基本情况"));
	}

}
