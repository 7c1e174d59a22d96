package io.huhang.region;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.huhang.campaign.Problem;
import io.huhang.region.RegionCall.Cause;

/**
 * 附件2 一“重点任务完成情况”: what follows from nothing is asked about, such as enterprises covered
 * by 0 场培训 (R61..R64, R67).
 */
class CausesRule implements RegionRule {

	private final List<Cause> causes;

	CausesRule(RegionCall call) {
		this.causes = call.causes();
	}

	@Override
	public Stream<Problem> check(RegionPaper paper) {
		return this.causes.stream()
			.filter(cause -> paper.number(cause.cause()).filter(number -> number.signum() == 0).isPresent())
			.filter(cause -> cause.effects().stream().anyMatch(paper::isPositive))
			.map(cause -> paper.warning(cause.cause(), "为0，而%s大于0，请核对；确为如此的，确认后可继续。".formatted(effects(cause, paper))));
	}

	private static String effects(Cause cause, RegionPaper paper) {
		return cause.effects()
			.stream()
			.filter(paper::isPositive)
			.map(key -> "“%s”（%s）".formatted(paper.label(key), paper.number(key).orElseThrow().toPlainString()))
			.collect(Collectors.joining("、"));
	}

}
