package io.huhang.process.engine;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.organization.Person;
import io.huhang.process.CaseApplicationProcess;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@HuhangTest
@DisplayName("引擎内的防护：对管理员同样有效")
class EngineWallTests {

	// Harmless: two texts put together.
	private static final String EXPRESSION = "${'test-'.concat('zhijiang')}";

	private final ProcessEngine engine;

	EngineWallTests(ProcessEngine engine) {
		this.engine = engine;
	}

	@AfterEach
	void logOut() {
		this.engine.getIdentityService().clearAuthentication();
	}

	@Test
	@DisplayName("任务查询中的表达式拒绝，“或”查询中的也一样（CVE-2026-109432）")
	void expressionInQueryIsRefused() {
		List<Consumer<ProcessEngine>> queries = List.of(
				probed -> probed.getTaskService().createTaskQuery().taskAssigneeExpression(EXPRESSION).list(),
				probed -> probed.getTaskService().createTaskQuery().taskAssigneeExpression(EXPRESSION).count(),
				probed -> hidden(probed).list(), probed -> hidden(probed).count());

		for (Consumer<ProcessEngine> query : queries) {
			refused(() -> query.accept(as(Cast.ADMINISTRATOR)), "expressions are forbidden in task queries");
		}
	}

	@Test
	@DisplayName("对照：未加防护的引擎会执行“或”查询中的表达式")
	void plainEngineEvaluatesExpressions() {
		PlainEngine.with(plain -> {
			plain.getRuntimeService().startProcessInstanceByKey("probe");

			assertThat(hidden(plain).count()).isEqualTo(1);
			assertThat(hidden(plain).taskName("x").count()).isZero();
		});
	}

	@Test
	@DisplayName("筛选器中的表达式在保存和执行时都拒绝")
	void expressionInFilterIsRefused() {
		ProcessEngine probed = as(Cast.ADMINISTRATOR);
		Filter filter = probed.getFilterService().newTaskFilter("expression");
		filter.setQuery(probed.getTaskService().createTaskQuery().taskAssigneeExpression(EXPRESSION));
		Filter stored = probed.getFilterService()
			.saveFilter(probed.getFilterService()
				.newTaskFilter("plain")
				.setQuery(probed.getTaskService().createTaskQuery().taskName("x")));

		refused(() -> probed.getFilterService().saveFilter(filter), "expressions are forbidden in task queries");
		refused(() -> probed.getFilterService()
			.count(stored.getId(), probed.getTaskService().createTaskQuery().taskAssigneeExpression(EXPRESSION)),
				"expressions are forbidden in task queries");
		assertThat(probed.getFilterService().count(stored.getId())).isZero();
		probed.getFilterService().deleteFilter(stored.getId());
	}

	@Test
	@DisplayName("启动后不再部署流程")
	void deploymentAfterStartIsRefused() {
		long before = this.engine.getRepositoryService().createDeploymentQuery().count();

		refused(() -> as(Cast.ADMINISTRATOR).getRepositoryService()
			.createDeployment()
			.addModelInstance("probe.bpmn", PlainEngine.PROCESS)
			.deploy(), "deployments are closed after start-up");

		logOut();
		assertThat(this.engine.getRepositoryService().createDeploymentQuery().count()).isEqualTo(before);
	}

	@Test
	@DisplayName("对照：启动时部署了本系统的流程，未加防护的引擎随时可以部署")
	void deploymentBeforeTheWallIsClosedPasses() {
		assertThat(this.engine.getRepositoryService()
			.createProcessDefinitionQuery()
			.latestVersion()
			.processDefinitionKey(CaseApplicationProcess.KEY)
			.count()).isEqualTo(1);
		PlainEngine.with(plain -> assertThat(plain.getRepositoryService()
			.createDeployment()
			.addModelInstance("again.bpmn", PlainEngine.PROCESS)
			.deploy()
			.getId()).isNotNull());
	}

