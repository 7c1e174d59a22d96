package io.huhang.process.engine;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.huhang.audit.Command;

/**
 * What a person sends to the engine once and may send twice: as the gate reads it from a
 * request, and as the engine knows it when it does it. A completion is known by its task,
 * a start by a key that the form made.
 */
public final class EngineCommands {

	/** Field of every start form: one key per opened form, kept over a retry. */
	static final String KEY = "commandKey";

	private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9-]{16,64}");

	private EngineCommands() {
	}

	/** What completing this task with these answers is known by. */
	public static Command completion(String taskId, String userId, Map<String, String> answers) {
		return Command.of("task/" + taskId, userId, contents(answers).toArray(String[]::new));
	}

	static Command start(String key, String userId, String process, Map<String, String> answers) {
		return Command.of("start/" + key, userId,
				Stream.concat(Stream.of(process), contents(answers)).toArray(String[]::new));
	}

	static boolean isKey(String key) {
		return PLAIN.matcher(key).matches();
	}

	private static Stream<String> contents(Map<String, String> answers) {
		return new TreeMap<>(answers).entrySet().stream().flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()));
	}

}
