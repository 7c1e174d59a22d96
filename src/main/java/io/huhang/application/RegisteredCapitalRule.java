package io.huhang.application;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.huhang.campaign.Problem;

/** 附件1 一“注册资本（万元）” (R37): an amount in 万元, to the cent. */
class RegisteredCapitalRule implements Rule {

	private static final Pattern DECIMAL = Pattern.compile("\\d{1,30}(\\.\\d{1,30})?");

	private static final int MOST_DECIMALS = 6;

	// 1万亿元: no enterprise of these categories has more, so the amount is in 元.
	private static final BigDecimal IMPLAUSIBLE = new BigDecimal("100000000");

	@Override
	public Stream<Problem> check(CaseForm form, CaseContext context) {
		String typed = form.registeredCapitalWan();
		return (typed.isEmpty() ? Optional.<String>empty() : fault(typed)).map(CaseField.REGISTERED_CAPITAL::problem)
			.stream();
	}

	private static Optional<String> fault(String typed) {
		if (typed.startsWith("-")) {
			return Optional.of("不能为负数，请填写以万元为单位的数额。");
		}
		if (!DECIMAL.matcher(typed).matches()) {
			return Optional.of("应为数字，请填写以万元为单位的数额，如“5000”或“1234.56”；外币请折算为人民币。");
		}
		BigDecimal amount = new BigDecimal(typed);
		if (amount.stripTrailingZeros().scale() > MOST_DECIMALS) {
			return Optional.of("最多保留6位小数，请四舍五入后填写。");
		}
		return (amount.compareTo(IMPLAUSIBLE) > 0) ? Optional.of("超过1万亿元，请核对单位是否为万元。") : Optional.empty();
	}

}
