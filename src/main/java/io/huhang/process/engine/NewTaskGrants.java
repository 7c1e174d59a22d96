package io.huhang.process.engine;

import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.Task;

/**
 * Gives a task's people the same grants as the engine does, but does not look for earlier
 * ones where the task itself is not in the database yet, nor gives whoever claims it the
 * grant that their group holds already.
 */
class NewTaskGrants extends DefaultAuthorizationProvider {

	@Override
	public AuthorizationEntity[] newTaskAssignee(Task task, String before, String assignee) {
		return isOfferedTo(assignee, (TaskEntity) task) ? null : super.newTaskAssignee(task, before, assignee);
	}

	private static boolean isOfferedTo(String assignee, TaskEntity task) {
		Authentication caller = Context.getCommandContext().getAuthentication();
		return caller != null && caller.getUserId() != null && caller.getUserId().equals(assignee)
				&& TaskWorkCheck.isOffered(task, caller.getGroupIds());
	}

	@Override
	protected AuthorizationEntity getGrantAuthorization(String taskId, String userId, String groupId,
			Resource resource) {
		return isNew(taskId) ? null : super.getGrantAuthorization(taskId, userId, groupId, resource);
	}

	private static boolean isNew(String taskId) {
		CachedDbEntity task = Context.getCommandContext()
			.getDbEntityManager()
			.getDbEntityCache()
			.getCachedEntity(TaskEntity.class, taskId);
		return task != null && task.getEntityState() == DbEntityState.TRANSIENT;
	}

}
