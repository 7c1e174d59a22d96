package io.huhang.application;

import io.huhang.campaign.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("声明（附件1 填表须知五，通知二（一），R10，R12，R32，C22）")
class DeclarationsRuleTests {

	private final Rule rule = new DeclarationsRule();

	@Test
	@DisplayName("三项声明都勾选")
	void acceptsThreeDeclarations() {
		assertThat(Checks.problems(this.rule, CaseForms.aCase())).isEmpty();
	}

	@Test
	@DisplayName("未勾选的每项各说明一次")
	void refusesEachMissingDeclaration() {
		CaseForms form = CaseForms.aCase().without("ownsRights").with("appliesAlone", "false").with("noSecrets", "");

		assertThat(Checks.problems(this.rule, form)).containsExactly(
				new Problem("ownsRights", "“自主知识产权声明”未勾选，申报的案例需拥有自主知识产权，请确认后勾选。", "附件1 填表须知五"),
				new Problem("appliesAlone", "“单独申报声明”未勾选，案例须由企业单独申报，同一案例不可通过多途径同时申报，请确认后勾选。", "通知二（一）申报要求"),
				new Problem("noSecrets", "“不含涉密信息声明”未勾选，本系统不得填报、上传涉密信息，请确认后勾选。", "《中华人民共和国保守国家秘密法》"));
	}

}
