package io.huhang.organization;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** 手机或座机 (R39): one mobile, fixed or 400/800 number of the mainland. */
public final class PhoneNumber {

	/** How a person may write one. */
	public static final String EXPECTED = "请填写一个号码：11位手机号，或带区号的座机号，如“010-68206207”（分机写作“010-68206207-801”）。";

	private static final Pattern FIXED_LINE = Pattern.compile("0(10|2\\d|[3-9]\\d{2})-?[2-9]\\d{6,7}(-\\d{1,6})?");

	private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");

	private static final Pattern SERVICE_LINE = Pattern.compile("[48]00-?\\d{3}-?\\d{4}");

	private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

	private static final Pattern DASH = Pattern.compile("[\\p{Pd}\\u2212]");

	private static final Pattern INTERNATIONAL = Pattern.compile("(\\+86|0086)?-?(1\\d{2})-?(\\d{4})-?(\\d{4})");

	private static final Pattern AREA_IN_BRACKETS = Pattern.compile("^\\((0\\d{2,3})\\)-?");

	private PhoneNumber() {
	}

	/** Whether this is one number. */
	public static boolean isValid(String phone) {
		return Stream.of(MOBILE, FIXED_LINE, SERVICE_LINE).anyMatch(kind -> kind.matcher(phone).matches());
	}

	/** Area code and number, such as 010-68206207, with an extension or without. */
	public static boolean isFixedLine(String phone) {
		return FIXED_LINE.matcher(phone).matches();
	}

	/**
	 * No blanks, one kind of hyphen, 转 before an extension, no country code of a mobile.
	 * @param typed without full-width characters
	 */
	public static String plain(String typed) {
		String dashed = DASH.matcher(BLANKS.matcher(typed).replaceAll("")).replaceAll("-").replace("转", "-");
		Matcher mobile = INTERNATIONAL.matcher(dashed);
		return mobile.matches() ? mobile.replaceAll("$2$3$4") : AREA_IN_BRACKETS.matcher(dashed).replaceFirst("$1-");
	}

}
