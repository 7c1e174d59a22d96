package io.huhang.application;

import java.util.List;

import io.huhang.campaign.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("法定代表人或分支机构负责人签署（附件1 五，R51）")
class SignerRuleTests {

	private static final String BRANCH = "钱塘示例通信有限公司浙江省分公司";

	private final Rule rule = new SignerRule();

	@ParameterizedTest
	@CsvSource({ "之江示例装备制造有限公司,LEGAL_REPRESENTATIVE", BRANCH + ",HEAD_OF_BRANCH" })
	@DisplayName("公司由法定代表人、分公司由负责人签署")
	void acceptsTheRightSigner(String unit, String role) {
		assertThat(Checks.problems(this.rule, CaseForms.aCase().with("unitName", unit).with("signerRole", role)))
			.isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ BRANCH + ",LEGAL_REPRESENTATIVE,为法定代表人，而单位名称显示为分支机构；分支机构没有法定代表人的，请改选“负责人”。",
			"之江示例装备制造有限公司,HEAD_OF_BRANCH,为负责人，而单位名称未显示为分支机构；有法定代表人的，请改选“法定代表人”。" })
	@DisplayName("与单位名称不相称的：询问，可以确认")
	void asksAboutAnOddSigner(String unit, String role, String text) {
		List<Problem> doubts = Checks.problems(this.rule,
				CaseForms.aCase().with("unitName", unit).with("signerRole", role));

		assertThat(doubts).extracting(Problem::text).containsExactly("“签署人身份”" + text);
		assertThat(doubts).extracting(Problem::blocks).containsExactly(false);
	}

	@Test
	@DisplayName("没有选择的按法定代表人，别的身份拒绝")
	void refusesAnotherRole() {
		assertThat(Checks.problems(this.rule, CaseForms.aCase().without("signerRole"))).isEmpty();
		assertThat(Checks.problems(this.rule, CaseForms.aCase().with("signerRole", "AGENT")))
			.containsExactly(new Problem("signerRole", "“签署人身份”的选项无效，请选择“法定代表人”或“负责人”。", "附件1 五、真实性承诺"));
	}

}