	@Test
	@DisplayName("引擎附件不可用：不能新增、读取和删除")
	void attachmentsOfTheEngineAreRefused() {
		ProcessEngine probed = as(Cast.ADMINISTRATOR);
		String message = "attachments of the engine are not in use";

		refused(() -> attach(probed, "1"), message);
		refused(() -> probed.getTaskService().getAttachment("1"), message);
		refused(() -> probed.getTaskService().getAttachmentContent("1"), message);
		refused(() -> probed.getTaskService().getTaskAttachment("1", "2"), message);
		refused(() -> probed.getTaskService().getTaskAttachmentContent("1", "2"), message);
		refused(() -> probed.getTaskService().getTaskAttachments("1"), message);
		refused(() -> probed.getTaskService().getProcessInstanceAttachments("1"), message);
		refused(() -> probed.getTaskService().deleteAttachment("1"), message);
		refused(() -> probed.getTaskService().deleteTaskAttachment("1", "2"), message);
	}

	@Test
	@DisplayName("对照：未加防护的引擎让任何人凭编号读取和删除附件")
	void plainEngineHandsOutAttachments() {
		PlainEngine.with(plain -> {
			plain.getRuntimeService().startProcessInstanceByKey("probe");
			String task = plain.getTaskService().createTaskQuery().singleResult().getId();
			String attachment = attach(plain, task);
			plain.getIdentityService().setAuthenticatedUserId("somebody-else");

			assertThat(plain.getTaskService().getTaskAttachmentContent(task, attachment)).hasContent("x");
			plain.getTaskService().deleteTaskAttachment(task, attachment);
			assertThat(plain.getTaskService().getTaskAttachments(task)).isEmpty();
		});
	}

	@Test
	@DisplayName("不能从流程中途发起")
	void startInTheMiddleIsRefused() {
		for (Person person : List.of(Cast.APPLICANT_A, Cast.ADMINISTRATOR)) {
			refused(() -> as(person).getRuntimeService()
				.createProcessInstanceByKey(CaseApplicationProcess.KEY)
				.startBeforeActivity("reviewCase")
				.execute(), "an instance starts at its start event only");
		}

		logOut();
		assertThat(this.engine.getRuntimeService().createProcessInstanceQuery().activityIdIn("reviewCase").count())
			.isZero();
	}

	@Test
	@DisplayName("对照：未加防护的引擎可以从流程中途发起")
	void plainEngineStartsInTheMiddle() {
		PlainEngine.with(plain -> {
			plain.getIdentityService().setAuthenticatedUserId("test-zhijiang");
			plain.getRuntimeService().createProcessInstanceByKey("probe").startBeforeActivity("decided").execute();

			assertThat(plain.getTaskService().createTaskQuery().singleResult()).extracting(Task::getTaskDefinitionKey)
				.isEqualTo("decided");
		});
	}

	@Test
	@DisplayName("对照：未加防护的引擎接受表单未声明的变量")
	void plainEngineTakesAnyVariable() {
		PlainEngine.with(plain -> {
			String instance = plain.getRuntimeService().startProcessInstanceByKey("probe").getId();
			plain.getIdentityService().setAuthenticatedUserId("test-zhijiang");
			plain.getFormService()
				.submitTaskForm(plain.getTaskService().createTaskQuery().singleResult().getId(),
						Map.of("applicant", "somebody-else"));

			assertThat(plain.getRuntimeService().getVariables(instance))
				.isEqualTo(Map.of("applicant", "somebody-else"));
		});
	}

	// As the engine's REST interface builds it from orQueries: the check of the engine
	// overlooks it.
	private static TaskQuery hidden(ProcessEngine probed) {
		TaskQueryImpl part = new TaskQueryImpl();
		part.setOrQueryActive();
		part.taskAssigneeExpression(EXPRESSION);
		TaskQueryImpl query = (TaskQueryImpl) probed.getTaskService().createTaskQuery();
		query.addOrQuery(part);
		return query;
	}

	private ProcessEngine as(Person person) {
		this.engine.getIdentityService().setAuthentication(person.id(), person.groups());
		return this.engine;
	}

	private static String attach(ProcessEngine probed, String task) {
		return probed.getTaskService()
			.createAttachment("text/plain", task, null, "x.txt", "", new ByteArrayInputStream(new byte[] { 'x' }))
			.getId();
	}

	private static void refused(ThrowingCallable work, String message) {
		assertThatThrownBy(work).isInstanceOf(BadUserRequestException.class).hasMessage(message);
	}

}
