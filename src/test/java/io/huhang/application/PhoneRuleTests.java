package io.huhang.application;

import io.huhang.campaign.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("联系电话（附件1 一，R39）")
class PhoneRuleTests {

	private final Rule rule = new PhoneRule();

	@ParameterizedTest
	@ValueSource(strings = { "13800138000", "19912345678", "+8613800138000", "0086 138 0013 8000", "138-0013-8000",
			"１３８００１３８０００", "010-68206207", "01068206207", "(010)68206207", "（010）68206207", "0571-87654321-801",
			"0571—87654321转801", "400-100-8600", "8008208820", "" })
	@DisplayName("接受手机、座机、分机和400、800号码")
	void acceptsMobileAndFixedNumbers(String phone) {
		assertThat(Checks.problems(this.rule, CaseForms.aCase().with("contactPhone", phone))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "12800138000", "1380013800", "138001380000", "68206207", "010-18206207", "013800138000",
			"13800138000、13900139000", "无", "电话", "010-68206207-1234567" })
	@DisplayName("拒绝位数、号段、区号不对的号码和多个号码")
	void refusesOtherNumbers(String phone) {
		assertThat(Checks.problems(this.rule, CaseForms.aCase().with("contactPhone", phone)))
			.containsExactly(new Problem("contactPhone",
					"“联系电话”格式不正确，请填写一个号码：11位手机号，或带区号的座机号，如“010-68206207”（分机写作“010-68206207-801”）。", "附件1 一、申报单位基本情况"));
	}

}
