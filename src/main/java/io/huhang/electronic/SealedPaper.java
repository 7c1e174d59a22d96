package io.huhang.electronic;

import java.util.Optional;

import io.huhang.attachment.StoredFile;

/**
 * One sealed paper whose scan lies in an electronic set.
 *
 * @param key of the paper among the items that are compared
 * @param field the row that its scan is uploaded to
 * @param called how a sentence calls it
 * @param number and revision of what is printed on its pages
 * @param pages of what was to be printed; 0 where they need not be the same
 * @param scan the newest scan
 */
public record SealedPaper(String key, String field, String called, String number, int revision, int pages,
		Optional<StoredFile> scan) {

	boolean isOf(ScannedPaper.Code code) {
		return code.belongsTo(this.number, this.revision);
	}

}
