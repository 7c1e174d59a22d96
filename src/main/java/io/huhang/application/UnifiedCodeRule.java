package io.huhang.application;

import java.util.stream.Stream;

import io.huhang.campaign.Problem;
import io.huhang.organization.UnifiedCode;

/** 附件1 一“组织机构代码/三证合一码” (R34), read as 统一社会信用代码 (C10). */
class UnifiedCodeRule implements Rule {

	@Override
	public Stream<Problem> check(CaseForm form, CaseContext context) {
		return UnifiedCode.fault(form.unifiedCode()).map(CaseField.UNIFIED_CODE::problem).stream();
	}

}
