package io.huhang.recommendation;

import io.huhang.attachment.PackageItem;
import java.util.ArrayList;
import java.util.List;

import io.huhang.attachment.StoredFile;
import io.huhang.mail.LetterFile;
import io.huhang.mail.MailSize;

/**
 * Which file of a package travels in which mail, none of them larger than the mailbox
 * takes. In order and without chance: a repetition shares them out alike.
 *
 * @param mails the files of each mail; at least one mail, which may have none
 * @param tooLarge files that fit into no mail and are left to the link
 */
record PackageMails(List<List<LetterFile>> mails, List<LetterFile> tooLarge) {

	/**
	 * Shares out these files.
	 * @param mostBytes of one encoded mail
	 */
	static PackageMails of(List<Enclosure> enclosures, long mostBytes) {
		long room = mostBytes - MailSize.WORDS;
		List<List<LetterFile>> mails = new ArrayList<>(List.of(new ArrayList<>()));
		List<LetterFile> tooLarge = new ArrayList<>();
		long used = 0;
		for (Enclosure enclosure : enclosures) {
			long size = enclosure.encodedSize();
			if (size > room) {
				tooLarge.add(enclosure.file());
				continue;
			}
			if (used + size > room) {
				mails.add(new ArrayList<>());
				used = 0;
			}
			mails.get(mails.size() - 1).add(enclosure.file());
			used += size;
		}
		return new PackageMails(mails, tooLarge);
	}

	/** A file that may travel by mail, and its size as it lies in the store. */
	record Enclosure(LetterFile file, long bytes) {

		/** Under the name that it has among its kind. */
		static Enclosure of(StoredFile file) {
			return new Enclosure(new LetterFile(file.name(), file.id()), file.size());
		}

		/** Under a name that keeps the order of the package. */
		static Enclosure of(PackageItem item) {
			return new Enclosure(new LetterFile(item.path().replace('/', '_'), item.file().id()), item.file().size());
		}

		long encodedSize() {
			return MailSize.of(this.file.name(), this.bytes);
		}

	}

}
