package io.huhang.process.engine;

import java.util.Date;
import java.util.List;

import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("任务授权：交给谁，谁能办；其他人由引擎决定")
class TaskGrantsTests {

	private static final List<String> OFFICE = List.of("office");

	private ProcessEngine engine;

	private String taskId;

	@BeforeEach
	void startWithATaskForTheOffice() {
		ProcessEngineConfigurationImpl configuration = BareEngine.configuration("task-grants");
		configuration.setAuthorizationEnabled(true);
		configuration.setHistoryRemovalTimeStrategy("start");
		configuration.setDefaultUserPermissionNameForTask("TASK_WORK");
		configuration.setEnforceHistoryTimeToLive(false);
		this.engine = configuration.buildProcessEngine();
		this.engine.getRepositoryService()
			.createDeployment()
			.addModelInstance("probe.bpmn",
					Bpmn.createExecutableProcess("probe")
						.camundaHistoryTimeToLive(1)
						.startEvent()
						.userTask("work")
						.camundaCandidateGroups("office")
						.userTask("next")
						.camundaCandidateGroups("office")
						.endEvent()
						.done())
			.deploy();
		this.engine.getRuntimeService().startProcessInstanceByKey("probe");
		this.taskId = this.engine.getTaskService().createTaskQuery().singleResult().getId();
	}

	@AfterEach
	void close() {
		ClockUtil.reset();
		this.engine.close();
	}

	@Test
	@DisplayName("本组人员领取并办结，授权仍是本组的一份")
	void oneOfTheGroupClaimsAndCompletes() {
		as("zhang", OFFICE);
		this.engine.getTaskService().claim(this.taskId, "zhang");
		assertThat(this.engine.getTaskService().createTaskQuery().taskAssignee("zhang").count()).isEqualTo(1);
		assertThat(grants()).containsExactly("office");

		this.engine.getTaskService().complete(this.taskId);

		assertThat(this.engine.getTaskService().createTaskQuery().singleResult().getTaskDefinitionKey())
			.isEqualTo("next");
	}

	@Test
	@DisplayName("指派给组外人员的，另给本人一份授权")
	void somebodyElseIsGrantedTheTask() {
		this.engine.getTaskService().setAssignee(this.taskId, "li");
		assertThat(grants()).containsExactlyInAnyOrder("office", "li");

		as("li", List.of());
		this.engine.getTaskService().complete(this.taskId);

		as("zhang", OFFICE);
		assertThat(this.engine.getTaskService().createTaskQuery().count()).isEqualTo(1);
	}

	@Test
	@DisplayName("其他人看不到、领不了、办不了")
	void strangersAreRefused() {
		as("wang", List.of("other"));

		assertThat(this.engine.getTaskService().createTaskQuery().count()).isZero();
		assertThatThrownBy(() -> this.engine.getTaskService().claim(this.taskId, "wang"))
			.isInstanceOf(AuthorizationException.class);
		assertThatThrownBy(() -> this.engine.getTaskService().complete(this.taskId))
			.isInstanceOf(AuthorizationException.class);
	}

	@Test
	@DisplayName("各行历史的清理时间都从实例开始时算")
	void eachRowOfHistoryKnowsItsEnd() {
		as("zhang", OFFICE);
		this.engine.getTaskService().claim(this.taskId, "zhang");
		this.engine.getTaskService().complete(this.taskId);
		this.engine.getIdentityService().clearAuthentication();

		var end = this.engine.getHistoryService().createHistoricProcessInstanceQuery().singleResult().getRemovalTime();
		assertThat(end).isNotNull();
		assertThat(this.engine.getHistoryService().createHistoricActivityInstanceQuery().list())
			.extracting(HistoricActivityInstance::getRemovalTime)
			.hasSizeGreaterThan(2)
			.containsOnly(end);
		assertThat(this.engine.getHistoryService().createHistoricTaskInstanceQuery().list())
			.extracting(HistoricTaskInstance::getRemovalTime)
			.containsOnly(end);
	}

	@Test
	@DisplayName("办理用时由开始时间算起，领取不改变开始时间")
	void historyTellsHowLongATaskTook() {
		this.engine.getTaskService().claim(this.taskId, "zhang");
		assertWorkTakesAMinute(this.engine);
	}

	@Test
	@DisplayName("由另一节点办结的，办理用时同样准确")
	void historyTellsHowLongATaskTookAlsoOnAnotherNode() {
		ProcessEngineConfigurationImpl other = BareEngine.configuration("task-grants");
		other.setProcessEngineName("another-node");
		other.setDatabaseSchemaUpdate("false");
		other.setEnforceHistoryTimeToLive(false);
		ProcessEngine anotherNode = other.buildProcessEngine();
		assertWorkTakesAMinute(anotherNode);
		anotherNode.close();
	}

	private void assertWorkTakesAMinute(ProcessEngine node) {
		var begun = this.engine.getHistoryService().createHistoricTaskInstanceQuery().singleResult().getStartTime();
		ClockUtil.setCurrentTime(Date.from(begun.toInstant().plusSeconds(60)));
		node.getTaskService().complete(this.taskId);
		assertThat(this.engine.getHistoryService().createHistoricTaskInstanceQuery().finished().singleResult())
			.returns(begun, HistoricTaskInstance::getStartTime)
			.returns(60_000L, HistoricTaskInstance::getDurationInMillis);
		assertThat(this.engine.getHistoryService()
			.createHistoricActivityInstanceQuery()
			.activityId("work")
			.singleResult()
			.getDurationInMillis()).isBetween(60_000L, 70_000L);
	}

	private void as(String userId, List<String> groups) {
		this.engine.getIdentityService().setAuthentication(userId, groups);
	}

	private List<String> grants() {
		this.engine.getIdentityService().clearAuthentication();
		List<String> grants = this.engine.getAuthorizationService()
			.createAuthorizationQuery()
			.resourceType(Resources.TASK)
			.resourceId(this.taskId)
			.list()
			.stream()
			.map(grant -> (grant.getUserId() != null) ? grant.getUserId() : grant.getGroupId())
			.toList();
		as("zhang", OFFICE);
		return grants;
	}

}
