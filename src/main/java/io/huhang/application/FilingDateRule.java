package io.huhang.application;

import java.util.stream.Stream;

import io.huhang.campaign.Campaign;
import io.huhang.campaign.FilingDate;
import io.huhang.campaign.Problem;

/**
 * 附件1 封面“申报日期” (R27): a day that has come, in or after the year whose work is reported
 * (R15).
 */
class FilingDateRule implements Rule {

	private final int activityYear;

	FilingDateRule(Campaign campaign) {
		this.activityYear = campaign.activityYear();
	}

	@Override
	public Stream<Problem> check(CaseForm form, CaseContext context) {
		return FilingDate.fault(form.filingDate(), context.today(), this.activityYear)
			.map(CaseField.FILING_DATE::problem)
			.stream();
	}

}
