package io.huhang.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.huhang.process.engine.BareEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static io.huhang.process.Instances.assertEndedOnlyAt;
import static io.huhang.process.Instances.candidateGroups;
import static io.huhang.process.Instances.historicVariables;
import static io.huhang.process.Instances.variables;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.complete;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.execute;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.identityService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.job;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.managementService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.runtimeService;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.task;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

@DisplayName("典型案例申报流程图（通知一（一）、二（一））")
@Deployment(resources = "bpmn/case-application.bpmn")
class CaseApplicationDiagramTests {

	private static final String NUMBER = "HH2024-AL-330000-0007";

	private static final Map<String, Object> VARIABLES = Map.of("caseNumber", NUMBER, "applicant", "zhang", "authority",
			"330000-iit", "caseName", "车联网安全案例", "enterpriseName", "护航汽车有限公司", "direction", "车联网安全");

	private static final String TITLES = " · 车联网安全案例 · 护航汽车有限公司 · 车联网安全";

	private static final Date CLOSING = date("2024-12-15T16:00:00Z");

	private static final Date CORRECTION_CLOSING = date("2024-12-20T16:00:00Z");

	private static final List<String> ENDS = List.of("caseOverdue", "caseRefused", "caseNotRecommendedEnd",
			"caseSelectedEnd", "caseNotSelectedEnd", "caseNotReceivedEnd", "withdrawalDone", "leftBehindDone");

	@RegisterExtension
	static final ProcessEngineCoverageExtension ENGINE = BareEngine.covering("case-application");

	private final CaseApplicationProcess caseApplication = mock(CaseApplicationProcess.class);

	@BeforeEach
	void bind() {
		init(ENGINE.getProcessEngine());
		((ProcessEngineConfigurationImpl) ENGINE.getProcessEngine().getProcessEngineConfiguration()).getBeans()
			.put("caseApplication", this.caseApplication);
		doAnswer(call -> open(call.getArgument(0))).when(this.caseApplication).open(any());
		when(this.caseApplication.closing(NUMBER)).thenReturn(CLOSING);
		when(this.caseApplication.ending(NUMBER)).thenReturn(CLOSING);
		when(this.caseApplication.contact(NUMBER)).thenReturn("zhang");
		when(this.caseApplication.colleagues(NUMBER)).thenReturn("enterprise-91330000MA27U00000");
		when(this.caseApplication.reviewers(NUMBER)).thenReturn(List.of("330000-iit-head"));
	}

	@Test
	@DisplayName("发起申报：只留编号、受理单位和三个标题，填报交给联系人，同事可以接手，以截止时间为限")
	void opensAFilingWithItsTimers() {
		ProcessInstance instance = start();

		assertThat(instance).hasBusinessKey(NUMBER).isWaitingAtExactly("filing", "fillCaseApplication");
		assertThat(variables(instance)).isEqualTo(VARIABLES);
		assertThat(task()).isAssignedTo("zhang").hasDueDate(CLOSING).hasName("填写申报书" + TITLES);
		assertThat(candidateGroups(task()).stream().filter(Objects::nonNull))
			.containsExactly("enterprise-91330000MA27U00000");
		assertThat(job("filingClosed")).hasDueDate(CLOSING);
	}

	@Test
	@DisplayName("入选：填报、审核、复核、推荐、入选（通知二（四））")
	void endsSelected() {
		ProcessInstance instance = reviewed();
		assertThat(instance).isWaitingFor("caseRecommended", "caseNotRecommended");

		correlate("caseRecommended");
		assertThat(instance).isWaitingFor("caseSelected", "caseNotSelected", "caseNotReceived");
		assertThat(variables(instance)).isEqualTo(VARIABLES);
		correlate("caseSelected");

		assertEndedOnlyAt(instance, "caseSelectedEnd", ENDS);
		assertThat(instance).hasPassedInOrder("caseApplicationStarted", "fillCaseApplication", "generateCaseDocuments",
				"submitSealedCase", "filingDone", "tellAuthority", "checkCase", "reviewCase", "caseRecommended",
				"caseSelected", "caseSelectedEnd");
		assertThat(instance).hasNotPassed("preCheckCase");
		assertThat(historicVariables(instance)).isEqualTo(VARIABLES);
	}

