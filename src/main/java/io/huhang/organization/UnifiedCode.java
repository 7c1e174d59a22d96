package io.huhang.organization;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * 统一社会信用代码: 18 characters by GB 32100-2015 (R34, C10). The older codes are named as such,
 * since people still copy them.
 */
public final class UnifiedCode {

	/** The letters and digits that the standard uses, in the order of their values. */
	public static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

	private static final int LENGTH = 18;

	private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}\\p{Pd}\\u2212]+");

	private static final Pattern ORGANIZATION_CODE = Pattern.compile("[0-9A-Z]{8}[0-9X]");

	private static final Pattern REGISTRATION_NUMBER = Pattern.compile("\\d{15}");

	// What each letter that the standard leaves out is usually misread for.
	private static final Map<Character, String> MISREAD = Map.of('I', "数字1", 'O', "数字0", 'S', "数字5", 'V', "字母U", 'Z',
			"数字2");

	private UnifiedCode() {
	}

	/**
	 * Upper case, no blanks, no hyphens.
	 * @param typed without full-width characters
	 */
	public static String plain(String typed) {
		return SEPARATORS.matcher(typed).replaceAll("").toUpperCase(Locale.ROOT);
	}

	/**
	 * What is wrong with a plain code, as words that follow the name of its field; empty
	 * for a right or an absent one.
	 */
	public static Optional<String> fault(String code) {
		if (code.isEmpty()) {
			return Optional.empty();
		}
		return older(code).or(() -> length(code))
			.or(() -> letters(code))
			.or(() -> characters(code))
			.or(() -> region(code))
			.or(() -> checkDigit(code));
	}

	/**
	 * What is odd about a right code: its places 9 to 17 should be an organization code
	 * by GB 11714, but some codes in use are not.
	 */
	public static Optional<String> doubt(String code) {
		if (code.isEmpty() || fault(code).isPresent() || OrganizationCode.isValid(organizationCode(code))) {
			return Optional.empty();
		}
		return Optional.of("第9至17位（%s）与组织机构代码的校验规则不符，请对照营业执照逐位核对；执照上确为此代码的，确认后可继续。".formatted(organizationCode(code)));
	}

	/** Whether this plain code is a right 组织机构代码 of 9 characters (GB 11714, C10). */
	public static boolean isOrganizationCode(String code) {
		return ORGANIZATION_CODE.matcher(code).matches() && OrganizationCode.isValid(code);
	}

	/** The 组织机构代码 inside a right code of 18 characters: its places 9 to 17. */
	public static String organizationCode(String code) {
		return code.substring(8, 17);
	}

	private static Optional<String> older(String code) {
		if (REGISTRATION_NUMBER.matcher(code).matches()) {
			return Optional.of("填写的是15位旧营业执照注册号，请改填营业执照上的18位统一社会信用代码。");
		}
		if (!ORGANIZATION_CODE.matcher(code).matches()) {
			return Optional.empty();
		}
		return Optional.of(OrganizationCode.isValid(code) ? "填写的是9位组织机构代码，请改填营业执照上的18位统一社会信用代码。"
				: "填写的是9位组织机构代码，且校验不通过（末位校验码与前8位不符），请改填营业执照上的18位统一社会信用代码。");
	}

	private static Optional<String> length(String code) {
		int length = code.codePointCount(0, code.length());
		if (length == LENGTH) {
			return Optional.empty();
		}
		String difference = (length < LENGTH) ? "少" : "多";
		return Optional.of("现%d位，应为18位，%s%d位，请对照营业执照核对。".formatted(length, difference, Math.abs(length - LENGTH)));
	}

	private static Optional<String> letters(String code) {
		String found = IntStream.range(0, code.length())
			.filter(i -> MISREAD.containsKey(code.charAt(i)))
			.mapToObj(i -> "第%d位“%s”（可能是%s）".formatted(i + 1, code.charAt(i), MISREAD.get(code.charAt(i))))
			.collect(Collectors.joining("、"));
		return found.isEmpty() ? Optional.empty() : Optional.of("不使用字母I、O、S、V、Z，现%s，请对照营业执照修改。".formatted(found));
	}

	private static Optional<String> characters(String code) {
		return code.codePoints()
			.filter(character -> ALPHABET.indexOf(character) < 0)
			.mapToObj(Character::toString)
			.findFirst()
			.map("只能由数字和大写英文字母组成，现含有“%s”，请删改。"::formatted);
	}

	// GB 32100: places 3 to 8 are the registering office's region by GB/T 2260.
	private static Optional<String> region(String code) {
		return IntStream.range(2, 8)
			.filter(i -> !Character.isDigit(code.charAt(i)))
			.mapToObj(i -> "第3至8位是登记机关行政区划码，应为数字，现第%d位为“%s”，请对照营业执照修改。".formatted(i + 1, code.charAt(i)))
			.findFirst();
	}

	private static Optional<String> checkDigit(String code) {
		int modulus = ALPHABET.length();
		int sum = 0;
		int weight = 1;
		for (int i = 0; i < LENGTH - 1; i++) {
			sum += ALPHABET.indexOf(code.charAt(i)) * weight;
			weight = weight * 3 % modulus;
		}
		char expected = ALPHABET.charAt((modulus - sum % modulus) % modulus);
		return (code.charAt(LENGTH - 1) == expected) ? Optional.empty()
				: Optional.of("校验不通过（末位校验码与前17位不符），可能有一位填错或两位颠倒，请对照营业执照逐位核对。");
	}

}
