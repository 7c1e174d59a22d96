package io.huhang.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

import io.huhang.process.engine.BareEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.huhang.process.Instances.assertEndedOnlyAt;
import static io.huhang.process.Instances.assertGoesOnPast;
import static io.huhang.process.Instances.variables;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

@DisplayName("遴选活动流程图（通知二（三））")
@Deployment(resources = "bpmn/campaign.bpmn")
class CampaignDiagramTests {

	private static final String ID = "2024-926";

	private static final Map<String, Object> VARIABLES = Map.of("campaignId", ID);

	private static final String MOVE = "HH2024-TZ-01";

	private static final Date DECISION_DUE = date("2024-11-14T16:00:00Z");

	private static final Date FIRST_RUNG = date("2024-12-01T16:00:00Z");

	private static final Date SECOND_RUNG = date("2024-12-17T16:00:00Z");

	private static final Date FIRST_CLOSING = date("2024-12-10T16:00:00Z");

	private static final Date SECOND_CLOSING = date("2024-12-17T16:00:00Z");

	private static final Date DEADLINE = date("2024-12-31T16:00:00Z");

	private static final List<String> ENDS = List.of("campaignClosed", "digestSent", "receptionDone", "dateMoved",
			"dateMoveDeclined");

	@RegisterExtension
	static final ProcessEngineCoverageExtension ENGINE = BareEngine.covering("campaign");

	private final CampaignProcess campaign = mock(CampaignProcess.class);

	@BeforeEach
	void bind() {
		init(ENGINE.getProcessEngine());
		((ProcessEngineConfigurationImpl) ENGINE.getProcessEngine().getProcessEngineConfiguration()).getBeans()
			.put("campaign", this.campaign);
		ClockUtil.setCurrentTime(date("2024-11-11T01:00:00Z"));
		when(this.campaign.closing(ID)).thenReturn(DEADLINE);
		when(this.campaign.nextOverdue(ID)).thenReturn(FIRST_CLOSING, SECOND_CLOSING);
		when(this.campaign.nextReminder(ID)).thenReturn(FIRST_RUNG, SECOND_RUNG);
		when(this.campaign.decisionDue(MOVE)).thenReturn(DECISION_DUE);
		when(this.campaign.dailyChecks(ID)).thenReturn("R/2024-11-12T09:00:00+08:00/P1D");
	}

	@AfterEach
	void reset() {
		ClockUtil.reset();
	}

	@Test
	@DisplayName("活动开始：运行监控中看得到下一次提醒、下一次截止、每日核对和报送截止各在何时")
	void showsWhatComesNextAndWhen() {
		ProcessInstance instance = start();

		assertThat(instance).hasBusinessKey(ID).isWaitingAtExactly("collection", "reminderDue", "casesDue");
		assertThat(variables(instance)).isEqualTo(VARIABLES);
		assertThat(job("reminderDue")).hasDueDate(FIRST_RUNG);
		assertThat(job("casesDue")).hasDueDate(FIRST_CLOSING);
		assertThat(job("deadlineReached")).hasDueDate(DEADLINE);
		assertThat(job("dailyCheckDue")).hasDueDate(date("2024-11-12T01:00:00Z"));
	}

	@Test
	@DisplayName("提醒分批写完，再等下一次；截止不受影响（通知二（三））")
	void remindsEverybodyAndWaitsForTheNextRung() {
		when(this.campaign.remindersLeft(ID)).thenReturn(true, false);
		ProcessInstance instance = start();

		execute(job("reminderDue"));
		execute(job("sendReminders"));
		execute(job("sendReminders"));

		assertThat(instance).isWaitingAtExactly("collection", "reminderDue", "casesDue");
		assertThat(job("reminderDue")).hasDueDate(SECOND_RUNG);
		assertThat(job("deadlineReached")).hasDueDate(DEADLINE);
		verify(this.campaign, times(2)).sendReminders(ID);
	}

	@Test
	@DisplayName("到期的申报分批办结，再等下一次截止；提醒不受影响（通知二（三））")
	void endsOverdueCasesAndWaitsForTheNextDate() {
		when(this.campaign.overdueCasesLeft(ID)).thenReturn(true, false);
		ProcessInstance instance = start();

		execute(job("casesDue"));
		execute(job("endOverdueCases"));
		execute(job("endOverdueCases"));

		assertThat(instance).isWaitingAtExactly("collection", "reminderDue", "casesDue");
		assertThat(job("casesDue")).hasDueDate(SECOND_CLOSING);
		assertThat(job("reminderDue")).hasDueDate(FIRST_RUNG);
		verify(this.campaign, times(2)).endOverdueCases(ID);
	}

	@Test
	@DisplayName("每天上午核对一次，不打断提醒（通知三）")
	void checksEachMorning() {
		ProcessInstance instance = start();
		ClockUtil.setCurrentTime(date("2024-11-12T01:00:30Z"));

		execute(job("dailyCheckDue"));
		execute(job("sendDigest"));

		assertGoesOnPast(instance, "digestSent", ENDS);
		assertThat(instance).isWaitingAtExactly("collection", "reminderDue", "casesDue");
		assertThat(job("dailyCheckDue")).hasDueDate(date("2024-11-13T01:00:00Z"));
		verify(this.campaign).sendDigest(ID);
	}

