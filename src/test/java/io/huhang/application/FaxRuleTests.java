package io.huhang.application;

import io.huhang.campaign.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("传真（附件1 一，R39，C9）")
class FaxRuleTests {

	private final Rule rule = new FaxRule();

	@ParameterizedTest
	@ValueSource(strings = { "无", " 无　", "010-68206207", "０５７１－８７６５４３２１", "" })
	@DisplayName("接受带区号的号码和“无”")
	void acceptsANumberOrNone(String fax) {
		assertThat(Checks.problems(this.rule, CaseForms.aCase().with("fax", fax))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "没有", "/", "13800138000", "400-100-8600", "68206207" })
	@DisplayName("拒绝手机号、400号码和其他文字")
	void refusesAnythingElse(String fax) {
		assertThat(Checks.problems(this.rule, CaseForms.aCase().with("fax", fax)))
			.containsExactly(new Problem("fax", "“传真”格式不正确，请填写带区号的号码，如“010-68206207”；没有传真的请填写“无”。", "附件1 一、申报单位基本情况"));
	}

}
