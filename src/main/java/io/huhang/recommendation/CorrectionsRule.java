package io.huhang.recommendation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.huhang.approval.Verdict;
import io.huhang.campaign.Problem;

/**
 * A case goes back with at least one ticked place, and each tick says why; a case that
 * passes has none (通知二（二）).
 */
final class CorrectionsRule {

	private static final String CLAUSE = "通知二（二）";

	private static final int LONGEST_REASON = 500;

	private final Map<String, String> targets;

	/**
	 * @param targets what may be ticked, with its label
	 */
	CorrectionsRule(Map<String, String> targets) {
		this.targets = targets;
	}

	/** Everything that stands against these ticks beside this decision. */
	List<Problem> check(String decision, List<Correction> corrections) {
		if (!Verdict.RETURN.equals(decision)) {
			return (corrections.isEmpty() || !Verdict.PASS.equals(decision)) ? List.of() : List
				.of(new Problem("decision", "已勾选%d处须补正，结论不能是通过；确无问题的，请先取消勾选。".formatted(corrections.size()), CLAUSE));
		}
		if (corrections.isEmpty()) {
			return List.of(new Problem("corrections", "退回的，请至少勾选一处须补正的栏目或文件，并逐处写明要求。", CLAUSE));
		}
		List<Problem> problems = new ArrayList<>();
		Set<String> seen = new HashSet<>();
		corrections.forEach(correction -> check(correction, seen, problems));
		return problems;
	}

	private void check(Correction correction, Set<String> seen, List<Problem> problems) {
		String label = this.targets.get(correction.target());
		if (label == null || !seen.add(correction.target())) {
			problems.add(new Problem("corrections", "勾选的内容与本版申报材料不符，请刷新页面后重新勾选。", CLAUSE));
		}
		else if (correction.reason().isEmpty()) {
			problems.add(new Problem("correction-" + correction.target(), "请写明“%s”须补正什么，申报单位将看到这段文字。".formatted(label),
					CLAUSE));
		}
		else if (correction.reason().length() > LONGEST_REASON) {
			problems.add(new Problem("correction-" + correction.target(),
					"“%s”的补正要求现%d字，超过%d字，请删减。".formatted(label, correction.reason().length(), LONGEST_REASON), CLAUSE));
		}
	}

}
