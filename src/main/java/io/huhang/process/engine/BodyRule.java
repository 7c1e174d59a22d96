package io.huhang.process.engine;

import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import io.huhang.organization.Person;

/** What the body of an allowed call may hold. */
enum BodyRule {

	/** Nothing. */
	NONE((body, person) -> nothing(body)),

	/** {@code {"userId": the caller}}. */
	OWN_CLAIM((body, person) -> body.size() == 1 && body.path("userId").isTextual()
			&& body.path("userId").asText().equals(person.id())),

	/** {@code {"variables": {name: {value, type}}}} with simple values only. */
	ANSWERS((body, person) -> keysWithin(body, Set.of("variables")) && simple(body.path("variables"))),

	/** As {@link #ANSWERS}; Tasklist may send a business key without a value. */
	START_ANSWERS((body, person) -> keysWithin(body, Set.of("variables", "businessKey"))
			&& nothing(body.path("businessKey")) && simple(body.path("variables"))),

	/** The conditions that Tasklist's list and search box add to a stored filter. */
	SEARCH((body, person) -> keysWithin(body, SearchKeys.ALL) && SearchKeys.plain(body));

	private static final Set<String> VALUE_KEYS = Set.of("value", "type", "valueInfo");

	private static final Set<String> SIMPLE_TYPES = Set.of("", "String", "Boolean", "Integer", "Long", "Short",
			"Double", "Date", "Null");

	private final BiPredicate<JsonNode, Person> rule;

	BodyRule(BiPredicate<JsonNode, Person> rule) {
		this.rule = rule;
	}

	boolean allows(JsonNode body, Person person) {
		return this.rule.test(body, person);
	}

	private static boolean nothing(JsonNode node) {
		return node.isMissingNode() || node.isNull() || (node.isObject() && node.isEmpty())
				|| (node.isTextual() && node.asText().isEmpty());
	}

	private static boolean keysWithin(JsonNode object, Set<String> allowed) {
		return (object.isObject() || object.isMissingNode())
				&& object.properties().stream().allMatch(entry -> allowed.contains(entry.getKey()));
	}

	private static boolean simple(JsonNode variables) {
		return (variables.isObject() || variables.isMissingNode())
				&& StreamSupport.stream(variables.spliterator(), false).allMatch(BodyRule::simpleValue);
	}

	private static boolean simpleValue(JsonNode variable) {
		JsonNode type = variable.path("type");
		return variable.isObject() && keysWithin(variable, VALUE_KEYS) && !variable.path("value").isContainerNode()
				&& (type.isMissingNode() || type.isNull() || (type.isTextual() && SIMPLE_TYPES.contains(type.asText())))
				&& nothing(variable.path("valueInfo"));
	}

}
