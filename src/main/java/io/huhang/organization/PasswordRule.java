package io.huhang.organization;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import io.huhang.campaign.Problem;

/**
 * What a password must be. At least as strict as the engine's own policy, whose messages
 * are English.
 */
public final class PasswordRule {

	/** Characters that a password has at least. */
	public static final int MIN_LENGTH = 10;

	private static final int MAX_LENGTH = 128;

	private static final String CLAUSE = "账号安全要求";

	private static final String FIELD = "password";

	private PasswordRule() {
	}

	/** All that is wrong with this password for this person. */
	public static List<Problem> check(Person person, String password, String repeated) {
		List<Problem> problems = new ArrayList<>();
		int length = password.codePointCount(0, password.length());
		if (length < MIN_LENGTH || length > MAX_LENGTH) {
			problems
				.add(new Problem(FIELD, "密码应为%d至%d个字符，现为%d个，请重新设置。".formatted(MIN_LENGTH, MAX_LENGTH, length), CLAUSE));
		}
		if (!mixed(password)) {
			problems.add(new Problem(FIELD, "密码应同时包含大写字母、小写字母、数字和特殊符号（如@、#、-），请补充。", CLAUSE));
		}
		if (tellsOwner(person, password)) {
			problems.add(new Problem(FIELD, "密码不得包含登录名、邮箱或姓名，请更换。", CLAUSE));
		}
		if (!password.equals(repeated)) {
			problems.add(new Problem("repeated", "两次输入的密码不一致，请重新输入。", CLAUSE));
		}
		return problems;
	}

	/** The new password is the old one. */
	public static Problem unchanged() {
		return new Problem(FIELD, "新密码不得与原密码相同，请更换。", CLAUSE);
	}

	private static boolean mixed(String password) {
		return password.chars().anyMatch(c -> c >= 'a' && c <= 'z')
				&& password.chars().anyMatch(c -> c >= 'A' && c <= 'Z')
				&& password.chars().anyMatch(c -> c >= '0' && c <= '9')
				&& password.chars().anyMatch(c -> c > ' ' && c < 0x7f && !Character.isLetterOrDigit(c));
	}

	private static boolean tellsOwner(Person person, String password) {
		String lower = password.toLowerCase(Locale.ROOT);
		String mailbox = person.email().replaceFirst("@.*", "").toLowerCase(Locale.ROOT);
		return lower.contains(person.id().toLowerCase(Locale.ROOT)) || (mailbox.length() > 2 && lower.contains(mailbox))
				|| (person.name().length() > 1 && password.contains(person.name()));
	}

}
