package io.huhang.application;

import java.util.Optional;
import java.util.stream.Stream;

import io.huhang.campaign.Campaign;
import io.huhang.campaign.Campaign.Direction;
import io.huhang.campaign.Problem;

/**
 * 附件1 一“网络安全级别（申报…案例填写）” (R42, R43): each of the two scales is filled for its own
 * direction and stays empty for any other. Their tops differ: 三级 here, 五级 there.
 */
class LevelRule implements Rule {

	private final CaseField field;

	private final Direction own;

	private LevelRule(CaseField field, Direction own) {
		this.field = field;
		this.own = own;
	}

	/** The row of 工业互联网安全分类分级. */
	static LevelRule industrial(Campaign campaign) {
		return new LevelRule(CaseField.INDUSTRIAL_LEVEL, campaign.direction("D1").orElseThrow());
	}

	/** The row of 车联网网络安全防护. */
	static LevelRule vehicle(Campaign campaign) {
		return new LevelRule(CaseField.VEHICLE_LEVEL, campaign.direction("D2").orElseThrow());
	}

	@Override
	public Stream<Problem> check(CaseForm form, CaseContext context) {
		if (form.direction().isEmpty()) {
			return Stream.empty();
		}
		String level = this.field.value(form);
		return (form.direction().equals(this.own.code()) ? required(level) : empty(level)).map(this.field::problem)
			.stream();
	}

	private Optional<String> required(String level) {
		if (this.own.levels().contains(level)) {
			return Optional.empty();
		}
		String choices = String.join("、", this.own.levels());
		return Optional
			.of(level.isEmpty() ? "未选择，请在%s中选择一项。".formatted(choices) : "的选项无效，请在%s中重新选择。".formatted(choices));
	}

	private Optional<String> empty(String level) {
		return level.isEmpty() ? Optional.empty() : Optional.of("只在申报“%s”时填写，请清空。".formatted(this.own.formLabel()));
	}

}
