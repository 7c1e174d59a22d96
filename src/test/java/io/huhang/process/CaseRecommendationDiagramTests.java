package io.huhang.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

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

@DisplayName("典型案例推荐流程图（通知二（二）、二（三））")
@Deployment(resources = "bpmn/case-recommendation.bpmn")
class CaseRecommendationDiagramTests {

	private static final String NUMBER = "HH2024-TJ-330000-iit";

	private static final Map<String, Object> VARIABLES = Map.of("recommendationNumber", NUMBER, "authority",
			"330000-iit", "partner", "330000-ca", "enterpriseName", "浙江省经济和信息化厅");

	private static final String TITLES = " · 浙江省经济和信息化厅";

	private static final Date CLOSING = date("2024-12-31T16:00:00Z");

	private static final Date SUPPLEMENT = date("2025-01-10T16:00:00Z");

	private static final Date REOPENING_LIMIT = date("2025-01-08T16:00:00Z");

	private static final List<String> ENDS = List.of("recommendationReported", "recommendationOverdue",
			"recommendationRefused", "recommendationGivenUp");

	@RegisterExtension
	static final ProcessEngineCoverageExtension ENGINE = BareEngine.covering("case-recommendation");

	private final CaseRecommendationProcess caseRecommendation = mock(CaseRecommendationProcess.class);

	@BeforeEach
	void bind() {
		init(ENGINE.getProcessEngine());
		((ProcessEngineConfigurationImpl) ENGINE.getProcessEngine().getProcessEngineConfiguration()).getBeans()
			.put("caseRecommendation", this.caseRecommendation);
		doAnswer(call -> open(call.getArgument(0))).when(this.caseRecommendation).open(any());
		when(this.caseRecommendation.closing(NUMBER)).thenReturn(CLOSING);
		when(this.caseRecommendation.ending(NUMBER)).thenReturn(CLOSING);
		when(this.caseRecommendation.approvers(NUMBER)).thenReturn(List.of("330000-iit-officer", "330000-iit-leader"));
		when(this.caseRecommendation.supplementDue(NUMBER)).thenReturn(SUPPLEMENT);
		when(this.caseRecommendation.correctionDue(NUMBER)).thenReturn(SUPPLEMENT);
		when(this.caseRecommendation.reopeningLimit(NUMBER)).thenReturn(REOPENING_LIMIT);
	}

	@Test
	@DisplayName("发起推荐：只留编号和单位，交经办人排序，以部规定的日期为限（通知二（三））")
	void opensAPreparationWithItsTimers() {
		ProcessInstance instance = start();

		assertThat(instance).hasBusinessKey(NUMBER).isWaitingAtExactly("preparation", "rankCases");
		assertThat(variables(instance)).isEqualTo(VARIABLES);
		assertThat(job("reportingClosed")).hasDueDate(CLOSING);
	}

	@Test
	@DisplayName("经办人排序、处室负责人复核、局领导签发、经办人用印，部里登记、协调人确认")
	void offersEachStepToTheRightPeople() {
		ProcessInstance instance = start();

		assertOffered("rankCases", "案例排序", "330000-iit-officer");
		assertThat(task("rankCases")).hasDueDate(CLOSING);
		complete(task("rankCases"));
		assertOffered("reviewRanking", "复核排序", "330000-iit-head");
		assertThat(task("reviewRanking")).hasDueDate(CLOSING);
		complete(task("reviewRanking"));
		assertOffered("approveRecommendation", "签发推荐", "330000-iit-officer", "330000-iit-leader");
		assertThat(task("approveRecommendation")).hasDueDate(CLOSING);
		complete(task("approveRecommendation"));
		execute(job("generateAnnex3"));
		assertOffered("sealRecommendation", "用印与寄送", "330000-iit-officer");
		assertThat(task("sealRecommendation")).hasDueDate(CLOSING);
		complete(task("sealRecommendation"));
		deliver();
		assertOffered("registerCasePaper", "登记纸质材料", "miit-officer");
		assertOffered("confirmElectronicSet", "确认电子材料", "coordinator");

		assertThat(instance).isWaitingAtExactly("registerCasePaper", "confirmElectronicSet");
	}

