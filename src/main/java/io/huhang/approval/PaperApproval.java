package io.huhang.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

import io.huhang.organization.Role;

/**
 * 线下签批: somebody signed on paper, and an officer recorded it with the scan (design §1).
 *
 * @param signer name as it stands on the paper; a leader may have no account
 * @param signerRole {@link Role#LEADER}, or {@link Role#HEAD} where the two are merged
 * @param scan id of the signed paper's scan
 * @param recordedBy login name of the officer
 */
public record PaperApproval(String signer, Role signerRole, LocalDate signedOn, UUID scan, String recordedBy,
		Instant recordedAt) {
}
