package io.huhang.process;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ActivityInstance;
import org.camunda.bpm.engine.runtime.TransitionInstance;
import org.camunda.bpm.engine.task.Task;

import org.springframework.stereotype.Component;

/** Where a case or a list stands: asked of the engine, never kept a second time. */
@Component
public class Progress {

	private final HistoryService history;

	private final TaskService tasks;

	private final RuntimeService runtime;

	Progress(HistoryService history, TaskService tasks, RuntimeService runtime) {
		this.history = history;
		this.tasks = tasks;
		this.runtime = runtime;
	}

	/**
	 * The labels of the steps at which it stands, or of its end; while the system itself
	 * works, what it does, and whether somebody has to help it.
	 */
	public String of(String number) {
		List<Task> open = this.tasks.createTaskQuery().processInstanceBusinessKey(number).list();
		if (!open.isEmpty()) {
			return open.stream()
				.map(task -> task.getName().split(TaskTitles.SEPARATOR)[0])
				.distinct()
				.collect(Collectors.joining("、"));
		}
		return instance(number).map(this::label).orElse("");
	}

	private Optional<HistoricProcessInstance> instance(String number) {
		return this.history.createHistoricProcessInstanceQuery()
			.processInstanceBusinessKey(number)
			.orderByProcessInstanceStartTime()
			.desc()
			.list()
			.stream()
			.findFirst();
	}

	private String label(HistoricProcessInstance instance) {
		return ((instance.getEndTime() != null) ? end(instance)
				: waitingAt(instance).or(() -> running(instance.getId())))
			.orElse("处理中");
	}

	private Optional<String> running(String instanceId) {
		return Optional.ofNullable(this.runtime.getActivityInstance(instanceId))
			.stream()
			.flatMap(root -> transitions(root).stream())
			.map(step -> step.getActivityName() + ((step.getIncidentIds().length > 0) ? "（未能自动完成，待协调人处理）" : "（系统正在办理）"))
			.findFirst();
	}

	private static List<TransitionInstance> transitions(ActivityInstance scope) {
		return Stream
			.concat(Arrays.stream(scope.getChildTransitionInstances()),
					Arrays.stream(scope.getChildActivityInstances()).flatMap(child -> transitions(child).stream()))
			.toList();
	}

	// What ends everything that still ran beside it has a type of its own.
	private Optional<String> end(HistoricProcessInstance instance) {
		return end(instance, ActivityTypes.END_EVENT_TERMINATE).or(() -> end(instance, ActivityTypes.END_EVENT_NONE));
	}

	private Optional<String> end(HistoricProcessInstance instance, String type) {
		return this.history.createHistoricActivityInstanceQuery()
			.processInstanceId(instance.getId())
			.activityType(type)
			.orderByHistoricActivityInstanceEndTime()
			.desc()
			.orderPartiallyByOccurrence()
			.desc()
			.list()
			.stream()
			.map(HistoricActivityInstance::getActivityName)
			.findFirst();
	}

	private Optional<String> waitingAt(HistoricProcessInstance instance) {
		return this.history.createHistoricActivityInstanceQuery()
			.processInstanceId(instance.getId())
			.activityType(ActivityTypes.GATEWAY_EVENT_BASED)
			.unfinished()
			.list()
			.stream()
			.map(HistoricActivityInstance::getActivityName)
			.findFirst();
	}

}
