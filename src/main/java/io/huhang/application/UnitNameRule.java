package io.huhang.application;

import java.text.Normalizer;
import java.util.stream.Stream;

import io.huhang.campaign.Problem;

/**
 * 附件1 一“单位名称” (R33), 通知二（一）“加盖本单位公章” (R9): the name is that of the account's enterprise.
 * One that has been renamed since confirms its new name.
 */
class UnitNameRule implements Rule {

	@Override
	public Stream<Problem> check(CaseForm form, CaseContext context) {
		String name = form.unitName();
		if (name.isEmpty() || bare(name).equals(bare(context.enterpriseName()))) {
			return Stream.empty();
		}
		return Stream.of(CaseField.UNIT_NAME
			.warning("与注册的单位名称“%s”不一致，请按营业执照核对；单位已更名的，请确认。".formatted(context.enterpriseName()), form));
	}

	// Full and half width brackets are one name.
	private static String bare(String name) {
		return Normalizer.normalize(name, Normalizer.Form.NFKC).replaceAll("\\s", "");
	}

}
