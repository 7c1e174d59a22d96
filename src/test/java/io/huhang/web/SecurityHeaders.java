package io.huhang.web;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What every answer carries, whoever gives it. */
final class SecurityHeaders {

	private static final Map<String, String> EVERYWHERE = new TreeMap<>(Map.of("X-Content-Type-Options", "nosniff",
			"X-Frame-Options", "SAMEORIGIN", "Referrer-Policy", "same-origin|no-referrer", "Permissions-Policy",
			"camera=\\(\\), .*", "Cross-Origin-Opener-Policy", "same-origin"));

	private SecurityHeaders() {
	}

	/** What is not there exactly once, or not as it should be. */
	static List<String> missing(String uri, HttpResponse<String> answer) {
		Map<String, String> expected = new TreeMap<>(EVERYWHERE);
		expected.put("Content-Security-Policy",
				uri.startsWith("/camunda/") ? ".*frame-ancestors 'none'.*" : ".*frame-ancestors 'self'.*");
		return expected.entrySet()
			.stream()
			.filter(header -> !matches(answer.headers().allValues(header.getKey()), header.getValue()))
			.map(header -> header.getKey() + " " + answer.headers().allValues(header.getKey()))
			.toList();
	}

	private static boolean matches(List<String> values, String pattern) {
		return values.size() == 1 && values.get(0).matches(pattern);
	}

}
