package io.huhang.application;

import java.util.stream.Stream;

import io.huhang.campaign.Problem;

/**
 * 附件1 五“法定代表人签章” (R51): one of two capacities. An enterprise called 分公司 has no legal
 * representative of its own, another one has.
 */
class SignerRule implements Rule {

	@Override
	public Stream<Problem> check(CaseForm form, CaseContext context) {
		return SignerRole.of(form.signerRole())
			.map(role -> doubt(role, form))
			.orElseGet(() -> Stream.of(CaseField.SIGNER_ROLE.problem("的选项无效，请选择“法定代表人”或“负责人”。")));
	}

	private static Stream<Problem> doubt(SignerRole role, CaseForm form) {
		boolean branch = isBranch(form);
		if (branch && role == SignerRole.LEGAL_REPRESENTATIVE) {
			return Stream.of(CaseField.SIGNER_ROLE.warning("为法定代表人，而单位名称显示为分支机构；分支机构没有法定代表人的，请改选“负责人”。", form));
		}
		if (!branch && role == SignerRole.HEAD_OF_BRANCH && !form.unitName().isEmpty()) {
			return Stream.of(CaseField.SIGNER_ROLE.warning("为负责人，而单位名称未显示为分支机构；有法定代表人的，请改选“法定代表人”。", form));
		}
		return Stream.empty();
	}

	/** Whether the name is that of a branch (分公司, 分支机构, 营业部). */
	static boolean isBranch(CaseForm form) {
		return form.unitName().matches(".*(分公司|分支机构|营业部|分厂|办事处).*");
	}

}
