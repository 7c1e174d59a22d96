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
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

@DisplayName("成效突出地区申报流程图（通知一（二）、二（一）、二（三））")
@Deployment(resources = "bpmn/region-application.bpmn")
class RegionApplicationDiagramTests {

	private static final String NUMBER = "HH2024-DQ-330000-01";

	private static final Map<String, Object> VARIABLES = Map.of("regionNumber", NUMBER, "authority", "330000-iit",
			"partner", "330000-ca", "enterpriseName", "浙江省经济和信息化厅", "direction", "总体成效突出地区");

	private static final String TITLES = " · 浙江省经济和信息化厅 · 总体成效突出地区";

	private static final Date CLOSING = date("2024-12-31T16:00:00Z");

	private static final Date SUPPLEMENT = date("2025-01-08T16:00:00Z");

	private static final List<String> ENDS = List.of("regionSelectedEnd", "regionNotSelectedEnd", "regionOverdue",
			"regionNotAdmitted", "withdrawalDone");

	@RegisterExtension
	static final ProcessEngineCoverageExtension ENGINE = BareEngine.covering("region-application");

	private final RegionApplicationProcess region = mock(RegionApplicationProcess.class);

	@BeforeEach
	void bind() {
		init(ENGINE.getProcessEngine());
		((ProcessEngineConfigurationImpl) ENGINE.getProcessEngine().getProcessEngineConfiguration()).getBeans()
			.put("regionApplication", this.region);
		doAnswer(call -> open(call.getArgument(0))).when(this.region).open(any());
		when(this.region.closing(NUMBER)).thenReturn(CLOSING);
		when(this.region.ending(NUMBER)).thenReturn(CLOSING);
		when(this.region.approvers(NUMBER)).thenReturn(List.of("330000-iit-officer", "330000-iit-leader"));
		when(this.region.consenters(NUMBER)).thenReturn(List.of("330000-ca-leader"));
		when(this.region.supplementDue(NUMBER)).thenReturn(SUPPLEMENT);
		when(this.region.correctionDue(NUMBER)).thenReturn(SUPPLEMENT);
	}

	@Test
	@DisplayName("发起申报：只留编号、单位和方向，交经办人填报，以部规定的日期为限，截止前提醒两次（通知二（三））")
	void opensAPreparationWithItsTimers() {
		ProcessInstance instance = start();

		assertThat(instance).hasBusinessKey(NUMBER).isWaitingAtExactly("preparation", "fillRegionApplication");
		assertThat(variables(instance)).isEqualTo(VARIABLES);
		assertThat(job("reportingClosed")).hasDueDate(CLOSING);
		verify(this.region, never()).askBureau(NUMBER);
	}

	@Test
	@DisplayName("每个环节交给该办的人，以部规定的日期为限（通知二（一）、二（三））")
	void offersEachStepToTheRightPeople() {
		when(this.region.openingConsentNeeded(NUMBER)).thenReturn(true);
		when(this.region.joint(NUMBER)).thenReturn(true);
		ProcessInstance instance = start();

		assertOffered("consentToOpening", "答复是否同意申报", "miit-officer");
		assertOffered("fillRegionApplication", "填报申报书", "330000-iit-officer");
		assertOffered("reviewRegionApplication", "审核申报书", "330000-iit-head");
		assertOffered("consentRegionApplication", "会签申报书", "330000-ca-leader");
		assertOffered("approveRegionApplication", "签发申报书", "330000-iit-officer", "330000-iit-leader");
		execute(job("generateAnnex2"));
		assertOffered("sealRegionApplication", "用印与寄送", "330000-iit-officer");
		deliver();

		assertThat(task("registerRegionPaper")).hasName("登记纸质材料" + TITLES);
		assertThat(candidateGroups(task("registerRegionPaper"))).containsExactly("miit-officer");
		assertThat(task("confirmRegionElectronicSet")).hasName("确认电子材料" + TITLES);
		assertThat(candidateGroups(task("confirmRegionElectronicSet"))).containsExactly("coordinator");
		assertThat(instance).isWaitingAtExactly("registerRegionPaper", "confirmRegionElectronicSet");
	}

