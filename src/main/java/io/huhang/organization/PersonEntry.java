package io.huhang.organization;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import io.huhang.campaign.Problem;

/**
 * Name, address and number of a person as somebody typed them, on a form or in a sheet.
 */
public record PersonEntry(String name, String email, String phone) {

	/** Keys of the fields. */
	public static final String NAME = "name";

	/** The login name and where letters go. */
	public static final String EMAIL = "email";

	/** 手机或座机. */
	public static final String PHONE = "phone";

	/** What the problems refer to. */
	public static final String CLAUSE = "人员信息要求";

	private static final int MOST_CHARS = 50;

	// What copying from other programs leaves behind.
	private static final Pattern INVISIBLE = Pattern.compile("[\\u00AD\\u200B\\u2060\\uFEFF]");

	private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

	private static final Pattern BLANK_OF_HAN = Pattern.compile("(?<=\\p{IsHan}) (?=\\p{IsHan})");

	private static final Pattern MIDDLE_DOT = Pattern.compile("[\\u2022\\u2027\\u2219\\u30FB\\uFF65]");

	private static final Pattern FULL_WIDTH = Pattern.compile("[\\uFF01-\\uFF5E]");

	private static final Pattern PERSON_NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M}]*([ .'’·-]{1,2}[\\p{L}\\p{M}]+)*");

	/** As typed, with what input methods do undone. */
	public static PersonEntry typed(String name, String email, String phone) {
		return new PersonEntry(plainName(name), plain(email).toLowerCase(Locale.ROOT), PhoneNumber.plain(plain(phone)));
	}

	/** Full-width characters become ASCII, blanks around and what is invisible go. */
	static String plain(String typed) {
		return line(Normalizer.normalize(typed, Form.NFKC));
	}

	/** All that is wrong, without asking whether the address is taken. */
	public List<Problem> problems() {
		List<Problem> problems = new ArrayList<>();
		nameFault().ifPresent(text -> problems.add(new Problem(NAME, "“姓名”" + text, CLAUSE)));
		emailFault().ifPresent(text -> problems.add(new Problem(EMAIL, "“邮箱”" + text, CLAUSE)));
		phoneFault().ifPresent(text -> problems.add(new Problem(PHONE, "“手机或座机”" + text, CLAUSE)));
		return problems;
	}

	private Optional<String> nameFault() {
		int length = this.name.codePointCount(0, this.name.length());
		if (length == 0) {
			return Optional.of("未填写，请填写真实姓名。");
		}
		if (length > MOST_CHARS) {
			return Optional.of("现%d个字，超过%d个字，请核对。".formatted(length, MOST_CHARS));
		}
		if ("=+-@".indexOf(this.name.charAt(0)) >= 0) {
			return Optional.of("不得以“%s”开头，请删除该符号。".formatted(this.name.substring(0, 1)));
		}
		return (length > 1 && PERSON_NAME.matcher(this.name).matches()) ? Optional.empty()
				: Optional.of("应为两个字以上的真实姓名，不含数字、标点和控制字符（少数民族和外国人姓名可含“·”），请更正。");
	}

	private Optional<String> emailFault() {
		return this.email.isEmpty() ? Optional.of("未填写，请填写本人的单位邮箱；登录和收信均用该邮箱。") : EmailAddress.fault(this.email);
	}

	private Optional<String> phoneFault() {
		if (this.phone.isEmpty()) {
			return Optional.of("未填写，" + PhoneNumber.EXPECTED);
		}
		return PhoneNumber.isValid(this.phone) ? Optional.empty() : Optional.of("格式不正确，" + PhoneNumber.EXPECTED);
	}

	// Not NFKC: it would swap rare Chinese characters in names.
	private static String plainName(String typed) {
		String half = FULL_WIDTH.matcher(line(typed))
			.replaceAll(found -> Character.toString(found.group().charAt(0) - 0xFEE0).replaceAll("[\\\\$]", "\\\\$0"));
		return MIDDLE_DOT.matcher(BLANK_OF_HAN.matcher(half).replaceAll("")).replaceAll("·");
	}

	private static String line(String typed) {
		return BLANKS.matcher(INVISIBLE.matcher(typed).replaceAll("")).replaceAll(" ").strip();
	}

}
