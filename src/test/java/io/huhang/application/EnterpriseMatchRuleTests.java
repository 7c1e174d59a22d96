package io.huhang.application;

import io.huhang.campaign.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("只能申报本企业（通知二（一），R9，R10）")
class EnterpriseMatchRuleTests {

	private final Rule rule = new EnterpriseMatchRule();

	@Test
	@DisplayName("代码是账号所属企业的，写法不同也接受")
	void acceptsTheEnterprisesOwnCode() {
		assertThat(Checks.problems(this.rule, CaseForms.aCase().with("unifiedCode", "91330000 733796106p"))).isEmpty();
	}

	@Test
	@DisplayName("9位组织机构代码是本企业代码第9至17位的接受，别家的不接受（C10）")
	void comparesTheOlderCodeWithTheOneInside() {
		assertThat(Checks.problems(this.rule, CaseForms.aCase().with("unifiedCode", "73379610-6"))).isEmpty();
		assertThat(Checks.problems(this.rule, CaseForms.aCase().with("unifiedCode", "71093123-X")))
			.extracting(Problem::clause)
			.containsExactly("通知二（一）申报要求");
	}

	@Test
	@DisplayName("填写别家企业的代码不接受")
	void refusesAnotherEnterprisesCode() {
		assertThat(Checks.problems(this.rule, CaseForms.aCase().with("unifiedCode", CaseForms.TELECOM_CODE)))
			.containsExactly(new Problem("unifiedCode",
					"“组织机构代码/三证合一码”与当前账号所属企业的统一社会信用代码（91330000733796106P）不一致，请填写本企业的代码。", "通知二（一）申报要求"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "914403001922038217" })
	@DisplayName("空缺或错误的代码由另一条规则说明")
	void isSilentAboutAWrongCode(String code) {
		assertThat(Checks.problems(this.rule, CaseForms.aCase().with("unifiedCode", code))).isEmpty();
	}

}
