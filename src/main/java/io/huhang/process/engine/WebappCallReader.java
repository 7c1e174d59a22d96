package io.huhang.process.engine;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.huhang.organization.Person;
import jakarta.servlet.http.HttpServletRequest;

/**
 * Reads a request so strictly that the engine cannot read another meaning into it: a name
 * stands once, a body is JSON.
 */
final class WebappCallReader {

	private static final int MAX_BODY_BYTES = 1024 * 1024;

	private static final Pattern PARAMETER = Pattern.compile("[A-Za-z0-9_-]{1,60}");

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
		.enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private WebappCallReader() {
	}

	/** The call, or nothing if the request is not plain or its body is too large. */
	static Optional<WebappCall> read(HttpServletRequest request, Person person) throws IOException {
		Optional<WebappPath> path = WebappPath.of(request.getRequestURI().substring(request.getContextPath().length()));
		Optional<Map<String, String>> query = query(request.getQueryString());
		Optional<JsonNode> body = body(request);
		if (path.isEmpty() || query.isEmpty() || body.isEmpty()) {
			return Optional.empty();
		}
		return Optional.of(new WebappCall(request.getMethod(), path.get(), query.get(), body.get(), person));
	}

	private static Optional<Map<String, String>> query(String raw) {
		Map<String, String> values = new HashMap<>();
		if (raw == null || raw.isEmpty()) {
			return Optional.of(values);
		}
		for (String pair : raw.split("&")) {
			String[] parts = pair.split("=", 2);
			if (!PARAMETER.matcher(parts[0]).matches()
					|| values.putIfAbsent(parts[0], (parts.length > 1) ? parts[1] : "") != null) {
				return Optional.empty();
			}
		}
		return Optional.of(values);
	}

	private static Optional<JsonNode> body(HttpServletRequest request) throws IOException {
		byte[] bytes = request.getInputStream().readNBytes(MAX_BODY_BYTES + 1);
		if (bytes.length == 0) {
			return Optional.of(MissingNode.getInstance());
		}
		String type = request.getContentType();
		if (bytes.length > MAX_BODY_BYTES || type == null || !type.matches("(?i)application/json *(;.*)?")) {
			return Optional.empty();
		}
		try {
			return Optional.of(JSON.readTree(bytes));
		}
		catch (JsonProcessingException ex) {
			return Optional.empty();
		}
	}

}
