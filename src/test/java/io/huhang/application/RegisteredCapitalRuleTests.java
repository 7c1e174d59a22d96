package io.huhang.application;

import io.huhang.campaign.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("注册资本，单位万元（附件1 一，R37）")
class RegisteredCapitalRuleTests {

	private final Rule rule = new RegisteredCapitalRule();

	@ParameterizedTest
	@ValueSource(strings = { "5000", "0", "1234.56", "0.000001", "1,234,567.5", "１２０００", "5000万元", "5000 万", "10000000",
			"1.50000000", "" })
	@DisplayName("接受非负数额，去掉千分位和单位")
	void acceptsAmounts(String amount) {
		assertThat(Checks.problems(this.rule, CaseForms.aCase().with("registeredCapitalWan", amount))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "-1|不能为负数，请填写以万元为单位的数额。", "五千|应为数字，请填写以万元为单位的数额，如“5000”或“1234.56”；外币请折算为人民币。",
					"1,5|应为数字，请填写以万元为单位的数额，如“5000”或“1234.56”；外币请折算为人民币。",
					"500美元|应为数字，请填写以万元为单位的数额，如“5000”或“1234.56”；外币请折算为人民币。",
					"1e9|应为数字，请填写以万元为单位的数额，如“5000”或“1234.56”；外币请折算为人民币。", "0.0000001|最多保留6位小数，请四舍五入后填写。",
					"100000000.1|超过1万亿元，请核对单位是否为万元。" })
	@DisplayName("拒绝负数、非数字、过多小数和以元为单位的数额")
	void refusesOtherAmounts(String amount, String text) {
		assertThat(Checks.problems(this.rule, CaseForms.aCase().with("registeredCapitalWan", amount)))
			.containsExactly(new Problem("registeredCapitalWan", "“注册资本（万元）”" + text, "附件1 一、申报单位基本情况"));
	}

	@ParameterizedTest
	@CsvSource({ "10000000.01,现为10000000.01万元，即1000.000001亿元，单位是万元吗？如按元填写，请改为1000.000001。",
			"50000000,现为50000000万元，即5000亿元，单位是万元吗？如按元填写，请改为5000。",
			"100000000,现为100000000万元，即10000亿元，单位是万元吗？如按元填写，请改为10000。" })
	@DisplayName("像以元为单位的数额：询问，可以确认")
	void asksAboutAmountsThatLookLikeYuan(String amount, String text) {
		assertThat(Checks.problems(this.rule, CaseForms.aCase().with("registeredCapitalWan", amount))).singleElement()
			.satisfies(doubt -> assertThat(doubt.blocks()).isFalse())
			.extracting(Problem::text)
			.isEqualTo("“注册资本（万元）”" + text);
	}

	@Test
	@DisplayName("基础电信企业的分支机构可以填写“无”（填表须知二“除另有说明外”）")
	void takesNoneFromABranchOfATelecomOperator() {
		CaseForms branch = CaseForms.aTelecomCase().with("registeredCapitalWan", " 无 ");

		assertThat(Checks.problems(this.rule, branch.with("signerRole", "HEAD_OF_BRANCH"))).isEmpty();
		assertThat(Checks.problems(this.rule, branch.without("signerRole").with("unitName", "钱塘示例通信有限公司浙江省分公司")))
			.isEmpty();
	}

	@Test
	@DisplayName("对照：其他单位不能填写“无”")
	void takesNoneFromNobodyElse() {
		String text = "“注册资本（万元）”只有基础电信企业的分支机构可以填写“无”，请填写营业执照上的注册资本。";

		assertThat(Checks.texts(this.rule, CaseForms.aTelecomCase().with("registeredCapitalWan", "无")))
			.containsExactly(text);
		assertThat(Checks.texts(this.rule,
				CaseForms.aCase().with("registeredCapitalWan", "无").with("signerRole", "HEAD_OF_BRANCH")))
			.containsExactly(text);
	}

	@Test
	@DisplayName("极长的输入也立即得到答复")
	void answersAVeryLongInputAtOnce() {
		assertThat(Checks.problems(this.rule,
				CaseForms.aCase().with("registeredCapitalWan", "1" + ",000".repeat(100_000))))
			.hasSize(1);
	}

}
