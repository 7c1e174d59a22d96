package io.huhang.application;

import io.huhang.campaign.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("字数（附件1 一不超过1000字，附件3 100字内，R44，R82，C21）")
class LengthRulesTests {

	@Test
	@DisplayName("申报单位简介1000字可以，1036字须删减36字（R44）")
	void countsTheProfile() {
		Rule rule = new ProfileLengthRule(Checks.CAMPAIGN);

		assertThat(Checks.problems(rule, CaseForms.aCase().with("profile", "字".repeat(999) + "5G"))).isEmpty();
		assertThat(Checks.problems(rule, CaseForms.aCase().with("profile", "字".repeat(1035) + "5G")))
			.containsExactly(new Problem("profile", "“申报单位简介”现1036字，超过1000字，请删减36字。", "附件1 一、申报单位基本情况"));
	}

	@Test
	@DisplayName("案例简述100字可以，101字须删减1字（R82）")
	void countsTheSummary() {
		Rule rule = new SummaryLengthRule(Checks.CAMPAIGN);

		assertThat(Checks.problems(rule, CaseForms.aCase().with("summary", "字".repeat(100) + "\n 　"))).isEmpty();
		assertThat(Checks.problems(rule, CaseForms.aCase().with("summary", "字".repeat(101))))
			.containsExactly(new Problem("summary", "“案例简述”现101字，超过100字，请删减1字。", "附件3 案例申报方向和简述"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "caseName", "unitName", "address", "ownershipOther", "contactName", "signer" })
	@DisplayName("单行内容200个字符可以，201个不可以")
	void limitsLines(String field) {
		Rule rule = new FieldLengthRule();

		assertThat(Checks.problems(rule, CaseForms.aCase().with(field, "😀".repeat(200)))).isEmpty();
		assertThat(Checks.texts(rule, CaseForms.aCase().with(field, "字".repeat(201)))).singleElement()
			.asString()
			.endsWith("”现201个字符，超过200个字符，请删减1个字符。");
	}

	@ParameterizedTest
	@ValueSource(strings = { "profile", "overview", "results", "summary" })
	@DisplayName("长篇内容20000个字符可以，20001个不可以（C21）")
	void limitsTexts(String field) {
		Rule rule = new FieldLengthRule();

		assertThat(Checks.problems(rule, CaseForms.aCase().with(field, "a".repeat(20_000)))).isEmpty();
		assertThat(Checks.texts(rule, CaseForms.aCase().with(field, "a".repeat(20_001)))).singleElement()
			.asString()
			.endsWith("”现20001个字符，超过20000个字符，请删减1个字符。");
	}

}
