package io.huhang.evaluation;

import java.time.Instant;
import java.util.Optional;

/**
 * 逾期接收: what was received completely only after the reception had been closed (通知二（四）).
 *
 * @param source number of the list or the region application
 * @param reason why it should take part all the same
 * @param decision empty while nobody has decided
 * @param answer what the head says about it; needed where he does not agree
 */
public record LateAcceptance(long id, String source, String reason, String proposedBy, Instant proposedAt,
		String decision, String answer, String decidedBy, Optional<Instant> decidedAt) {

	/** Whether nobody has decided yet. */
	public boolean isOpen() {
		return this.decision.isEmpty();
	}

}
