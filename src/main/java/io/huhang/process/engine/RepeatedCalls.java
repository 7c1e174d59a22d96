package io.huhang.process.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.huhang.audit.Command;
import io.huhang.audit.Commands;
import io.huhang.audit.Commands.Done;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;

import org.springframework.stereotype.Component;

/**
 * Answers what was done before: whoever completes a task or starts a process a second
 * time, with the same words, gets the answer of the first time. The engine itself would
 * answer that there is no such task.
 */
@Component
class RepeatedCalls {

	private static final String ENGINE = "camunda/api/engine/engine/default";

	private static final int LENGTH = 8;

	private static final Set<String> COMPLETIONS = Set.of("submit-form", "complete");

	private final Commands commands;

	private final HistoryService history;

	private final ObjectMapper json;

	RepeatedCalls(Commands commands, HistoryService history, ObjectMapper json) {
		this.commands = commands;
		this.history = history;
		this.json = json;
	}

	/** An answer to write in place of the engine's. */
	record Answer(int status, String body) {

		static Answer of(Passage passage) {
			return new Answer(passage.status(), passage.body());
		}

	}

	/** Whether this call completes or starts something. */
	boolean concerns(WebappCall call) {
		return command(call).isPresent();
	}

	/** The answer, if this was done before; empty if it was not. */
	Optional<Answer> answer(WebappCall call) {
		return command(call).flatMap(command -> this.commands.find(command.key()).map(done -> answer(command, done)));
	}

	/**
	 * The engine lost a race or misses its task: what it says then is English, and 500.
	 */
	static Optional<Answer> explain(int status, String body) {
		if (status < 400) {
			return Optional.empty();
		}
		if (body.contains("task is null")) {
			return Optional.of(Answer.of(Passage.MISSING));
		}
		boolean lost = body.contains("OptimisticLockingException") || body.contains("Timeout trying to lock");
		return lost ? Optional.of(Answer.of(Passage.BUSY)) : Optional.empty();
	}

	private Answer answer(Command command, Done done) {
		boolean start = !done.answer().isEmpty();
		if (!start && !done.command().actor().equals(command.actor())) {
			return Answer.of(Passage.MISSING);
		}
		if (!done.command().equals(command)) {
			return Answer.of(start ? Passage.STARTED : Passage.COMPLETED);
		}
		return start ? new Answer(200, instance(done.answer())) : new Answer(204, "");
	}

	private static Optional<Command> command(WebappCall call) {
		List<String> path = call.path().segments();
		if (!call.method().equals("POST") || path.size() != LENGTH || !call.path().startsWith(ENGINE)) {
			return Optional.empty();
		}
		Map<String, String> answers = answers(call.body());
		String key = answers.remove(EngineCommands.KEY);
		if (path.get(5).equals("task") && COMPLETIONS.contains(path.get(7))) {
			return Optional.of(EngineCommands.completion(path.get(6), call.person().id(), answers));
		}
		return (path.get(5).equals("process-definition") && path.get(7).equals("submit-form") && key != null)
				? Optional.of(EngineCommands.start(key, call.person().id(), path.get(6).split(":")[0], answers))
				: Optional.empty();
	}

	private static Map<String, String> answers(JsonNode body) {
		Map<String, String> answers = new HashMap<>();
		body.path("variables").properties().forEach(entry -> {
			JsonNode value = entry.getValue().path("value");
			if (!value.isMissingNode() && !value.isNull()) {
				answers.put(entry.getKey(), value.asText());
			}
		});
		return answers;
	}

	// The fields that the engine's own answer to a start has.
	private String instance(String id) {
		HistoricProcessInstance instance = this.history.createHistoricProcessInstanceQuery()
			.processInstanceId(id)
			.singleResult();
		ObjectNode answer = this.json.createObjectNode();
		answer.putArray("links");
		answer.put("id", id);
		answer.put("definitionId", instance.getProcessDefinitionId());
		answer.put("definitionKey", instance.getProcessDefinitionKey());
		answer.put("businessKey", instance.getBusinessKey());
		answer.putNull("caseInstanceId");
		answer.put("ended", instance.getEndTime() != null);
		answer.put("suspended", false);
		answer.putNull("tenantId");
		return answer.toString();
	}

}