	@Test
	@DisplayName("入选：填报、审核、签发、用印、寄送、签收、遴选（通知二（四））")
	void endsSelected() {
		ProcessInstance instance = received();

		assertThat(instance).isWaitingAtExactly("resultAwaited");
		assertThat(variables(instance)).isEqualTo(VARIABLES);
		correlate("regionSelected");

		assertEndedOnlyAt(instance, "regionSelectedEnd", ENDS);
		assertThat(instance)
			.hasPassedInOrder("regionApplicationStarted", "fillRegionApplication", "reviewRegionApplication",
					"approveRegionApplication", "generateAnnex2", "sealRegionApplication", "preparationDone",
					"assemblePackage", "tellContacts", "registerRegionPaper", "confirmRegionElectronicSet",
					"regionSelected", "regionSelectedEnd")
			.hasNotPassed("consentToOpening", "consentRegionApplication", "listAwaited");
		assertThat(historicVariables(instance)).isEqualTo(VARIABLES);
	}

	@Test
	@DisplayName("纸质缺件：交申报单位经办人补齐，再次登记，直到齐全；电子材料不必等（通知二（三））")
	void asksForMissingPaperUntilItIsThere() {
		when(this.region.paperMissing(NUMBER)).thenReturn(true, true, false);
		ProcessInstance instance = sealed();
		deliver();
		complete(task("confirmRegionElectronicSet"));
		complete(task("registerRegionPaper"));

		assertThat(instance).isWaitingAtExactly("supplyPaper", "receiptsComplete");
		assertThat(task("supplyPaper")).isNotAssigned().hasName("补齐纸质材料" + TITLES).hasDueDate(SUPPLEMENT);
		assertThat(candidateGroups(task("supplyPaper"))).containsExactly("330000-iit-officer");
		complete(task("supplyPaper"));
		complete(task("registerRegionPaper"));
		complete(task("supplyPaper"));
		complete(task("registerRegionPaper"));

		assertThat(instance).isWaitingAtExactly("resultAwaited");
		assertThat(variables(instance)).isEqualTo(VARIABLES);
		verify(this.region, times(3)).registerRegionPaper(any());
		verify(this.region, times(2)).supplyPaper(any());
	}

	@Test
	@DisplayName("电子材料不一致：交申报单位经办人更正，重组并发送报送包，再次核对，直到一致；纸质材料不必等（附件2 填表须知四）")
	void correctsTheElectronicSetUntilItAgrees() {
		when(this.region.electronicSetDiffers(NUMBER)).thenReturn(true, true, false);
		ProcessInstance instance = sealed();
		deliver();
		complete(task("registerRegionPaper"));
		complete(task("confirmRegionElectronicSet"));

		assertThat(instance).isWaitingAtExactly("correctRegionElectronicSet", "receiptsComplete");
		assertThat(task("correctRegionElectronicSet")).isNotAssigned()
			.hasName("更正电子材料" + TITLES)
			.hasDueDate(SUPPLEMENT);
		assertThat(candidateGroups(task("correctRegionElectronicSet"))).containsExactly("330000-iit-officer");
		correct();
		complete(task("confirmRegionElectronicSet"));
		correct();
		complete(task("confirmRegionElectronicSet"));

		assertThat(instance).isWaitingAtExactly("resultAwaited");
		assertThat(variables(instance)).isEqualTo(VARIABLES);
		verify(this.region, times(3)).confirmRegionElectronicSet(any());
		verify(this.region, times(2)).correctRegionElectronicSet(any());
		verify(this.region, times(3)).assemblePackage(NUMBER);
		verify(this.region, times(3)).tellContacts(NUMBER);
	}

	@Test
	@DisplayName("未入选：申报到此结束（通知二（四））")
	void endsNotSelected() {
		ProcessInstance instance = received();

		correlate("regionNotSelected");

		assertEndedOnlyAt(instance, "regionNotSelectedEnd", ENDS);
		assertThat(historicVariables(instance)).isEqualTo(VARIABLES);
	}

	@Test
	@DisplayName("联合申报：审核后由另一申报单位局领导会签，再签发（通知二（一），C14）")
	void asksThePartnerOfAJointApplication() {
		when(this.region.joint(NUMBER)).thenReturn(true);
		ProcessInstance instance = start();
		complete(task());
		complete(task());

		assertThat(instance).isWaitingAtExactly("preparation", "consentRegionApplication");
		verify(this.region).askPartner(NUMBER);
		complete(task());

		assertThat(instance).isWaitingAtExactly("preparation", "approveRegionApplication");
	}

