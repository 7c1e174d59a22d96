package io.huhang.region;

import java.util.stream.Stream;

import io.huhang.campaign.Problem;

/** 附件2 二（四）：“需补充相关文件、案例或数据等证明材料进行说明” (R77). */
class ProofRule implements RegionRule {

	@Override
	public Stream<Problem> check(RegionPaper paper) {
		return paper.proof().isEmpty() ? paper.fields()
			.find(RegionFields.PROOF)
			.map(field -> field.problem("未上传，请至少上传一份相关文件、案例或数据等证明材料。"))
			.stream() : Stream.empty();
	}

}
