package io.huhang.application;

import java.util.stream.Stream;

import io.huhang.campaign.Problem;
import io.huhang.organization.EmailAddress;

/** 附件1 一“电子邮箱” (R39): one address that every mail server takes. */
class EmailRule implements Rule {

	@Override
	public Stream<Problem> check(CaseForm form, CaseContext context) {
		return form.email().isEmpty() ? Stream.empty()
				: EmailAddress.fault(form.email()).map(CaseField.EMAIL::problem).stream();
	}

}
