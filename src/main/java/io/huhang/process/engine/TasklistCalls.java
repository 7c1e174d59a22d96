package io.huhang.process.engine;

import java.util.List;

import static io.huhang.process.engine.AllowedCall.get;
import static io.huhang.process.engine.AllowedCall.options;
import static io.huhang.process.engine.AllowedCall.post;

/**
 * All that Tasklist calls while a person works (seen on the wire). The rest is closed.
 */
final class TasklistCalls {

	/** POST: ends the login. */
	static final String LOGOUT = "camunda/api/admin/auth/user/default/logout";

	private static final String ENGINE = "camunda/api/engine/engine/default/";

	private static final String FILTER = ENGINE + "filter";

	private static final String PROCESS = ENGINE + "process-definition";

	private static final String TASK = ENGINE + "task/{task}";

	static final List<AllowedCall> ALL = List.of(
			// pages and their static files
			get("camunda/app/tasklist/**", "bust"), get("camunda/app/welcome/**", "bust"),
			get("camunda/app/huhang/**", "bust"), get("camunda/lib/**", "bust"), get("camunda/assets/**", "bust"),
			get("camunda/favicon.ico"), get("camunda/api/tasklist/plugin/tasklistPlugins/static/**", "bust"),
			// the login
			get("camunda/api/admin/auth/user/default"), post(LOGOUT, BodyRule.NONE), get("camunda/api/engine/engine"),
			get(ENGINE + "user/{self}/profile"),
			// stored filters, run as saved or narrowed
			get(FILTER, "firstResult", "maxResults", "itemCount", "resourceType"),
			get(FILTER + "/count", "itemCount", "resourceType"), options(FILTER), options(FILTER + "/{filter}"),
			post(FILTER + "/{filter}/list", BodyRule.SEARCH, "firstResult", "maxResults"),
			post(FILTER + "/{filter}/count", BodyRule.SEARCH),
			// starting: the list of processes, the form, the answers
			get(PROCESS, "latest", "active", "startableInTasklist", "startablePermissionCheck", "firstResult",
					"maxResults", "nameLike", "key", "sortBy", "sortOrder"),
			get(PROCESS + "/count", "latest", "active", "startableInTasklist", "startablePermissionCheck",
					"firstResult", "maxResults", "nameLike", "key", "sortBy", "sortOrder"),
			get(PROCESS + "/{definition}/startForm"),
			get(PROCESS + "/{definition}/deployed-start-form", "noCache", "userId", "engineName"),
			get(PROCESS + "/{definition}/form-variables", "deserializeValues", "variableNames"),
			get(PROCESS + "/{definition}/xml"), post(PROCESS + "/{startable}/submit-form", BodyRule.START_ANSWERS),
			// working a task
			get(ENGINE + "task", "assignee", "processInstanceId", "maxResults"), get(TASK), get(TASK + "/form"),
			get(TASK + "/deployed-form", "noCache", "userId", "engineName", "taskId"),
			get(TASK + "/form-variables", "deserializeValues", "variableNames"), get(TASK + "/comment"),
			get(TASK + "/identity-links", "type"),
			get(ENGINE + "history/user-operation?taskId={task}", "firstResult", "maxResults"),
			get(ENGINE + "history/user-operation/count?taskId={task}"), post(TASK + "/claim", BodyRule.OWN_CLAIM),
			post(TASK + "/unclaim", BodyRule.NONE), post(TASK + "/submit-form", BodyRule.ANSWERS));

	private TasklistCalls() {
	}

}
