package io.huhang.process.engine;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.cmd.AbstractExecuteFilterCmd;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;

/**
 * Refuses expressions in task queries and filters for everyone: the community edition
 * evaluates them for any user who can reach a query (CVE-2026-109432), and stays so for
 * good.
 */
class ExpressionWall implements Wall {

	private static final CommandField EXTENDING_QUERY = CommandField.of(AbstractExecuteFilterCmd.class,
			"extendingQuery");

	private static final CommandField SAVED_FILTER = CommandField.of(SaveFilterCmd.class, "filter");

	@Override
	public void check(Command<?> command) {
		if (command instanceof TaskQueryImpl query) {
			check(query);
		}
		if (command instanceof AbstractExecuteFilterCmd && EXTENDING_QUERY.of(command) instanceof TaskQueryImpl query) {
			check(query);
		}
		if (command instanceof SaveFilterCmd
				&& ((Filter) SAVED_FILTER.of(command)).getQuery() instanceof TaskQueryImpl query) {
			check(query);
		}
	}

	private static void check(TaskQueryImpl query) {
		for (TaskQueryImpl part : query.getQueries()) {
			if (!part.getExpressions().isEmpty()) {
				throw new BadUserRequestException("expressions are forbidden in task queries");
			}
		}
	}

}
