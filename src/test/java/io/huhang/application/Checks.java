package io.huhang.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import io.huhang.campaign.Campaign;
import io.huhang.campaign.Campaigns;
import io.huhang.campaign.Problem;

/** Asks rules without Spring, on a Tuesday in November 2024. */
final class Checks {

	static final Campaign CAMPAIGN = Campaigns.packaged();

	static final LocalDate TODAY = LocalDate.of(2024, 11, 12);

	// Domain matrix; that the table says the same is tested beside the table.
	private static final Set<String> ELIGIBLE = Set.of("D1 INDUSTRIAL", "D1 PLATFORM", "D1 IDENTIFIER", "D2 VEHICLE",
			"D2 VEHICLE_PLATFORM", "D3 INDUSTRIAL", "D4 SECURITY", "D4 CONTROL_PRODUCT", "D4 INDUSTRIAL", "D5 TELECOM");

	static final Eligibility ELIGIBILITY = (direction, category) -> ELIGIBLE.contains(direction + " " + category);

	private Checks() {
	}

	/** What one rule says of a form with one piece of evidence, in texts. */
	static List<String> texts(Rule rule, CaseForms form) {
		return problems(rule, form).stream().map(Problem::text).toList();
	}

	/** What one rule says of a form with one piece of evidence. */
	static List<Problem> problems(Rule rule, CaseForms form) {
		return rule.check(form.form().normalised(), context(1)).toList();
	}

	/** The enterprise of the manufacturer's case, with so many pieces of evidence. */
	static CaseContext context(int evidenceCount) {
		return new CaseContext(CaseForms.INDUSTRIAL_CODE, TODAY, evidenceCount, List.of(), List.of());
	}

}