	@Test
	@DisplayName("未入选：已推荐的案例未列入公布名单（通知二（四））")
	void endsNotSelected() {
		ProcessInstance instance = reviewed();

		correlate("caseRecommended");
		correlate("caseNotSelected");

		assertEndedOnlyAt(instance, "caseNotSelectedEnd", ENDS);
		assertThat(instance).hasPassedInOrder("reviewCase", "caseRecommended", "caseNotSelected", "caseNotSelectedEnd");
		assertThat(historicVariables(instance)).isEqualTo(VARIABLES);
	}

	@Test
	@DisplayName("未予接收：推荐数量超过规定，部里没有接收这个案例（通知二（二），C13）")
	void endsNotReceived() {
		ProcessInstance instance = reviewed();

		correlate("caseRecommended");
		correlate("caseNotReceived");

		assertEndedOnlyAt(instance, "caseNotReceivedEnd", ENDS);
		assertThat(historicVariables(instance)).isEqualTo(VARIABLES);
	}

	@Test
	@DisplayName("未推荐：案例未列入推荐名单（通知二（二））")
	void endsNotRecommended() {
		ProcessInstance instance = reviewed();

		correlate("caseNotRecommended");

		assertEndedOnlyAt(instance, "caseNotRecommendedEnd", ENDS);
		assertThat(instance).hasPassedInOrder("reviewCase", "caseNotRecommended", "caseNotRecommendedEnd")
			.hasNotPassed("caseRecommended");
		assertThat(historicVariables(instance)).isEqualTo(VARIABLES);
	}

	@Test
	@DisplayName("不予受理：经办人审核时结束（通知二（一））")
	void endsRefused() {
		when(this.caseApplication.refused(NUMBER)).thenReturn(true);
		ProcessInstance instance = filed();

		complete(task());

		assertEndedOnlyAt(instance, "caseRefused", ENDS);
		assertThat(instance).hasPassedInOrder("tellAuthority", "checkCase", "caseRefused").hasNotPassed("reviewCase");
		assertThat(historicVariables(instance)).isEqualTo(VARIABLES);
	}

	@Test
	@DisplayName("逾期未报：截止时撤回填报任务，登记逾期（通知二（三））")
	void endsOverdue() {
		ProcessInstance instance = start();

		execute(job("filingClosed"));
		assertThat(instance).isWaitingAtExactly("recordOverdue");
		execute(job("recordOverdue"));

		assertEndedOnlyAt(instance, "caseOverdue", ENDS);
		assertThat(instance).hasPassedInOrder("filingClosed", "recordOverdue", "caseOverdue")
			.hasNotPassed("submitSealedCase", "filingDone", "tellAuthority");
		assertThat(historicVariables(instance)).isEqualTo(VARIABLES);
		verify(this.caseApplication).recordOverdue(NUMBER);
	}

	@Test
	@DisplayName("逾期未报：遴选活动成批登记之后直接结束，不再登记，定时和待办不再有（通知二（三））")
	void endsOverdueTogetherWithOthers() {
		ProcessInstance instance = start();

		correlate("filingEnded");

		assertEndedOnlyAt(instance, "caseOverdue", ENDS);
		assertThat(instance).hasPassedInOrder("filingEnded", "caseOverdue")
			.hasNotPassed("filingClosed", "recordOverdue", "filingDone");
		assertThat(historicVariables(instance)).isEqualTo(VARIABLES);
		verify(this.caseApplication, never()).recordOverdue(NUMBER);
	}

