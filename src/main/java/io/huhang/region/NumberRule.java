package io.huhang.region;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.stream.Stream;

import io.huhang.campaign.Problem;
import io.huhang.region.RegionCall.Quantity;

/**
 * 附件2 一“重点任务完成情况” (R59..R69): each blank holds a number of 0 or more, whole unless it is
 * a share, and none that only a slip of the hand explains.
 */
class NumberRule implements RegionRule {

	private final int largest;

	NumberRule(RegionCall call) {
		this.largest = call.largestNumber();
	}

	@Override
	public Stream<Problem> check(RegionPaper paper) {
		return paper.scope()
			.numbers()
			.stream()
			.flatMap(number -> fault(number, paper.at("number-" + number.key()))
				.map(text -> paper.problem(number.key(), text))
				.stream());
	}

	private Optional<String> fault(Quantity number, String typed) {
		if (typed.isEmpty()) {
			return Optional.empty();
		}
		if (typed.startsWith("-")) {
			return Optional.of("现为%s，不能为负数，请核对后填写，没有的填0。".formatted(shown(typed)));
		}
		Optional<BigDecimal> said = TypedNumber.of(typed);
		if (said.isEmpty()) {
			return Optional.of("现为“%s”，应为数字，请只填写阿拉伯数字，不带单位和文字，没有的填0。".formatted(shown(typed)));
		}
		return beyond(number, said.get());
	}

	private Optional<String> beyond(Quantity number, BigDecimal said) {
		if (said.scale() > number.decimals()) {
			return Optional.of((number.decimals() == 0) ? "现为%s，应为整数，请核对后填写。".formatted(said.toPlainString())
					: "现为%s，最多保留%d位小数，请四舍五入后填写。".formatted(said.toPlainString(), number.decimals()));
		}
		if (number.most() != null && said.compareTo(BigDecimal.valueOf(number.most())) > 0) {
			return Optional.of("现为%s，应在0至%d之间，请核对后填写。".formatted(said.toPlainString(), number.most()));
		}
		return (said.compareTo(BigDecimal.valueOf(this.largest)) <= 0) ? Optional.empty()
				: Optional.of("现为%s，超过%d，请核对数字和单位后填写。".formatted(said.toPlainString(), this.largest));
	}

	private static String shown(String typed) {
		int chars = typed.codePointCount(0, typed.length());
		return (chars <= 20) ? typed : typed.substring(0, typed.offsetByCodePoints(0, 20)) + "…";
	}

}
