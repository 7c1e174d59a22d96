package io.huhang.region;

import java.util.stream.Stream;

import io.huhang.campaign.Campaign;
import io.huhang.campaign.FilingDate;
import io.huhang.campaign.Problem;

/** 附件2 封面“申报日期” (R52). */
class CoverDateRule implements RegionRule {

	private final int activityYear;

	CoverDateRule(Campaign campaign) {
		this.activityYear = campaign.activityYear();
	}

	@Override
	public Stream<Problem> check(RegionPaper paper) {
		return FilingDate.fault(paper.at(RegionFields.FILING_DATE), paper.today(), this.activityYear)
			.map(paper.fields().find(RegionFields.FILING_DATE).orElseThrow()::problem)
			.stream();
	}

}
