package io.huhang.recommendation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.huhang.approval.Verdict;
import io.huhang.campaign.Campaign.Criterion;
import io.huhang.campaign.Problem;

/**
 * A case that passes is scored by every criterion; what is scored at all is a whole
 * number within the criterion's bounds (通知二（二）).
 */
final class CheckSheetRule {

	private static final String CLAUSE = "通知二（二）";

	private static final int LONGEST_REMARK = 500;

	private final List<Criterion> criteria;

	CheckSheetRule(List<Criterion> criteria) {
		this.criteria = criteria;
	}

	/** Everything that stands against these scores beside this decision. */
	List<Problem> check(String decision, CheckSheet sheet) {
		List<Problem> problems = new ArrayList<>();
		this.criteria.stream()
			.filter(criterion -> !isGood(sheet.score(criterion.code()), criterion, Verdict.PASS.equals(decision)))
			.forEach(criterion -> problems.add(new Problem("score-" + criterion.code(),
					"请为“%s”评分，填写0至%d的整数。".formatted(criterion.label(), criterion.most()), CLAUSE)));
		Set<String> known = this.criteria.stream().map(Criterion::code).collect(Collectors.toSet());
		if (!known.containsAll(sheet.scores().keySet())) {
			problems.add(new Problem("sheet", "评价项目与本次遴选活动不符，请刷新页面后重新评分。", CLAUSE));
		}
		if (sheet.remark().length() > LONGEST_REMARK) {
			problems.add(new Problem("remark", "评语现%d字，超过%d字，请删减。".formatted(sheet.remark().length(), LONGEST_REMARK),
					CLAUSE));
		}
		return problems;
	}

	private static boolean isGood(String score, Criterion criterion, boolean needed) {
		return score.isEmpty() ? !needed : score.matches("\\d{1,3}") && Integer.parseInt(score) <= criterion.most();
	}

}