	@Test
	@DisplayName("会签退回、会签后签发退回：都回到填报，再次提交须重新会签（通知二（一））")
	void asksThePartnerAgainAfterEachChange() {
		when(this.region.joint(NUMBER)).thenReturn(true);
		when(this.region.consentRefused(NUMBER)).thenReturn(true, false);
		ProcessInstance instance = start();
		complete(task());
		complete(task());
		complete(task());
		assertThat(instance).isWaitingAtExactly("preparation", "fillRegionApplication");

		when(this.region.reviewMerged(NUMBER)).thenReturn(true);
		when(this.region.approvalReturned(NUMBER)).thenReturn(true);
		complete(task());
		complete(task());
		complete(task());
		assertThat(instance).isWaitingAtExactly("preparation", "fillRegionApplication");
		complete(task());

		assertThat(instance).isWaitingAtExactly("preparation", "consentRegionApplication");
		verify(this.region, times(3)).askPartner(NUMBER);
		assertThat(variables(instance)).isEqualTo(VARIABLES);
	}

	@Test
	@DisplayName("处室负责人退回：经办人修改后再审核（通知二（一））")
	void fillsInAgainWhenTheHeadReturnsIt() {
		when(this.region.reviewReturned(NUMBER)).thenReturn(true, false);
		ProcessInstance instance = start();
		complete(task());
		complete(task());

		assertThat(instance).isWaitingAtExactly("preparation", "fillRegionApplication")
			.hasNotPassed("approveRegionApplication");
		complete(task());
		complete(task());

		assertThat(instance).isWaitingAtExactly("preparation", "approveRegionApplication");
		assertThat(variables(instance)).isEqualTo(VARIABLES);
	}

	@Test
	@DisplayName("层级合并的单位：不另行审核，直接签发；签发退回的，修改后再签发（通知二（一））")
	void skipsTheReviewWhereLevelsAreMerged() {
		when(this.region.reviewMerged(NUMBER)).thenReturn(true);
		when(this.region.approvalReturned(NUMBER)).thenReturn(true, false);
		ProcessInstance instance = start();
		complete(task());
		complete(task());
		assertThat(instance).isWaitingAtExactly("preparation", "fillRegionApplication");
		complete(task());
		complete(task());

		assertThat(instance).isWaitingAtExactly("preparation", "generateAnnex2")
			.hasNotPassed("reviewRegionApplication");
	}

	@Test
	@DisplayName("计划单列市和兵团：部同意后填报（通知一（二），C15）")
	void fillsInOnceTheBureauAgrees() {
		when(this.region.openingConsentNeeded(NUMBER)).thenReturn(true);
		ProcessInstance instance = start();

		assertThat(instance).isWaitingAtExactly("preparation", "consentToOpening");
		verify(this.region).askBureau(NUMBER);
		complete(task());

		assertThat(instance).isWaitingAtExactly("preparation", "fillRegionApplication");
	}

	@Test
	@DisplayName("部不同意申报：申报到此结束，不再提醒（通知一（二），C15）")
	void endsNotAdmitted() {
		when(this.region.openingConsentNeeded(NUMBER)).thenReturn(true);
		when(this.region.openingRefused(NUMBER)).thenReturn(true);
		ProcessInstance instance = start();

		complete(task());

		assertEndedOnlyAt(instance, "regionNotAdmitted", ENDS);
		assertThat(instance)
			.hasPassedInOrder("consentToOpening", "openingDeclined", "applicationNotAdmitted", "regionNotAdmitted")
			.hasNotPassed("fillRegionApplication", "assemblePackage");
		assertThat(historicVariables(instance)).isEqualTo(VARIABLES);
		assertThat(managementService().createJobQuery().list()).isEmpty();
	}

	@Test
	@DisplayName("随案例推荐材料统一寄送：等推荐材料寄出，截止仍然有效（通知二（三），C17）")
	void leavesWithTheList() {
		when(this.region.goesAlong(NUMBER)).thenReturn(true);
		ProcessInstance instance = sealed();

		assertThat(instance).isWaitingAtExactly("preparation", "listAwaited");
		assertThat(job("reportingClosed")).hasDueDate(CLOSING);
		correlate("regionLeftWithList");

		assertThat(instance).isWaitingAtExactly("assemblePackage").hasPassed("regionLeftWithList", "preparationDone");
		assertThat(managementService().createJobQuery().timers().list()).isEmpty();
	}

	@Test
	@DisplayName("等待统一寄送时改变寄送方式：重新用印登记，单独寄出（通知二（三），C17）")
	void sealsAgainWhenItIsTakenBack() {
		when(this.region.goesAlong(NUMBER)).thenReturn(true, false);
		ProcessInstance instance = sealed();

		correlate("regionTakenBack");
		assertThat(instance).isWaitingAtExactly("preparation", "sealRegionApplication");
		complete(task());

		assertThat(instance).isWaitingAtExactly("assemblePackage");
	}

