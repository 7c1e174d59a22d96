package io.huhang.process;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.huhang.application.CaseApplication;
import io.huhang.application.CaseApplications;
import io.huhang.application.CaseApplications.Opening;
import io.huhang.application.CaseForms;
import io.huhang.application.Revisions;
import io.huhang.approval.Verdict;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.Lateness;
import io.huhang.campaign.Campaigns;
import io.huhang.organization.Enterprise;
import io.huhang.organization.Enterprises;
import io.huhang.organization.Levels;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.process.CaseApplicationProcess.CheckCase;
import io.huhang.process.CaseApplicationProcess.PreCheckCase;
import io.huhang.process.CaseApplicationProcess.ReviewCase;
import io.huhang.process.CaseApplicationProcess.StartCaseApplication;
import io.huhang.process.engine.BareEngine;
import io.huhang.recommendation.CaseReviews;
import io.huhang.recommendation.ClosingDates;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static io.huhang.process.Instances.historicVariables;
import static io.huhang.process.Instances.variables;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.init;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

@DisplayName("典型案例申报流程图背后的类：编号、标题、表单答复")
class CaseApplicationProcessTests {

	private static final Instant FIRST_CLOSING = Instant.parse("2024-12-17T16:00:00Z");

	private static final String NUMBER = "HH2024-AL-330000-0007";

	private static final Person APPLICANT = new Person("zhang", "张工", "zhang@example.com", "13800000000",
			Role.APPLICANT, "91330000MA27U00000");

	private static final Enterprise ENTERPRISE = new Enterprise("91330000MA27U00000", "护航汽车有限公司");

	private static final Map<String, Object> ANSWERS = Map.of("authority", "330000-iit", "direction", "D2",
			"privacyVersion", "2024-11");

	private static final Map<String, Object> DECISION = Map.of("decision", "RETURN", "reason", "第3项缺少日期。");

	private static ProcessEngine engine;

	private final Campaign campaign = Campaigns.packaged();

	private WithFakes<CaseApplicationProcess> process;

	@BeforeAll
	static void deploy() {
		engine = BareEngine.configuration("case-application-class").buildProcessEngine();
		engine.getRepositoryService()
			.createDeployment()
			.addClasspathResource("bpmn/case-application.bpmn")
			.addClasspathResource("forms/preCheckCase.html")
			.addClasspathResource("forms/checkCase.html")
			.addClasspathResource("forms/reviewCase.html")
			.deploy();
	}

	@AfterAll
	static void close() {
		engine.close();
	}

