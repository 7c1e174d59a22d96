package io.huhang.process.engine;

import java.lang.reflect.Field;

import org.camunda.bpm.engine.impl.interceptor.Command;

import org.springframework.util.ReflectionUtils;

/**
 * What a command of the engine was given and gives no way to ask for. A renamed field
 * stops the start, so that no wall goes void after an update of the engine.
 */
final class CommandField {

	private final Field field;

	private CommandField(Field field) {
		this.field = field;
	}

	/**
	 * The field of this name.
	 * @throws IllegalStateException if the engine has no such field (any more)
	 */
	static CommandField of(Class<?> type, String name) {
		Field field = ReflectionUtils.findField(type, name);
		if (field == null) {
			throw new IllegalStateException("the engine's %s has no field %s any more".formatted(type, name));
		}
		ReflectionUtils.makeAccessible(field);
		return new CommandField(field);
	}

	Object of(Command<?> command) {
		return ReflectionUtils.getField(this.field, command);
	}

}
