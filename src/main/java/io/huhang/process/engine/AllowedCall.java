package io.huhang.process.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One operation that working one's own tasks needs.
 *
 * @param path the path's segments; {@code {name}} stands for one segment, {@code **} for
 * the rest
 * @param required parameter that must be there, with its placeholder, such as
 * {@code taskId={task}}; empty if there is none
 * @param parameters further parameters that may be there
 */
record AllowedCall(String method, List<String> path, String required, Set<String> parameters, BodyRule body) {

	static AllowedCall get(String path, String... parameters) {
		String[] parts = path.split("\\?", 2);
		return new AllowedCall("GET", List.of(parts[0].split("/")), (parts.length > 1) ? parts[1] : "",
				Set.of(parameters), BodyRule.NONE);
	}

	static AllowedCall post(String path, BodyRule body, String... parameters) {
		return new AllowedCall("POST", List.of(path.split("/")), "", Set.of(parameters), body);
	}

	static AllowedCall options(String path) {
		return new AllowedCall("OPTIONS", List.of(path.split("/")), "", Set.of(), BodyRule.NONE);
	}

	/** What stands at the placeholders; empty if this is another operation. */
	Optional<Map<String, String>> match(WebappCall call) {
		Map<String, String> values = new HashMap<>();
		boolean same = this.method.equals(call.method()) && matchPath(call.path().segments(), values)
				&& matchQuery(call.query(), values);
		return same ? Optional.of(values) : Optional.empty();
	}

	private boolean matchPath(List<String> segments, Map<String, String> values) {
		boolean open = this.path.get(this.path.size() - 1).equals("**");
		int fixed = open ? this.path.size() - 1 : this.path.size();
		if (open ? segments.size() < fixed : segments.size() != fixed) {
			return false;
		}
		for (int i = 0; i < fixed; i++) {
			if (!matchPart(this.path.get(i), segments.get(i), values)) {
				return false;
			}
		}
		return true;
	}

	private boolean matchQuery(Map<String, String> query, Map<String, String> values) {
		String name = this.required.split("=")[0];
		if (!name.isEmpty() && (!query.containsKey(name)
				|| !matchPart(this.required.substring(name.length() + 1), query.get(name), values))) {
			return false;
		}
		return query.keySet().stream().allMatch(given -> given.equals(name) || this.parameters.contains(given));
	}

	private static boolean matchPart(String pattern, String given, Map<String, String> values) {
		if (pattern.startsWith("{")) {
			values.put(pattern, given);
			return true;
		}
		return pattern.equals(given);
	}

}