	@Test
	@DisplayName("报送截止：登记下来；延期和重新开放的仍按各自的时间提醒（通知二（三））")
	void recordsTheDeadlineAndRemindsOfLaterDates() {
		ProcessInstance instance = start();

		execute(job("deadlineReached"));
		execute(job("recordDeadline"));

		assertGoesOnPast(instance, "campaignClosed", ENDS);
		assertThat(instance).isWaitingAtExactly("collection", "reminderDue", "casesDue");
		verify(this.campaign).recordDeadline(ID);
	}

	@Test
	@DisplayName("部里办结接收：活动的征集结束，不再提醒（通知二（四））")
	void endsWhenReceptionIsClosed() {
		ProcessInstance instance = start();

		runtimeService().createMessageCorrelation("receptionClosed").processInstanceBusinessKey(ID).correlate();

		assertEndedOnlyAt(instance, "receptionDone", ENDS);
		assertThat(managementService().createJobQuery().processInstanceId(instance.getId()).list()).isEmpty();
	}

	@Test
	@DisplayName("调整截止时间：部经办人审核、处长批准，定时分批调整，告知各方；征集和提醒不受打断（通知二（三））")
	void movesADateThatTheBureauAgreesTo() {
		when(this.campaign.datesLeft(MOVE)).thenReturn(true, false);
		ProcessInstance instance = start();

		propose();
		assertThat(task("checkDateMove")).hasCandidateGroup("miit-officer")
			.hasDueDate(DECISION_DUE)
			.hasName("审核调整 · 全部推荐单位 · 改至2025年1月10日24:00");
		complete(task("checkDateMove"));
		assertThat(task("approveDateMove")).hasCandidateGroup("miit-head");
		complete(task("approveDateMove"));
		execute(job("moveDates"));
		execute(job("moveDates"));
		execute(job("tellConcerned"));

		assertGoesOnPast(instance, "dateMoved", ENDS);
		assertThat(instance).isWaitingAtExactly("collection", "reminderDue", "casesDue");
		assertThat(variables(instance)).isEqualTo(VARIABLES);
		verify(this.campaign, times(2)).moveDates(MOVE);
		verify(this.campaign).tellConcerned(MOVE);
	}

	@Test
	@DisplayName("部经办人或者处长不同意：告知提出人，截止时间不变（通知二（三））")
	void leavesTheDateWhereTheBureauDoesNotAgree() {
		when(this.campaign.dateMoveRefused(MOVE)).thenReturn(true, false, true);
		ProcessInstance instance = start();

		propose();
		complete(task("checkDateMove"));
		execute(job("tellRefused"));
		propose();
		complete(task("checkDateMove"));
		complete(task("approveDateMove"));
		execute(job("tellRefused"));

		assertGoesOnPast(instance, "dateMoveDeclined", ENDS);
		verify(this.campaign, times(2)).tellRefused(MOVE);
	}

	@Test
	@DisplayName("主管部门确定本单位受理截止时间：不须部里决定，直接调整（通知二（三））")
	void movesWhatAnAuthorityDecidesItself() {
		when(this.campaign.ownDate(MOVE)).thenReturn(true);
		ProcessInstance instance = start();

		propose();
		execute(job("moveDates"));
		execute(job("tellConcerned"));

		assertGoesOnPast(instance, "dateMoved", ENDS);
		assertThat(instance).hasNotPassed("checkDateMove", "approveDateMove");
	}

	@Test
	@DisplayName("提醒写不出去：三次之后成为事件，截止照常")
	void turnsAFailureIntoAnIncidentAndKeepsTheDeadline() {
		doThrow(new IllegalStateException("no words")).when(this.campaign).sendReminders(ID);
		ProcessInstance instance = start();
		execute(job("reminderDue"));

		for (int attempt = 1; attempt <= 4; attempt++) {
			Job job = managementService().createJobQuery().activityId("sendReminders").singleResult();
			assertThat(catchThrowableOfType(ProcessEngineException.class,
					() -> managementService().executeJob(job.getId())))
				.isNotNull();
		}

		assertThat(runtimeService().createIncidentQuery().processInstanceId(instance.getId()).singleResult())
			.extracting(Incident::getActivityId)
			.isEqualTo("sendReminders");
		assertThat(job("deadlineReached")).hasDueDate(DEADLINE);
	}

	private static ProcessInstance start() {
		ProcessInstance instance = runtimeService().startProcessInstanceByKey("campaign", ID, VARIABLES);
		assertThat(instance).isWaitingAtExactly("collection", "reminderDue", "casesDue");
		return instance;
	}

	private static void propose() {
		runtimeService().createMessageCorrelation("dateMoveProposed")
			.processInstanceBusinessKey(ID)
			.setVariablesToTriggeredScope(
					Map.of("dateMove", MOVE, "caseName", "全部推荐单位", "direction", "改至2025年1月10日24:00"))
			.correlate();
	}

	private static Date date(String instant) {
		return Date.from(Instant.parse(instant));
	}

}