	@Test
	@DisplayName("名单中的案例同意撤回：不论办到哪一步，名单回到排序，截止时间不变（通知二（一））")
	void ranksAgainWhenAListedCaseIsWithdrawn() {
		ProcessInstance instance = start();
		complete(task("rankCases"));
		complete(task("reviewRanking"));

		runtimeService().createMessageCorrelation("listedCaseWithdrawn").processInstanceBusinessKey(NUMBER).correlate();

		assertThat(instance).isWaitingAtExactly("preparation", "rankCases").hasNotPassed("generateAnnex3");
		assertThat(job("reportingClosed")).hasDueDate(CLOSING);
		assertThat(variables(instance)).isEqualTo(VARIABLES);
	}

	@Test
	@DisplayName("已报送：排序、审定、用印、寄送、签收（通知二（三））")
	void endsReported() {
		ProcessInstance instance = dispatched();
		deliver();

		complete(task("registerCasePaper"));
		assertThat(instance).isWaitingAtExactly("confirmElectronicSet", "receiptsComplete");
		assertThat(variables(instance)).isEqualTo(VARIABLES);
		complete(task("confirmElectronicSet"));

		assertEndedOnlyAt(instance, "recommendationReported", ENDS);
		assertThat(instance).hasPassedInOrder("caseRecommendationStarted", "rankCases", "reviewRanking",
				"approveRecommendation", "generateAnnex3", "sealRecommendation", "preparationDone", "assemblePackage",
				"tellContacts", "informCases", "registerCasePaper", "confirmElectronicSet", "recommendationReported");
		assertThat(historicVariables(instance)).isEqualTo(VARIABLES);
		verify(this.caseRecommendation).informCases(NUMBER);
	}

	@Test
	@DisplayName("联合推荐：复核后由另一单位经办人提意见、局领导会签，再签发（通知二（二））")
	void asksThePartnerOfAJointList() {
		joint();
		ProcessInstance instance = start();
		complete(task("rankCases"));
		complete(task("reviewRanking"));

		assertOffered("commentRanking", "会签意见", "330000-ca-officer");
		assertThat(task("commentRanking")).hasDueDate(CLOSING);
		verify(this.caseRecommendation).askPartner(NUMBER);
		complete(task("commentRanking"));
		assertOffered("consentRanking", "会签", "330000-ca-leader");
		assertThat(task("consentRanking")).hasDueDate(CLOSING);
		complete(task("consentRanking"));

		assertThat(instance).isWaitingAtExactly("preparation", "approveRecommendation");
	}

	@Test
	@DisplayName("会签退回、会签后签发退回：都回到排序，再次提交须重新会签（通知二（二））")
	void asksThePartnerAgainAfterEachChange() {
		joint();
		ProcessInstance instance = start();
		complete(task("rankCases"));
		complete(task("reviewRanking"));
		complete(task("commentRanking"));
		when(this.caseRecommendation.consentRefused(NUMBER)).thenReturn(true);
		complete(task("consentRanking"));
		assertThat(instance).isWaitingAtExactly("preparation", "rankCases");

		when(this.caseRecommendation.consentRefused(NUMBER)).thenReturn(false);
		when(this.caseRecommendation.rankingReviewMerged(NUMBER)).thenReturn(true);
		complete(task("rankCases"));
		complete(task("commentRanking"));
		complete(task("consentRanking"));
		when(this.caseRecommendation.approvalReturned(NUMBER)).thenReturn(true);
		complete(task("approveRecommendation"));
		complete(task("rankCases"));

		assertThat(instance).isWaitingAtExactly("preparation", "commentRanking");
		verify(this.caseRecommendation, times(3)).askPartner(NUMBER);
	}