	@Test
	@DisplayName("预审退回后再改再审，通过后生成文书（附件1 填表须知三）")
	void repeatsThePreCheckUntilItPasses() {
		when(this.caseApplication.preCheckWanted(NUMBER)).thenReturn(true);
		when(this.caseApplication.preCheckReturned(NUMBER)).thenReturn(true, false);
		ProcessInstance instance = start();

		complete(task());
		assertThat(instance).isWaitingAtExactly("filing", "preCheckCase");
		assertThat(task()).isNotAssigned().hasName("网上预审" + TITLES);
		assertThat(candidateGroups(task())).containsExactly("330000-iit-officer");
		complete(task());
		assertThat(instance).isWaitingAtExactly("filing", "fillCaseApplication");
		complete(task());
		complete(task());

		assertThat(instance).isWaitingAtExactly("filing", "generateCaseDocuments")
			.hasPassedInOrder("fillCaseApplication", "preCheckCase", "preCheckPassed", "fillCaseApplication",
					"preCheckCase", "preCheckPassed");
		assertThat(variables(instance)).isEqualTo(VARIABLES);
		verify(this.caseApplication, times(2)).preCheckCase(any());
	}

	@Test
	@DisplayName("盖章前返回修改，形成新的修订版后重新生成文书（附件1 填表须知四）")
	void goesBackToTheFormBeforeSealing() {
		when(this.caseApplication.revising(NUMBER)).thenReturn(true, false);
		ProcessInstance instance = start();

		complete(task());
		execute(job("generateCaseDocuments"));
		complete(task());
		assertThat(instance).isWaitingAtExactly("filing", "fillCaseApplication");
		complete(task());
		execute(job("generateCaseDocuments"));
		complete(task());

		assertThat(instance).isWaitingAtExactly("tellAuthority")
			.hasPassedInOrder("submitSealedCase", "fillCaseApplication", "generateCaseDocuments", "submitSealedCase",
					"filingDone");
		assertThat(variables(instance)).isEqualTo(VARIABLES);
		verify(this.caseApplication, times(2)).generateDocuments(NUMBER);
	}

	@Test
	@DisplayName("退回补正：第二轮填报另有期限，补正后再审核（通知二（二））")
	void startsASecondRoundWithItsOwnClosing() {
		when(this.caseApplication.returned(NUMBER)).thenReturn(true, false);
		ProcessInstance instance = filed();
		when(this.caseApplication.closing(NUMBER)).thenReturn(CORRECTION_CLOSING);
		when(this.caseApplication.ending(NUMBER)).thenReturn(CORRECTION_CLOSING);

		complete(task());
		assertThat(instance).isWaitingAtExactly("filing", "fillCaseApplication");
		assertThat(task()).isAssignedTo("zhang").hasDueDate(CORRECTION_CLOSING);
		assertThat(job("filingClosed")).hasDueDate(CORRECTION_CLOSING);
		fileFromForm();
		complete(task());

		assertThat(instance).isWaitingAtExactly("reviewCase")
			.hasPassedInOrder("filingDone", "tellAuthority", "checkCase", "fillCaseApplication", "submitSealedCase",
					"filingDone", "tellAuthority", "checkCase")
			.hasNotPassed(ENDS.toArray(String[]::new));
		assertThat(variables(instance)).isEqualTo(VARIABLES);
		verify(this.caseApplication, times(2)).tellAuthority(NUMBER);
	}

	@Test
	@DisplayName("撤回：填报中、审核中都可以，流程就此结束，定时和待办不再有（通知二（一））")
	void endsWithdrawn() {
		ProcessInstance filling = start();
		correlate("caseWithdrawn");
		assertEndedOnlyAt(filling, "withdrawalDone", ENDS);

		ProcessInstance checking = filed();
		correlate("caseWithdrawn");
		assertEndedOnlyAt(checking, "withdrawalDone", ENDS);
		assertThat(checking).hasPassedInOrder("tellAuthority", "caseWithdrawn", "withdrawalDone")
			.hasNotPassed("reviewCase");
	}

	@Test
	@DisplayName("名单已经报送或者截止：还没审核完的案例结束于未推荐（通知二（二））")
	void endsWhatTheListHasLeftBehind() {
		ProcessInstance checking = filed();

		correlate("listClosed");

		assertEndedOnlyAt(checking, "leftBehindDone", ENDS);
		assertThat(checking).hasPassedInOrder("tellAuthority", "listClosed", "leftBehindDone")
			.hasNotPassed("reviewCase");
	}

