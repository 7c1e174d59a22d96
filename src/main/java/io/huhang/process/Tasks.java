package io.huhang.process;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.huhang.audit.AuditTrail;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.RuntimeService;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whose task this is and whether a person may work on it, in plain Java types. */
@Component
public class Tasks {

	private final TaskService tasks;

	private final RuntimeService runtime;

	private final IdentityService identity;

	private final AuditTrail audit;

	Tasks(TaskService tasks, RuntimeService runtime, IdentityService identity, AuditTrail audit) {
		this.tasks = tasks;
		this.runtime = runtime;
		this.identity = identity;
		this.audit = audit;
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

	/**
	 * Who has claimed a task that is offered to this person too; empty for a free task
	 * and for a foreign one.
	 */
	public Optional<String> holder(String taskId, String userId) {
		return Optional.ofNullable(this.tasks.createTaskQuery().taskId(taskId).active().singleResult())
			.filter(task -> task.getAssignee() != null && isOffered(task, userId, group -> true))
			.map(Task::getAssignee);
	}

	/** The open task of this number with this form, if this person may work on it. */
	public Optional<String> open(String number, String form, String userId) {
		return this.tasks.createTaskQuery()
			.active()
			.processInstanceBusinessKey(number)
			.taskDefinitionKey(form)
			.list()
			.stream()
			.filter(task -> mayWork(task, userId))
			.map(Task::getId)
			.findFirst();
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

	/** Ids of the open tasks that this person may work on. */
	public Set<String> openFor(String userId, List<String> groups) {
		return this.tasks.createTaskQuery()
			.active()
			.or()
			.taskAssignee(userId)
			.taskCandidateGroupIn(groups)
			.endOr()
			.list()
			.stream()
			.map(Task::getId)
			.collect(Collectors.toSet());
	}

	/** Whether this person may work on an open task of this number. */
	public boolean hasWork(String number, String userId, List<String> groups) {
		return this.tasks.createTaskQuery()
			.active()
			.processInstanceBusinessKey(number)
			.or()
			.taskAssignee(userId)
			.taskCandidateGroupIn(groups)
			.endOr()
			.count() > 0;
	}

	/** Renames the open tasks of this number after a change of its titles. */
	public void entitle(String number, String caseName, String enterpriseName, String direction) {
		for (Task task : this.tasks.createTaskQuery().processInstanceBusinessKey(number).initializeFormKeys().list()) {
			String label = task.getName().split(TaskTitles.SEPARATOR)[0];
			task.setName(TaskTitles.title(label, caseName, enterpriseName, direction));
			this.tasks.saveTask(task);
		}
	}

	/**
	 * The enterprise's open task of this case, claimed or not, as this colleague sees it.
	 */
	public Optional<Shared> shared(String number, Person colleague) {
		return sharedTask(number, colleague).map(task -> new Shared(task.getId(),
				task.getName().split(TaskTitles.SEPARATOR)[0], Optional.ofNullable(task.getAssignee())));
	}

	/**
	 * Takes the enterprise's open task of this case over from a colleague.
	 * @return its id; empty if there is none
	 */
	@Transactional
	public Optional<String> takeOver(String number, Person colleague) {
		Optional<Task> task = sharedTask(number, colleague);
		task.filter(open -> !colleague.id().equals(open.getAssignee())).ifPresent(open -> {
			this.tasks.setAssignee(open.getId(), colleague.id());
			this.audit.record(colleague.id(), "task.take-over", number);
		});
		return task.map(Task::getId);
	}

	/**
	 * A task that colleagues work on together.
	 *
	 * @param assignee id of the person who has it claimed
	 */
	public record Shared(String taskId, String label, Optional<String> assignee) {
	}

	private Optional<Task> sharedTask(String number, Person colleague) {
		return (colleague.role() != Role.APPLICANT) ? Optional.empty()
				: this.tasks.createTaskQuery()
					.active()
					.processInstanceBusinessKey(number)
					.taskCandidateGroup(Person.enterpriseGroup(colleague.organization()))
					.includeAssignedTasks()
					.initializeFormKeys()
					.list()
					.stream()
					.findFirst();
	}

	// Colleagues of an enterprise fill in together, whoever has the task claimed.
	private boolean mayWork(Task task, String userId) {
		if (task.getAssignee() != null && task.getAssignee().equals(userId)) {
			return true;
		}
		boolean claimed = task.getAssignee() != null;
		return isOffered(task, userId, group -> !claimed || group.startsWith(Person.enterpriseGroup("")));
	}

	private boolean isOffered(Task task, String userId, Predicate<String> which) {
		List<String> groups = this.identity.createGroupQuery()
			.groupMember(userId)
			.list()
			.stream()
			.map(Group::getId)
			.toList();
		return this.tasks.getIdentityLinksForTask(task.getId())
			.stream()
			.map(IdentityLink::getGroupId)
			.filter(Objects::nonNull)
			.filter(which)
			.anyMatch(groups::contains);
	}

	private String number(Task task) {
		ProcessInstance instance = this.runtime.createProcessInstanceQuery()
			.processInstanceId(task.getProcessInstanceId())
			.singleResult();
		return EvaluationProcess.subject(instance.getBusinessKey());
	}

}