	@BeforeEach
	void bind() throws ReflectiveOperationException {
		init(engine);
		this.process = WithFakes.of(CaseApplicationProcess.class, this.campaign, new FormReader(new ObjectMapper()));
		((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getBeans()
			.put("caseApplication", this.process.subject());
		when(this.process.fake(People.class).get("zhang")).thenReturn(APPLICANT);
		when(this.process.fake(Enterprises.class).get(ENTERPRISE.uscc())).thenReturn(ENTERPRISE);
		when(this.process.fake(Enterprises.class).contact(ENTERPRISE.uscc())).thenReturn(Optional.of(APPLICANT));
		when(this.process.fake(Lateness.class).ending(any())).thenAnswer(call -> call.getArgument(0));
		when(this.process.fake(ClosingDates.class).ofFirstFilings("330000-iit")).thenReturn(FIRST_CLOSING);
		when(this.process.fake(ClosingDates.class).ofCheck(NUMBER)).thenReturn(Instant.parse("2024-11-18T16:00:00Z"));
		when(this.process.fake(ClosingDates.class).ofReview(NUMBER)).thenReturn(Instant.parse("2024-11-14T16:00:00Z"));
		when(this.process.fake(ClosingDates.class).of(NUMBER)).thenReturn(Instant.parse("2024-12-15T16:00:00Z"));
		when(this.process.fake(CaseApplications.class).open(any(), any(), any(), any())).thenReturn(named("", "D2"));
		when(this.process.fake(CaseApplications.class).get(NUMBER)).thenReturn(named("", "D2"));
		when(this.process.fake(CaseApplications.class).lock(NUMBER)).thenReturn(named("", "D2"));
		when(this.process.fake(Levels.class).reviewers("330000-iit")).thenReturn(List.of("330000-iit-head"));
		logIn("zhang");
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
	@DisplayName("发起申报：答复交给申报模块，实例里只有编号、申报人、受理单位和标题")
	void opensWithDeclaredVariablesOnly() {
		ProcessInstance instance = start();

		Map<String, Object> expected = Map.of("caseNumber", NUMBER, "applicant", "zhang", "authority", "330000-iit",
				"caseName", "", "enterpriseName", "护航汽车有限公司", "direction", "车联网网络安全防护");
		verify(this.process.fake(CaseApplications.class)).open(new Opening("330000-iit", "D2", "2024-11"), ENTERPRISE,
				"zhang", FIRST_CLOSING);
		assertThat(instance.getBusinessKey()).isEqualTo(NUMBER);
		assertThat(variables(instance)).isEqualTo(expected);
		assertThat(historicVariables(instance)).isEqualTo(expected);
		assertThat(ProcessVariables.DECLARED).containsAll(expected.keySet());
	}

	@Test
	@DisplayName("开始表单允许的答复，就是同名记录的分量")
	void allowsTheAnswersOfItsStartRecord() {
		assertThat(Arrays.stream(StartCaseApplication.class.getRecordComponents()).map(RecordComponent::getName))
			.containsExactlyInAnyOrderElementsOf(CaseApplicationProcess.START_ANSWERS);
	}

	@Test
	@DisplayName("预审、审核表单允许的答复，就是同名记录的分量")
	void allowsTheAnswersOfItsDecisionRecords() {
		assertThat(CaseApplicationProcess.DECISION_TASKS).containsExactlyInAnyOrder("preCheckCase", "checkCase",
				"reviewCase");
		for (Class<?> form : List.of(PreCheckCase.class, CheckCase.class, ReviewCase.class)) {
			assertThat(Arrays.stream(form.getRecordComponents()).map(RecordComponent::getName))
				.containsExactlyInAnyOrderElementsOf(CaseApplicationProcess.DECISION_ANSWERS);
		}
	}

	@Test
	@DisplayName("发起申报时夹带别的变量（如别人的名字）：拒绝，不产生编号")
	void refusesAForeignApplicant() {
		Map<String, Object> forged = Map.of("authority", "330000-iit", "direction", "D2", "privacyVersion", "2024-11",
				"applicant", "li");

		assertThatExceptionOfType(FormFieldValidationException.class).isThrownBy(() -> start(forged));

		verifyNoInteractions(this.process.fake(CaseApplications.class));
	}

	@Test
	@DisplayName("改了案例名称和方向再提交：标题随之更新")
	void renamesTheInstanceWithEachRevision() {
		ProcessInstance instance = start();
		when(this.process.fake(CaseApplications.class).get(NUMBER)).thenReturn(named("整车安全监测", "D1"));
		when(this.process.fake(Revisions.class).latestForm(NUMBER)).thenReturn(Optional.of(CaseForms.aCase().form()));

		engine.getTaskService().complete(task().getId());

		assertThat(variables(instance)).isEqualTo(Map.of("caseNumber", NUMBER, "applicant", "zhang", "authority",
				"330000-iit", "caseName", "整车安全监测", "enterpriseName", "护航汽车有限公司", "direction", directionName("D1")));
	}

	@Test
	@DisplayName("未领取的任务不能办理：结论下面必须有办理人")
	void refusesADecisionOnAnUnclaimedTask() {
		ProcessInstance instance = start();
		jumpTo(instance, "checkCase");
		logIn("wang");
		String taskId = task().getId();

		assertThatExceptionOfType(FormFieldValidationException.class)
			.isThrownBy(() -> engine.getFormService().submitTaskForm(taskId, DECISION))
			.withMessage("请先领取任务再办理。");

		assertThat(task().getId()).isEqualTo(taskId);
	}

	@Test
	@DisplayName("预审、审核、复核：结论由登录的人作出，交给审核模块，实例和历史里不留答复")
	void takesDecisionsOutOfTheInstance() {
		for (String taskId : Set.of("preCheckCase", "checkCase", "reviewCase")) {
			ProcessInstance instance = start();
			Map<String, Object> before = variables(instance);
			jumpTo(instance, taskId);
			logIn("wang");
			Task task = task();
			engine.getTaskService().setAssignee(task.getId(), "wang");

			engine.getFormService().submitTaskForm(task.getId(), DECISION);

			verifyDecision(task);
			assertThat(variables(instance)).isEqualTo(before);
			assertThat(engine.getHistoryService().createHistoricVariableInstanceQuery().includeDeleted().list())
				.extracting(variable -> variable.getName())
				.isNotEmpty()
				.allMatch(ProcessVariables.DECLARED::contains);
			assertThat(engine.getHistoryService().createHistoricDetailQuery().list()).isEmpty();
			clear();
			logIn("zhang");
		}
	}

	@Test
	@DisplayName("没有登录的人不能办结任务")
	void refusesACompletionByNobody() {
		start();
		engine.getIdentityService().clearAuthentication();
		String taskId = task().getId();

		assertThatExceptionOfType(ProcessEngineException.class)
			.isThrownBy(() -> engine.getTaskService().complete(taskId))
			.havingRootCause()
			.withMessage("nobody is logged in");
	}

	@Test
	@DisplayName("截止是“过了就晚”的第一个时刻")
	void tellsTheDatesOfTheTimers() {
		assertThat(this.process.subject().closing(NUMBER)).isEqualTo(Date.from(Instant.parse("2024-12-15T16:00:00Z")));
	}

	private void verifyDecision(Task task) {
		CaseReviews reviews = verify(this.process.fake(CaseReviews.class));
		Verdict verdict = new Verdict("RETURN", "第3项缺少日期。");
		switch (task.getTaskDefinitionKey()) {
			case "preCheckCase" -> reviews.preCheck(task.getId(), NUMBER, verdict, "wang");
			case "checkCase" -> reviews.check(task.getId(), NUMBER, verdict, "wang");
			default -> reviews.review(task.getId(), NUMBER, verdict, "wang");
		}
	}

	private String directionName(String code) {
		return this.campaign.direction(code).map(Campaign.Direction::name).orElseThrow();
	}

	private static ProcessInstance start() {
		return start(ANSWERS);
	}

	private static ProcessInstance start(Map<String, Object> answers) {
		String definition = engine.getRepositoryService().createProcessDefinitionQuery().singleResult().getId();
		ProcessInstance instance = engine.getFormService().submitStartForm(definition, answers);
		return engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processInstanceId(instance.getId())
			.singleResult();
	}

	private static void jumpTo(ProcessInstance instance, String activity) {
		engine.getRuntimeService()
			.createProcessInstanceModification(instance.getId())
			.startBeforeActivity(activity)
			.cancelAllForActivity("fillCaseApplication")
			.execute();
	}

	private static Task task() {
		return engine.getTaskService().createTaskQuery().singleResult();
	}

	private static void logIn(String userId) {
		engine.getIdentityService().setAuthenticatedUserId(userId);
	}

	private static CaseApplication named(String name, String direction) {
		return new CaseApplication(NUMBER, "330000-iit", ENTERPRISE.uscc(), "zhang", direction, name, ENTERPRISE.name(),
				Instant.parse("2024-11-22T01:00:00Z"), true);
	}

}
