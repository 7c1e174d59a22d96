package io.huhang.application;

import java.util.stream.Stream;

import io.huhang.campaign.Campaign;
import io.huhang.campaign.Problem;
import io.huhang.campaign.WordCount;

/** 附件1 一“申报单位简介…不超过1000字” (R44), counted as Word counts. */
class ProfileLengthRule implements Rule {

	private final int maxChars;

	ProfileLengthRule(Campaign campaign) {
		this.maxChars = campaign.profileChars();
	}

	@Override
	public Stream<Problem> check(CaseForm form, CaseContext context) {
		int chars = WordCount.of(form.profile());
		return (chars <= this.maxChars) ? Stream.empty() : Stream
			.of(CaseField.PROFILE.problem("现%d字，超过%d字，请删减%d字。".formatted(chars, this.maxChars, chars - this.maxChars)));
	}

}
