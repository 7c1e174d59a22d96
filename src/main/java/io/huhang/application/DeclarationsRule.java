package io.huhang.application;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

import io.huhang.campaign.Problem;

/**
 * What the applicant declares: 自主知识产权 (填表须知五, R32, C22), 单独申报且不多途径申报 (通知二（一）, R10, R12),
 * and that nothing filed here is secret.
 */
class DeclarationsRule implements Rule {

	private static final String DECLARED = "true";

	private static final Map<CaseField, String> HOW = new EnumMap<>(
			Map.of(CaseField.OWNS_RIGHTS, "未勾选，申报的案例需拥有自主知识产权，请确认后勾选。", CaseField.APPLIES_ALONE,
					"未勾选，案例须由企业单独申报，同一案例不可通过多途径同时申报，请确认后勾选。", CaseField.NO_SECRETS, "未勾选，本系统不得填报、上传涉密信息，请确认后勾选。"));

	@Override
	public Stream<Problem> check(CaseForm form, CaseContext context) {
		return HOW.entrySet()
			.stream()
			.filter(entry -> !entry.getKey().value(form).equals(DECLARED))
			.map(entry -> entry.getKey().problem(entry.getValue()));
	}

}
