package io.huhang.region;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.huhang.campaign.Problem;
import io.huhang.region.RegionCall.Bound;

/**
 * 附件2 一“重点任务完成情况”: parts never exceed wholes, such as 整改 ≤ 风险 and 五步走 ≤ 符合性评测 ≤ 三级+二级+一级
 * (R59..R62). Which do, the campaign says.
 */
class BoundsRule implements RegionRule {

	private final List<Bound> bounds;

	BoundsRule(RegionCall call) {
		this.bounds = call.bounds();
	}

	@Override
	public Stream<Problem> check(RegionPaper paper) {
		return this.bounds.stream().flatMap(bound -> check(bound, paper).stream());
	}

	private static Optional<Problem> check(Bound bound, RegionPaper paper) {
		Optional<BigDecimal> part = paper.sum(bound.parts());
		Optional<BigDecimal> whole = paper.sum(bound.wholes());
		if (part.isEmpty() || whole.isEmpty() || part.get().compareTo(whole.get()) <= 0) {
			return Optional.empty();
		}
		String together = (bound.wholes().size() > 1) ? "之和" : "";
		String wholes = bound.wholes().stream().map(paper::label).collect(Collectors.joining("”“", "“", "”"));
		return Optional.of(paper.problem(bound.parts().get(0), "为%s，大于%s%s（%s），请核对后修改其中一处。"
			.formatted(part.get().toPlainString(), wholes, together, whole.get().toPlainString())));
	}

}
