package io.huhang.application;

import java.util.stream.Stream;

import io.huhang.campaign.Campaign;
import io.huhang.campaign.Problem;

/**
 * 附件1 一“企业类别” (R40): one or several boxes, the first is the main one (C4). 网络安全企业 has no
 * box in the annex and is accepted all the same (C1).
 */
class CategoriesRule implements Rule {

	private final Campaign campaign;

	CategoriesRule(Campaign campaign) {
		this.campaign = campaign;
	}

	@Override
	public Stream<Problem> check(CaseForm form, CaseContext context) {
		return form.categories().stream().allMatch(code -> this.campaign.category(code).isPresent()) ? Stream.empty()
				: Stream.of(CaseField.CATEGORIES.problem("的选项无效，请在所列类别中重新选择。"));
	}

}