	private void joint() {
		when(this.caseRecommendation.joint(NUMBER)).thenReturn(true);
		when(this.caseRecommendation.consenters(NUMBER)).thenReturn(List.of("330000-ca-leader"));
	}

	@Test
	@DisplayName("纸质材料可以晚于电子材料签收（通知二（三））")
	void waitsForThePaperAfterTheElectronicSet() {
		ProcessInstance instance = dispatched();
		deliver();

		complete(task("confirmElectronicSet"));
		assertThat(instance).isWaitingAtExactly("registerCasePaper", "receiptsComplete");
		complete(task("registerCasePaper"));

		assertEndedOnlyAt(instance, "recommendationReported", ENDS);
	}

	@Test
	@DisplayName("缺件：交推荐单位经办人补齐，有期限；补齐后再次登记，直到齐全（通知二（三））")
	void asksForMissingPaperUntilItIsThere() {
		when(this.caseRecommendation.paperMissing(NUMBER)).thenReturn(true, true, false);
		ProcessInstance instance = dispatched();
		deliver();
		complete(task("confirmElectronicSet"));

		complete(task("registerCasePaper"));
		assertThat(instance).isWaitingAtExactly("supplyPaper", "receiptsComplete");
		assertOffered("supplyPaper", "补齐纸质材料", "330000-iit-officer");
		assertThat(task("supplyPaper")).hasDueDate(SUPPLEMENT);
		complete(task("supplyPaper"));
		assertOffered("registerCasePaper", "登记纸质材料", "miit-officer");
		complete(task("registerCasePaper"));
		complete(task("supplyPaper"));
		assertThat(variables(instance)).isEqualTo(VARIABLES);
		complete(task("registerCasePaper"));

		assertEndedOnlyAt(instance, "recommendationReported", ENDS);
		verify(this.caseRecommendation, times(3)).registerCasePaper(any());
		verify(this.caseRecommendation, times(2)).supplyPaper(any());
	}

	@Test
	@DisplayName("电子材料不一致：由推荐单位经办人限期更正，重组、再次发送后回到协调人，一致后才算签收（附件1 填表须知四）")
	void correctsTheElectronicSetUntilItAgrees() {
		when(this.caseRecommendation.electronicSetDiffers(NUMBER)).thenReturn(true, false);
		ProcessInstance instance = dispatched();
		deliver();
		complete(task("registerCasePaper"));

		complete(task("confirmElectronicSet"));
		assertThat(instance).isWaitingAtExactly("correctElectronicSet", "receiptsComplete");
		assertOffered("correctElectronicSet", "更正电子材料", "330000-iit-officer");
		assertThat(task("correctElectronicSet")).hasDueDate(SUPPLEMENT);
		complete(task("correctElectronicSet"));
		execute(job("assembleCorrectedPackage"));
		execute(job("sendCorrectedPackage"));
		assertOffered("confirmElectronicSet", "确认电子材料", "coordinator");
		assertThat(variables(instance)).isEqualTo(VARIABLES);
		complete(task("confirmElectronicSet"));

		assertEndedOnlyAt(instance, "recommendationReported", ENDS);
		verify(this.caseRecommendation, times(2)).confirmElectronicSet(any());
		verify(this.caseRecommendation).correctElectronicSet(any());
		verify(this.caseRecommendation, times(2)).assemblePackage(NUMBER);
		verify(this.caseRecommendation, times(2)).tellContacts(NUMBER);
		verify(this.caseRecommendation).informCases(NUMBER);
	}

	@Test
	@DisplayName("名单不予接收时正在更正电子材料：更正任务一并撤回（通知二（二））")
	void endsRefusedWhileTheElectronicSetIsCorrected() {
		when(this.caseRecommendation.electronicSetDiffers(NUMBER)).thenReturn(true);
		when(this.caseRecommendation.listRefused(NUMBER)).thenReturn(true);
		ProcessInstance instance = dispatched();
		deliver();
		complete(task("confirmElectronicSet"));

		complete(task("registerCasePaper"));

		assertEndedOnlyAt(instance, "recommendationRefused", ENDS);
		assertThat(instance).hasNotPassed("assembleCorrectedPackage");
	}

