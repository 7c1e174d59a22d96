package io.huhang.application;

import java.util.List;
import java.util.Set;
import java.util.Map;

import io.huhang.campaign.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("证明材料的日期与活动年度（通知二（一），R15，C23）")
class EvidenceDateRuleTests {

	private final Rule rule = new EvidenceDateRule(Checks.CAMPAIGN);

	@ParameterizedTest
	@ValueSource(strings = { "", "2024-01", "2024-01-01", "2024年10月8日", "2024.11.12" })
	@DisplayName("活动年度内的、没有填的：没有问题")
	void acceptsPapersOfTheYear(String date) {
		assertThat(check(date)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "2023-12,2023-12", "2023年12月31日,2023-12-31" })
	@DisplayName("活动年度以外的：提示核对，可以确认，不拦截")
	void asksAboutPapersOfOtherYears(String date, String written) {
		List<Problem> problems = check(date);

		assertThat(problems).extracting(Problem::text)
			.containsExactly("证明材料“证明材料.png”的材料日期（%s）不在2024年度内，申报内容应为2024年度推进实施、取得明显成效的工作，请核对；确能证明该年度工作的，确认后可继续。"
				.formatted(written));
		assertThat(problems).extracting(Problem::blocks).containsExactly(false);
		assertThat(problems).extracting(Problem::clause).containsExactly("通知二（一）申报要求");
		assertThat(check("2023-11")).extracting(Problem::confirmation).doesNotContain(problems.get(0).confirmation());
	}

	@ParameterizedTest
	@CsvSource({ "去年底,证明材料“证明材料.png”的材料日期不是有效的日期，请按“2024-11-05”或“2024-11”的格式填写，或者留空。",
			"2025-01,证明材料“证明材料.png”的材料日期晚于今天（2024年11月12日），请对照材料修改。" })
	@DisplayName("无效的、将来的：说明怎样修改，不能确认了事")
	void refusesWhatIsNoDateOfAPaper(String date, String text) {
		assertThat(check(date)).containsExactly(new Problem("evidence-" + Checks.PROOF.id(), text, "通知二（一）申报要求"));
	}

	@Test
	@DisplayName("次年一月出具的报告：提示核对（C23的例子）")
	void asksAboutAReportOfTheNextJanuary() {
		CaseContext january = new CaseContext(CaseForms.INDUSTRIAL_CODE, "之江示例装备制造有限公司", Checks.TODAY.plusMonths(3),
				List.of(Checks.PROOF), List.of(), List.of(), Set.of());

		assertThat(this.rule.check(dated("2025-01"), january)).extracting(Problem::blocks).containsExactly(false);
	}

	@Test
	@DisplayName("已删除的文件的日期不问；定稿时只留在册文件的日期")
	void forgetsTheDateOfAFileThatIsGone() {
		assertThat(this.rule.check(dated("2023-12"), Checks.context())).isEmpty();

		EvidencePlan plan = dated("2023-12").evidence();
		assertThat(plan.limitedTo(List.of(Checks.PROOF), List.of()).dates())
			.isEqualTo(Map.of(Checks.PROOF.id().toString(), "2023-12"));
		assertThat(plan.limitedTo(List.of(), List.of()).dates()).isEmpty();
	}

	private List<Problem> check(String date) {
		return this.rule.check(dated(date), Checks.context(Checks.PROOF)).toList();
	}

	private static CaseForm dated(String date) {
		return CaseForms.aCase()
			.form()
			.with(new EvidencePlan(Map.of(), Map.of(), Map.of(Checks.PROOF.id().toString(), date)))
			.normalised();
	}

}
