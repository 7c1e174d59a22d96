package io.huhang.process.engine;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import io.huhang.organization.Role;

/**
 * For staff, who also work in Cockpit and Admin: the engine's grants decide, except for
 * what nobody needs and everybody could misuse.
 */
class StaffFence {

	private static final String ENGINE = "camunda/api/engine/engine/default/";

	private static final Set<String> PEOPLE = Set.of("user", "group", "tenant");

	private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

	private static final Set<String> TASK_OPERATIONS = Set.of("count", "create", "report");

	private final EngineAccess engine;

	StaffFence(EngineAccess engine) {
		this.engine = engine;
	}

	Passage judge(WebappCall call) {
		boolean misused = call.query().keySet().stream().anyMatch(StaffFence::forbidden) || forbiddenIn(call.body());
		if (misused || !mayEnter(call)) {
			return Passage.FORBIDDEN;
		}
		if (call.reads() && call.path().isProfile() && !mayUseAccounts(call)) {
			return Passage.MISSING;
		}
		if (!mayUse(call)) {
			return Passage.FORBIDDEN;
		}
		return changesPeople(call) ? Passage.ELSEWHERE : seeing(call);
	}

	// The engine tells a task that is there from one that is not.
	private Passage seeing(WebappCall call) {
		List<String> segments = call.path().segments();
		boolean oneTask = segments.size() > 6 && call.path().startsWith(ENGINE + "task")
				&& !TASK_OPERATIONS.contains(segments.get(6));
		return (oneTask && !this.engine.maySee(call.person().id(), segments.get(6))) ? Passage.MISSING : Passage.OPEN;
	}

	private boolean mayEnter(WebappCall call) {
		if (call.path().is("camunda/api/admin/auth/user/default") || call.path().is(TasklistCalls.LOGOUT)) {
			return true;
		}
		for (String app : Set.of("cockpit", "admin")) {
			boolean inside = call.path().startsWith("camunda/app/" + app)
					|| call.path().startsWith("camunda/api/" + app);
			if (inside && !this.engine.mayEnter(call.person().id(), app)) {
				return false;
			}
		}
		return true;
	}

	private static boolean mayUse(WebappCall call) {
		List<String> segments = call.path().segments();
		if (!call.path().startsWith("camunda/api/engine/engine") || segments.size() < 5) {
			return true;
		}
		if (!segments.get(4).equals("default") || segments.contains("attachment")) {
			return false;
		}
		return switch ((segments.size() > 5) ? segments.get(5) : "") {
			case "deployment" -> call.reads();
			case "user", "group", "tenant", "authorization", "identity" -> mayUseAccounts(call);
			default -> true;
		};
	}

	private static boolean mayUseAccounts(WebappCall call) {
		return call.person().role() == Role.ADMINISTRATOR
				|| call.is("GET", ENGINE + "user/" + call.person().id() + "/profile")
				|| call.is("GET", ENGINE + "authorization/check");
	}

	// A user made here would be nobody of ours, and one deleted here would still get
	// letters.
	private static boolean changesPeople(WebappCall call) {
		List<String> segments = call.path().segments();
		return call.path().startsWith(ENGINE.substring(0, ENGINE.length() - 1)) && segments.size() > 5
				&& PEOPLE.contains(segments.get(5)) && !READING.contains(call.method())
				&& !segments.get(segments.size() - 1).equals("unlock");
	}

	private static boolean forbiddenIn(JsonNode node) {
		return node.properties().stream().anyMatch(entry -> forbidden(entry.getKey()))
				|| node.valueStream().anyMatch(StaffFence::forbiddenIn);
	}

	private static boolean forbidden(String name) {
		String lower = name.toLowerCase(Locale.ROOT);
		return lower.contains("expression") || lower.equals("orqueries") || lower.equals("startinstructions");
	}

}