	@Test
	@DisplayName("等待统一寄送时到了截止时间：逾期未报（通知二（三））")
	void endsOverdueWhileItWaitsForTheList() {
		when(this.region.goesAlong(NUMBER)).thenReturn(true);
		ProcessInstance instance = sealed();

		execute(job("reportingClosed"));
		execute(job("recordNotReported"));

		assertEndedOnlyAt(instance, "regionOverdue", ENDS);
	}

	@Test
	@DisplayName("逾期未报：截止时撤回任务，登记逾期（通知二（三））")
	void endsOverdue() {
		ProcessInstance instance = start();
		complete(task());

		execute(job("reportingClosed"));
		assertThat(instance).isWaitingAtExactly("recordNotReported");
		execute(job("recordNotReported"));

		assertEndedOnlyAt(instance, "regionOverdue", ENDS);
		assertThat(instance).hasNotPassed("sealRegionApplication", "assemblePackage");
		assertThat(historicVariables(instance)).isEqualTo(VARIABLES);
		verify(this.region).recordOverdue(NUMBER);
	}

	@Test
	@DisplayName("寄出前撤回：不论办到哪一步，申报到此结束（通知二（一））")
	void endsWithdrawn() {
		ProcessInstance instance = start();
		complete(task());

		correlate("regionWithdrawn");

		assertEndedOnlyAt(instance, "withdrawalDone", ENDS);
		assertThat(historicVariables(instance)).isEqualTo(VARIABLES);
	}

	@Test
	@DisplayName("报送包组装失败：成为事件，已登记的寄送不回滚")
	void turnsAFailureIntoAnIncidentAndKeepsTheDispatch() {
		doThrow(new IllegalStateException("no space")).when(this.region).assemblePackage(NUMBER);
		ProcessInstance instance = sealed();

		for (int retries : List.of(3, 2, 1, 0)) {
			assertThatExceptionOfType(ProcessEngineException.class).isThrownBy(() -> execute(job("assemblePackage")))
				.havingRootCause()
				.withMessage("no space");
			assertThat(job("assemblePackage").getRetries()).isEqualTo(retries);
		}

		assertThat(runtimeService().createIncidentQuery().processInstanceId(instance.getId()).list())
			.extracting(Incident::getActivityId)
			.containsExactly("assemblePackage");
		assertThat(instance).isWaitingAtExactly("assemblePackage").hasPassed("sealRegionApplication");
	}

	@Test
	@DisplayName("申报书不完整：任务仍在，可以再办（通知二（一））")
	void keepsTheTaskWhenItsListenerRefuses() {
		doThrow(new IllegalStateException("incomplete")).when(this.region).fillRegionApplication(any());
		ProcessInstance instance = start();

		assertThatExceptionOfType(ProcessEngineException.class).isThrownBy(() -> complete(task()))
			.havingRootCause()
			.withMessage("incomplete");

		assertThat(instance).isWaitingAtExactly("preparation", "fillRegionApplication")
			.hasNotPassed("fillRegionApplication");
	}

	// As RegionApplicationProcess does it; that class has its own test.
	private Void open(DelegateExecution execution) {
		execution.setProcessBusinessKey(NUMBER);
		VARIABLES.forEach(execution::setVariable);
		return null;
	}

	private ProcessInstance start() {
		ProcessInstance instance = runtimeService().startProcessInstanceByKey(RegionApplicationProcess.KEY);
		assertThat(instance).isStarted();
		return instance;
	}

	private ProcessInstance sealed() {
		ProcessInstance instance = start();
		complete(task());
		complete(task());
		complete(task());
		execute(job("generateAnnex2"));
		complete(task());
		return instance;
	}

	private ProcessInstance received() {
		ProcessInstance instance = sealed();
		deliver();
		complete(task("registerRegionPaper"));
		complete(task("confirmRegionElectronicSet"));
		return instance;
	}

	private void deliver() {
		execute(job("assemblePackage"));
		execute(job("tellContacts"));
	}

	private void correct() {
		complete(task("correctRegionElectronicSet"));
		execute(job("assembleCorrectedPackage"));
		execute(job("sendCorrectedPackage"));
	}

	private static void correlate(String message) {
		runtimeService().createMessageCorrelation(message).processInstanceBusinessKey(NUMBER).correlate();
	}

	private static void assertOffered(String id, String label, String... groups) {
		assertThat(task(id)).isNotAssigned().hasName(label + TITLES).hasDueDate(CLOSING);
		assertThat(candidateGroups(task(id))).containsExactlyInAnyOrder(groups);
		complete(task(id));
	}

	private static Date date(String instant) {
		return Date.from(Instant.parse(instant));
	}

}
