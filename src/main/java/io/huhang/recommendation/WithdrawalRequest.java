package io.huhang.recommendation;

import java.time.Instant;

/**
 * 申请撤回: an applicant wants its case back although the authority has decided (通知二（一）).
 *
 * @param askedBy login name of the enterprise's contact
 * @param state whether and how the authority has answered
 * @param answer the authority's reason; empty where it gave none
 * @param answeredAt empty instant {@link Instant#EPOCH} until it is answered
 */
public record WithdrawalRequest(String caseNumber, String reason, Instant askedAt, String askedBy, State state,
		String answer, Instant answeredAt) {

	/** How far it is. */
	public enum State {

		/** Not answered yet. */
		OPEN,
		/** The case is withdrawn. */
		GRANTED,
		/** The case goes on. */
		DECLINED

	}

}
