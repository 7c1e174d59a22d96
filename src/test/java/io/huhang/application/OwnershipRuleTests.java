package io.huhang.application;

import io.huhang.campaign.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("单位性质（附件1 一，R38）")
class OwnershipRuleTests {

	private final Rule rule = new OwnershipRule(Checks.CAMPAIGN);

	@ParameterizedTest
	@CsvSource({ "STATE,''", "PRIVATE,''", "JOINT_VENTURE,''", "STATE_HOLDING,''", "STATE_SHARE,''", "OTHER,集体所有制" })
	@DisplayName("接受六项之一，其他须注明")
	void acceptsEachOfTheSix(String ownership, String other) {
		assertThat(Checks.problems(this.rule,
				CaseForms.aCase().with("ownership", ownership).with("ownershipOther", other)))
			.isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "OTHER,'',ownershipOther,“单位性质—其他（请注明）”未填写，选择“其他”的请注明单位性质。",
			"OTHER,'　 ',ownershipOther,“单位性质—其他（请注明）”未填写，选择“其他”的请注明单位性质。",
			"STATE,集体所有制,ownershipOther,“单位性质—其他（请注明）”只在选择“其他”时填写，现已选择“国有企业”，请清空。",
			"COLLECTIVE,'',ownership,“单位性质”的选项无效，请在六项中重新选择一项。" })
	@DisplayName("拒绝缺少或多余的说明和无效的选项")
	void refusesAMissingOrSuperfluousText(String ownership, String other, String field, String text) {
		assertThat(Checks.problems(this.rule,
				CaseForms.aCase().with("ownership", ownership).with("ownershipOther", other)))
			.containsExactly(new Problem(field, text, "附件1 一、申报单位基本情况"));
	}

}
