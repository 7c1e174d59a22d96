package io.huhang.application;

import io.huhang.campaign.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("电子邮箱（附件1 一，R39）")
class EmailRuleTests {

	private final Rule rule = new EmailRule();

	@ParameterizedTest
	@ValueSource(strings = { "zhangyu8@caict.ac.cn", "a.b+c@qq.com", "ｚｈａｎｇ＠ｑｑ．ｃｏｍ", " me@163.com ",
			"x_y@a-b.example.com", "" })
	@DisplayName("接受一个英文邮箱地址，全角先转半角")
	void acceptsAnAddress(String email) {
		assertThat(Checks.problems(this.rule, CaseForms.aCase().with("email", email))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "zhang.qq.com|缺少“@”，请填写完整的邮箱地址，如“name@example.com”。",
			"a@qq.com;b@qq.com|中“@”前的部分格式不正确，请只填写一个邮箱地址，不含空格和中文。", "张三@qq.com|中“@”前的部分格式不正确，请只填写一个邮箱地址，不含空格和中文。",
			"@qq.com|中“@”前的部分格式不正确，请只填写一个邮箱地址，不含空格和中文。", "a..b@qq.com|中“@”前的部分格式不正确，请只填写一个邮箱地址，不含空格和中文。",
			"zhang@qq|中“@”后的部分不是有效的英文域名，请核对，如“name@example.com”。",
			"zhang@公司.cn|中“@”后的部分不是有效的英文域名，请核对，如“name@example.com”。",
			"zhang@xn--55qx5d.cn|中“@”后的部分不是有效的英文域名，请核对，如“name@example.com”。",
			"zhang@qq..com|中“@”后的部分不是有效的英文域名，请核对，如“name@example.com”。" })
	@DisplayName("拒绝多个地址、中文和无效的域名")
	void refusesOtherAddresses(String email, String text) {
		assertThat(Checks.problems(this.rule, CaseForms.aCase().with("email", email)))
			.containsExactly(new Problem("email", "“电子邮箱”" + text, "附件1 一、申报单位基本情况"));
	}

	@Test
	@DisplayName("254个字符可以，255个不可以")
	void countsTheCharacters() {
		String host = "@" + "a".repeat(60) + "." + "b".repeat(60) + "." + "c".repeat(63) + ".com";
		CaseForms longest = CaseForms.aCase().with("email", "x".repeat(254 - host.length()) + host);
		CaseForms longer = CaseForms.aCase().with("email", "x".repeat(255 - host.length()) + host);

		assertThat(Checks.problems(this.rule, longest)).isEmpty();
		assertThat(Checks.texts(this.rule, longer)).containsExactly("“电子邮箱”现255个字符，超过254个字符，请换一个邮箱。");
	}

}
