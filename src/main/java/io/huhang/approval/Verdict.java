package io.huhang.approval;

import java.util.List;
import java.util.Optional;

import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;

/**
 * A decision with its reason, as a decision form gives it.
 *
 * @param decision {@link #PASS}, {@link #RETURN} or {@link #REFUSE}
 * @param reason what the other side reads; needed for everything but a pass
 */
public record Verdict(String decision, String reason) {

	/** 通过, 同意, 签发. */
	public static final String PASS = "PASS";

	/** 退回. */
	public static final String RETURN = "RETURN";

	/** 不予受理. */
	public static final String REFUSE = "REFUSE";

	private static final String CLAUSE = "通知二（二）";

	private static final int LONGEST_REASON = 2000;

	public Verdict {
		decision = (decision != null) ? decision : "";
		reason = (reason != null) ? reason.strip() : "";
	}

	/**
	 * Checks that this is one of the decisions that the step knows, with the reason that
	 * it needs.
	 * @throws RefusedException if not
	 */
	public void require(String... allowed) {
		problem(allowed).ifPresent(problem -> {
			throw new RefusedException(List.of(problem));
		});
	}

	/**
	 * What makes it no decision that the step knows; empty if nothing does.
	 */
	public Optional<Problem> problem(String... allowed) {
		if (!List.of(allowed).contains(this.decision)) {
			return Optional.of(new Problem("decision", "请选择处理结论。", CLAUSE));
		}
		if (!PASS.equals(this.decision) && this.reason.isEmpty()) {
			return Optional.of(new Problem("reason", "请填写理由，对方将看到这段文字。", CLAUSE));
		}
		if (this.reason.length() > LONGEST_REASON) {
			return Optional.of(new Problem("reason", "理由超过%d字，请删减。".formatted(LONGEST_REASON), CLAUSE));
		}
		return Optional.empty();
	}

}
