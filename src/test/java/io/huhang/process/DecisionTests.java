package io.huhang.process;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.Person;
import io.huhang.recommendation.CaseChecks;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@HuhangTest
@DisplayName("处理结论：不完整的不办，任务留在原处")
class DecisionTests {

	private static final Problem NO_TICK = new Problem("corrections", "退回的，请至少勾选一处须补正的栏目或文件，并逐处写明要求。", "通知二（二）");

	private static final Problem NO_DECISION = new Problem("decision", "请选择处理结论。", "通知二（二）");

	private final Cases cases;

	private final ProcessEngine engine;

	private final JdbcClient database;

	DecisionTests(Cases cases, ProcessEngine engine, JdbcClient database) {
		this.cases = cases;
		this.engine = engine;
		this.database = database;
	}

	@AfterEach
	void end() {
		this.cases.endAll();
	}

	static Stream<Arguments> incomplete() {
		return Stream.of(arguments(decision("RETURN", ""), NO_TICK), arguments(decision("RETURN", "　 "), NO_TICK),
				arguments(Map.of("decision", "RETURN"), NO_TICK), arguments(decision("", "理由"), NO_DECISION),
				arguments(decision("REFUSE", "理由"), NO_DECISION), arguments(decision("pass", ""), NO_DECISION),
				arguments(Map.of(), NO_DECISION), arguments(decision("RETURN", "第3项缺少日期。"), NO_TICK),
				arguments(decision("RETURN", "长".repeat(2001)), new Problem("reason", "理由超过2000字，请删减。", "通知二（二）")));
	}

	@ParameterizedTest
	@MethodSource("incomplete")
	@DisplayName("网上预审：退回没有理由、没有结论或没有这种结论的，用中文说明，不留记录")
	void refusesAnIncompleteDecision(Map<String, Object> answers, Problem problem) {
		String number = this.cases.handInForPreCheck();
		Task before = claim(this.cases.task(number), Cast.OFFICER);

		List<Problem> refused = refusal(before, Cast.OFFICER, answers);

		assertThat(refused).containsExactly(problem);
		Task after = this.cases.task(number);
		assertThat(List.of(after.getId(), after.getAssignee())).isEqualTo(List.of(before.getId(), Cast.OFFICER.id()));
		assertThat(count("recommendation_review where case_number = :number", number)).isZero();
		assertThat(count("mail_letter where subject_number = :number and kind like 'case-pre-check-%'", number))
			.isZero();
		assertThat(this.engine.getTaskService().getVariables(after.getId())).doesNotContainKeys("decision", "reason");
	}

	@Test
	@DisplayName("对照：写明理由的退回，申报书回到申报单位")
	void takesADecisionWithItsReason() {
		String number = this.cases.handInForPreCheck();
		this.cases.tick(number, CaseChecks.PRE_CHECK);

		submit(claim(this.cases.task(number), Cast.OFFICER), Cast.OFFICER, decision("RETURN", "第3项缺少日期。"));

		assertThat(this.cases.task(number).getTaskDefinitionKey()).isEqualTo("fillCaseApplication");
		assertThat(count("recommendation_review where case_number = :number", number)).isEqualTo(1);
	}

	private Task claim(Task task, Person person) {
		this.cases.as(person, () -> this.engine.getTaskService().claim(task.getId(), person.id()));
		return task;
	}

	private List<Problem> refusal(Task task, Person person, Map<String, Object> answers) {
		Throwable thrown = Assertions.catchThrowable(() -> submit(task, person, answers));
		return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
			.filter(RefusedException.class::isInstance)
			.map(RefusedException.class::cast)
			.findFirst()
			.orElseThrow(() -> new AssertionError("not refused", thrown))
			.problems();
	}

	private void submit(Task task, Person person, Map<String, Object> answers) {
		this.cases.as(person, () -> this.engine.getFormService().submitTaskForm(task.getId(), answers));
	}

	private int count(String rows, String number) {
		return this.database.sql("select count(*) from " + rows).param("number", number).query(Integer.class).single();
	}

	private static Map<String, Object> decision(String decision, String reason) {
		return Map.of("decision", decision, "reason", reason);
	}

}
