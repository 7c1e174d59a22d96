package io.huhang.process;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.huhang.campaign.TransactionMemory;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.impl.identity.Authentication;

import org.springframework.stereotype.Component;

/**
 * Asks the deployed decision tables. One version of a table always gives the same answer,
 * so that it is evaluated once for each question; a table deployed anew is asked anew.
 */
@Component
class DecisionTables {

	private static final int MOST = 1_000;

	private final RepositoryService repository;

	private final DecisionService decisions;

	private final IdentityService identities;

	private final TransactionMemory memory;

	private final Cache<Question, List<Map<String, Object>>> answers = Caffeine.newBuilder().maximumSize(MOST).build();

	DecisionTables(RepositoryService repository, DecisionService decisions, IdentityService identities,
			TransactionMemory memory) {
		this.repository = repository;
		this.decisions = decisions;
		this.identities = identities;
		this.memory = memory;
	}

	/**
	 * The rows that the newest version of this table gives for these inputs, in its
	 * order.
	 */
	List<Map<String, Object>> rows(String key, Map<String, Object> inputs) {
		return ofTheProduct(() -> this.answers.get(new Question(newest(key), Map.copyOf(inputs)), this::evaluate));
	}

	private String newest(String key) {
		return this.memory.once("decision/" + key,
				() -> this.repository.createDecisionDefinitionQuery()
					.decisionDefinitionKey(key)
					.latestVersion()
					.singleResult()
					.getId());
	}

	private List<Map<String, Object>> evaluate(Question question) {
		return this.decisions.evaluateDecisionTableById(question.definition(), question.inputs()).getResultList();
	}

	// The product asks, not the person whose form is checked: an applicant holds no right
	// to evaluate decisions and needs none.
	private <T> T ofTheProduct(Supplier<T> question) {
		Authentication person = this.identities.getCurrentAuthentication();
		this.identities.clearAuthentication();
		try {
			return question.get();
		}
		finally {
			this.identities.setAuthentication(person);
		}
	}

	/** What is asked of one version of a table. */
	private record Question(String definition, Map<String, Object> inputs) {
	}

}
