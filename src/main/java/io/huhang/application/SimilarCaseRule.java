package io.huhang.application;

import java.util.Map;
import java.util.stream.Stream;

import io.huhang.campaign.Problem;

/**
 * 通知二（一）“同一案例不可通过多途径同时申报” (R12): a name or a mobile that another case has is looked at
 * again. Whose it is remains unsaid.
 */
class SimilarCaseRule implements Rule {

	private static final Map<CaseField, String> DOUBTS = Map.of(CaseField.CASE_NAME,
			"与本次遴选中另一申报的案例名称相同。同一案例不可通过多途径同时申报（通知二（一）），请核对；确属不同案例的，请确认。", CaseField.CONTACT_PHONE,
			"与本次遴选中另一申报单位填写的手机号相同。同一案例不可通过多途径同时申报（通知二（一）），请核对；确属不同案例的，请确认。");

	@Override
	public Stream<Problem> check(CaseForm form, CaseContext context) {
		return context.alike().stream().map(field -> field.warning(DOUBTS.get(field), form));
	}

}
