package io.huhang.process;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;

import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("提醒对每个未完成的环节都有话说（通知二（三））")
class WaitingTests {

	// Decided after the closing date, each with a limit of its own.
	private static final List<String> WITH_LIMITS_OF_THEIR_OWN = List.of("decideReopening", "checkDateMove",
			"approveDateMove", "closeReception", "decideLateAcceptance", "prepareFormalities", "checkFormalities",
			"correctFormalities", "confirmRefusal");

	@Test
	@DisplayName("流程图中的每个人工任务都有提醒用语，没有多余的")
	void namesEachUserTaskOfTheDiagrams() throws IOException {
		List<String> tasks = DiagramFile.all()
			.flatMap(diagram -> diagram.all(UserTask.class).stream())
			.map(BaseElement::getId)
			.distinct()
			.filter(id -> !WITH_LIMITS_OF_THEIR_OWN.contains(id))
			.toList();

		assertThat(Arrays.stream(Waiting.values()).map(Waiting::step)).containsExactlyInAnyOrderElementsOf(tasks);
		assertThat(WITH_LIMITS_OF_THEIR_OWN).allMatch(id -> Waiting.at(id).isEmpty());
	}

}
