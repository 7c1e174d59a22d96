package io.huhang.recommendation;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import io.huhang.campaign.Campaign;
import io.huhang.campaign.Problem;

import org.springframework.stereotype.Component;

/**
 * 原则上不超过20个: a cap for each recommending act, which a reason and a consent may pass (R19,
 * C13). What the ministry then does is the campaign's policy.
 */
@Component
public class CapRule {

	private static final String CLAUSE = "通知二（二）";

	private final Campaign campaign;

	CapRule(Campaign campaign) {
		this.campaign = campaign;
	}

	/** The cap. */
	public int cap() {
		return this.campaign.recommendationCap();
	}

	/** Whether more cases than the cap are recommended. */
	public boolean isExceeded(Ranking ranking) {
		return ranking.recommended().size() > cap();
	}

	/** What the policy means, as the authority reads it before it sends the list. */
	public String notice() {
		return "确需超过%d个的，须书面说明理由，并由签发的领导专门同意。".formatted(cap()) + switch (this.campaign.capPolicy()) {
			case SOFT -> "超出的案例是否接收，由部里收到材料时决定。";
			case REJECT_EXCESS -> "按照本次遴选的规定，排在第%d位之后的案例部里不予接收。".formatted(cap());
			case REJECT_LIST -> "按照本次遴选的规定，超过%d个的名单部里整体不予接收。".formatted(cap());
		};
	}

	/** Why the policy does not leave this choice; empty if it does. */
	Optional<Problem> problem(Ranking ranking, String answer) {
		List<ExcessOutcome> allowed = allowed(ranking);
		return ExcessOutcome.of(answer).filter(allowed::contains).isPresent() ? Optional.empty()
				: Optional.of(new Problem("excess", "该名单推荐案例%d个，上限%d个，请选择%s。".formatted(ranking.recommended().size(),
						cap(),
						allowed.stream().map(outcome -> "“" + outcome.label() + "”").collect(Collectors.joining("或者"))),
						CLAUSE));
	}

	/** What the ministry may do with this list. */
	public List<ExcessOutcome> allowed(Ranking ranking) {
		if (!isExceeded(ranking)) {
			return List.of(ExcessOutcome.NONE);
		}
		return switch (this.campaign.capPolicy()) {
			case SOFT -> List.of(ExcessOutcome.ALL, ExcessOutcome.CUT);
			case REJECT_EXCESS -> List.of(ExcessOutcome.CUT);
			case REJECT_LIST -> List.of(ExcessOutcome.REFUSE);
		};
	}

}
