package io.huhang.recommendation;

import java.util.List;
import java.util.Optional;

import io.huhang.campaign.Problem;
import io.huhang.recommendation.Review.Step;

/**
 * Nobody checks and reviews the same revision: people change their level, and levels are
 * merged, while a case is on its way (通知二（二）: 公平、公正).
 */
final class OwnWorkRule {

	private static final String CLAUSE = "通知二（二）";

	private OwnWorkRule() {
	}

	/** Why this person may not take this step; empty if it may. */
	static Optional<Problem> check(List<Review> reviews, int revision, Step step, String userId) {
		return switch (step) {
			case REVIEW -> decided(reviews, revision, Step.CHECK, userId)
					? Optional.of(new Problem("decision",
							"本案例第%d版由您审核，须由其他人复核。请退领任务，由本单位同级人员领取，或者在案例页面转办。".formatted(revision), CLAUSE))
					: Optional.empty();
			case CHECK -> decided(reviews, revision, Step.REVIEW, userId)
					? Optional.of(new Problem("decision",
							"本案例第%d版由您复核过，须由其他人审核。请退领任务，由本单位同级人员领取，或者在案例页面转办。".formatted(revision), CLAUSE))
					: Optional.empty();
			case PRE_CHECK, CHECK_AND_REVIEW -> Optional.empty();
		};
	}

	private static boolean decided(List<Review> reviews, int revision, Step step, String userId) {
		return reviews.stream()
			.anyMatch(review -> review.revision() == revision && review.step() == step
					&& review.decidedBy().equals(userId));
	}

}
