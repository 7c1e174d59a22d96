package io.huhang.process;

import java.util.List;
import java.util.Map;

import io.huhang.application.EvidenceDemand;
import io.huhang.application.EvidenceSlot;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.variable.Variables;

import org.springframework.stereotype.Component;

/** Asks {@code bpmn/case-evidence.dmn}; its rows stand in the order of the form. */
@Component
class CaseEvidence implements EvidenceDemand {

	/** Id of the decision. */
	static final String KEY = "caseEvidence";

	private final DecisionService decisions;

	private final IdentityService identities;

	CaseEvidence(DecisionService decisions, IdentityService identities) {
		this.decisions = decisions;
		this.identities = identities;
	}

	// The product asks, not the person whose form is checked.
	@Override
	public List<EvidenceSlot> of(String direction, String category, String level) {
		Authentication person = this.identities.getCurrentAuthentication();
		this.identities.clearAuthentication();
		try {
			return decide(direction, category, level);
		}
		finally {
			this.identities.setAuthentication(person);
		}
	}

	private List<EvidenceSlot> decide(String direction, String category, String level) {
		return this.decisions
			.evaluateDecisionTableByKey(KEY,
					Variables.createVariables()
						.putValue("direction", direction)
						.putValue("category", category)
						.putValue("level", level))
			.getResultList()
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
