package io.huhang.web;

import java.util.ArrayList;
import java.util.List;

import io.huhang.campaign.ChineseDates;
import io.huhang.recommendation.CapRule;
import io.huhang.recommendation.Excesses;
import io.huhang.recommendation.Excesses.Consent;
import io.huhang.recommendation.Excesses.Reception;
import io.huhang.recommendation.RankedList;

import org.springframework.stereotype.Component;

/**
 * A list above the cap as people read of it: number, reason, consent, and what followed.
 */
@Component
class ExcessLines {

	private final CapRule rule;

	private final Excesses excesses;

	private final DecisionLines decisions;

	ExcessLines(CapRule rule, Excesses excesses, DecisionLines decisions) {
		this.rule = rule;
		this.excesses = excesses;
		this.decisions = decisions;
	}

	/** What is to be said of this list; nothing for one that keeps to the cap. */
	List<String> of(RankedList list) {
		List<String> lines = new ArrayList<>();
		if (this.rule.isExceeded(list.ranking())) {
			lines.add("推荐数量：%d个，超过%d个。%s".formatted(list.ranking().recommended().size(), this.rule.cap(),
					this.rule.notice()));
			lines.add("超额说明：" + list.ranking().excessReason());
			this.excesses.consents(list.recommendationNumber(), list.version())
				.forEach(consent -> lines.add(consent(consent)));
			this.excesses.reception(list.recommendationNumber())
				.ifPresent(reception -> lines.add(reception(reception)));
		}
		return lines;
	}

	private String consent(Consent consent) {
		return "同意超额推荐：%s（%s，推荐%d个）".formatted(this.decisions.decidedBy(consent.taskId(), consent.consentedBy()),
				ChineseDates.minute(consent.consentedAt()), consent.recommended());
	}

	private String reception(Reception reception) {
		return "接收情况：%s（%s，%s）".formatted(reception.outcome().label(), this.decisions.name(reception.receivedBy()),
				ChineseDates.minute(reception.receivedAt()));
	}

}
