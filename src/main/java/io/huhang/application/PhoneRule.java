package io.huhang.application;

import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.huhang.campaign.Problem;

/** 附件1 一“联系电话” (R39): one mobile, fixed or 400/800 number. */
class PhoneRule implements Rule {

	/** Area code and number, such as 010-68206207, with an extension or without. */
	static final Pattern FIXED_LINE = Pattern.compile("0(10|2\\d|[3-9]\\d{2})-?[2-9]\\d{6,7}(-\\d{1,6})?");

	private static final Pattern MOBILE = Pattern.compile("1[3-9]\\d{9}");

	private static final Pattern SERVICE_LINE = Pattern.compile("[48]00-?\\d{3}-?\\d{4}");

	@Override
	public Stream<Problem> check(CaseForm form, CaseContext context) {
		String phone = form.contactPhone();
		if (phone.isEmpty()
				|| Stream.of(MOBILE, FIXED_LINE, SERVICE_LINE).anyMatch(kind -> kind.matcher(phone).matches())) {
			return Stream.empty();
		}
		return Stream.of(CaseField.CONTACT_PHONE
			.problem("格式不正确，请填写一个号码：11位手机号，或带区号的座机号，如“010-68206207”（分机写作“010-68206207-801”）。"));
	}

}
