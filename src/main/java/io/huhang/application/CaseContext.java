package io.huhang.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import io.huhang.attachment.StoredFile;

/**
 * What the rules of annex 1 must know besides the form.
 *
 * @param enterpriseCode 统一社会信用代码 of the enterprise that applies
 * @param enterpriseName the name that the enterprise was registered under when the case
 * was opened
 * @param today the date of the injected clock in the notice's zone
 * @param evidence files attached so far
 * @param admissions what the coordinator has admitted for this case
 * @param others the enterprise's other live cases
 * @param alike what of the form another case of the campaign has too
 */
public record CaseContext(String enterpriseCode, String enterpriseName, LocalDate today, List<StoredFile> evidence,
		List<Admission> admissions, List<CaseApplication> others, Set<CaseField> alike) {
}
