package io.huhang.process.engine;

import java.util.List;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;

import org.springframework.stereotype.Component;

/** What the engine's own grants say about a person. */
@Component
class EngineAccess {

	private final IdentityService identity;

	private final AuthorizationService authorizations;

	private final TaskService tasks;

	EngineAccess(IdentityService identity, AuthorizationService authorizations, TaskService tasks) {
		this.identity = identity;
		this.authorizations = authorizations;
		this.tasks = tasks;
	}

	/** Whether the person may enter this webapp. */
	boolean mayEnter(String userId, String app) {
		return this.authorizations.isUserAuthorized(userId, groups(userId), Permissions.ACCESS, Resources.APPLICATION,
				app);
	}

	/** Whether the person may see this open task. */
	boolean maySee(String userId, String taskId) {
		this.identity.setAuthentication(userId, groups(userId));
		try {
			return this.tasks.createTaskQuery().taskId(taskId).count() > 0;
		}
		finally {
			this.identity.clearAuthentication();
		}
	}

	/**
	 * Offers a claimed task to its candidates again. The engine lets a person claim what
	 * it is offered, but not give it back.
	 * @return whether the task is this person's and has candidates
	 */
	boolean giveBack(String userId, String taskId) {
		boolean claimed = this.tasks.createTaskQuery()
			.taskId(taskId)
			.taskAssignee(userId)
			.withCandidateGroups()
			.includeAssignedTasks()
			.count() > 0;
		if (claimed) {
			this.tasks.setAssignee(taskId, null);
		}
		return claimed;
	}

	private List<String> groups(String userId) {
		return this.identity.createGroupQuery().groupMember(userId).list().stream().map(Group::getId).toList();
	}

}
