package io.huhang.process.engine;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.camunda.bpm.engine.impl.ProcessInstantiationBuilderImpl;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;

/**
 * Refuses what a form does not declare: whoever may complete a task could otherwise send
 * any variable with it, such as another applicant.
 */
class AnswersWall implements Wall {

	private static final CommandField SUBMITTED_TASK = CommandField.of(SubmitTaskFormCmd.class, "taskId");

	private static final CommandField SUBMITTED_ANSWERS = CommandField.of(SubmitTaskFormCmd.class, "properties");

	private static final CommandField COMPLETED_TASK = CommandField.of(CompleteTaskCmd.class, "taskId");

	private static final CommandField COMPLETED_ANSWERS = CommandField.of(CompleteTaskCmd.class, "variables");

	private static final CommandField STARTED_PROCESS = CommandField.of(SubmitStartFormCmd.class,
			"processDefinitionId");

	private static final CommandField START_ANSWERS = CommandField.of(SubmitStartFormCmd.class, "variables");

	private static final CommandField START = CommandField.of(StartProcessInstanceCmd.class, "instantiationBuilder");

	private final Caller caller;

	private final DeclaredAnswers declared;

	AnswersWall(Caller caller, DeclaredAnswers declared) {
		this.caller = caller;
		this.declared = declared;
	}

	// Who sends it is known before it begins; what its form declares is read within, so
	// that it costs no transaction of its own and the engine finds the task at hand.
	@Override
	public <T> Command<T> before(Command<T> command) {
		if (!isAnswering(command) || !this.caller.isPerson()) {
			return command;
		}
		return context -> {
			check(command);
			return command.execute(context);
		};
	}

	private static boolean isAnswering(Command<?> command) {
		return command instanceof SubmitTaskFormCmd || command instanceof CompleteTaskCmd
				|| command instanceof SubmitStartFormCmd || command instanceof StartProcessInstanceCmd;
	}

	@Override
	public void check(Command<?> command) {
		if (command instanceof SubmitTaskFormCmd) {
			checkTask(SUBMITTED_TASK.of(command), SUBMITTED_ANSWERS.of(command));
		}
		else if (command instanceof CompleteTaskCmd) {
			checkTask(COMPLETED_TASK.of(command), COMPLETED_ANSWERS.of(command));
		}
		else if (command instanceof SubmitStartFormCmd) {
			check(START_ANSWERS.of(command), this.declared.ofStart((String) STARTED_PROCESS.of(command)));
		}
		else if (command instanceof StartProcessInstanceCmd) {
			checkStart((ProcessInstantiationBuilderImpl) START.of(command));
		}
	}

	private void checkTask(Object taskId, Object answers) {
		if (answers instanceof Map<?, ?> given && given.isEmpty()) {
			return;
		}
		check(answers, this.declared.ofTask((String) taskId));
	}

	private void checkStart(ProcessInstantiationBuilderImpl start) {
		check(start.getVariables(),
				(start.getProcessDefinitionId() != null) ? this.declared.ofStart(start.getProcessDefinitionId())
						: this.declared.ofStartByKey(start.getProcessDefinitionKey()));
	}

	// Nothing is known of a task that is not there: the engine itself says so.
	private static void check(Object answers, Optional<Set<String>> declared) {
		if (answers instanceof Map<?, ?> given && declared.isPresent() && !declared.get().containsAll(given.keySet())) {
			throw new FormFieldValidationException("undeclared", "提交的内容包含表单未声明的字段，已拒绝办理。");
		}
	}

}
