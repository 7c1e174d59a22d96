package io.huhang.organization;

import java.util.Optional;
import java.util.regex.Pattern;

/** 电子邮箱 (R39): one address that every mail server takes. */
public final class EmailAddress {

	private static final int MOST_CHARS = 254;

	private static final Pattern LOCAL_PART = Pattern
		.compile("(?!.*\\.\\.)(?!\\.)[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}(?<!\\.)");

	// Names in other scripts (xn--) look alike too easily.
	private static final Pattern HOST = Pattern
		.compile("((?!xn--)[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)+[A-Za-z]{2,63}");

	private EmailAddress() {
	}

	/** What is wrong with this address, as words that follow the name of its field. */
	public static Optional<String> fault(String email) {
		if (email.length() > MOST_CHARS) {
			return Optional.of("现%d个字符，超过%d个字符，请换一个邮箱。".formatted(email.length(), MOST_CHARS));
		}
		int at = email.lastIndexOf('@');
		if (at < 0) {
			return Optional.of("缺少“@”，请填写完整的邮箱地址，如“name@example.com”。");
		}
		if (!LOCAL_PART.matcher(email.substring(0, at)).matches()) {
			return Optional.of("中“@”前的部分格式不正确，请只填写一个邮箱地址，不含空格和中文。");
		}
		return HOST.matcher(email.substring(at + 1)).matches() ? Optional.empty()
				: Optional.of("中“@”后的部分不是有效的英文域名，请核对，如“name@example.com”。");
	}

}
