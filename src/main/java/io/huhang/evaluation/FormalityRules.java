package io.huhang.evaluation;

import java.util.ArrayList;
import java.util.List;

import io.huhang.campaign.Problem;
import io.huhang.evaluation.Formality.Opinion;
import io.huhang.evaluation.Formality.Step;

import org.springframework.stereotype.Component;

/** What each step of 形式审查 must have (通知二（四）, C24). */
@Component
class FormalityRules {

	private static final String CLAUSE = "通知二（四）";

	private static final int LONGEST = 2000;

	private final FormalityCall call;

	FormalityRules(FormalityCall call) {
		this.call = call;
	}

	/**
	 * Everything that stands against this opinion.
	 * @param corrected whether a 补正 has been asked for already
	 */
	List<Problem> check(Step step, Opinion typed, boolean corrected) {
		List<Problem> problems = new ArrayList<>();
		switch (step) {
			case PREPARE -> require(problems, typed, "请选择审查建议。", Opinion.PASS, Opinion.CORRECT, Opinion.REFUSE);
			case CHECK -> checkDecision(problems, typed, corrected);
			case CORRECT -> requireReason(problems, typed, "请说明补正了什么；不能补正的，说明原因。");
			case CONFIRM -> require(problems, typed, "请选择是否同意不予受理。", Opinion.PASS, Opinion.RETURN);
		}
		if ((step == Step.PREPARE || step == Step.CONFIRM) && !typed.is(Opinion.PASS) && problems.isEmpty()) {
			requireReason(problems, typed, "请填写理由。");
		}
		if (typed.reason().length() > LONGEST) {
			problems.add(new Problem("reason", "文字超过%d字，请删减。".formatted(LONGEST), CLAUSE));
		}
		typed.remarks().forEach((key, remark) -> {
			if (remark.length() > LONGEST) {
				problems.add(new Problem("remark-" + key, "备注超过%d字，请删减。".formatted(LONGEST), CLAUSE));
			}
		});
		return problems;
	}

	private void checkDecision(List<Problem> problems, Opinion typed, boolean corrected) {
		require(problems, typed, "请选择审查结论。", Opinion.PASS, Opinion.CORRECT, Opinion.REFUSE);
		if (typed.is(Opinion.CORRECT) && corrected) {
			problems.add(new Problem("decision", "本件已经补正过一次，请选择通过或者不予受理。", CLAUSE));
		}
		if (typed.is(Opinion.CORRECT)) {
			requireReason(problems, typed, "请写明须补正的内容，推荐单位将看到这段文字。");
		}
		if (typed.is(Opinion.REFUSE)) {
			if (this.call.refusal(typed.code()).isEmpty()) {
				problems.add(new Problem("code", "请选择不予受理的情形。", CLAUSE));
			}
			requireReason(problems, typed, "请写明不予受理的理由，推荐单位和申报单位将看到这段文字。");
		}
	}

	private static void require(List<Problem> problems, Opinion typed, String text, String... allowed) {
		if (!List.of(allowed).contains(typed.decision())) {
			problems.add(new Problem("decision", text, CLAUSE));
		}
	}

	private static void requireReason(List<Problem> problems, Opinion typed, String text) {
		if (typed.reason().isEmpty()) {
			problems.add(new Problem("reason", text, CLAUSE));
		}
	}

}