	@Test
	@DisplayName("名单不予接收：推荐流程结束，电子材料不再确认（通知二（二））")
	void endsRefused() {
		when(this.caseRecommendation.listRefused(NUMBER)).thenReturn(true);
		ProcessInstance instance = dispatched();
		deliver();

		complete(task("registerCasePaper"));

		assertEndedOnlyAt(instance, "recommendationRefused", ENDS);
		assertThat(instance).hasPassedInOrder("registerCasePaper", "listReceived", "recommendationRefused")
			.hasNotPassed("paperComplete", "supplyPaper", "receiptsComplete", "recommendationReported");
		assertThat(historicVariables(instance)).isEqualTo(VARIABLES);
	}

	@Test
	@DisplayName("名单不予接收晚于电子材料确认：同样结束（通知二（二））")
	void endsRefusedAfterTheElectronicSet() {
		when(this.caseRecommendation.listRefused(NUMBER)).thenReturn(true);
		ProcessInstance instance = dispatched();
		deliver();

		complete(task("confirmElectronicSet"));
		complete(task("registerCasePaper"));

		assertEndedOnlyAt(instance, "recommendationRefused", ENDS);
	}

	@Test
	@DisplayName("逾期未报、不再开放：截止时撤回任务，登记逾期，由部处长决定（通知二（三））")
	void endsOverdue() {
		ProcessInstance instance = expired();
		assertOffered("decideReopening", "是否重新开放", "miit-head");
		assertThat(task("decideReopening")).hasDueDate(REOPENING_LIMIT);
		complete(task("decideReopening"));
		verify(this.caseRecommendation, never()).endOverdue(NUMBER);
		execute(job("recommendationOverdue"));

		assertEndedOnlyAt(instance, "recommendationOverdue", ENDS);
		assertThat(instance)
			.hasPassedInOrder("rankCases", "reportingClosed", "recordNotReported", "decideReopening",
					"reopeningDecided", "recommendationOverdue")
			.hasNotPassed("sealRecommendation", "preparationDone", "assemblePackage", "informCases");
		assertThat(historicVariables(instance)).isEqualTo(VARIABLES);
		verify(this.caseRecommendation).recordNotReported(NUMBER);
		verify(this.caseRecommendation).endOverdue(NUMBER);
	}

	@Test
	@DisplayName("期限内没有决定是否重新开放：任务撤回，按逾期未报办结（通知二（三））")
	void endsOverdueWhenNobodyDecides() {
		ProcessInstance instance = expired();
		assertThat(job("reopeningLapsed")).hasDueDate(REOPENING_LIMIT);

		execute(job("reopeningLapsed"));
		execute(job("recommendationOverdue"));

		assertEndedOnlyAt(instance, "recommendationOverdue", ENDS);
		assertThat(instance).hasPassed("reopeningLapsed").hasNotPassed("reopeningDecided");
		verify(this.caseRecommendation).endOverdue(NUMBER);
	}

	@Test
	@DisplayName("重新开放：回到排序，截止按新的时间；可以再次逾期、再次开放（通知二（三））")
	void preparesAgainWhenReopened() {
		ProcessInstance instance = expired();
		when(this.caseRecommendation.reopened(NUMBER)).thenReturn(true);
		when(this.caseRecommendation.closing(NUMBER)).thenReturn(date("2025-01-15T16:00:00Z"));
		when(this.caseRecommendation.ending(NUMBER)).thenReturn(date("2025-01-15T16:00:00Z"));

		complete(task("decideReopening"));

		assertThat(instance).isWaitingAtExactly("preparation", "rankCases").hasNotPassed("recommendationOverdue");
		assertThat(task("rankCases")).hasDueDate(date("2025-01-15T16:00:00Z"));
		assertThat(job("reportingClosed")).hasDueDate(date("2025-01-15T16:00:00Z"));
		assertThat(variables(instance)).isEqualTo(VARIABLES);
		execute(job("reportingClosed"));
		execute(job("recordNotReported"));
		assertThat(instance).isWaitingAtExactly("decideReopening");
		verify(this.caseRecommendation, times(2)).recordNotReported(NUMBER);
		verify(this.caseRecommendation, never()).endOverdue(NUMBER);
	}

