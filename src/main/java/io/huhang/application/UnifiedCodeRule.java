package io.huhang.application;

import java.util.Optional;
import java.util.stream.Stream;

import io.huhang.campaign.Problem;
import io.huhang.organization.UnifiedCode;

/**
 * 附件1 一“组织机构代码/三证合一码” (R34): the 统一社会信用代码, and the older 组织机构代码 of 9 characters only with
 * a reason (C10).
 */
class UnifiedCodeRule implements Rule {

	private static final int FEWEST_CHARS = 5;

	@Override
	public Stream<Problem> check(CaseForm form, CaseContext context) {
		String code = form.unifiedCode();
		if (UnifiedCode.isOrganizationCode(code)) {
			return reason(form).stream();
		}
		if (!form.unifiedCodeReason().isEmpty()) {
			return Stream.concat(Stream.of(CaseField.UNIFIED_CODE_REASON.problem("只在填写9位组织机构代码时填写，请清空。")),
					whole(form).stream());
		}
		return whole(form).stream();
	}

	private static Optional<Problem> reason(CaseForm form) {
		String reason = form.unifiedCodeReason();
		if (reason.isEmpty()) {
			return Optional
				.of(CaseField.UNIFIED_CODE.problem("填写的是9位组织机构代码，请改填营业执照上的18位统一社会信用代码；执照上没有18位代码、确需填写9位代码的，请在“%s”中说明。"
					.formatted(CaseField.UNIFIED_CODE_REASON.label())));
		}
		return (reason.codePointCount(0, reason.length()) >= FEWEST_CHARS) ? Optional.empty()
				: Optional.of(CaseField.UNIFIED_CODE_REASON.problem("过于简单，请说明没有18位统一社会信用代码的原因。"));
	}

	private static Optional<Problem> whole(CaseForm form) {
		String code = form.unifiedCode();
		return UnifiedCode.fault(code)
			.map(CaseField.UNIFIED_CODE::problem)
			.or(() -> UnifiedCode.doubt(code).map(doubt -> CaseField.UNIFIED_CODE.warning(doubt, form)))
			.or(() -> kind(form));
	}

	// GB 32100: the first place 9 is the market regulator's, and its 1 an enterprise.
	private static Optional<Problem> kind(CaseForm form) {
		String code = form.unifiedCode();
		return (code.isEmpty() || code.startsWith("91")) ? Optional.empty() : Optional.of(CaseField.UNIFIED_CODE
			.warning("以“%s”开头，不是企业的代码（企业以“91”开头），本次遴选由企业申报，请核对申报主体。".formatted(code.substring(0, 2)), form));
	}

}
