package io.huhang.region;

import java.math.BigDecimal;
import java.util.stream.Stream;

import io.huhang.campaign.Problem;
import io.huhang.region.RegionCall.Quantity;

/**
 * 附件2 一“重点任务完成情况”: a number that can be, but hardly is, such as more 基础电信企业 than there
 * are (R64, R67).
 */
class DoubtfulNumberRule implements RegionRule {

	@Override
	public Stream<Problem> check(RegionPaper paper) {
		return paper.scope()
			.numbers()
			.stream()
			.filter(number -> number.doubtful() != null && isBeyond(number, paper))
			.map(number -> paper.warning(number.key(), "现为%s，一般不超过%d，请核对；确为如此的，确认后可继续。"
				.formatted(paper.number(number.key()).orElseThrow().toPlainString(), number.doubtful())));
	}

	private static boolean isBeyond(Quantity number, RegionPaper paper) {
		return paper.number(number.key())
			.filter(said -> said.compareTo(BigDecimal.valueOf(number.doubtful())) > 0)
			.isPresent();
	}

}
