package io.huhang.process.engine;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.process.CaseApplicationProcess;
import io.huhang.recommendation.CaseChecks;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@HuhangTest
@DisplayName("表单未声明的字段：拒绝办理，什么都不改变")
class UndeclaredAnswersTests {

	private final ProcessEngine engine;

	private final Cases cases;

	private final JdbcClient jdbc;

	UndeclaredAnswersTests(ProcessEngine engine, Cases cases, JdbcClient jdbc) {
		this.engine = engine;
		this.cases = cases;
		this.jdbc = jdbc;
	}

	@AfterEach
	void endCases() {
		this.cases.endAll();
	}

	@Test
	@DisplayName("嵌入式表单不声明字段：带变量的办理拒绝")
	void embeddedFormSendsNothing() {
		Task task = this.cases.task(this.cases.begin(Cast.APPLICANT_A));
		Map<String, Object> forged = Map.of("applicant", "test-qiantang");

		this.cases.as(Cast.APPLICANT_A, () -> {
			refusedWithoutTrace(task, () -> this.engine.getFormService().submitTaskForm(task.getId(), forged));
			refusedWithoutTrace(task, () -> this.engine.getTaskService().complete(task.getId(), forged));
			refusedWithoutTrace(task,
					() -> this.engine.getTaskService().completeWithVariablesInReturn(task.getId(), forged, false));
			refusedWithoutTrace(task, () -> this.engine.getTaskService().resolveTask(task.getId(), forged));
		});
	}

	@Test
	@DisplayName("决定表单：声明的字段放行，多一个就拒绝")
	void camundaFormSendsItsFields() {
		String number = this.cases.handInForPreCheck();
		this.cases.tick(number, CaseChecks.PRE_CHECK);
		Task task = this.cases.task(number);
		Map<String, Object> declared = Map.of("decision", "RETURN", "reason", "请补充评测报告的日期。");

		this.cases.as(Cast.OFFICER, () -> {
			this.engine.getTaskService().claim(task.getId(), Cast.OFFICER.id());
			for (String undeclared : List.of("applicant", "authority", "caseNumber", "approved", "Decision",
					"decision ")) {
				refusedWithoutTrace(task, () -> this.engine.getFormService()
					.submitTaskForm(task.getId(), Map.of("decision", "RETURN", "reason", "", undeclared, "x")));
			}
			this.engine.getFormService().submitTaskForm(task.getId(), declared);
		});

		assertThat(open(task)).isFalse();
		assertThat(this.jdbc.sql("select count(*) from recommendation_review where case_number = :number")
			.param("number", number)
			.query(Long.class)
			.single()).isEqualTo(1);
	}

	@Test
	@DisplayName("发起申报只能带受理单位、方向和告知版本")
	void startFormSendsItsFields() {
		long before = instances();
		Map<String, Object> forged = new HashMap<>(this.cases.start());
		forged.put("applicant", "test-qiantang");
		String definition = this.engine.getRepositoryService()
			.createProcessDefinitionQuery()
			.processDefinitionKey(CaseApplicationProcess.KEY)
			.latestVersion()
			.singleResult()
			.getId();

		this.cases.as(Cast.APPLICANT_A, () -> {
			refused(() -> this.engine.getFormService().submitStartForm(definition, forged));
			refused(() -> this.engine.getRuntimeService().startProcessInstanceById(definition, forged));
			refused(() -> this.engine.getRuntimeService()
				.startProcessInstanceByKey(CaseApplicationProcess.KEY, forged));
		});
		assertThat(instances()).isEqualTo(before);

		this.cases.as(Cast.APPLICANT_A,
				() -> this.engine.getFormService().submitStartForm(definition, this.cases.start()));
		assertThat(instances()).isEqualTo(before + 1);
	}

	@Test
	@DisplayName("系统自身的办理不受此限")
	void ownCodeMaySetWhatItNeeds() {
		Task task = this.cases.task(this.cases.begin(Cast.APPLICANT_A));

		assertThatThrownBy(() -> this.engine.getTaskService().complete(task.getId(), Map.of("x", "y")))
			.hasMessageNotContaining("未声明");
	}

	private void refusedWithoutTrace(Task task, ThrowingCallable work) {
		List<Map<String, Object>> before = variables(task);

		refused(work);

		assertThat(open(task)).isTrue();
		assertThat(variables(task)).isEqualTo(before);
	}

	// Read past the engine: who may work on a task may not read its instance.
	private List<Map<String, Object>> variables(Task task) {
		return this.jdbc.sql("select name_, text_ from act_ru_variable where proc_inst_id_ = :id order by name_")
			.param("id", task.getProcessInstanceId())
			.query()
			.listOfRows();
	}

	private static void refused(ThrowingCallable work) {
		assertThatThrownBy(work).isInstanceOf(FormFieldValidationException.class).hasMessage("提交的内容包含表单未声明的字段，已拒绝办理。");
	}

	private boolean open(Task task) {
		return this.jdbc.sql("select count(*) from act_ru_task where id_ = :id")
			.param("id", task.getId())
			.query(Long.class)
			.single() == 1;
	}

	private long instances() {
		return this.jdbc.sql("select count(*) from application_case").query(Long.class).single();
	}

}
