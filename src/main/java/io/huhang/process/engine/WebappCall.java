package io.huhang.process.engine;

import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import io.huhang.organization.Person;

/**
 * One request to the webapps, read once.
 *
 * @param query the parameters by name, each value as sent
 * @param body the JSON that was sent; a missing node if there is none
 */
record WebappCall(String method, WebappPath path, Map<String, String> query, JsonNode body, Person person) {

	boolean is(String expectedMethod, String expectedPath) {
		return this.method.equals(expectedMethod) && this.path.is(expectedPath);
	}

	boolean reads() {
		return this.method.equals("GET");
	}

}
