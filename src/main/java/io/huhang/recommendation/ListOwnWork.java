package io.huhang.recommendation;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.huhang.campaign.Problem;
import io.huhang.recommendation.ListDecisions.ListDecision;
import io.huhang.recommendation.ListDecisions.Step;

import org.springframework.stereotype.Component;

/**
 * Nobody decides at two levels about one version of a list: roles and levels change, so
 * that who has ranked, reviewed or commented on it may find its next step offered.
 */
@Component
public class ListOwnWork {

	private static final String RULE = "系统规则";

	private final RankedLists lists;

	private final ListDecisions decisions;

	ListOwnWork(RankedLists lists, ListDecisions decisions) {
		this.lists = lists;
		this.decisions = decisions;
	}

	/** Why this person may not take this step of the newest version; empty if it may. */
	public Optional<Problem> objection(String number, Step step, String userId) {
		boolean ranked = this.lists.latest(number).frozenBy().equals(userId);
		return switch (step) {
			case REVIEW -> when(ranked, "本名单由您排序提交，须由其他人复核。请退领任务，由本单位同级人员领取。", "通知二（二）");
			case APPROVE -> when(ranked, "本名单由您排序提交，须由其他人签发。", RULE)
				.or(() -> when(took(number, Step.REVIEW).contains(userId), "本名单由您复核，须由其他人签发。", RULE));
			case CONSENT -> when(took(number, Step.COMMENT).contains(userId), "本名单由您提出会签意见，须由其他人会签。", RULE);
			case COMMENT -> Optional.empty();
		};
	}

	/** Who has taken this step of the newest version. */
	Set<String> took(String number, Step step) {
		int version = this.lists.latest(number).version();
		return this.decisions.of(number)
			.stream()
			.filter(decision -> decision.version() == version && decision.step() == step)
			.map(ListDecision::decidedBy)
			.collect(Collectors.toSet());
	}

	private static Optional<Problem> when(boolean wrong, String text, String clause) {
		return wrong ? Optional.of(new Problem("decision", text, clause)) : Optional.empty();
	}

}
