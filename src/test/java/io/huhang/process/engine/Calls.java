package io.huhang.process.engine;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

import io.huhang.organization.Person;

import org.springframework.mock.web.MockHttpServletRequest;

/** Requests for tests of the fences. */
final class Calls {

	static final String ENGINE = "/camunda/api/engine/engine/default/";

	static final String OWN_TASK = "own-task";

	private Calls() {
	}

	static WebappCall get(Person person, String uri) {
		return call(person, "GET", uri, "");
	}

	static WebappCall post(Person person, String uri, String json) {
		return call(person, "POST", uri, json);
	}

	static WebappCall call(Person person, String method, String uri, String json) {
		String[] parts = uri.split("\\?", 2);
		MockHttpServletRequest request = new MockHttpServletRequest(method, parts[0]);
		request.setQueryString((parts.length > 1) ? parts[1] : null);
		request.setContentType("application/json");
		request.setContent(json.getBytes(StandardCharsets.UTF_8));
		try {
			return WebappCallReader.read(request, person).orElseThrow();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Grants that know one task, let the coordinator into Cockpit and the administrator
	 * everywhere.
	 */
	static EngineAccess access() {
		return new EngineAccess(null, null, null) {

			@Override
			boolean mayEnter(String userId, String app) {
				return userId.equals("test-admin") || (userId.equals("test-coordinator") && app.equals("cockpit"));
			}

			@Override
			boolean maySee(String userId, String taskId) {
				return taskId.equals(OWN_TASK);
			}

		};
	}

}
