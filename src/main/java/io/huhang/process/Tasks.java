package io.huhang.process;

import java.util.List;
import java.util.Optional;

import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.RuntimeService;

import org.springframework.stereotype.Component;

/** Whose task this is and whether a person may work on it, in plain Java types. */
@Component
public class Tasks {

	private final TaskService tasks;

	private final RuntimeService runtime;

	private final IdentityService identity;

	Tasks(TaskService tasks, RuntimeService runtime, IdentityService identity) {
		this.tasks = tasks;
		this.runtime = runtime;
		this.identity = identity;
	}

	/**
	 * An open task that a person may work on.
	 *
	 * @param form id of the user task and of its form
	 * @param number number of the case or recommendation
	 */
	public record WorkItem(String taskId, String form, String number) {
	}

	/**
	 * The open task, if it is this person's or offered to it; a foreign one looks like a
	 * missing one.
	 */
	public Optional<WorkItem> find(String taskId, String userId) {
		return Optional.ofNullable(this.tasks.createTaskQuery().taskId(taskId).active().singleResult())
			.filter(task -> mayWork(task, userId))
			.map(task -> new WorkItem(task.getId(), task.getTaskDefinitionKey(), number(task)));
	}

	/** How many open tasks this person may work on. */
	public long countFor(String userId, List<String> groups) {
		return this.tasks.createTaskQuery()
			.active()
			.or()
			.taskAssignee(userId)
			.taskCandidateGroupIn(groups)
			.endOr()
			.count();
	}

	/** Renames the open tasks of this number after a change of its titles. */
	public void entitle(String number, String caseName, String enterpriseName, String direction) {
		for (Task task : this.tasks.createTaskQuery().processInstanceBusinessKey(number).initializeFormKeys().list()) {
			String label = task.getName().split(TaskTitles.SEPARATOR)[0];
			task.setName(TaskTitles.title(label, caseName, enterpriseName, direction));
			this.tasks.saveTask(task);
		}
	}

	private boolean mayWork(Task task, String userId) {
		if (task.getAssignee() != null) {
			return task.getAssignee().equals(userId);
		}
		List<String> groups = this.identity.createGroupQuery()
			.groupMember(userId)
			.list()
			.stream()
			.map(Group::getId)
			.toList();
		return this.tasks.getIdentityLinksForTask(task.getId())
			.stream()
			.map(IdentityLink::getGroupId)
			.anyMatch(groups::contains);
	}

	private String number(Task task) {
		ProcessInstance instance = this.runtime.createProcessInstanceQuery()
			.processInstanceId(task.getProcessInstanceId())
			.singleResult();
		return instance.getBusinessKey();
	}

}
