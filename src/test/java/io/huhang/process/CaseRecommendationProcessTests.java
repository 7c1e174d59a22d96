package io.huhang.process;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.huhang.approval.Verdict;
import io.huhang.campaign.Lateness;
import io.huhang.organization.Authorities;
import io.huhang.organization.Authority;
import io.huhang.organization.Levels;
import io.huhang.organization.Merging;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.process.engine.BareEngine;
import io.huhang.recommendation.ClosingDates;
import io.huhang.recommendation.ElectronicReception;
import io.huhang.recommendation.ListApprovals;
import io.huhang.recommendation.ListExpiry;
import io.huhang.recommendation.ListReception;
import io.huhang.recommendation.ListReviews;
import io.huhang.recommendation.PartnerReviews;
import io.huhang.recommendation.Recommendation;
import io.huhang.recommendation.Recommendations;
import io.huhang.recommendation.Reopening;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static io.huhang.process.Instances.historicVariables;
import static io.huhang.process.Instances.variables;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

@DisplayName("典型案例推荐流程图背后的类：编号、表单答复、告知各案例")
class CaseRecommendationProcessTests {

	private static final String NUMBER = "HH2024-TJ-330000-iit";

	private static final String ON_THE_LIST = "HH2024-AL-330000-0001";

	private static final String NOT_ON_THE_LIST = "HH2024-AL-330000-0002";

	private static final Authority AUTHORITY = new Authority("330000", "浙江", Authority.Line.IIT, "浙江省经济和信息化厅", true);

	private static final Map<String, Object> VARIABLES = Map.of("recommendationNumber", NUMBER, "authority",
			"330000-iit", "partner", "", "enterpriseName", "浙江省经济和信息化厅");

	private static ProcessEngine engine;

	private WithFakes<CaseRecommendationProcess> process;

	@BeforeAll
	static void deploy() {
		engine = BareEngine.configuration("case-recommendation-class").buildProcessEngine();
		engine.getRepositoryService()
			.createDeployment()
			.addClasspathResource("bpmn/case-application.bpmn")
			.addClasspathResource("bpmn/case-recommendation.bpmn")
			.addClasspathResource("forms/decideReopening.form")
			.deploy();
	}

	@AfterAll
	static void close() {
		engine.close();
	}

