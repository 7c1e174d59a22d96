package io.huhang.attachment;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.regex.Pattern;

/**
 * Names within a package that Windows unpacks too, that no spreadsheet computes and no
 * list of sums misreads.
 */
final class PackagePath {

	/** 80 characters are at most 240 bytes: Linux takes 255. */
	static final int LONGEST_NAME = 80;

	/** Windows has 260 for the whole path, with the folder that it is unpacked into. */
	static final int LONGEST = 199;

	private static final int LONGEST_FOLDER = 60;

	private static final int LONGEST_EXTENSION = 10;

	private static final Pattern REFUSED = Pattern.compile("[\\\\/:*?\"<>|\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

	/** As Windows reads it: with whatever extension. */
	private static final Pattern DEVICE = Pattern.compile("(?i)(CON|PRN|AUX|NUL|(COM|LPT)[0-9¹²³])\\s*(\\..*)?");

	private static final String COMPUTED = "=+-@'＝＋－＠";

	private PackagePath() {
	}

	/** This folder, which may lie in another one; with a slash behind it unless empty. */
	static String folder(String path) {
		StringBuilder folder = new StringBuilder();
		for (String name : path.split("/")) {
			folder.append(name.isEmpty() ? "" : cut(plain(name), LONGEST_FOLDER, "") + "/");
		}
		return folder.toString();
	}

	/** This file in its folder; the mark stands before the extension. */
	static String file(String folder, String name, String mark) {
		return folder + cut(plain(name), Math.min(LONGEST_NAME, LONGEST - folder.length()), mark);
	}

	private static String plain(String name) {
		String plain = REFUSED.matcher(Normalizer.normalize(name, Form.NFC)).replaceAll("_").strip();
		boolean refused = plain.isEmpty() || DEVICE.matcher(plain).matches() || COMPUTED.indexOf(plain.charAt(0)) >= 0;
		return endless(refused ? "_" + plain : plain);
	}

	private static String cut(String name, int most, String mark) {
		String extension = extension(name);
		String stem = name.substring(0, name.length() - extension.length());
		int length = Math.min(stem.length(), most - extension.length() - mark.length());
		int whole = (length < stem.length() && Character.isHighSurrogate(stem.charAt(length - 1))) ? length - 1
				: length;
		return endless(stem.substring(0, whole)) + mark + extension;
	}

	private static String extension(String name) {
		int dot = name.lastIndexOf('.');
		return (dot <= 0 || name.length() - dot > LONGEST_EXTENSION) ? "" : name.substring(dot);
	}

	// Windows drops dots and blanks at an end.
	private static String endless(String name) {
		String endless = name.replaceAll("[.\\s\\u3000]+$", "");
		return endless.isEmpty() ? "_" : endless;
	}

}
