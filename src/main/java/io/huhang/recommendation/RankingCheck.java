package io.huhang.recommendation;

import java.util.ArrayList;
import java.util.List;

import io.huhang.campaign.Problem;
import io.huhang.recommendation.Ranking.Entry;

/**
 * What a ranking must have before it goes to the head (通知二（二）).
 *
 * @param cap cases that a list may recommend without a reason (R19)
 */
record RankingCheck(int cap) {

	static final int LONGEST_REASON = 500;

	static final int LONGEST_EXCESS_REASON = 2000;

	private static final String CLAUSE = "通知二（二）";

	/** Everything that stands against this ranking. */
	List<Problem> problems(Ranking ranking) {
		List<Problem> problems = new ArrayList<>();
		if (!ranking.repeated().isEmpty()) {
			problems.add(problem("entries", "同一案例在名单中重复出现，请刷新后重新排序。"));
		}
		if (ranking.recommended().isEmpty()) {
			problems.add(problem("entries", "请至少推荐一个案例。"));
		}
		ranking.entries().forEach(entry -> check(problems, entry));
		checkExcess(problems, ranking);
		return problems;
	}

	private static void check(List<Problem> problems, Entry entry) {
		if (entry.is(Opinion.OPEN)) {
			problems.add(problem("opinion-" + entry.caseNumber(), "请选择该案例的推荐意见。"));
		}
		if (entry.opinion().needsReason() && entry.reason().isEmpty()) {
			problems.add(problem("reason-" + entry.caseNumber(),
					entry.is(Opinion.RESERVE) ? "请填写该案例列为备选的理由。" : "请填写不推荐该案例的理由。"));
		}
		if (entry.reason().length() > LONGEST_REASON) {
			problems.add(problem("reason-" + entry.caseNumber(), "理由超过%d字，请删减。".formatted(LONGEST_REASON)));
		}
	}

	private void checkExcess(List<Problem> problems, Ranking ranking) {
		int count = ranking.recommended().size();
		if (count > this.cap && ranking.excessReason().isEmpty()) {
			problems.add(problem("excessReason", "推荐案例%d个，原则上不超过%d个，请填写超额说明。".formatted(count, this.cap)));
		}
		if (ranking.excessReason().length() > LONGEST_EXCESS_REASON) {
			problems.add(problem("excessReason", "超额说明超过%d字，请删减。".formatted(LONGEST_EXCESS_REASON)));
		}
	}

	private static Problem problem(String field, String text) {
		return new Problem(field, text, CLAUSE);
	}

}
