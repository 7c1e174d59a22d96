package io.huhang.process;

import io.huhang.application.Eligibility;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.variable.Variables;

import org.springframework.stereotype.Component;

/**
 * Asks {@code bpmn/case-eligibility.dmn}: a pair of direction and category that no row
 * names is not eligible (附件1 三, C3).
 */
@Component
class CaseEligibility implements Eligibility {

	/** Id of the decision. */
	static final String KEY = "caseEligibility";

	private final DecisionService decisions;

	private final IdentityService identities;

	CaseEligibility(DecisionService decisions, IdentityService identities) {
		this.decisions = decisions;
		this.identities = identities;
	}

	// The product asks, not the person whose form is checked: an applicant holds no right
	// to evaluate decisions and needs none.
	@Override
	public boolean allows(String direction, String category) {
		Authentication person = this.identities.getCurrentAuthentication();
		this.identities.clearAuthentication();
		try {
			return decide(direction, category);
		}
		finally {
			this.identities.setAuthentication(person);
		}
	}

	private boolean decide(String direction, String category) {
		Boolean eligible = this.decisions
			.evaluateDecisionTableByKey(KEY,
					Variables.createVariables().putValue("direction", direction).putValue("category", category))
			.getSingleEntry();
		return Boolean.TRUE.equals(eligible);
	}

}
