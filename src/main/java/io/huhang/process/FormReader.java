package io.huhang.process;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.camunda.bpm.engine.delegate.VariableScope;

import org.springframework.stereotype.Component;

/**
 * Turns a form's answers into the record of that form and takes them out of the instance,
 * so that nothing a person typed stays in the engine. Undeclared answers never get here:
 * the engine's guard refuses them.
 */
@Component
class FormReader {

	private final ObjectMapper json;

	FormReader(ObjectMapper json) {
		this.json = json;
	}

	/** Reads and removes the variables named like the record's components. */
	<T extends Record> T read(VariableScope scope, Class<T> form) {
		ObjectNode answers = this.json.createObjectNode();
		for (String name : Arrays.stream(form.getRecordComponents()).map(RecordComponent::getName).toList()) {
			answers.set(name, this.json.valueToTree(scope.getVariable(name)));
			scope.removeVariable(name);
		}
		return this.json.convertValue(answers, form);
	}

}