	private ProcessInstance expired() {
		ProcessInstance instance = start();
		complete(task("rankCases"));
		execute(job("reportingClosed"));
		assertThat(instance).isWaitingAtExactly("recordNotReported");
		execute(job("recordNotReported"));
		assertThat(instance).isWaitingAtExactly("decideReopening");
		return instance;
	}

	@Test
	@DisplayName("终止联合推荐：不论办到哪一步，流程到此结束，不告知案例（通知二（二））")
	void endsGivenUp() {
		joint();
		ProcessInstance instance = start();
		complete(task("rankCases"));
		complete(task("reviewRanking"));

		runtimeService().createMessageCorrelation("jointActGivenUp").processInstanceBusinessKey(NUMBER).correlate();

		assertEndedOnlyAt(instance, "recommendationGivenUp", ENDS);
		assertThat(instance).hasNotPassed("recordNotReported", "informCases");
		assertThat(historicVariables(instance)).isEqualTo(VARIABLES);
	}

	@Test
	@DisplayName("寄送之后截止不再生效：纸质材料可以晚到（通知二（三））")
	void stopsTheTimersWhenDispatched() {
		ProcessInstance instance = dispatched();

		assertThat(instance).isWaitingAtExactly("assemblePackage");
		assertThat(managementService().createJobQuery().processInstanceId(instance.getId()).timers().list()).isEmpty();
	}

	@Test
	@DisplayName("处室负责人退回，经办人重新排序（通知二（二））")
	void ranksAgainWhenTheHeadReturnsTheList() {
		when(this.caseRecommendation.rankingReturned(NUMBER)).thenReturn(true, false);
		ProcessInstance instance = start();

		complete(task());
		complete(task());
		assertThat(instance).isWaitingAtExactly("preparation", "rankCases").hasNotPassed("approveRecommendation");
		complete(task());
		complete(task());

		assertThat(instance).isWaitingAtExactly("preparation", "approveRecommendation")
			.hasPassedInOrder("rankCases", "reviewRanking", "rankingReviewed", "rankCases", "reviewRanking",
					"rankingReviewed");
		assertThat(variables(instance)).isEqualTo(VARIABLES);
	}

	@Test
	@DisplayName("层级合并的单位：名单不经复核直接签发，退回后也一样（通知二（二））")
	void skipsTheReviewWhereLevelsAreMerged() {
		when(this.caseRecommendation.rankingReviewMerged(NUMBER)).thenReturn(true);
		when(this.caseRecommendation.approvalReturned(NUMBER)).thenReturn(true, false);
		ProcessInstance instance = start();

		complete(task());
		assertThat(instance).isWaitingAtExactly("preparation", "approveRecommendation");
		complete(task());
		assertThat(instance).isWaitingAtExactly("preparation", "rankCases");
		complete(task());
		complete(task());

		assertThat(instance).isWaitingAtExactly("preparation", "generateAnnex3")
			.hasPassedInOrder("rankCases", "rankingReviewNeeded", "approveRecommendation", "recommendationApproved",
					"rankCases", "rankingReviewNeeded", "approveRecommendation", "recommendationApproved")
			.hasNotPassed("reviewRanking");
		assertThat(variables(instance)).isEqualTo(VARIABLES);
	}

