package io.huhang.process.engine;

import java.util.LinkedHashSet;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The variables that a Camunda Form writes. */
final class FormFields {

	private static final ObjectMapper JSON = new ObjectMapper();

	private FormFields() {
	}

	/** Their names, from the form's JSON. */
	static Set<String> of(String form) {
		try {
			Set<String> names = new LinkedHashSet<>();
			collect(JSON.readTree(form), names);
			return Set.copyOf(names);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException("a deployed form is not JSON", ex);
		}
	}

	private static void collect(JsonNode container, Set<String> names) {
		for (JsonNode component : container.path("components")) {
			// A group or list with a path gathers its fields under that one name.
			String name = component.path("path").asText(component.path("key").asText(""));
			if (!name.isEmpty()) {
				names.add(name.split("\\.")[0]);
			}
			if (component.path("path").asText("").isEmpty()) {
				collect(component, names);
			}
		}
	}

}
