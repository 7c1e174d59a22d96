package io.huhang.process.engine;

import java.util.Set;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

/** What a stored filter may be narrowed by. */
final class SearchKeys {

	private static final Set<String> VARIABLE_LISTS = Set.of("processVariables", "taskVariables",
			"caseInstanceVariables");

	private static final Set<String> SORTING_KEYS = Set.of("sortBy", "sortOrder");

	/** Every key that Tasklist's list or search box sends and that a person needs. */
	static final Set<String> ALL = Set.of("sorting", "active", "processVariables", "taskVariables",
			"caseInstanceVariables", "name", "nameLike", "description", "descriptionLike", "assignee", "assigneeLike",
			"processInstanceBusinessKey", "processInstanceBusinessKeyLike", "taskDefinitionKey",
			"taskDefinitionKeyLike", "processDefinitionKey", "processDefinitionName", "processDefinitionNameLike",
			"priority", "minPriority", "maxPriority", "dueBefore", "dueAfter", "withoutDueDate", "followUpBefore",
			"followUpAfter", "createdBefore", "createdAfter", "firstResult", "maxResults");

	private SearchKeys() {
	}

	/** Whether each value is as plain as the search box sends it. */
	static boolean plain(JsonNode conditions) {
		return conditions.properties().stream().allMatch(entry -> plain(entry.getKey(), entry.getValue()));
	}

	private static boolean plain(String key, JsonNode value) {
		if (VARIABLE_LISTS.contains(key)) {
			return value.isArray() && value.isEmpty();
		}
		if (key.equals("sorting")) {
			return value.isArray() && StreamSupport.stream(value.spliterator(), false).allMatch(SearchKeys::plainOrder);
		}
		return value.isValueNode();
	}

	private static boolean plainOrder(JsonNode order) {
		return order.isObject() && order.properties()
			.stream()
			.allMatch(entry -> SORTING_KEYS.contains(entry.getKey()) && entry.getValue().isTextual());
	}

}
