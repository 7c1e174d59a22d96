package io.huhang.region;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

import io.huhang.organization.TypedText;

/**
 * A number as somebody typed it into a blank: full-width digits and separators are none
 * of its fault.
 */
final class TypedNumber {

	private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

	private static final Pattern GROUPED = Pattern.compile("\\d{1,3}(,\\d{3})+(\\.\\d+)?");

	private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");

	// A pattern with a repeated group must not meet a text of any length.
	private static final int LONGEST = 30;

	private TypedNumber() {
	}

	/**
	 * Digits without blanks, separators and zeros that say nothing; what is no number
	 * stays.
	 */
	static String plain(String typed) {
		String plain = BLANKS.matcher(TypedText.number(typed)).replaceAll("");
		if (plain.length() > LONGEST) {
			return plain;
		}
		String joined = GROUPED.matcher(plain).matches() ? plain.replace(",", "") : plain;
		return of(joined).map(number -> number.stripTrailingZeros().toPlainString()).orElse(joined);
	}

	/** The number that this plain text says, if it says one of 0 or more. */
	static Optional<BigDecimal> of(String plain) {
		return (plain.length() <= LONGEST && NUMBER.matcher(plain).matches()) ? Optional.of(new BigDecimal(plain))
				: Optional.empty();
	}

}
