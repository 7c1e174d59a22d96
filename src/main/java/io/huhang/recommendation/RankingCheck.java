package io.huhang.recommendation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.huhang.campaign.Problem;
import io.huhang.recommendation.Ranking.Entry;

/**
 * What a ranking must have before it goes to the head (通知二（二）).
 *
 * @param cap cases that a list may recommend without a reason (R19)
 * @param names of the cases by their numbers
 */
record RankingCheck(int cap, Map<String, String> names) {

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
		List.of(Opinion.values()).forEach(opinion -> {
			List<Entry> entries = ranking.of(opinion);
			entries.forEach(entry -> check(problems, entry, called(entry, entries.indexOf(entry) + 1)));
		});
		checkExcess(problems, ranking);
		return problems;
	}

	// As the desk shows it: who reads the list of problems has many rows before them.
	private String called(Entry entry, int place) {
		String name = "“%s”".formatted(this.names.getOrDefault(entry.caseNumber(), entry.caseNumber()));
		return switch (entry.opinion()) {
			case RECOMMEND -> "第%d个案例%s".formatted(place, name);
			case RESERVE -> "备选第%d个案例%s".formatted(place, name);
			case DECLINE -> "不推荐的案例" + name;
			case OPEN -> "待定的案例" + name;
		};
	}

	private static void check(List<Problem> problems, Entry entry, String called) {
		if (entry.is(Opinion.OPEN)) {
			problems.add(problem("opinion-" + entry.caseNumber(), called + "：请选择推荐意见。"));
		}
		if (entry.opinion().needsReason() && entry.reason().isEmpty()) {
			problems.add(problem("reason-" + entry.caseNumber(),
					called + (entry.is(Opinion.RESERVE) ? "：请填写列为备选的理由。" : "：请填写不推荐的理由。")));
		}
		if (entry.reason().length() > LONGEST_REASON) {
			problems.add(problem("reason-" + entry.caseNumber(), "%s：理由超过%d字，请删减。".formatted(called, LONGEST_REASON)));
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
