package io.huhang.application;

import java.util.List;

import io.huhang.attachment.StoredFile;
import io.huhang.document.Stamp;

/**
 * What one 申报书 is made from.
 *
 * @param recommenders 推荐单位 of the cover, one or two names (C14)
 * @param evidence the 附件 in order (R30, C8)
 * @param slots what the evidence was asked for
 */
public record CaseDocument(Stamp stamp, List<String> recommenders, CaseForm form, List<StoredFile> evidence,
		List<EvidenceSlot> slots) {
}
