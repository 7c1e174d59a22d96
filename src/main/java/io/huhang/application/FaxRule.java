package io.huhang.application;

import java.util.stream.Stream;

import io.huhang.campaign.Problem;
import io.huhang.organization.PhoneNumber;

/** 附件1 一“传真” (R39): a fixed line, or 无, since the part may not be blank (C9). */
class FaxRule implements Rule {

	private static final String NONE = "无";

	@Override
	public Stream<Problem> check(CaseForm form, CaseContext context) {
		String fax = form.fax();
		if (fax.isEmpty() || fax.equals(NONE) || PhoneNumber.isFixedLine(fax)) {
			return Stream.empty();
		}
		return Stream.of(CaseField.FAX.problem("格式不正确，请填写带区号的号码，如“010-68206207”；没有传真的请填写“无”。"));
	}

}
