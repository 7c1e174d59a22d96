package io.huhang.application;

import java.util.stream.Stream;

import io.huhang.campaign.Problem;
import io.huhang.organization.UnifiedCode;

/**
 * 通知二（一）：“加盖本单位公章…由企业单独申报” (R9, R10): an enterprise applies for itself, so the code must
 * be that of the account's enterprise.
 */
class EnterpriseMatchRule implements Rule {

	@Override
	public Stream<Problem> check(CaseForm form, CaseContext context) {
		String code = form.unifiedCode();
		if (code.isEmpty() || UnifiedCode.fault(code).isPresent() || code.equals(context.enterpriseCode())) {
			return Stream.empty();
		}
		return Stream.of(CaseField.UNIFIED_CODE
			.problem("与当前账号所属企业的统一社会信用代码（%s）不一致，请填写本企业的代码。".formatted(context.enterpriseCode()), "通知二（一）申报要求"));
	}

}
