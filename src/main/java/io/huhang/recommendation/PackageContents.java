package io.huhang.recommendation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.huhang.attachment.StoredFile;

/**
 * What goes into a package, in its order. No two paths are the same, not even where
 * capitals count for nothing.
 */
final class PackageContents {

	private final String number;

	private final List<PackageItem> items = new ArrayList<>();

	private final Set<String> taken = new HashSet<>();

	/** Of the recommendation of this number. */
	PackageContents(String number) {
		this.number = number;
	}

	/** Adds a file of the list itself. */
	void put(String path, StoredFile file) {
		int slash = path.lastIndexOf('/') + 1;
		put(this.number, path.substring(0, slash), path.substring(slash), file);
	}

	/** Adds a file of this case, or whatever else is recommended under a number. */
	void put(String part, String folder, String name, StoredFile file) {
		String plainFolder = PackagePath.folder(folder);
		String path = PackagePath.file(plainFolder, name, "");
		for (int again = 2; !this.taken.add(path.toLowerCase(Locale.ROOT)); again++) {
			path = PackagePath.file(plainFolder, name, "（%d）".formatted(again));
		}
		this.items.add(new PackageItem(part, path, file));
	}

	List<PackageItem> items() {
		return List.copyOf(this.items);
	}

}
