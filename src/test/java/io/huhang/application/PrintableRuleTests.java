package io.huhang.application;

import java.util.List;

import io.huhang.campaign.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

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

	@Test
	@DisplayName("控制字符、反向显示字符、残缺的代理对：指明第几字处，定稿时去掉")
	void namesHiddenCharacters() {
		CaseForm form = CaseForms.aCase().with("caseName", "案例\u202E名称").with("profile", "𬭎一\u0007\uD800").form();

		assertThat(HiddenCharacters.in(form)).extracting(Problem::field, Problem::text, Problem::blocks)
			.containsExactly(
					tuple("caseName", "“案例名称”第3字处有不可见的控制字符（U+202E），多为复制时带入，定稿时将自动去掉，打印件上没有；请核对该处文字和顺序，或删除后重新输入。",
							false),
					tuple("profile", "“申报单位简介”第3字处起共有2个不可见的控制字符（U+0007），多为复制时带入，定稿时将自动去掉，打印件上没有；请核对该处文字和顺序，或删除后重新输入。",
							false));
		assertThat(HiddenCharacters.in(form.normalised())).isEmpty();
	}

	@Test
	@DisplayName("换行、制表符、零宽字符和表情的连接符：不提示")
	void isSilentAboutHarmlessMarks() {
		assertThat(HiddenCharacters.in(CaseForms.aCase().with("profile", "一\r\n\t二\u200B三\uFEFF👨\u200D👩").form()))
			.isEmpty();
	}

}
