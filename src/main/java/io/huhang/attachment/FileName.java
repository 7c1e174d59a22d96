package io.huhang.attachment;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names travel on into archives, mails and the ministry's PCs: what one of them would
 * read as a path, a line break or a reversed extension is refused, never cut silently.
 */
final class FileName {

	private static final int MAX_LENGTH = 200;

	/** Controls, invisible and direction marks, broken surrogates, line separators. */
	private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]");

	private static final Pattern PATH = Pattern.compile("[/\\\\]|^[A-Za-z]:|^\\.\\.?$");

	private static final Pattern RESERVED = Pattern.compile("[:*?\"<>|]");

	private static final Pattern DEVICE = Pattern.compile("(?i)(CON|PRN|AUX|NUL|COM\\d|LPT\\d)(\\..*)?");

	private FileName() {
	}

	/** Refuses a name that is not a plain one. */
	static void require(Upload upload) {
		String name = upload.name();
		if (name == null || name.isBlank()) {
			throw upload.refused("没有文件名，请命名后重新上传。");
		}
		if (INVISIBLE.matcher(name).find()) {
			throw upload.refused("的文件名含有不可见字符或控制字符，请重命名后重新上传。");
		}
		if (name.matches("\\.[^.]*")) {
			throw upload.refused("只有扩展名，没有文件名，请命名后重新上传。");
		}
		if (PATH.matcher(name).find()) {
			throw upload.refused("的文件名含有路径，请只保留文件名后重新上传。");
		}
		if (RESERVED.matcher(name).find() || DEVICE.matcher(name).matches()) {
			throw upload.refused("的文件名含有不能使用的字符（: * ? \" < > |）或系统保留名称，请重命名后重新上传。");
		}
		int length = name.codePointCount(0, name.length());
		if (length > MAX_LENGTH) {
			throw upload.refused("的文件名现%d个字符，超过%d个字符，请缩短后重新上传。".formatted(length, MAX_LENGTH));
		}
	}

	/** A generated name with everything replaced that would be refused in an upload. */
	static String safe(String name) {
		String safe = RESERVED.matcher(INVISIBLE.matcher(name).replaceAll("_"))
			.replaceAll("_")
			.replaceAll("[/\\\\]", "_");
		return (safe.length() > MAX_LENGTH) ? safe.substring(safe.length() - MAX_LENGTH) : safe;
	}

	/** The name as it may stand in a message. */
	static String shown(String name) {
		String visible = (name != null) ? INVISIBLE.matcher(name).replaceAll("□") : "";
		return (visible.length() > 60) ? visible.substring(0, 60) + "…" : visible;
	}

	/** The letters after the last dot, in lower case; empty if there is no dot. */
	static String extension(String name) {
		int dot = name.lastIndexOf('.');
		return (dot < 0) ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
	}

}
