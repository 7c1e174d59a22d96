package io.huhang.attachment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What goes into a package, in its order. No two paths are the same, not even where
 * capitals count for nothing.
 */
public final class PackageContents {

	private final String number;

	private final List<PackageItem> items = new ArrayList<>();

	private final Set<String> taken = new HashSet<>();

	/** Of the list or region of this number. */
	public PackageContents(String number) {
		this.number = number;
	}

	/** Adds a file of the list or region itself. */
	public void put(String path, StoredFile file) {
		int slash = path.lastIndexOf('/') + 1;
		put(this.number, path.substring(0, slash), path.substring(slash), file);
	}

	/** Adds a file of this case, or whatever else is recommended under a number. */
	public void put(String part, String folder, String name, StoredFile file) {
		String plainFolder = PackagePath.folder(folder);
		String path = PackagePath.file(plainFolder, name, "");
		for (int again = 2; !this.taken.add(path.toLowerCase(Locale.ROOT)); again++) {
			path = PackagePath.file(plainFolder, name, "（%d）".formatted(again));
		}
		this.items.add(new PackageItem(part, path, file));
	}

	/** All that was added. */
	public List<PackageItem> items() {
		return List.copyOf(this.items);
	}

}
