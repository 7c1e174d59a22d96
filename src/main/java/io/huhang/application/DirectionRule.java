package io.huhang.application;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.huhang.campaign.Campaign;
import io.huhang.campaign.Campaign.Category;
import io.huhang.campaign.Campaign.Direction;
import io.huhang.campaign.Problem;

/**
 * 附件1 一“申报方向” and 三 (R41, R45..R49, C3): one of five, open to at least one of the ticked
 * categories.
 */
class DirectionRule implements Rule {

	private final Campaign campaign;

	private final Eligibility eligibility;

	DirectionRule(Campaign campaign, Eligibility eligibility) {
		this.campaign = campaign;
		this.eligibility = eligibility;
	}

	@Override
	public Stream<Problem> check(CaseForm form, CaseContext context) {
		if (form.direction().isEmpty()) {
			return Stream.empty();
		}
		List<Category> ticked = form.categories()
			.stream()
			.flatMap(code -> this.campaign.category(code).stream())
			.toList();
		return this.campaign.direction(form.direction())
			.map(direction -> Stream.concat(eligible(direction, ticked, context), together(direction, context)))
			.orElseGet(() -> Stream.of(CaseField.DIRECTION.problem("的选项无效，请在五个方向中重新选择一个。")));
	}

	private Stream<Problem> eligible(Direction direction, List<Category> ticked, CaseContext context) {
		if (ticked.isEmpty() || ticked.stream()
			.anyMatch(category -> allows(direction, category) || isAdmitted(direction, category, context))) {
			return Stream.empty();
		}
		List<Category> open = this.campaign.categories()
			.stream()
			.filter(category -> allows(direction, category))
			.toList();
		return Stream.of(
				CaseField.DIRECTION.problem(
						"所选“%s”由%s申报，所选企业类别为%s，请改选申报方向或核对企业类别；确属该方向申报主体的，请联系申报咨询作资格认定。".formatted(direction.formLabel(),
								labels(open), labels(ticked)),
						CaseField.OVERVIEW.clause() + direction.guidanceTitle()));
	}

	// 通知二（一）：“每个申报主体…申报1个方向”, where an enterprise may have several cases (C11).
	private Stream<Problem> together(Direction direction, CaseContext context) {
		return context.others()
			.stream()
			.filter(other -> !other.direction().equals(direction.code()))
			.limit(1)
			.map(other -> CaseField.DIRECTION.problem("与本单位另一在办申报（%s，“%s”）不同，每个申报主体只能申报1个方向，请改为相同的方向。"
				.formatted(other.number(), this.campaign.direction(other.direction()).orElseThrow().formLabel()),
					"通知二（一）申报要求"));
	}

	private static boolean isAdmitted(Direction direction, Category category, CaseContext context) {
		return context.admissions().stream().anyMatch(made -> made.covers(direction.code(), category.code()));
	}

	private boolean allows(Direction direction, Category category) {
		return this.eligibility.allows(direction.code(), category.code());
	}

	private static String labels(List<Category> categories) {
		return categories.stream().map(Category::formLabel).collect(Collectors.joining("、"));
	}

}
