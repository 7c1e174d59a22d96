package io.huhang.process;

import java.util.Map;

import io.huhang.application.Eligibility;

import org.springframework.stereotype.Component;

/**
 * Asks {@code bpmn/case-eligibility.dmn}: a pair of direction and category that no row
 * names is not eligible (附件1 三, C3).
 */
@Component
class CaseEligibility implements Eligibility {

	/** Id of the decision. */
	static final String KEY = "caseEligibility";

	private final DecisionTables tables;

	CaseEligibility(DecisionTables tables) {
		this.tables = tables;
	}

	@Override
	public boolean allows(String direction, String category) {
		return this.tables.rows(KEY, Map.of("direction", direction, "category", category))
			.stream()
			.anyMatch(row -> row.containsValue(true));
	}

}
