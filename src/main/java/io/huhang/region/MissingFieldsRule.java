package io.huhang.region;

import java.util.stream.Stream;

import io.huhang.campaign.Problem;
import io.huhang.region.RegionField.Kind;

/**
 * 填表须知二：“除另有说明外，申报表单位基本信息部分不得空缺” (R53), and every number and section that the direction
 * shows (R58, R70). 0 is an answer; （五） may stay empty (R78).
 */
class MissingFieldsRule implements RegionRule {

	@Override
	public Stream<Problem> check(RegionPaper paper) {
		return paper.fields()
			.all()
			.stream()
			.filter(field -> !field.how().isEmpty() && paper.at(field.key()).isEmpty())
			.map(field -> field.problem("%s，%s。".formatted((field.kind() == Kind.TICK) ? "未勾选" : "未填写", field.how())));
	}

}
