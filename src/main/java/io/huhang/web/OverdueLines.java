package io.huhang.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.huhang.approval.Verdict;
import io.huhang.campaign.ChineseDates;
import io.huhang.recommendation.ListDecisions;
import io.huhang.recommendation.ListDecisions.Step;
import io.huhang.recommendation.RankedList;
import io.huhang.recommendation.RankedLists;
import io.huhang.recommendation.Recommendations;
import io.huhang.recommendation.Reopenings;
import io.huhang.recommendation.Reopenings.Missed;

import org.springframework.stereotype.Component;

/**
 * What whoever decides about a list that was late has to know: how far it had come, never
 * which cases are on it in which order (通知二（三）).
 */
@Component
class OverdueLines {

	private final Reopenings reopenings;

	private final RankedLists lists;

	private final ListDecisions decisions;

	private final Recommendations recommendations;

	OverdueLines(Reopenings reopenings, RankedLists lists, ListDecisions decisions, Recommendations recommendations) {
		this.reopenings = reopenings;
		this.lists = lists;
		this.decisions = decisions;
		this.recommendations = recommendations;
	}

	/** One fact and its name. */
	record Line(String name, String text) {
	}

	/** The facts about a list that waits for a decision; none for any other. */
	List<Line> of(String number) {
		List<Missed> missed = this.reopenings.of(number);
		if (missed.isEmpty() || !missed.get(missed.size() - 1).isOpen()) {
			return List.of();
		}
		List<Missed> earlier = missed.subList(0, missed.size() - 1);
		return List.of(new Line("逾期", "截止%s未寄出".formatted(ChineseDates.deadline(missed.get(earlier.size()).missed()))),
				new Line("截止时进展", progress(number, earlier)),
				new Line("等待推荐的案例", this.recommendations.candidatesOf(number).size() + "个"),
				new Line("此前重新开放", earlier.isEmpty() ? "无" : earlier.size() + "次"));
	}

	private String progress(String number, List<Missed> earlier) {
		Optional<Instant> reopened = earlier.stream().flatMap(one -> one.decidedAt().stream()).reduce((a, b) -> b);
		return this.lists.find(number)
			.filter(list -> reopened.filter(list.frozenAt()::isBefore).isEmpty())
			.map(list -> progress(number, list))
			.orElse(reopened.isPresent() ? "重新开放后尚未提交新的名单" : "尚未提交名单");
	}

	private String progress(String number, RankedList list) {
		boolean approved = this.decisions.of(number)
			.stream()
			.anyMatch(one -> one.version() == list.version() && one.step() == Step.APPROVE
					&& one.verdict().decision().equals(Verdict.PASS));
		return "名单第%d版已提交，推荐%d个案例，%s".formatted(list.version(), list.ranking().recommended().size(),
				approved ? "已签发，未用印寄出" : "尚未签发");
	}

}
