package io.huhang.process.engine;

import java.util.List;
import java.util.Objects;

import org.camunda.bpm.engine.impl.cfg.auth.AuthorizationCommandChecker;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * Lets those work on a task to whom it is given, before the engine asks for grants: they
 * hold one exactly because it is given to them. Everybody else is left to the engine.
 */
class TaskWorkCheck extends AuthorizationCommandChecker {

	@Override
	public void checkTaskWork(TaskEntity task) {
		Authentication caller = Context.getCommandContext().getAuthentication();
		if (caller == null || !isGivenTo(task, caller)) {
			super.checkTaskWork(task);
		}
	}

	private static boolean isGivenTo(TaskEntity task, Authentication caller) {
		return caller.getUserId() != null
				&& (caller.getUserId().equals(task.getAssignee()) || isOffered(task, caller.getGroupIds()));
	}

	/** Whether the task is offered to one of these groups. */
	static boolean isOffered(TaskEntity task, List<String> groups) {
		return groups != null && task.getCandidates()
			.stream()
			.map(link -> link.getGroupId())
			.filter(Objects::nonNull)
			.anyMatch(groups::contains);
	}

}
