package io.huhang.region;

import java.time.Instant;
import java.util.List;

import io.huhang.attachment.StoredFile;
import io.huhang.campaign.Problem;

/**
 * 修订版: annex 2 as it was when the authority completed the form; never changed.
 *
 * @param proof the files that prove （四）, in their order (R77)
 * @param evidence all other files, in their order (R79)
 * @param fingerprint SHA-256 over number, revision, form, 附名单 and the hashes of the files
 * @param confirmed the warnings that the authority had confirmed
 */
public record RegionRevision(String number, int revision, RegionForm form, List<StoredFile> proof,
		List<StoredFile> evidence, String fingerprint, Instant frozenAt, String frozenBy, List<Problem> confirmed) {

	/** The fingerprint as printed on each page. */
	public String shortFingerprint() {
		return this.fingerprint.substring(0, 16);
	}

}
