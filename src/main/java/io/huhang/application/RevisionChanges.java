package io.huhang.application;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;

import io.huhang.attachment.StoredFile;

import org.springframework.stereotype.Component;

/** The readable difference between two revisions of a case (附件1). */
@Component
public class RevisionChanges {

	// A file that was taken away and uploaded again is the same file.
	private static final List<BiPredicate<StoredFile, StoredFile>> SAME = List
		.of((one, other) -> one.id().equals(other.id()), RevisionChanges::isSame);

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
				uses(older, newer, changes);
			}
			else if (!field.value(older.form()).equals(field.value(newer.form()))) {
				changes.add(new RevisionChange(field.key(), field.label(), this.printed.text(field, older.form()),
						this.printed.text(field, newer.form())));
			}
		}
		return changes;
	}

	private static void files(Revision older, Revision newer, List<RevisionChange> changes) {
		Map<StoredFile, StoredFile> kept = kept(older, newer);
		older.evidence()
			.stream()
			.filter(file -> !kept.containsValue(file))
			.forEach(file -> changes.add(new RevisionChange("file:" + file.id(), "证明材料（删除）", text(file), "")));
		newer.evidence()
			.stream()
			.filter(file -> !kept.containsKey(file))
			.forEach(file -> changes.add(new RevisionChange("file:" + file.id(), "证明材料（新增）", "", text(file))));
	}

	// What a file proves, and why a paper is missing, stands in the list of the print.
	private static void uses(Revision older, Revision newer, List<RevisionChange> changes) {
		kept(older, newer).forEach((file, earlier) -> {
			String was = older.form().evidence().described(earlier, older.slots());
			String is = newer.form().evidence().described(file, newer.slots());
			if (!was.equals(is)) {
				changes.add(new RevisionChange("file:" + file.id(), "证明材料（归类）：" + file.name(), was, is));
			}
		});
		String before = String.join("\n", older.form().evidence().waived(older.slots()));
		String after = String.join("\n", newer.form().evidence().waived(newer.slots()));
		if (!before.equals(after)) {
			changes.add(new RevisionChange(CaseField.EVIDENCE.key(), "证明材料（未提供的说明）", before, after));
		}
	}

	// The newer files with what each was in the older revision, one for one: of two equal
	// files one may go.
	private static Map<StoredFile, StoredFile> kept(Revision older, Revision newer) {
		List<StoredFile> left = new ArrayList<>(older.evidence());
		Map<StoredFile, StoredFile> kept = new LinkedHashMap<>();
		for (BiPredicate<StoredFile, StoredFile> same : SAME) {
			for (StoredFile file : newer.evidence()) {
				left.stream()
					.filter(before -> !kept.containsKey(file) && same.test(before, file))
					.findFirst()
					.ifPresent(before -> {
						kept.put(file, before);
						left.remove(before);
					});
			}
		}
		return kept;
	}

	private static boolean isSame(StoredFile one, StoredFile other) {
		return one.sha256().equals(other.sha256()) && one.name().equals(other.name());
	}

	private static String text(StoredFile file) {
		return (file.pages() > 0) ? "%s（%d页）".formatted(file.name(), file.pages()) : file.name();
	}

}
