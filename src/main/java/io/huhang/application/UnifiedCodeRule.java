package io.huhang.application;

import java.util.Optional;
import java.util.stream.Stream;

import io.huhang.campaign.Problem;
import io.huhang.organization.UnifiedCode;

/** 附件1 一“组织机构代码/三证合一码” (R34), read as 统一社会信用代码 (C10). */
class UnifiedCodeRule implements Rule {

	@Override
	public Stream<Problem> check(CaseForm form, CaseContext context) {
		String code = form.unifiedCode();
		return UnifiedCode.fault(code)
			.map(CaseField.UNIFIED_CODE::problem)
			.or(() -> UnifiedCode.doubt(code).map(doubt -> CaseField.UNIFIED_CODE.warning(doubt, form)))
			.or(() -> kind(form))
			.stream();
	}

	// GB 32100: the first place 9 is the market regulator's, and its 1 an enterprise.
	private static Optional<Problem> kind(CaseForm form) {
		String code = form.unifiedCode();
		return (code.isEmpty() || code.startsWith("91")) ? Optional.empty() : Optional.of(CaseField.UNIFIED_CODE
			.warning("以“%s”开头，不是企业的代码（企业以“91”开头），本次遴选由企业申报，请核对申报主体。".formatted(code.substring(0, 2)), form));
	}

}
