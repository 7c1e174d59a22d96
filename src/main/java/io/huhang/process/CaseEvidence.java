package io.huhang.process;

import java.util.List;
import java.util.Map;

import io.huhang.application.EvidenceDemand;
import io.huhang.application.EvidenceSlot;

import org.springframework.stereotype.Component;

/** Asks {@code bpmn/case-evidence.dmn}; its rows stand in the order of the form. */
@Component
class CaseEvidence implements EvidenceDemand {

	/** Id of the decision. */
	static final String KEY = "caseEvidence";

	private final DecisionTables tables;

	CaseEvidence(DecisionTables tables) {
		this.tables = tables;
	}

	@Override
	public List<EvidenceSlot> of(String direction, String category, String level) {
		return this.tables.rows(KEY, Map.of("direction", direction, "category", category, "level", level))
			.stream()
			.map(CaseEvidence::slot)
			.toList();
	}

	private static EvidenceSlot slot(Map<String, Object> row) {
		return new EvidenceSlot(text(row, "slot"), text(row, "title"), EvidenceSlot.Force.valueOf(text(row, "force")),
				text(row, "waiver"), text(row, "clause"));
	}

	private static String text(Map<String, Object> row, String column) {
		return (row.get(column) != null) ? String.valueOf(row.get(column)) : "";
	}

}
