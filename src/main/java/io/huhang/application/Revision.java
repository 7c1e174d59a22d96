package io.huhang.application;

import java.time.Instant;
import java.util.List;

import io.huhang.attachment.StoredFile;
import io.huhang.campaign.Problem;

/**
 * 修订版: the application as it was when the applicant completed the form; never changed.
 *
 * @param evidence the evidence files in their order
 * @param slots what was asked for when the revision was frozen, in the order of the annex
 * @param fingerprint SHA-256 over number, revision, form and the hashes of the evidence
 * @param confirmed the warnings that the applicant had confirmed
 */
public record Revision(String caseNumber, int revision, CaseForm form, List<StoredFile> evidence,
		List<EvidenceSlot> slots, String fingerprint, Instant frozenAt, String frozenBy, List<Problem> confirmed) {

	/** The fingerprint as printed on each page. */
	public String shortFingerprint() {
		return this.fingerprint.substring(0, 16);
	}

}
