package io.huhang.organization;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * 认领: somebody whose address is confirmed says that an enterprise with an account is its
 * own.
 *
 * @param authority who decides: an authority's key, or empty for the ministry's side
 * @param kind what the claimant asks for; decides whether the contact sees the claim
 * @param claimant name, address and number as typed; there is no account yet
 * @param enterpriseName as the claimant typed it
 */
public record Claim(UUID id, String uscc, String authority, ClaimKind kind, PersonEntry claimant, String enterpriseName,
		String privacyVersion, String explanation, Instant openedAt, Optional<Outcome> outcome) {

	/** What was decided. */
	public record Outcome(ClaimDecision decision, String reason, String decidedBy, Instant decidedAt) {
	}

}
