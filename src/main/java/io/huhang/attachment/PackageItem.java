package io.huhang.attachment;

/**
 * One file of a package.
 *
 * @param part number of the list or case to which it belongs
 * @param path where it lies in the package
 */
public record PackageItem(String part, String path, StoredFile file) {
}
