package io.huhang.process.engine;

import java.util.List;

import static io.huhang.process.engine.Calls.ENGINE;

/**
 * A request that must not reach the engine. Expressions only put two texts together.
 *
 * @param closedForStaff whether it is closed for the administrator, too
 */
record Hole(String method, String path, String body, boolean closedForStaff) {

	static final List<Hole> ALL = List.of(
			closed("POST", ENGINE + "task?maxResults=1",
					"{\"orQueries\":[{\"assigneeExpression\":\"${'a'.concat('b')}\"}]}"),
			closed("POST", ENGINE + "task?maxResults=1", "{\"assigneeExpression\":\"${'a'.concat('b')}\"}"),
			closed("GET", ENGINE + "task?maxResults=1&assigneeExpression=x", ""),
			closed("POST", ENGINE + "filter/create",
					"{\"resourceType\":\"Task\",\"name\":\"x\",\"query\":{\"assigneeExpression\":\"${'a'.concat('b')}\"}}"),
			closed("POST", ENGINE + "filter/any-id/list", "{\"orQueries\":[{\"assigneeExpression\":\"${'a'}\"}]}"),
			closed("POST", ENGINE + "process-definition/key/case-application/start",
					"{\"startInstructions\":[{\"type\":\"startBeforeActivity\",\"activityId\":\"reviewCase\"}]}"),
			closed("GET", ENGINE + "task/any-id/attachment/any-id/data", ""),
			closed("DELETE", ENGINE + "task/any-id/attachment/any-id", ""),
			closed("POST", ENGINE + "deployment/create", ""), open("GET", ENGINE + "deployment?maxResults=1", ""),
			open("GET", ENGINE + "variable-instance?maxResults=1", ""), open("GET", ENGINE + "user?maxResults=1", ""),
			open("GET", ENGINE + "history/variable-instance?maxResults=1", ""),
			open("POST", ENGINE + "process-definition/key/case-application/start", "{}"),
			open("POST", ENGINE + "message", "{}"), open("POST", ENGINE + "modification/execute", "{}"),
			open("GET", ENGINE + "batch?maxResults=1", ""), open("GET", ENGINE + "an-invented-path", ""),
			open("GET", "/camunda/api/an-invented-path", ""), open("GET", "/camunda/api/cockpit/an-invented-path", ""));

	private static Hole closed(String method, String path, String body) {
		return new Hole(method, path, body, true);
	}

	private static Hole open(String method, String path, String body) {
		return new Hole(method, path, body, false);
	}

	@Override
	public String toString() {
		return this.method + " " + this.path;
	}

}
