package io.huhang.process.engine;

import java.util.List;
import java.util.Map;

import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("流程历史只记声明过的变量，表单答复不留痕迹")
class DeclaredHistoryLevelTests {

	private static final BpmnModelInstance DIAGRAM = Bpmn.createExecutableProcess("decision")
		.camundaHistoryTimeToLiveString("P1D")
		.startEvent()
		.userTask("decide")
		.endEvent()
		.done();

	private static final Map<String, Object> ANSWERS = Map.of("reason", "第3项缺少日期。", "authority", "330000-iit");

	private ProcessEngine engine;

	@AfterEach
	void close() {
		this.engine.close();
	}

	@Test
	@DisplayName("本产品的历史级别：声明过的留下，没有声明的无论增、改、删都不留")
	void keepsDeclaredVariablesOnly() {
		this.engine = BareEngine.configuration("declared-history").buildProcessEngine();

		answer();

		assertThat(variables()).containsExactly("authority=330000-iit");
		assertThat(details()).isEmpty();
		assertThat(rows("ACT_HI_VARINST")).isEqualTo(1);
		assertThat(rows("ACT_HI_DETAIL")).isZero();
	}

	@Test
	@DisplayName("对照：引擎的完整历史会留下每个答复")
	void wouldKeepEveryAnswerAtTheEnginesFullLevel() {
		ProcessEngineConfigurationImpl configuration = BareEngine.configuration("full-history");
		configuration.setHistory("full");
		this.engine = configuration.buildProcessEngine();

		answer();

		assertThat(variables()).containsExactlyInAnyOrder("authority=330000-iit", "reason=第3项缺少日期。");
		assertThat(details()).contains("reason=第3项缺少日期。", "authority=330000-iit");
	}

	@Test
	@DisplayName("谁在何时办结了什么，仍然全部留下")
	void keepsWhoDidWhat() {
		this.engine = BareEngine.configuration("kept-history").buildProcessEngine();

		answer();

		assertThat(this.engine.getHistoryService().createHistoricTaskInstanceQuery().finished().list())
			.extracting(task -> task.getTaskDefinitionKey() + " " + task.getAssignee())
			.containsExactly("decide wang");
		assertThat(this.engine.getHistoryService().createHistoricActivityInstanceQuery().finished().list()).hasSize(3);
		assertThat(this.engine.getHistoryService().createUserOperationLogQuery().operationType("Complete").list())
			.extracting(entry -> entry.getUserId())
			.containsExactly("wang");
		assertThat(this.engine.getHistoryService().createUserOperationLogQuery().operationType("Claim").list())
			.extracting(entry -> entry.getUserId() + " " + entry.getNewValue())
			.containsExactly("wang wang");
	}

	private void answer() {
		this.engine.getRepositoryService().createDeployment().addModelInstance("decide.bpmn", DIAGRAM).deploy();
		String instance = this.engine.getRuntimeService().startProcessInstanceByKey("decision").getId();
		String task = this.engine.getTaskService().createTaskQuery().singleResult().getId();
		this.engine.getIdentityService().setAuthenticatedUserId("wang");
		this.engine.getTaskService().claim(task, "wang");
		this.engine.getIdentityService().clearAuthentication();
		this.engine.getRuntimeService().setVariable(instance, "reason", "草稿");
		this.engine.getRuntimeService().setVariables(instance, ANSWERS);
		this.engine.getRuntimeService().removeVariable(instance, "reason");
		this.engine.getIdentityService().setAuthenticatedUserId("wang");
		this.engine.getTaskService().complete(task);
		this.engine.getIdentityService().clearAuthentication();
	}

	private List<String> variables() {
		return this.engine.getHistoryService()
			.createHistoricVariableInstanceQuery()
			.includeDeleted()
			.list()
			.stream()
			.map((HistoricVariableInstance variable) -> variable.getName() + "=" + variable.getValue())
			.toList();
	}

	private List<String> details() {
		return this.engine.getHistoryService()
			.createHistoricDetailQuery()
			.variableUpdates()
			.list()
			.stream()
			.map(HistoricVariableUpdate.class::cast)
			.map(update -> update.getVariableName() + "=" + update.getValue())
			.toList();
	}

	private long rows(String table) {
		return this.engine.getManagementService().getTableCount().get(table);
	}

}
