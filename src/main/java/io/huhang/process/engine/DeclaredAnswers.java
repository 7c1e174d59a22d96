package io.huhang.process.engine;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import io.huhang.process.CaseApplicationProcess;
import io.huhang.process.CaseRecommendationProcess;
import io.huhang.process.RegionApplicationProcess;
import org.camunda.bpm.engine.delegate.Expression;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.form.FormDefinition;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * The variables that a form may send. A Camunda Form declares its fields; an embedded
 * form sends nothing, because its answers go to our own API, except when it starts a case
 * or decides about one. Every start may carry the key of its command.
 */
class DeclaredAnswers {

	private static final Map<String, Set<String>> EMBEDDED_START = Map.of(CaseApplicationProcess.KEY,
			CaseApplicationProcess.START_ANSWERS, CaseRecommendationProcess.KEY,
			CaseRecommendationProcess.START_ANSWERS, RegionApplicationProcess.KEY,
			RegionApplicationProcess.START_ANSWERS);

	private final ProcessEngineConfigurationImpl configuration;

	// A deployed form never changes, so what it declares is read once.
	private final Map<String, Set<String>> known = new ConcurrentHashMap<>();

	DeclaredAnswers(ProcessEngineConfigurationImpl configuration) {
		this.configuration = configuration;
	}

	/** Those of an open task's form; empty if there is no such task. */
	Optional<Set<String>> ofTask(String taskId) {
		return ask(context -> {
			TaskEntity task = (taskId != null) ? context.getTaskManager().findTaskById(taskId) : null;
			return (task != null) ? Optional.of(ofTask(task, context)) : Optional.empty();
		});
	}

	/** Those of a process's start form; empty if there is no such process. */
	Optional<Set<String>> ofStart(String definitionId) {
		return ask(context -> Optional.ofNullable(definition(definitionId, context))
			.map(definition -> ofStart(definition, context)));
	}

	/** Those of the start form of a process's newest version; empty if there is none. */
	Optional<Set<String>> ofStartByKey(String key) {
		return ask(context -> Optional
			.ofNullable(context.getProcessDefinitionManager().findLatestProcessDefinitionByKey(key))
			.map(definition -> ofStart(definition(definition.getId(), context), context)));
	}

	Set<String> ofTask(TaskEntity task, CommandContext context) {
		// A task without a diagram (made in Tasklist) has no form.
		if (task.getProcessDefinitionId() == null) {
			return Set.of();
		}
		return this.known.computeIfAbsent(task.getProcessDefinitionId() + "/" + task.getTaskDefinitionKey(), key -> {
			ProcessDefinitionEntity definition = definition(task.getProcessDefinitionId(), context);
			FormDefinition form = definition.getTaskDefinitions().get(task.getTaskDefinitionKey()).getFormDefinition();
			return fields(form, definition, context)
				.orElseGet(() -> embedded(definition.getKey(), task.getTaskDefinitionKey()));
		});
	}

	private static Set<String> embedded(String process, String task) {
		boolean decides = switch (process) {
			case CaseApplicationProcess.KEY -> CaseApplicationProcess.DECISION_TASKS.contains(task);
			case CaseRecommendationProcess.KEY -> CaseRecommendationProcess.DECISION_TASKS.contains(task);
			default -> false;
		};
		return decides ? CaseApplicationProcess.DECISION_ANSWERS : Set.of();
	}

	Set<String> ofStart(ProcessDefinitionEntity definition, CommandContext context) {
		return this.known.computeIfAbsent(definition.getId(), key -> {
			Set<String> names = new HashSet<>(fields(definition.getStartFormDefinition(), definition, context)
				.orElse(EMBEDDED_START.getOrDefault(definition.getKey(), Set.of())));
			names.add(EngineCommands.KEY);
			return Set.copyOf(names);
		});
	}

	private static Optional<Set<String>> fields(FormDefinition form, ProcessDefinitionEntity definition,
			CommandContext context) {
		return Optional.ofNullable(form)
			.map(FormDefinition::getCamundaFormDefinitionKey)
			.map(Expression::getExpressionText)
			.map(name -> context.getResourceManager()
				.findResourceByDeploymentIdAndResourceName(definition.getDeploymentId(), "forms/" + name + ".form"))
			.map(ResourceEntity::getBytes)
			.map(bytes -> FormFields.of(new String(bytes, StandardCharsets.UTF_8)));
	}

	private static ProcessDefinitionEntity definition(String id, CommandContext context) {
		return (context.getProcessDefinitionManager().findLatestProcessDefinitionById(id) != null)
				? context.getProcessEngineConfiguration().getDeploymentCache().findDeployedProcessDefinitionById(id)
				: null;
	}

	// What a form declares does not depend on who asks.
	private Optional<Set<String>> ask(Function<CommandContext, Optional<Set<String>>> question) {
		Command<Optional<Set<String>>> command = context -> context
			.runWithoutAuthorization(() -> question.apply(context));
		return this.configuration.getCommandExecutorTxRequired().execute(command);
	}

}
