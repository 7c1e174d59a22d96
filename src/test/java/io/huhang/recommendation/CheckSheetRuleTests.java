package io.huhang.recommendation;

import java.util.List;
import java.util.Map;

import io.huhang.campaign.Campaigns;
import io.huhang.campaign.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("评价：公平、公正、公开、择优逐项评分（通知二（二））")
class CheckSheetRuleTests {

	private final CheckSheetRule rule = new CheckSheetRule(Campaigns.packaged().criteria());

	@Test
	@DisplayName("通过的须逐项评分，缺哪项指哪项")
	void asksForEveryScoreOfAPass() {
		assertThat(fields("PASS", new CheckSheet(Map.of("FAIR", "20", "BEST", "0"), ""))).containsExactly("score-JUST",
				"score-OPEN");
		assertThat(fields("PASS", new CheckSheet(Map.of("FAIR", "20", "JUST", "0", "OPEN", "7", "BEST", "40"), "")))
			.isEmpty();
	}

	@Test
	@DisplayName("退回和不予受理的可以不评")
	void asksForNothingElsewhere() {
		assertThat(fields("RETURN", CheckSheet.empty())).isEmpty();
		assertThat(fields("REFUSE", new CheckSheet(Map.of("FAIR", "21"), ""))).containsExactly("score-FAIR");
	}

	@ParameterizedTest
	@ValueSource(strings = { "21", "-1", "1.5", "十", "1 0", "999", "0x1", "9999999999" })
	@DisplayName("不是0至上限的整数的不收")
	void refusesWhatIsNoScore(String typed) {
		assertThat(this.rule.check("RETURN", new CheckSheet(Map.of("FAIR", typed), "")))
			.containsExactly(new Problem("score-FAIR", "请为“公平”评分，填写0至20的整数。", "通知二（二）"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "20", "２０", " 7 ", "0" })
	@DisplayName("对照：中文输入法的全角数字和空格照收")
	void takesWideDigits(String typed) {
		assertThat(fields("RETURN", new CheckSheet(Map.of("FAIR", typed), ""))).isEmpty();
	}

	@Test
	@DisplayName("评语过长、项目不符各有提示；500字正好可以")
	void refusesALongRemarkAndAForeignCriterion() {
		assertThat(fields("RETURN", new CheckSheet(Map.of("OTHER", "1"), "字".repeat(501)))).containsExactly("sheet",
				"remark");
		assertThat(fields("RETURN", new CheckSheet(Map.of(), "字".repeat(500)))).isEmpty();
	}

	private List<String> fields(String decision, CheckSheet sheet) {
		return this.rule.check(decision, sheet).stream().map(Problem::field).toList();
	}

}
