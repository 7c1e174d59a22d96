package io.huhang.application;

import java.util.stream.Stream;

import io.huhang.campaign.Campaign;
import io.huhang.campaign.Problem;
import io.huhang.campaign.WordCount;

/** 附件3“案例申报方向和简述（100字内）” (R82), counted as Word counts. */
class SummaryLengthRule implements Rule {

	private final int maxChars;

	SummaryLengthRule(Campaign campaign) {
		this.maxChars = campaign.summaryChars();
	}

	@Override
	public Stream<Problem> check(CaseForm form, CaseContext context) {
		int chars = WordCount.of(form.summary());
		return (chars <= this.maxChars) ? Stream.empty() : Stream
			.of(CaseField.SUMMARY.problem("现%d字，超过%d字，请删减%d字。".formatted(chars, this.maxChars, chars - this.maxChars)));
	}

}
