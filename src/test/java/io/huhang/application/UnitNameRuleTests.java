package io.huhang.application;

import java.util.List;
import java.util.Set;

import io.huhang.campaign.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("单位名称与注册的名称核对（附件1 一，R9）")
class UnitNameRuleTests {

	private final Rule rule = new UnitNameRule();

	@ParameterizedTest
	@ValueSource(strings = { "之江示例装备制造有限公司", " 之江示例 装备制造有限公司　", "" })
	@DisplayName("一致的、只是空格不同的接受；空缺由另一条规则说明")
	void acceptsTheRegisteredName(String name) {
		assertThat(Checks.problems(this.rule, CaseForms.aCase().with("unitName", name))).isEmpty();
	}

	@Test
	@DisplayName("不一致的提示核对，可以确认（单位可能已更名）")
	void warnsOfAnotherName() {
		Problem doubt = Checks.problems(this.rule, CaseForms.aCase().with("unitName", "之江示例智造有限公司")).get(0);

		assertThat(doubt.text()).isEqualTo("“单位名称”与注册的单位名称“之江示例装备制造有限公司”不一致，请按营业执照核对；单位已更名的，请确认。");
		assertThat(doubt.blocks()).isFalse();
	}

	@Test
	@DisplayName("括号全角半角视为相同")
	void takesBracketsOfEitherWidth() {
		CaseContext branch = new CaseContext(CaseForms.INDUSTRIAL_CODE, "之江（浙江）有限公司", Checks.TODAY, List.of(),
				List.of(), List.of(), Set.of());

		assertThat(this.rule.check(CaseForms.aCase().with("unitName", "之江(浙江)有限公司").form(), branch)).isEmpty();
	}

}