	@Test
	@DisplayName("补正逾期：第二轮到期未提交，同样登记逾期（通知二（三））")
	void endsOverdueInTheSecondRound() {
		when(this.caseApplication.returned(NUMBER)).thenReturn(true);
		ProcessInstance instance = filed();

		complete(task());
		execute(job("filingClosed"));
		execute(job("recordOverdue"));

		assertEndedOnlyAt(instance, "caseOverdue", ENDS);
		assertThat(instance).hasPassedInOrder("filingDone", "checkCase", "filingClosed", "caseOverdue");
	}

	@Test
	@DisplayName("经办人与处室负责人合并：审核通过即等待推荐，不另行复核（通知二（二））")
	void skipsTheReviewWhereLevelsAreMerged() {
		when(this.caseApplication.caseReviewMerged(NUMBER)).thenReturn(true);
		ProcessInstance instance = filed();

		complete(task());

		assertThat(instance).isWaitingFor("caseRecommended", "caseNotRecommended")
			.hasPassedInOrder("checkCase", "checkConclusion", "caseReviewNeeded")
			.hasNotPassed("reviewCase");
		assertThat(variables(instance)).isEqualTo(VARIABLES);
	}

	@Test
	@DisplayName("处室负责人与局领导合并：复核同时给两级的人（通知二（二））")
	void offersTheReviewToBothLevelsWhereMerged() {
		when(this.caseApplication.contact(NUMBER)).thenReturn("zhang");
		when(this.caseApplication.colleagues(NUMBER)).thenReturn("enterprise-91330000MA27U00000");
		when(this.caseApplication.reviewers(NUMBER)).thenReturn(List.of("330000-iit-head", "330000-iit-leader"));
		ProcessInstance instance = filed();

		complete(task());

		assertThat(instance).isWaitingAtExactly("reviewCase");
		assertThat(candidateGroups(task())).containsExactlyInAnyOrder("330000-iit-head", "330000-iit-leader");
	}

	@Test
	@DisplayName("复核不同意退回经办人，重新审核（通知二（二））")
	void returnsToTheOfficer() {
		Date first = Date.from(Instant.parse("2024-11-15T16:00:00Z"));
		Date anew = Date.from(Instant.parse("2024-11-20T16:00:00Z"));
		when(this.caseApplication.reviewReturned(NUMBER)).thenReturn(true, false);
		when(this.caseApplication.checkDue(NUMBER)).thenReturn(first, anew);
		when(this.caseApplication.reviewDue(NUMBER)).thenReturn(first);
		ProcessInstance instance = filed();
		assertThat(task("checkCase")).hasDueDate(first);

		complete(task());
		assertThat(task("reviewCase")).hasDueDate(first);
		complete(task());
		assertThat(instance).isWaitingAtExactly("checkCase");
		assertThat(task("checkCase")).isNotAssigned().hasDueDate(anew);
		complete(task());
		complete(task());

		assertThat(instance).isWaitingAtExactly("recommendationAwaited")
			.hasPassedInOrder("checkCase", "reviewCase", "reviewConclusion", "checkCase", "reviewCase",
					"reviewConclusion");
		assertThat(variables(instance)).isEqualTo(VARIABLES);
	}

	@Test
	@DisplayName("经办人审核、处室负责人复核，各给本单位的人（通知二（二））")
	void offersEachStepToTheRightPeople() {
		ProcessInstance instance = start();

		complete(task());
		execute(job("generateCaseDocuments"));
		assertThat(task("submitSealedCase")).isAssignedTo("zhang").hasDueDate(CLOSING).hasName("盖章后提交" + TITLES);
		complete(task());
		execute(job("tellAuthority"));
		assertThat(task("checkCase")).isNotAssigned().hasName("审核" + TITLES);
		assertThat(candidateGroups(task())).containsExactly("330000-iit-officer");
		complete(task());
		assertThat(task("reviewCase")).isNotAssigned().hasName("复核" + TITLES);
		assertThat(candidateGroups(task())).containsExactly("330000-iit-head");

		assertThat(instance).isWaitingAtExactly("reviewCase");
	}

