package io.huhang.process.engine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.huhang.audit.Commands;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Takes the key of what a person completes or starts, before anything else happens and in
 * the same transaction: of two at the same moment one waits here, and fails without
 * having done anything.
 */
class CommandListener implements TaskListener, ExecutionListener {

	private final DeclaredAnswers declared;

	// Empty in an engine that stands alone.
	private Optional<Commands> commands = Optional.empty();

	CommandListener(DeclaredAnswers declared) {
		this.declared = declared;
	}

	void use(Commands found) {
		this.commands = Optional.of(found);
	}

	@Override
	public void notify(DelegateTask task) {
		Authentication person = task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
		if (person != null && this.commands.isPresent()) {
			Set<String> names = this.declared.ofTask((TaskEntity) task, Context.getCommandContext());
			this.commands.get()
				.take(EngineCommands.completion(task.getId(), person.getUserId(), answers(task, names)), "");
		}
	}

	@Override
	public void notify(DelegateExecution execution) {
		Object key = execution.getVariable(EngineCommands.KEY);
		if (key == null) {
			return;
		}
		execution.removeVariable(EngineCommands.KEY);
		Authentication person = execution.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
		if (person != null && this.commands.isPresent()) {
			start((ExecutionEntity) execution, key.toString(), person.getUserId());
		}
	}

	private void start(ExecutionEntity execution, String key, String userId) {
		if (!EngineCommands.isKey(key)) {
			throw new FormFieldValidationException(EngineCommands.KEY, "操作编号无效，未发起。请刷新页面后重试。");
		}
		Set<String> names = this.declared.ofStart(execution.getProcessDefinition(), Context.getCommandContext());
		this.commands.get()
			.take(EngineCommands.start(key, userId, execution.getProcessDefinition().getKey(),
					answers(execution, names)), execution.getProcessInstanceId());
	}

	private static Map<String, String> answers(VariableScope scope, Set<String> names) {
		Map<String, String> answers = new HashMap<>();
		for (String name : names) {
			Object value = scope.getVariable(name);
			if (value != null) {
				answers.put(name, value.toString());
			}
		}
		return answers;
	}

}
