package io.huhang.application;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.huhang.campaign.Problem;

/**
 * 附件1 一“注册资本（万元）” (R37): an amount in 万元, to the cent, or 无 for a branch of a telecom
 * operator.
 */
class RegisteredCapitalRule implements Rule {

	private static final String NONE = "无";

	private static final Pattern DECIMAL = Pattern.compile("\\d{1,30}(\\.\\d{1,30})?");

	private static final int MOST_DECIMALS = 6;

	// 1000亿元 and 1万亿元. Few have more than the first, none of these categories more than
	// the second: that is an amount in 元.
	private static final BigDecimal DOUBTFUL = new BigDecimal("10000000");

	private static final BigDecimal IMPLAUSIBLE = new BigDecimal("100000000");

	@Override
	public Stream<Problem> check(CaseForm form, CaseContext context) {
		String typed = form.registeredCapitalWan();
		if (typed.equals(NONE)) {
			return mayHaveNone(form) ? Stream.empty()
					: Stream.of(CaseField.REGISTERED_CAPITAL.problem("只有基础电信企业的分支机构可以填写“无”，请填写营业执照上的注册资本。"));
		}
		return typed.isEmpty() ? Stream.empty()
				: fault(typed).map(CaseField.REGISTERED_CAPITAL::problem).or(() -> doubt(typed, form)).stream();
	}

	// The licence of a branch has no 注册资本; the operators apply through their provincial
	// branches.
	private static boolean mayHaveNone(CaseForm form) {
		return form.categories().contains("TELECOM")
				&& (form.role() == SignerRole.HEAD_OF_BRANCH || SignerRule.isBranch(form));
	}

	private static Optional<Problem> doubt(String typed, CaseForm form) {
		BigDecimal amount = new BigDecimal(typed);
		return (amount.compareTo(DOUBTFUL) <= 0) ? Optional.empty()
				: Optional.of(CaseField.REGISTERED_CAPITAL.warning("现为%s万元，即%s亿元，单位是万元吗？如按元填写，请改为%s。"
					.formatted(plain(amount), plain(amount.movePointLeft(4)), plain(amount.movePointLeft(4))), form));
	}

	private static String plain(BigDecimal amount) {
		return amount.stripTrailingZeros().toPlainString();
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
