package io.huhang.process;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;

/** What people choose a task by: its label · 案例名称 · 企业名称 · 方向. */
public final class TaskTitles {

	static final String SEPARATOR = " · ";

	private TaskTitles() {
	}

	/** Adds the titles of its instance to a task's name. */
	public static void entitle(DelegateTask task) {
		// The execution's: a new task has none of its own, and asking for one is a query.
		DelegateExecution execution = task.getExecution();
		task.setName(title(task.getBpmnModelElementInstance().getName(),
				(String) execution.getVariable(ProcessVariables.CASE_NAME),
				(String) execution.getVariable(ProcessVariables.ENTERPRISE_NAME),
				(String) execution.getVariable(ProcessVariables.DIRECTION)));
	}

	/** The title made of these parts; absent ones are left out. */
	static String title(String... parts) {
		return Stream.of(parts)
			.filter(Objects::nonNull)
			.filter(part -> !part.isBlank())
			.collect(Collectors.joining(SEPARATOR));
	}

}
