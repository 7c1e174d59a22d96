package io.huhang.organization;

/**
 * 组织机构代码: nine characters by GB 11714, the older code (C10) that lives on inside the
 * 统一社会信用代码.
 */
final class OrganizationCode {

	private static final int[] WEIGHTS = { 3, 7, 9, 10, 5, 8, 4, 2 };

	private static final int MODULUS = 11;

	private static final String CHECKS = "0123456789X0";

	private OrganizationCode() {
	}

	/** Whether the last of these nine digits and capitals checks the eight before it. */
	static boolean isValid(String code) {
		int sum = 0;
		for (int i = 0; i < WEIGHTS.length; i++) {
			sum += Character.getNumericValue(code.charAt(i)) * WEIGHTS[i];
		}
		return code.charAt(WEIGHTS.length) == CHECKS.charAt(MODULUS - sum % MODULUS);
	}

}
