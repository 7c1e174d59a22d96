package io.huhang.application;

import java.util.ArrayList;
import java.util.List;

import io.huhang.attachment.StoredFile;

import org.springframework.stereotype.Component;

/** The readable difference between two revisions of a case (附件1). */
@Component
public class RevisionChanges {

	private final PrintedFields printed;

	RevisionChanges(PrintedFields printed) {
		this.printed = printed;
	}

	/** Every difference in the annex's order: fields, then files that went and came. */
	public List<RevisionChange> between(Revision older, Revision newer) {
		List<RevisionChange> changes = new ArrayList<>();
		for (CaseField field : CaseField.values()) {
			if (field == CaseField.EVIDENCE) {
				files(older, newer, changes);
			}
			else if (!field.value(older.form()).equals(field.value(newer.form()))) {
				changes.add(new RevisionChange(field.key(), field.label(), this.printed.text(field, older.form()),
						this.printed.text(field, newer.form())));
			}
		}
		return changes;
	}

	private static void files(Revision older, Revision newer, List<RevisionChange> changes) {
		older.evidence()
			.stream()
			.filter(file -> !contains(newer, file))
			.forEach(file -> changes.add(new RevisionChange("file:" + file.id(), "证明材料（删除）", text(file), "")));
		newer.evidence()
			.stream()
			.filter(file -> !contains(older, file))
			.forEach(file -> changes.add(new RevisionChange("file:" + file.id(), "证明材料（新增）", "", text(file))));
	}

	// A file that was taken away and uploaded again is the same file.
	private static boolean contains(Revision revision, StoredFile wanted) {
		return revision.evidence()
			.stream()
			.anyMatch(file -> file.sha256().equals(wanted.sha256()) && file.name().equals(wanted.name()));
	}

	private static String text(StoredFile file) {
		return (file.pages() > 0) ? "%s（%d页）".formatted(file.name(), file.pages()) : file.name();
	}

}
