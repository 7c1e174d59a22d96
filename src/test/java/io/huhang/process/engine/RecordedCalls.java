package io.huhang.process.engine;

import java.util.List;

import io.huhang.Cast;

/** What Tasklist was seen to call, for tests outside of this package. */
public final class RecordedCalls {

	private RecordedCalls() {
	}

	/** Whether Tasklist was seen to send this. */
	public static boolean contain(String method, String uri) {
		return TasklistCalls.ALL.stream().anyMatch(call -> matches(call, method, uri));
	}

	/** Those that none of these requests ({@code METHOD uri}) is an example of. */
	public static List<String> without(List<String> requests) {
		return TasklistCalls.ALL.stream()
			// It would end the logins of the table; LoginTests has it.
			.filter(call -> !String.join("/", call.path()).equals(TasklistCalls.LOGOUT))
			.filter(call -> requests.stream()
				.map(request -> request.split(" ", 2))
				.noneMatch(request -> matches(call, request[0], request[1])))
			.map(call -> call.method() + " /" + String.join("/", call.path()) + "?" + call.required())
			.toList();
	}

	private static boolean matches(AllowedCall call, String method, String uri) {
		return uri.startsWith("/camunda/") && call.match(Calls.call(Cast.APPLICANT_A, method, uri, "")).isPresent();
	}

}
