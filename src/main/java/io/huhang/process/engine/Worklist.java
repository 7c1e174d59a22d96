package io.huhang.process.engine;

import java.util.Map;

import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * The one filter of Tasklist: everything that is mine or offered to me. It needs no
 * expression, since authorization shows nobody a foreign task.
 */
@Component
class Worklist implements SmartInitializingSingleton {

	private static final String NAME = "待办事项";

	private final FilterService filters;

	private final TaskService tasks;

	private final AuthorizationService authorizations;

	Worklist(FilterService filters, TaskService tasks, AuthorizationService authorizations) {
		this.filters = filters;
		this.tasks = tasks;
		this.authorizations = authorizations;
	}

	@Override
	public void afterSingletonsInstantiated() {
		if (this.filters.createFilterQuery().filterName(NAME).count() > 0) {
			return;
		}
		Filter filter = this.filters.newTaskFilter(NAME);
		filter.setQuery(this.tasks.createTaskQuery().active().orderByDueDate().asc());
		filter.setProperties(Map.of("description", "本人办理和所在岗位可以领取的全部待办", "priority", 1, "color", "#1f5fa8", "refresh",
				true, "showUndefinedVariable", false));
		this.filters.saveFilter(filter);
		Authorization everyone = this.authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GLOBAL);
		everyone.setResource(Resources.FILTER);
		everyone.setResourceId(filter.getId());
		everyone.addPermission(Permissions.READ);
		this.authorizations.saveAuthorization(everyone);
	}

}
