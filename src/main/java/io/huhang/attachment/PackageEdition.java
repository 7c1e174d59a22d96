package io.huhang.attachment;

/**
 * How often a 报送包 was made: edition 1 left with the paper; one that was corrected stands
 * beside the one before, which stays on record.
 *
 * @param edition counted from 1
 */
public record PackageEdition(int edition) {

	/** Slot of the package that left. */
	public static final String PACKAGE = "package";

	/** Slot of the manifest that left. */
	public static final String MANIFEST = "manifest";

	private static final String SUFFIX = "-edition-";

	/** The slot of {@link #PACKAGE} or {@link #MANIFEST} in this edition. */
	public String slot(String kind) {
		return (this.edition > 1) ? kind + SUFFIX + this.edition : kind;
	}

	/** The name of a file of this edition. */
	public String named(String name) {
		return (this.edition > 1) ? name.replace(".", "（第%d次更正）.".formatted(this.edition - 1)) : name;
	}

	/** Whether a package lies in this slot, of whatever edition. */
	public static boolean isPackage(String slot) {
		return slot.equals(PACKAGE) || slot.startsWith(PACKAGE + SUFFIX);
	}

}
