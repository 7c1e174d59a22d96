package io.huhang.application;

import java.util.stream.Stream;

import io.huhang.campaign.Problem;
import io.huhang.organization.PhoneNumber;

/** 附件1 一“联系电话” (R39): one mobile, fixed or 400/800 number. */
class PhoneRule implements Rule {

	@Override
	public Stream<Problem> check(CaseForm form, CaseContext context) {
		String phone = form.contactPhone();
		if (phone.isEmpty() || PhoneNumber.isValid(phone)) {
			return Stream.empty();
		}
		return Stream.of(CaseField.CONTACT_PHONE.problem("格式不正确，" + PhoneNumber.EXPECTED));
	}

}