	@Test
	@DisplayName("提交之后截止和提醒都不再生效（通知二（三））")
	void stopsTheTimersWhenFiled() {
		ProcessInstance instance = filed();

		assertThat(instance).isWaitingAtExactly("checkCase");
		assertThat(managementService().createJobQuery().processInstanceId(instance.getId()).list()).isEmpty();
	}

	@Test
	@DisplayName("文书生成失败：按1、5、15分钟重试，之后成为事件；提交不回滚，修复后继续")
	void turnsAFailureIntoAnIncidentAndKeepsTheSubmission() {
		doThrow(new IllegalStateException("no space")).when(this.caseApplication).generateDocuments(NUMBER);
		ProcessInstance instance = start();
		complete(task());

		for (int retries : List.of(3, 2, 1, 0)) {
			assertThatExceptionOfType(ProcessEngineException.class)
				.isThrownBy(() -> execute(job("generateCaseDocuments")))
				.havingRootCause()
				.withMessage("no space");
			assertThat(job("generateCaseDocuments").getRetries()).isEqualTo(retries);
		}

		assertThat(incidents(instance)).extracting(Incident::getActivityId).containsExactly("generateCaseDocuments");
		assertThat(instance).isWaitingAtExactly("filing", "generateCaseDocuments").hasPassed("fillCaseApplication");
		assertThat(task()).isNull();
		doNothing().when(this.caseApplication).generateDocuments(NUMBER);
		retry(job("generateCaseDocuments"));
		assertThat(incidents(instance)).isEmpty();
		assertThat(instance).isWaitingAtExactly("filing", "submitSealedCase");
	}

	@Test
	@DisplayName("提交时校验不通过：任务仍在，可以再办（附件1 填表须知一）")
	void keepsTheTaskWhenItsListenerRefuses() {
		doThrow(new IllegalStateException("incomplete")).when(this.caseApplication).fillCaseApplication(any());
		ProcessInstance instance = start();

		assertThatExceptionOfType(ProcessEngineException.class).isThrownBy(() -> complete(task()))
			.havingRootCause()
			.withMessage("incomplete");

		assertThat(instance).isWaitingAtExactly("filing", "fillCaseApplication").hasNotPassed("fillCaseApplication");
	}

	// As CaseApplicationProcess does it; that class has its own test.
	private Void open(DelegateExecution execution) {
		execution.setProcessBusinessKey(NUMBER);
		VARIABLES.forEach((name, value) -> {
			if (!name.equals(ProcessVariables.APPLICANT)) {
				execution.setVariable(name, value);
			}
		});
		return null;
	}

	private ProcessInstance start() {
		identityService().setAuthenticatedUserId("zhang");
		ProcessInstance instance = runtimeService().startProcessInstanceByKey(CaseApplicationProcess.KEY);
		identityService().clearAuthentication();
		assertThat(instance).isStarted();
		return instance;
	}

	private ProcessInstance filed() {
		ProcessInstance instance = start();
		fileFromForm();
		return instance;
	}

	private ProcessInstance reviewed() {
		ProcessInstance instance = filed();
		complete(task());
		complete(task());
		return instance;
	}

	private void fileFromForm() {
		complete(task());
		execute(job("generateCaseDocuments"));
		complete(task());
		execute(job("tellAuthority"));
	}

	private static void correlate(String message) {
		runtimeService().createMessageCorrelation(message).processInstanceBusinessKey(NUMBER).correlate();
	}

	private static List<Incident> incidents(ProcessInstance instance) {
		return runtimeService().createIncidentQuery().processInstanceId(instance.getId()).list();
	}

	private static void retry(Job job) {
		managementService().setJobRetries(job.getId(), 1);
		execute(job);
	}

	private static Date date(String instant) {
		return Date.from(Instant.parse(instant));
	}

}
