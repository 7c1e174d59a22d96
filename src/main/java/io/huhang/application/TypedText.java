package io.huhang.application;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.huhang.organization.PhoneNumber;
import io.huhang.organization.UnifiedCode;

/** Undoes what input methods, phones and copying from Word do to typed text. */
final class TypedText {

	// Control characters but tab and newline, lone surrogates, and invisible marks that
	// could turn the order of printed text round. Joiners stay, emoji need them.
	private static final Pattern INVISIBLE = Pattern
		.compile("[\\p{Cc}&&[^\\t\\n]]|\\p{Cs}|[\\u00AD\\u200B\\u200E\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFEFF]");

	private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

	private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d+)?");

	private static final Pattern DATE = Pattern.compile("(\\d{4})[-./年](\\d{1,2})(?:[-./月](?:(\\d{1,2})日?)?)?");

	private static final Pattern COMPACT_DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");

	// A pattern with a repeated group must not meet a text of any length.
	private static final int LONGEST_AMOUNT = 40;

	private TypedText() {
	}

	/**
	 * Text of several lines: one kind of line end, nothing invisible, no blanks behind.
	 */
	static String text(String typed) {
		String visible = INVISIBLE.matcher(typed.replaceAll("\\R", "\n")).replaceAll("").replace('\u00A0', ' ');
		return visible.lines().map(String::stripTrailing).collect(Collectors.joining("\n")).stripTrailing();
	}

	/** Text of one line. */
	static String line(String typed) {
		return text(typed).replaceAll("[\\n\\t]+", " ").strip();
	}

	/** Full-width digits, letters and marks become ASCII. */
	static String number(String typed) {
		return line(Normalizer.normalize(line(typed), Form.NFKC));
	}

	/**
	 * A day or a month as 2024-11-05 or 2024-11, whether written 2024年11月5日, 2024.11.5,
	 * 2024/11 or 20241105; anything else stays for a rule to name.
	 */
	static String date(String typed) {
		String plain = BLANKS.matcher(number(typed)).replaceAll("");
		Matcher written = DATE
			.matcher(plain.matches("\\d{8}") ? COMPACT_DATE.matcher(plain).replaceFirst("$1-$2-$3") : plain);
		if (!written.matches()) {
			return number(typed);
		}
		String month = "%s-%02d".formatted(written.group(1), Integer.parseInt(written.group(2)));
		return (written.group(3) == null) ? month : month + "-%02d".formatted(Integer.parseInt(written.group(3)));
	}

	/** 统一社会信用代码: upper case, no blanks, no hyphens. */
	static String unifiedCode(String typed) {
		return UnifiedCode.plain(number(typed));
	}

	/**
	 * A telephone or fax number: no blanks, one kind of hyphen, 转 before an extension.
	 */
	static String phone(String typed) {
		return PhoneNumber.plain(number(typed));
	}

	/** An amount in 万元: no unit behind, no separators between thousands. */
	static String amount(String typed) {
		String plain = BLANKS.matcher(number(typed)).replaceAll("").replaceFirst("万元?$", "");
		return (plain.length() <= LONGEST_AMOUNT && GROUPED.matcher(plain).matches()) ? plain.replace(",", "") : plain;
	}

}
