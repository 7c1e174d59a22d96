package io.huhang.organization;

import java.util.List;

import io.huhang.campaign.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("登录密码的要求")
class PasswordRuleTests {

	private static final Person PERSON = new Person("u-zhijiang", "甲样例", "lianxiren@example.cn", "13900000000",
			Role.OFFICER, "330000-iit");

	@ParameterizedTest
	@ValueSource(strings = { "Huhang@2024", "Aa1-567890", "长安Aa1-567890", "Aa1 -567890xyz" })
	@DisplayName("四类字符齐全、10个字符以上：可以")
	void acceptsAMixedPasswordOfTenCharacters(String password) {
		assertThat(PasswordRule.check(PERSON, password, password)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "Aa1-56789, 密码应为10至128个字符，现为9个，请重新设置。", "huhang@2024, 密码应同时包含大写字母、小写字母、数字和特殊符号（如@、#、-），请补充。",
			"HUHANG@2024, 密码应同时包含大写字母、小写字母、数字和特殊符号（如@、#、-），请补充。",
			"Huhang@huhang, 密码应同时包含大写字母、小写字母、数字和特殊符号（如@、#、-），请补充。", "Huhang2024, 密码应同时包含大写字母、小写字母、数字和特殊符号（如@、#、-），请补充。",
			"Lianxiren@2024, 密码不得包含登录名、邮箱或姓名，请更换。", "U-Zhijiang2024, 密码不得包含登录名、邮箱或姓名，请更换。",
			"甲样例Aa1-56789, 密码不得包含登录名、邮箱或姓名，请更换。" })
	@DisplayName("不符合要求：说明哪里不符合、怎样改")
	void refusesAWeakPasswordWithItsReason(String password, String text) {
		assertThat(PasswordRule.check(PERSON, password, password)).extracting(Problem::text).isEqualTo(List.of(text));
	}

	@Test
	@DisplayName("两次输入不一致：提示在第二个输入框")
	void refusesTwoDifferentEntriesAtTheSecondField() {
		assertThat(PasswordRule.check(PERSON, "Huhang@2024", "Huhang@2025"))
			.isEqualTo(List.of(new Problem("repeated", "两次输入的密码不一致，请重新输入。", "账号安全要求")));
	}

	@Test
	@DisplayName("所有问题一次列出")
	void tellsEverythingAtOnce() {
		assertThat(PasswordRule.check(PERSON, "", "x")).hasSize(3);
	}

}
