package io.huhang.recommendation;

import java.time.LocalDate;

import io.huhang.campaign.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@DisplayName("报送函的文号和成文日期（GB/T 9704—2012 7.2.5、7.3.5）")
class CoveringLetterRuleTests {

	private static final String NUMBER = "浙经信网安〔2024〕12号";

	private static final String DAY = "2024-12-03";

	private final CoveringLetterRule rule = new CoveringLetterRule(LocalDate.of(2024, 12, 2),
			LocalDate.of(2024, 12, 4));

	@ParameterizedTest
	@ValueSource(strings = { NUMBER, "浙通信〔2024〕1号", "沪经信安函〔2024〕1024号", "无" })
	@DisplayName("机关代字、六角括号括入的年份、不编虚位的顺序号；不编文号的填“无”")
	void acceptsTheStandardShape(String number) {
		assertThat(this.rule.check(number, DAY)).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "浙经信网安[2024]12号", "浙经信网安（2024）12号", "浙经信网安(2024)12号", "浙经信网安【2024】12号", "浙经信网安［２０２４］１２号",
			"浙经信网安〔2024〕第12号", "浙经信网安〔2024〕012号", "浙经信网安〔2024〕12", "浙经信网安 〔2024〕 12 号", "浙经信网安〔2024年〕12号" })
	@DisplayName("括号不对、加“第”字、编虚位、漏“号”字的，给出改好的文号")
	void proposesTheRightShape(String number) {
		assertThat(this.rule.check(number, DAY)).containsExactly(new Problem("letterNumber",
				"文号“%s”应改为“浙经信网安〔2024〕12号”：年份用六角括号“〔〕”括入，顺序号不加“第”字、不编虚位、后加“号”字。".formatted(number),
				"GB/T 9704—2012 7.2.5"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "12号", "没有", "ZJ〔2024〕12号", "浙经信网安〔1999〕12号", "浙经信网安〔2024〕号" })
	@DisplayName("看不出是文号的，说明格式和举例")
	void explainsTheShape(String number) {
		assertThat(this.rule.check(number, DAY)).extracting(Problem::text)
			.containsExactly("文号“%s”格式不对，请按发文机关代字、年份、顺序号填写，如“浙经信网安〔2024〕12号”；不编文号的填“无”。".formatted(number));
	}

	@ParameterizedTest
	@CsvSource({ "2024-12-02", "2024-12-03", "2024-12-04" })
	@DisplayName("成文日期可以是签发当天到今天")
	void acceptsADayBetween(String date) {
		assertThat(this.rule.check(NUMBER, date)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "2024-12-05,报送函成文日期不能晚于今天。", "2024-12-01,报送函成文日期不能早于名单签发日期（2024年12月2日）。", "'',请填写报送函成文日期。",
			"十二月三日,报送函成文日期“十二月三日”不是有效日期，请按2024-12-31的格式填写。",
			"2024-12-40,报送函成文日期“2024-12-40”不是有效日期，请按2024-12-31的格式填写。" })
	@DisplayName("成文日期不晚于今天，不早于名单签发")
	void refusesOtherDays(String date, String text) {
		assertThat(this.rule.check(NUMBER, date)).extracting(Problem::field, Problem::text)
			.containsExactly(tuple("letterDate", text));
	}

	@Test
	@DisplayName("两处都缺的，一次说清")
	void tellsBothAtOnce() {
		assertThat(this.rule.check("", "")).extracting(Problem::field).containsExactly("letterNumber", "letterDate");
	}

}
