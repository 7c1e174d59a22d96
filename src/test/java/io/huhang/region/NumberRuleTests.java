package io.huhang.region;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("重点任务完成情况的数字：0及以上的整数，占比0至100（附件2 一）")
class NumberRuleTests {

	@Test
	@DisplayName("填写完整的三个方向都没有问题")
	void acceptsEachDirection() {
		for (String direction : new String[] { "OVERALL", "SAFETY", "SERVICE" }) {
			assertThat(RegionForms.aRegion(direction).texts()).isEmpty();
			assertThat(RegionForms.jointly(direction).texts()).isEmpty();
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			3          | 3
			０３       | 3
			３         | 3
			' 1 200 '  | 1200
			'1,200'    | 1200
			'1，200'   | 1200
			12.0       | 12
			0          | 0
			""")
	@DisplayName("全角数字、空格、千分位按原意读入")
	void readsWhatPeopleType(String typed, String expected) {
		assertThat(TypedNumber.plain(typed)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			-1            | 现为-1，不能为负数，请核对后填写，没有的填0。
			－5           | 现为-5，不能为负数，请核对后填写，没有的填0。
			1.5           | 现为1.5，应为整数，请核对后填写。
			1000000000000 | 现为1000000000000，超过9999999，请核对数字和单位后填写。
			10000000      | 现为10000000，超过9999999，请核对数字和单位后填写。
			12家          | 现为“12家”，应为数字，请只填写阿拉伯数字，不带单位和文字，没有的填0。
			十二          | 现为“十二”，应为数字，请只填写阿拉伯数字，不带单位和文字，没有的填0。
			1e3           | 现为“1e3”，应为数字，请只填写阿拉伯数字，不带单位和文字，没有的填0。
			=1+1          | 现为“=1+1”，应为数字，请只填写阿拉伯数字，不带单位和文字，没有的填0。
			""")
	@DisplayName("负数、小数、过大、文字逐一指出在哪里、怎么改、依据哪一条")
	void refusesWhatIsNoCount(String typed, String text) {
		assertThat(RegionForms.aRegion("SAFETY").number("flaws", typed).problems()).singleElement()
			.satisfies(problem -> {
				assertThat(problem.field()).isEqualTo("number-flaws");
				assertThat(problem.text()).isEqualTo("“发现、验证、修复的工控产品漏洞”" + text);
				assertThat(problem.clause()).isEqualTo("附件2 一、重点任务完成情况 一、4");
				assertThat(problem.blocks()).isTrue();
			});
	}

	@Test
	@DisplayName("上限以内最大的数可以填写")
	void acceptsTheLargestNumber() {
		assertThat(RegionForms.aRegion("SAFETY").number("flaws", "9999999").texts()).isEmpty();
	}

	@Test
	@DisplayName("占比在0至100之间，最多两位小数")
	void keepsAShareWithinAHundred() {
		assertThat(RegionForms.aRegion("SAFETY").number("trainedShare", "100").texts()).isEmpty();
		assertThat(RegionForms.aRegion("SAFETY").number("trainedShare", "35.55").texts()).isEmpty();
		assertThat(RegionForms.aRegion("SAFETY").number("trainedShare", "100.01").texts())
			.containsExactly("number-trainedShare “重点行业规上企业占比”现为100.01，应在0至100之间，请核对后填写。");
		assertThat(RegionForms.aRegion("SAFETY").number("trainedShare", "35.555").texts())
			.containsExactly("number-trainedShare “重点行业规上企业占比”现为35.555，最多保留2位小数，请四舍五入后填写。");
	}

	@Test
	@DisplayName("一万字的“数字”也只答一句")
	void answersAFloodShortly() {
		assertThat(RegionForms.aRegion("SAFETY").number("flaws", "9".repeat(10_000)).problems())
			.allSatisfy(problem -> assertThat(problem.text()).hasSizeLessThan(120));
	}

}
