package io.huhang.recommendation;

import io.huhang.campaign.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("建议的简述：不超过100字，与现用的不同，印得出来（附件3 案例申报方向和简述，R82）")
class SummaryRuleTests {

	private static final String USED = "现用的简述。";

	private final SummaryRule rule = new SummaryRule(100);

	@Test
	@DisplayName("100字可以；字母、数字连写的只计1字")
	void acceptsAHundred() {
		assertThat(this.rule.check("字".repeat(100), USED)).isEmpty();
		assertThat(this.rule.check("字".repeat(99) + "IPv6", USED)).isEmpty();
	}

	@Test
	@DisplayName("101字不行，说明删减几字")
	void refusesOneMore() {
		assertThat(this.rule.check("字".repeat(101), USED))
			.containsExactly(new Problem("summary", "建议的简述现101字，超过100字，请删减1字。", "附件3 案例申报方向和简述"));
	}

	@Test
	@DisplayName("空白、与现用的相同、没有边的字母串、印不出的字，各有说明")
	void refusesWhatIsNoSummary() {
		assertThat(this.rule.check("", USED)).extracting(Problem::text).containsExactly("请填写建议的简述。");
		assertThat(this.rule.check(USED, USED)).extracting(Problem::text).containsExactly("建议的简述与现用的简述相同，无须征求意见。");
		assertThat(this.rule.check("A".repeat(1001), USED)).extracting(Problem::text)
			.containsExactly("建议的简述现1001个字符，超过1000个字符，请删减。");
		assertThat(this.rule.check("成效显著\uE000", USED)).extracting(Problem::text)
			.containsExactly("“\uE000”没有可用的字形，无法印入附件3，请改用规范汉字或常用符号。");
	}

}