	@Test
	@DisplayName("合并前已送复核的名单，按原层级复核后签发（通知二（二））")
	void finishesAReviewThatBeganBeforeTheMerging() {
		ProcessInstance instance = start();
		complete(task());
		when(this.caseRecommendation.rankingReviewMerged(NUMBER)).thenReturn(true);

		assertThat(instance).isWaitingAtExactly("preparation", "reviewRanking");
		complete(task());

		assertThat(instance).isWaitingAtExactly("preparation", "approveRecommendation");
	}

	@Test
	@DisplayName("局领导退回，经办人重新排序并再次复核（通知二（二））")
	void ranksAndReviewsAgainWhenTheLeaderReturnsTheList() {
		when(this.caseRecommendation.approvalReturned(NUMBER)).thenReturn(true, false);
		ProcessInstance instance = start();

		complete(task());
		complete(task());
		complete(task());
		assertThat(instance).isWaitingAtExactly("preparation", "rankCases").hasNotPassed("generateAnnex3");
		complete(task());
		complete(task());
		complete(task());

		assertThat(instance).isWaitingAtExactly("preparation", "generateAnnex3")
			.hasPassedInOrder("reviewRanking", "approveRecommendation", "recommendationApproved", "rankCases",
					"reviewRanking", "approveRecommendation", "recommendationApproved");
		assertThat(variables(instance)).isEqualTo(VARIABLES);
	}

	@Test
	@DisplayName("报送包组装失败：重试后成为事件；已用印的名单不回滚，修复后继续")
	void turnsAFailureIntoAnIncidentAndKeepsTheDispatch() {
		doThrow(new IllegalStateException("no space")).when(this.caseRecommendation).assemblePackage(NUMBER);
		ProcessInstance instance = dispatched();

		for (int retries : List.of(3, 2, 1, 0)) {
			assertThatExceptionOfType(ProcessEngineException.class).isThrownBy(() -> execute(job("assemblePackage")))
				.havingRootCause()
				.withMessage("no space");
			assertThat(job("assemblePackage").getRetries()).isEqualTo(retries);
		}

		assertThat(incidents(instance)).extracting(Incident::getActivityId).containsExactly("assemblePackage");
		assertThat(instance).isWaitingAtExactly("assemblePackage").hasPassed("sealRecommendation", "preparationDone");
		doNothing().when(this.caseRecommendation).assemblePackage(NUMBER);
		retry(job("assemblePackage"));
		assertThat(incidents(instance)).isEmpty();
		assertThat(instance).isWaitingAtExactly("tellContacts");
	}

	@Test
	@DisplayName("排序不完整：任务仍在，可以再办（通知二（二））")
	void keepsTheTaskWhenItsListenerRefuses() {
		doThrow(new IllegalStateException("incomplete")).when(this.caseRecommendation).rankCases(any());
		ProcessInstance instance = start();

		assertThatExceptionOfType(ProcessEngineException.class).isThrownBy(() -> complete(task()))
			.havingRootCause()
			.withMessage("incomplete");

		assertThat(instance).isWaitingAtExactly("preparation", "rankCases").hasNotPassed("rankCases");
	}

	// As CaseRecommendationProcess does it; that class has its own test.
	private Void open(DelegateExecution execution) {
		execution.setProcessBusinessKey(NUMBER);
		VARIABLES.forEach(execution::setVariable);
		return null;
	}

	private ProcessInstance start() {
		ProcessInstance instance = runtimeService().startProcessInstanceByKey(CaseRecommendationProcess.KEY);
		assertThat(instance).isStarted();
		return instance;
	}

	private ProcessInstance dispatched() {
		ProcessInstance instance = start();
		complete(task());
		complete(task());
		complete(task());
		execute(job("generateAnnex3"));
		complete(task());
		return instance;
	}

	private void deliver() {
		execute(job("assemblePackage"));
		execute(job("tellContacts"));
		execute(job("informCases"));
	}

	private static void assertOffered(String id, String label, String... groups) {
		assertThat(task(id)).isNotAssigned().hasName(label + TITLES);
		assertThat(candidateGroups(task(id))).containsExactlyInAnyOrder(groups);
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
