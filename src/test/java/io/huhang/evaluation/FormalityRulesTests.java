package io.huhang.evaluation;

import java.util.List;
import java.util.Map;

import io.huhang.campaign.Problem;
import io.huhang.evaluation.Formality.Opinion;
import io.huhang.evaluation.Formality.Step;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("形式审查各环节须填的内容（通知二（四），C24）")
class FormalityRulesTests {

	private final FormalityRules rules = new FormalityRules(
			new FormalityCall(5, 5, 5, List.of(new FormalityCall.Refusal("SEAL", "用印不全"))));

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "PREPARE,PASS,-,-", "PREPARE,REFUSE,-,盖章不清。", "CHECK,PASS,-,-", "CHECK,CORRECT,-,请补盖骑缝章。",
					"CHECK,REFUSE,SEAL,封面未加盖公章。", "CORRECT,-,-,已补盖。", "CONFIRM,PASS,-,-", "CONFIRM,RETURN,-,请再核实。" })
	@DisplayName("填写完整：没有问题")
	void takesWhatIsComplete(Step step, String decision, String code, String reason) {
		assertThat(this.rules.check(step, new Opinion(decision, code, reason, Map.of()), false)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-",
			value = { "PREPARE,-,-,-,decision:请选择审查建议。", "PREPARE,CORRECT,-,-,reason:请填写理由。",
					"CHECK,-,-,-,decision:请选择审查结论。", "CHECK,RETURN,-,理由,decision:请选择审查结论。",
					"CHECK,CORRECT,-,　,reason:请写明须补正的内容，推荐单位将看到这段文字。",
					"CHECK,REFUSE,SEAL,-,reason:请写明不予受理的理由，推荐单位和申报单位将看到这段文字。", "CHECK,REFUSE,NEVER,理由,code:请选择不予受理的情形。",
					"CORRECT,-,-,-,reason:请说明补正了什么；不能补正的，说明原因。", "CONFIRM,REFUSE,-,-,decision:请选择是否同意不予受理。",
					"CONFIRM,RETURN,-,-,reason:请填写理由。" })
	@DisplayName("缺一项：在该项说明")
	void saysWhatIsMissing(Step step, String decision, String code, String reason, String expected) {
		assertThat(this.rules.check(step, new Opinion(decision, code, reason, Map.of()), false))
			.extracting(problem -> problem.field() + ":" + problem.text())
			.containsExactly(expected);
	}

	@Test
	@DisplayName("不予受理没有选情形、没有写理由：两项一次说完")
	void saysEverythingAtOnce() {
		assertThat(this.rules.check(Step.CHECK, new Opinion("REFUSE", "", "", Map.of()), false))
			.extracting(Problem::field)
			.containsExactly("code", "reason");
	}

	@Test
	@DisplayName("补正以一次为限：第二次须在通过和不予受理中选择")
	void asksForACorrectionOnce() {
		assertThat(this.rules.check(Step.CHECK, new Opinion("CORRECT", "", "再补。", Map.of()), true))
			.extracting(Problem::text)
			.containsExactly("本件已经补正过一次，请选择通过或者不予受理。");
		assertThat(this.rules.check(Step.CHECK, new Opinion("PASS", "", "", Map.of()), true)).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(Step.class)
	@DisplayName("文字和备注过长：在该项说明")
	void limitsTheWords(Step step) {
		String decision = (step == Step.CONFIRM) ? "RETURN" : "REFUSE";
		Opinion typed = new Opinion(decision, "SEAL", "长".repeat(2001), Map.of("paper", "长".repeat(2001)));

		assertThat(this.rules.check(step, typed, false)).extracting(Problem::field)
			.containsExactly("reason", "remark-paper");
	}

}
