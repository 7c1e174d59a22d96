package io.huhang.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

import io.huhang.process.engine.BareEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.huhang.process.Instances.assertEndedOnlyAt;
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
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

@DisplayName("评审流程图（通知二（四））")
@Deployment(resources = "bpmn/evaluation.bpmn")
class EvaluationDiagramTests {

	private static final String SUBJECT = "HH2024-AL-330000-0007";

	private static final Map<String, Object> VARIABLES = Map.of("subject", SUBJECT);

	private static final Date DUE = Date.from(Instant.parse("2025-01-10T16:00:00Z"));

	private static final List<String> ENDS = List.of("formalitiesPassed", "formalitiesRefused");

	@RegisterExtension
	static final ProcessEngineCoverageExtension ENGINE = BareEngine.covering("evaluation");

	private final EvaluationProcess evaluation = mock(EvaluationProcess.class);

	@BeforeEach
	void bind() {
		init(ENGINE.getProcessEngine());
		((ProcessEngineConfigurationImpl) ENGINE.getProcessEngine().getProcessEngineConfiguration()).getBeans()
			.put("evaluation", this.evaluation);
		when(this.evaluation.preparationDue(SUBJECT)).thenReturn(DUE);
		when(this.evaluation.formalitiesDue(SUBJECT)).thenReturn(DUE);
		when(this.evaluation.correctionDue(SUBJECT)).thenReturn(DUE);
		when(this.evaluation.recommenders(SUBJECT)).thenReturn(List.of("330000-iit-officer", "330000-ca-officer"));
	}

	@Test
	@DisplayName("审查通过：协调人准备，部经办人审查")
	void endsPassed() {
		ProcessInstance instance = start();
		assertThat(instance).isWaitingAtExactly("prepareFormalities");
		assertThat(candidateGroups(task())).containsExactly("coordinator");
		assertThat(variables(instance)).isEqualTo(VARIABLES);
		complete(task());
		assertThat(candidateGroups(task())).containsExactly("miit-officer");
		complete(task());
		execute(job());

		assertEndedOnlyAt(instance, "formalitiesPassed", ENDS);
		verify(this.evaluation).ended(any(DelegateExecution.class));
	}

	@Test
	@DisplayName("补正：由报送单位的经办人答复，再回到审查")
	void returnsAfterACorrection() {
		when(this.evaluation.correctionNeeded(SUBJECT)).thenReturn(true, false);
		ProcessInstance instance = checked();
		assertThat(instance).isWaitingAtExactly("correctFormalities");
		assertThat(candidateGroups(task())).containsExactlyInAnyOrder("330000-iit-officer", "330000-ca-officer");
		assertThat(job("correctionLapsed")).hasDueDate(DUE);

		complete(task());

		assertThat(instance).isWaitingAtExactly("checkFormalities");
	}

	@Test
	@DisplayName("逾期未补正：任务收回，由部经办人据此决定")
	void returnsWithoutACorrection() {
		when(this.evaluation.correctionNeeded(SUBJECT)).thenReturn(true, false);
		ProcessInstance instance = checked();

		execute(job("correctionLapsed"));

		assertThat(instance).isWaitingAtExactly("checkFormalities");
	}

	@Test
	@DisplayName("不予受理：处长退回的重新审查，同意的告知后办结")
	void endsRefused() {
		when(this.evaluation.refused(SUBJECT)).thenReturn(true);
		when(this.evaluation.refusalReturned(SUBJECT)).thenReturn(true, false);
		ProcessInstance instance = checked();
		assertThat(candidateGroups(task())).containsExactly("miit-head");
		complete(task());
		assertThat(instance).isWaitingAtExactly("checkFormalities");
		complete(task());
		complete(task());
		execute(job("tellRefused"));
		execute(job());

		assertEndedOnlyAt(instance, "formalitiesRefused", ENDS);
		verify(this.evaluation).tellRefused(SUBJECT);
	}

	private ProcessInstance checked() {
		ProcessInstance instance = start();
		complete(task());
		complete(task());
		return instance;
	}

	private ProcessInstance start() {
		ProcessInstance instance = runtimeService().startProcessInstanceByKey(EvaluationProcess.KEY,
				EvaluationProcess.key(SUBJECT), VARIABLES);
		assertThat(instance).isStarted();
		return instance;
	}

}
