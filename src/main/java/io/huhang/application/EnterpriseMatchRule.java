package io.huhang.application;

import java.util.stream.Stream;

import io.huhang.campaign.Problem;
import io.huhang.organization.UnifiedCode;

/**
 * 通知二（一）：“加盖本单位公章…由企业单独申报” (R9, R10): an enterprise applies for itself, so the code must
 * be that of the account's enterprise, or the older one inside it (C10).
 */
class EnterpriseMatchRule implements Rule {

	@Override
	public Stream<Problem> check(CaseForm form, CaseContext context) {
		String code = form.unifiedCode();
		boolean older = UnifiedCode.isOrganizationCode(code);
		if (code.isEmpty() || (!older && UnifiedCode.fault(code).isPresent()) || isOwn(code, context)) {
			return Stream.empty();
		}
		return Stream.of(CaseField.UNIFIED_CODE
			.problem("与当前账号所属企业的统一社会信用代码（%s）不一致，请填写本企业的代码。".formatted(context.enterpriseCode()), "通知二（一）申报要求"));
	}

	private static boolean isOwn(String code, CaseContext context) {
		return code.equals(context.enterpriseCode())
				|| code.equals(UnifiedCode.organizationCode(context.enterpriseCode()));
	}

}
