package io.huhang.process.engine;

import java.lang.reflect.Field;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

import org.springframework.util.ReflectionUtils;

/**
 * Refuses expressions in task queries and filters for everyone: the community edition
 * evaluates them for any user who can reach a query (CVE-2026-109432), and stays so for
 * good.
 */
class EngineGuard extends CommandInterceptor {

	private static final Field EXTENDING_QUERY = field(AbstractExecuteFilterCmd.class, "extendingQuery");

	private static final Field SAVED_FILTER = field(SaveFilterCmd.class, "filter");

	@Override
	public <T> T execute(Command<T> command) {
		if (command instanceof TaskQueryImpl query) {
			check(query);
		}
		if (command instanceof AbstractExecuteFilterCmd
				&& ReflectionUtils.getField(EXTENDING_QUERY, command) instanceof TaskQueryImpl query) {
			check(query);
		}
		if (command instanceof SaveFilterCmd && ((Filter) ReflectionUtils.getField(SAVED_FILTER, command))
			.getQuery() instanceof TaskQueryImpl query) {
			check(query);
		}
		return this.next.execute(command);
	}

	private static void check(TaskQueryImpl query) {
		for (TaskQueryImpl part : query.getQueries()) {
			if (!part.getExpressions().isEmpty()) {
				throw new BadUserRequestException("expressions are forbidden in task queries");
			}
		}
	}

	private static Field field(Class<?> type, String name) {
		Field field = ReflectionUtils.findField(type, name);
		if (field == null) {
			throw new IllegalStateException("the engine's %s has no field %s any more".formatted(type, name));
		}
		ReflectionUtils.makeAccessible(field);
		return field;
	}

}
