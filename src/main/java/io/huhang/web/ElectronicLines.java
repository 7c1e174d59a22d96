package io.huhang.web;

import java.util.List;

import io.huhang.campaign.ChineseDates;
import io.huhang.electronic.ElectronicChecks;
import io.huhang.electronic.ElectronicChecks.Check;
import io.huhang.electronic.ElectronicDifference;

import org.springframework.stereotype.Component;

/**
 * The comparisons of the electronic set of a list, and its corrections, as people read
 * them.
 */
@Component
class ElectronicLines {

	private final ElectronicChecks checks;

	private final DecisionLines decisions;

	ElectronicLines(ElectronicChecks checks, DecisionLines decisions) {
		this.checks = checks;
		this.decisions = decisions;
	}

	/**
	 * One comparison.
	 *
	 * @param differences one for each item that differs
	 * @param corrected how it was answered, or empty
	 */
	record Line(int round, String result, String by, List<ElectronicDifference> differences, List<String> sentences,
			String remark, String deadline, String corrected) {
	}

	/** The comparisons of this recommendation, the oldest first. */
	List<Line> of(String number) {
		return this.checks.of(number).stream().map(this::line).toList();
	}

	/** One comparison. */
	Line line(Check check) {
		return new Line(check.round(), check.differs() ? "不一致" : "一致",
				"%s于%s核对".formatted(this.decisions.name(check.checkedBy()), ChineseDates.minute(check.checkedAt())),
				check.differences(), check.differences().stream().map(ElectronicDifference::sentence).toList(),
				check.verdict().reason(), check.dueAt().map(ChineseDates::deadline).orElse(""),
				check.corrected().map(this::corrected).orElse(""));
	}

	private String corrected(ElectronicChecks.Corrected corrected) {
		return "%s于%s更正：%s%s".formatted(this.decisions.name(corrected.correctedBy()),
				ChineseDates.minute(corrected.correctedAt()),
				corrected.replaced().isEmpty() ? "未更换扫描件" : "已更换" + String.join("、", corrected.replaced()) + "的扫描件",
				corrected.remark().isEmpty() ? "。" : "；说明：" + corrected.remark());
	}

}
