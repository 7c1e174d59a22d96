package io.huhang.application;

import java.util.List;

import io.huhang.campaign.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("填表须知四：打印不出的字符事先指明")
class PrintableRuleTests {

	private final Rule rule = new PrintableRule();

	@Test
	@DisplayName("没有字形的姓名用字：在该栏提示，可确认后保留")
	void warnsAtTheField() {
		List<Problem> problems = Checks.problems(this.rule, CaseForms.aCase().with("contactName", "𠮷野"));

		assertThat(problems).singleElement().satisfies(problem -> {
			assertThat(problem.field()).isEqualTo("contactName");
			assertThat(problem.text()).isEqualTo("“联系人”中的“𠮷”没有可用的字形，在打印件上将印作“〓”，请改用规范汉字或常用符号；姓名、地名等确需保留的，请在打印后手写补全。");
			assertThat(problem.blocks()).isFalse();
		});
	}

	@Test
	@DisplayName("许多这样的字符：列出前五个和总数")
	void namesTheFirstFew() {
		assertThat(Checks.problems(this.rule, CaseForms.aCase().with("profile", "😀😁😂😃😄😅😀"))).singleElement()
			.satisfies(problem -> assertThat(problem.text()).startsWith("“申报单位简介”中的“😀、😁、😂、😃、😄”等6个字符没有"));
	}

	@Test
	@DisplayName("通用规范汉字表的生僻字、西文、分段和制表符：不提示")
	void isSilentAboutWhatCanBePrinted() {
		assertThat(Checks.problems(this.rule,
				CaseForms.aCase().with("contactName", "镕喆堃𬭎䶮").with("results", "Ω≥3.5%\n\tⅢ①".strip())))
			.isEmpty();
	}

}
