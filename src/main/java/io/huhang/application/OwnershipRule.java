package io.huhang.application;

import java.util.stream.Stream;

import io.huhang.campaign.Campaign;
import io.huhang.campaign.Campaign.Ownership;
import io.huhang.campaign.Problem;

/** 附件1 一“单位性质” (R38): one of six; 其他 needs its text, and only it has one. */
class OwnershipRule implements Rule {

	private final Campaign campaign;

	OwnershipRule(Campaign campaign) {
		this.campaign = campaign;
	}

	@Override
	public Stream<Problem> check(CaseForm form, CaseContext context) {
		if (form.ownership().isEmpty()) {
			return Stream.empty();
		}
		return this.campaign.ownership(form.ownership())
			.map(ownership -> text(ownership, form.ownershipOther()))
			.orElseGet(() -> Stream.of(CaseField.OWNERSHIP.problem("的选项无效，请在六项中重新选择一项。")));
	}

	private static Stream<Problem> text(Ownership ownership, String other) {
		boolean needed = ownership.code().equals(Ownership.OTHER);
		if (needed && other.isEmpty()) {
			return Stream.of(CaseField.OWNERSHIP_OTHER.problem("未填写，选择“其他”的请注明单位性质。"));
		}
		if (!needed && !other.isEmpty()) {
			return Stream
				.of(CaseField.OWNERSHIP_OTHER.problem("只在选择“其他”时填写，现已选择“%s”，请清空。".formatted(ownership.label())));
		}
		return Stream.empty();
	}

}
