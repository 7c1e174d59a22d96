package io.huhang.process;

import java.util.List;
import java.util.Map;

import io.huhang.process.engine.BareEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.huhang.process.Instances.assertEndedOnlyAt;
import static io.huhang.process.Instances.assertGoesOnPast;
import static io.huhang.process.Instances.candidateGroups;
import static io.huhang.process.Instances.variables;
import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

@DisplayName("遴选流程图（通知二（四））")
@Deployment(resources = "bpmn/selection.bpmn")
class SelectionDiagramTests {

	private static final String ID = "2024-926";

	private static final String ACCEPTANCE = "7";

	private static final Map<String, Object> VARIABLES = Map.of("campaignId", ID);

	private static final List<String> ENDS = List.of("evaluationsDone", "lateAccepted", "lateNotAccepted");

	@RegisterExtension
	static final ProcessEngineCoverageExtension ENGINE = BareEngine.covering("selection");

	private final SelectionProcess selection = mock(SelectionProcess.class);

	@BeforeEach
	void bind() {
		init(ENGINE.getProcessEngine());
		((ProcessEngineConfigurationImpl) ENGINE.getProcessEngine().getProcessEngineConfiguration()).getBeans()
			.put("selection", this.selection);
	}

	@Test
	@DisplayName("办结接收后分批开始评审，等到最后一件完毕")
	void waitsForTheLastEvaluation() {
		when(this.selection.evaluationsLeft(ID)).thenReturn(true, false);
		when(this.selection.evaluationsOpen(ID)).thenReturn(true);
		ProcessInstance instance = start();
		assertThat(candidateGroups(task())).containsExactly("miit-officer");
		assertThat(variables(instance)).isEqualTo(VARIABLES);
		complete(task());
		execute(job("startEvaluations"));
		execute(job("startEvaluations"));
		assertThat(instance).isWaitingAtExactly("evaluationsSettled");

		runtimeService().createMessageCorrelation("evaluationsSettled").processInstanceBusinessKey(ID).correlate();

		assertEndedOnlyAt(instance, "evaluationsDone", ENDS);
		verify(this.selection, times(2)).startEvaluations(ID);
	}

	@Test
	@DisplayName("都已评完的不再等待")
	void doesNotWaitForNothing() {
		ProcessInstance instance = start();
		complete(task());
		execute(job("startEvaluations"));

		assertEndedOnlyAt(instance, "evaluationsDone", ENDS);
	}

	@Test
	@DisplayName("逾期接收：处长同意的补入评审，不打断其余")
	void acceptsLate() {
		ProcessInstance instance = start();
		propose();
		assertThat(candidateGroups(task("decideLateAcceptance"))).containsExactly("miit-head");
		complete(task("decideLateAcceptance"));
		execute(job("startLateEvaluations"));

		assertGoesOnPast(instance, "lateAccepted", ENDS);
		verify(this.selection).startLateEvaluations(ACCEPTANCE);
	}

	@Test
	@DisplayName("逾期接收：处长不同意的到此为止")
	void refusesToAcceptLate() {
		when(this.selection.lateRefused(ACCEPTANCE)).thenReturn(true);
		ProcessInstance instance = start();
		propose();
		complete(task("decideLateAcceptance"));

		assertGoesOnPast(instance, "lateNotAccepted", ENDS);
		assertThat(instance).isWaitingAt("closeReception");
	}

	private static void propose() {
		runtimeService().createMessageCorrelation("lateAcceptanceProposed")
			.processInstanceBusinessKey(ID)
			.setVariablesToTriggeredScope(Map.of("acceptance", ACCEPTANCE))
			.correlate();
	}

	private static ProcessInstance start() {
		ProcessInstance instance = runtimeService().startProcessInstanceByKey(SelectionProcess.KEY, ID, VARIABLES);
		assertThat(instance).isStarted();
		return instance;
	}

}
