package io.huhang.process;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;

import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.historyService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.taskService;

/** What the tests of the diagrams ask of an instance beyond the engine's assertions. */
final class Instances {

	private Instances() {
	}

	/** The instance is over, came to this end and to no other one of its diagram. */
	static void assertEndedOnlyAt(ProcessInstance instance, String end, List<String> ends) {
		assertThat(instance).isEnded().hasPassed(end).hasNotPassed(others(end, ends));
	}

	/** The instance goes on, and one of its side paths came to this end. */
	static void assertGoesOnPast(ProcessInstance instance, String end, List<String> ends) {
		assertThat(instance).isNotEnded().hasPassed(end).hasNotPassed(others(end, ends));
	}

	/** Every variable of the instance, in whichever scope. */
	static Map<String, Object> variables(ProcessInstance instance) {
		return runtimeService().createVariableInstanceQuery()
			.processInstanceIdIn(instance.getId())
			.list()
			.stream()
			.collect(Collectors.toMap(VariableInstance::getName, VariableInstance::getValue));
	}

	/** Every variable that history knows of the instance, in whichever scope. */
	static Map<String, Object> historicVariables(ProcessInstance instance) {
		return historyService().createHistoricVariableInstanceQuery()
			.processInstanceId(instance.getId())
			.list()
			.stream()
			.collect(Collectors.toMap(HistoricVariableInstance::getName, HistoricVariableInstance::getValue));
	}

	/** The groups that a task is offered to. */
	static List<String> candidateGroups(Task task) {
		return taskService().getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).toList();
	}

	private static String[] others(String end, List<String> ends) {
		if (!ends.contains(end)) {
			throw new IllegalArgumentException("no end event " + end);
		}
		return ends.stream().filter(other -> !other.equals(end)).toArray(String[]::new);
	}

}