	@BeforeEach
	void bind() throws ReflectiveOperationException {
		init(engine);
		this.process = WithFakes.of(CaseRecommendationProcess.class, engine.getRuntimeService(),
				new FormReader(new ObjectMapper()));
		Map<Object, Object> beans = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration())
			.getBeans();
		beans.put("caseRecommendation", this.process.subject());
		beans.put("caseApplication", mock(CaseApplicationProcess.class));
		when(this.process.fake(People.class).get("wang"))
			.thenReturn(new Person("wang", "王经办", "wang@example.com", "13800000001", Role.OFFICER, AUTHORITY.key()));
		when(this.process.fake(Authorities.class).get(AUTHORITY.key())).thenReturn(AUTHORITY);
		when(this.process.fake(Authorities.class).names(List.of(AUTHORITY.key()))).thenReturn(AUTHORITY.name());
		when(this.process.fake(Recommendations.class).open(AUTHORITY, false, "wang")).thenReturn(
				new Recommendation(NUMBER, AUTHORITY.key(), "", "wang", Instant.parse("2024-12-01T01:00:00Z"), true));
		when(this.process.fake(Lateness.class).ending(any())).thenAnswer(call -> call.getArgument(0));
		when(this.process.fake(ClosingDates.class).ofRecommendation(any()))
			.thenReturn(Instant.parse("2024-12-31T16:00:00Z"));
		when(this.process.fake(ClosingDates.class).ofReopening()).thenReturn(Instant.parse("2025-01-08T16:00:00Z"));
		when(this.process.fake(Recommendations.class).get(NUMBER)).thenReturn(
				new Recommendation(NUMBER, AUTHORITY.key(), "", "wang", Instant.parse("2024-12-01T01:00:00Z"), true));
		when(this.process.fake(Levels.class).approvers(AUTHORITY.key())).thenReturn(List.of("330000-iit-leader"));
		logIn("wang");
	}

	@AfterEach
	void clear() {
		engine.getIdentityService().clearAuthentication();
		engine.getRuntimeService()
			.createProcessInstanceQuery()
			.list()
			.forEach(instance -> engine.getRuntimeService().deleteProcessInstance(instance.getId(), "test"));
	}

	@Test
	@DisplayName("发起推荐：以经办人所在单位的名义，实例里只有编号和单位")
	void opensForTheOfficersOwnAuthority() {
		ProcessInstance instance = start();

		assertThat(instance.getBusinessKey()).isEqualTo(NUMBER);
		assertThat(variables(instance)).isEqualTo(VARIABLES);
		assertThat(historicVariables(instance)).isEqualTo(VARIABLES);
		assertThat(ProcessVariables.DECLARED).containsAll(VARIABLES.keySet());
	}

	@Test
	@DisplayName("发起联合推荐：选择不留在实例里，两个单位都在题目上（通知二（二））")
	void opensJointly() {
		when(this.process.fake(Recommendations.class).open(AUTHORITY, true, "wang"))
			.thenReturn(new Recommendation("HH2024-TJ-330000-joint", AUTHORITY.key(), "330000-ca", "wang",
					Instant.parse("2024-12-01T01:00:00Z"), true));
		when(this.process.fake(Authorities.class).names(List.of(AUTHORITY.key(), "330000-ca")))
			.thenReturn("浙江省经济和信息化厅、浙江省通信管理局");

		ProcessInstance instance = engine.getRuntimeService()
			.startProcessInstanceByKey(CaseRecommendationProcess.KEY, Map.of("mode", "JOINT"));

		assertThat(instance.getBusinessKey()).isEqualTo("HH2024-TJ-330000-joint");
		assertThat(variables(instance)).isEqualTo(Map.of("recommendationNumber", "HH2024-TJ-330000-joint", "authority",
				"330000-iit", "partner", "330000-ca", "enterpriseName", "浙江省经济和信息化厅、浙江省通信管理局"));
	}

	@ParameterizedTest
	@CsvSource({ "commentRanking,comment", "consentRanking,consent" })
	@DisplayName("会签意见和会签：由登录的人办理，结论不经过流程变量")
	void letsThePartnerSpeak(String activity, String call) {
		ProcessInstance instance = startBefore(activity);
		logIn("lin");
		engine.getTaskService().setAssignee(task().getId(), "lin");
		String taskId = task().getId();

		engine.getFormService().submitTaskForm(taskId, Map.of());

		PartnerReviews partner = verify(this.process.fake(PartnerReviews.class));
		if (call.equals("comment")) {
			partner.comment(taskId, NUMBER, "lin");
		}
		else {
			partner.consent(taskId, NUMBER, "lin");
		}
		assertNoAnswerIsLeft(instance);
	}

	@Test
	@DisplayName("没有登录的人不能发起推荐")
	void refusesToOpenForNobody() {
		engine.getIdentityService().clearAuthentication();

		assertThatExceptionOfType(ProcessEngineException.class).isThrownBy(CaseRecommendationProcessTests::start)
			.havingRootCause()
			.withMessage("nobody is logged in");
	}

	@Test
	@DisplayName("复核：结论由登录的人作出，实例和历史里不留答复")
	void takesDecisionsOutOfTheInstance() {
		ProcessInstance instance = startBefore("reviewRanking");
		Task task = task();
		logIn("chen");
		engine.getTaskService().setAssignee(task.getId(), "chen");

		engine.getFormService().submitTaskForm(task.getId(), Map.of("decision", "RETURN", "reason", "第2、3名请互换。"));

		verify(this.process.fake(ListReviews.class)).review(task.getId(), NUMBER, new Verdict("RETURN", "第2、3名请互换。"),
				"chen");
		assertNoAnswerIsLeft(instance);
	}

	@Test
	@DisplayName("签发：由登录的人办理，结论不经过流程变量")
	void letsWhoIsLoggedInApprove() {
		ProcessInstance instance = startBefore("approveRecommendation");
		Task task = task();
		logIn("chen");
		engine.getTaskService().setAssignee(task.getId(), "chen");

		engine.getFormService().submitTaskForm(task.getId(), Map.of());

		verify(this.process.fake(ListApprovals.class)).approve(task.getId(), NUMBER, "chen");
		assertNoAnswerIsLeft(instance);
	}

	@ParameterizedTest
	@CsvSource({ "NONE,false", "OFFICER_HEAD,true", "HEAD_LEADER,true" })
	@DisplayName("名单是否另行复核，只看本单位的层级设置")
	void asksTheLevelsWhetherTheListIsReviewed(Merging merging, boolean merged) {
		when(this.process.fake(Levels.class).of(AUTHORITY.key())).thenReturn(merging);

		assertThat(this.process.subject().rankingReviewMerged(NUMBER)).isEqualTo(merged);
	}

	@Test
	@DisplayName("登记、补齐纸质材料：由登录的人办理，内容不经过流程变量，补齐有期限（通知二（三））")
	void registersAndSuppliesPaper() {
		when(this.process.fake(ListReception.class).isMissing(NUMBER)).thenReturn(true, false);
		when(this.process.fake(ListReception.class).supplementDue(NUMBER))
			.thenReturn(Instant.parse("2025-01-10T16:00:00Z"));
		ProcessInstance instance = startBefore("registerCasePaper");
		String registered = submitted("wang");

		verify(this.process.fake(ListReception.class)).register(registered, NUMBER, "wang");
		assertThat(task().getTaskDefinitionKey()).isEqualTo("supplyPaper");
		assertThat(task().getDueDate()).isEqualTo(Instant.parse("2025-01-10T16:00:00Z"));

		String supplied = submitted("wang");

		verify(this.process.fake(ListReception.class)).supply(supplied, NUMBER, "wang");
		assertThat(task().getTaskDefinitionKey()).isEqualTo("registerCasePaper");
		assertNoAnswerIsLeft(instance);
	}

	private static String submitted(String userId) {
		String taskId = task().getId();
		engine.getTaskService().setAssignee(taskId, userId);
		engine.getFormService().submitTaskForm(taskId, Map.of());
		return taskId;
	}

	@Test
	@DisplayName("确认、更正电子材料：由登录的人办理，内容不经过流程变量，更正有期限（附件1 填表须知四）")
	void comparesAndCorrectsTheElectronicSet() {
		when(this.process.fake(ElectronicReception.class).differs(NUMBER)).thenReturn(true);
		when(this.process.fake(ElectronicReception.class).correctionDue(NUMBER))
			.thenReturn(Instant.parse("2025-01-10T16:00:00Z"));
		ProcessInstance instance = startBefore("confirmElectronicSet");
		String compared = submitted("wang");

		verify(this.process.fake(ElectronicReception.class)).compare(compared, NUMBER, "wang");
		assertThat(task().getTaskDefinitionKey()).isEqualTo("correctElectronicSet");
		assertThat(task().getDueDate()).isEqualTo(Instant.parse("2025-01-10T16:00:00Z"));

		String corrected = submitted("wang");

		verify(this.process.fake(ElectronicReception.class)).correct(corrected, NUMBER, "wang");
		assertNoAnswerIsLeft(instance);
	}

	@Test
	@DisplayName("报送后告知：在名单上的案例等待遴选，不在名单上的结束于未推荐（通知二（二））")
	void informsEachCase() {
		ProcessInstance recommended = waitingCase(ON_THE_LIST);
		ProcessInstance other = waitingCase(NOT_ON_THE_LIST);
		when(this.process.fake(ListReviews.class).announceRecommended(NUMBER)).thenReturn(List.of(ON_THE_LIST));
		when(this.process.fake(ListReviews.class).closeNotRecommended(NUMBER, false))
			.thenReturn(List.of(NOT_ON_THE_LIST));

		this.process.subject().informCases(NUMBER);

		assertThat(recommended).isWaitingAtExactly("resultAwaited");
		assertThat(other).isEnded().hasPassed("caseNotRecommendedEnd").hasNotPassed("caseRecommended");
		verify(this.process.fake(LeftBehind.class)).endWith(NUMBER, true);
	}

	@Test
	@DisplayName("逾期未报：等待推荐的案例都结束于未推荐（通知二（三））")
	void endsTheWaitingCasesWhenOverdue() {
		ProcessInstance waiting = waitingCase(ON_THE_LIST);
		when(this.process.fake(ListReviews.class).closeNotRecommended(NUMBER, true)).thenReturn(List.of(ON_THE_LIST));

		this.process.subject().endOverdue(NUMBER);

		verify(this.process.fake(ListExpiry.class)).end(NUMBER);
		verify(this.process.fake(LeftBehind.class)).endWith(NUMBER, false);
		assertThat(waiting).isEnded().hasPassed("caseNotRecommendedEnd");
	}

	@Test
	@DisplayName("登记逾期：等待推荐的案例仍在等待，是否重新开放只看部里的决定（通知二（三））")
	void leavesTheCasesWaitingWhileTheBureauDecides() {
		ProcessInstance waiting = waitingCase(ON_THE_LIST);
		when(this.process.fake(ListExpiry.class).isReopened(NUMBER)).thenReturn(true);

		this.process.subject().recordNotReported(NUMBER);

		verify(this.process.fake(ListExpiry.class)).record(NUMBER);
		assertThat(waiting).isWaitingAtExactly("recommendationAwaited");
		assertThat(this.process.subject().reopened(NUMBER)).isTrue();
		assertThat(this.process.subject().reopened("HH2024-TJ-310000-iit")).isFalse();
	}

	@Test
	@DisplayName("是否重新开放：决定由登录的人作出，实例和历史里不留答复")
	void takesTheReopeningOutOfTheInstance() {
		ProcessInstance instance = startBefore("decideReopening");
		logIn("chen");
		engine.getTaskService().setAssignee(task().getId(), "chen");

		engine.getFormService()
			.submitTaskForm(task().getId(), Map.of("decision", "REOPEN", "closing", "2025-01-15", "reason", "因灾延误。"));

		verify(this.process.fake(ListExpiry.class)).decide(NUMBER, new Reopening("REOPEN", "2025-01-15", "因灾延误。"),
				"chen");
		assertNoAnswerIsLeft(instance);
	}

	@Test
	@DisplayName("部里未接收的案例：登记纸质材料时结束于未予接收，接收的继续等待（通知二（二））")
	void endsTheCasesThatWereNotReceived() {
		ProcessInstance kept = resultAwaiting(ON_THE_LIST);
		ProcessInstance refused = resultAwaiting(NOT_ON_THE_LIST);
		logIn("wang");
		ProcessInstance instance = startBefore("registerCasePaper");
		when(this.process.fake(ListReception.class).closeRefused(NUMBER)).thenReturn(List.of(NOT_ON_THE_LIST));

		engine.getTaskService().setAssignee(task().getId(), "wang");
		engine.getFormService().submitTaskForm(task().getId(), Map.of());

		assertThat(kept).isWaitingAtExactly("resultAwaited");
		assertThat(refused).isEnded().hasPassed("caseNotReceivedEnd");
		assertThat(instance).isNotEnded().hasPassed("registerCasePaper").hasNotPassed("recommendationRefused");
	}

	@Test
	@DisplayName("名单是否整体不予接收，只看登记的处理结果")
	void asksWhetherTheListWasRefused() {
		when(this.process.fake(ListReception.class).isRefused(NUMBER)).thenReturn(true);

		assertThat(this.process.subject().listRefused(NUMBER)).isTrue();
		assertThat(this.process.subject().listRefused("HH2024-TJ-310000-iit")).isFalse();
	}

	@Test
	@DisplayName("告知不到的案例不会悄悄略过")
	void refusesToInformACaseThatDoesNotWait() {
		when(this.process.fake(ListReviews.class).announceRecommended(NUMBER)).thenReturn(List.of(ON_THE_LIST));

		assertThatExceptionOfType(MismatchingMessageCorrelationException.class)
			.isThrownBy(() -> this.process.subject().informCases(NUMBER));
	}

	private static void assertNoAnswerIsLeft(ProcessInstance instance) {
		assertThat(historicVariables(instance)).isEqualTo(VARIABLES);
		assertThat(engine.getHistoryService().createHistoricVariableInstanceQuery().includeDeleted().list())
			.extracting(variable -> variable.getName())
			.isNotEmpty()
			.allMatch(ProcessVariables.DECLARED::contains);
		assertThat(engine.getHistoryService().createHistoricDetailQuery().list()).isEmpty();
	}

	private static ProcessInstance start() {
		return engine.getRuntimeService().startProcessInstanceByKey(CaseRecommendationProcess.KEY);
	}

	private static ProcessInstance startBefore(String activity) {
		ProcessInstance instance = start();
		engine.getRuntimeService()
			.createProcessInstanceModification(instance.getId())
			.startBeforeActivity(activity)
			.cancelAllForActivity("rankCases")
			.execute();
		return instance;
	}

	// Jobs inform the cases: nobody is logged in.
	private static ProcessInstance waitingCase(String number) {
		engine.getIdentityService().clearAuthentication();
		return engine.getRuntimeService()
			.createProcessInstanceByKey(CaseApplicationProcess.KEY)
			.businessKey(number)
			.startBeforeActivity("recommendationAwaited")
			.execute();
	}

	private static ProcessInstance resultAwaiting(String number) {
		ProcessInstance instance = waitingCase(number);
		engine.getRuntimeService()
			.createMessageCorrelation(CaseApplicationProcess.RECOMMENDED)
			.processInstanceBusinessKey(number)
			.correlate();
		return instance;
	}

	private static Task task() {
		return engine.getTaskService().createTaskQuery().singleResult();
	}

	private static void logIn(String userId) {
		engine.getIdentityService().setAuthenticatedUserId(userId);
	}

}
