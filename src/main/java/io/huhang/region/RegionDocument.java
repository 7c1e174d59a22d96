package io.huhang.region;

import java.util.List;
import java.util.Map;

import io.huhang.attachment.StoredFile;
import io.huhang.document.Stamp;

/**
 * What one 申报书 of annex 2 is made from.
 *
 * @param proof the files that prove （四） (R77)
 * @param evidence all other files (R79)
 * @param lists the 附名单 by their keys
 */
record RegionDocument(Stamp stamp, RegionForm form, List<StoredFile> proof, List<StoredFile> evidence,
		Map<String, NameList> lists) {
}
