package io.huhang.web;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;

import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.Visitor;
import io.huhang.organization.Person;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
@DisplayName("他人的申报：与不存在的一样")
class ForeignCaseTests {

	private static final String ENGINE = "/camunda/api/engine/engine/default/";

	private static final String UNKNOWN = "4a7d1ed4-14ea-4c5b-8f4b-1d0b3bb0a3a9";

	@LocalServerPort
	private int port;

	private final Cases cases;

	private String number;

	private Task task;

	private String file;

	ForeignCaseTests(Cases cases) {
		this.cases = cases;
	}

	@BeforeEach
	void beginCase() {
		this.number = this.cases.begin(Cast.APPLICANT_A);
		this.task = this.cases.task(this.number);
		this.file = this.cases.attach(this.number, Cast.APPLICANT_A);
	}

	@AfterEach
	void endCases() {
		this.cases.endAll();
	}

	static Stream<Person> strangers() {
		return Stream.of(Cast.APPLICANT_B, Cast.FOREIGN_OFFICER, Cast.EXPERT);
	}

	@ParameterizedTest
	@MethodSource("strangers")
	@DisplayName("待办、草稿、材料和文件：回答与不存在的逐字相同")
	void foreignLooksLikeMissing(Person stranger) {
		Visitor visitor = Visitor.of(stranger, this.port);

		for (List<String> request : requests()) {
			assertThat(answer(visitor, request, this.task.getId(), this.file, this.number)).as(request.toString())
				.isEqualTo(answer(visitor, request, UNKNOWN, UNKNOWN, "HH2024-AL-330000-9999"))
				.startsWith("404 ");
		}
	}

	@Test
	@DisplayName("对照：本人的待办、草稿、材料和文件都能打开")
	void ownerSeesItsOwn() {
		Visitor owner = Visitor.of(Cast.APPLICANT_A, this.port);

		for (List<String> request : requests().stream().filter(request -> request.get(0).equals("GET")).toList()) {
			assertThat(answer(owner, request, this.task.getId(), this.file, this.number)).as(request.toString())
				.startsWith("200 ");
		}
	}

	@ParameterizedTest
	@MethodSource("strangers")
	@DisplayName("列表中没有他人的待办，也不计数")
	void listsHoldNothingForeign(Person stranger) {
		Visitor visitor = Visitor.of(stranger, this.port);

		assertThat(visitor.get(tasksOf(Cast.APPLICANT_A)).body()).isEqualTo("[]");
		assertThat(visitor.get("/").body()).doesNotContain(this.number);
	}

	@Test
	@DisplayName("对照：本人的列表中有自己的待办")
	void ownListHoldsTheTask() {
		assertThat(Visitor.of(Cast.APPLICANT_A, this.port).get(tasksOf(Cast.APPLICANT_A)).body())
			.contains(this.task.getId());
	}

	@Test
	@DisplayName("他人的流程实例、变量、历史、用户都读不到")
	void engineDataStaysClosed() {
		Visitor stranger = Visitor.of(Cast.APPLICANT_B, this.port);

		assertThat(Stream
			.of("process-instance/" + this.task.getProcessInstanceId(),
					"process-instance/" + this.task.getProcessInstanceId() + "/variables",
					"variable-instance?processInstanceIdIn=" + this.task.getProcessInstanceId(),
					"history/process-instance/" + this.task.getProcessInstanceId(),
					"history/variable-instance?processInstanceId=" + this.task.getProcessInstanceId(),
					"history/task?taskId=" + this.task.getId(), "user/test-zhijiang")
			.map(path -> stranger.get(ENGINE + path).statusCode())).containsOnly(403);
	}

	@Test
	@DisplayName("通过门禁发起申报：取得自己的业务编号")
	void applicantStartsThroughTheGate() {
		Visitor applicant = Visitor.of(Cast.APPLICANT_B, this.port);
		String definition = this.task.getProcessDefinitionId().replace(":", "%3A");
		String answers = """
				{"variables": {"authority": {"value": "330000-iit", "type": "String"},
				  "direction": {"value": "D5", "type": "String"},
				  "privacyVersion": {"value": "%s", "type": "String"}%s}}""";

		HttpResponse<String> forged = applicant.post(ENGINE + "process-definition/" + definition + "/submit-form",
				answers.formatted(this.cases.start().get("privacyVersion"),
						", \"applicant\": {\"value\": \"test-zhijiang\", \"type\": \"String\"}"));
		HttpResponse<String> plain = applicant.post(ENGINE + "process-definition/" + definition + "/submit-form",
				answers.formatted(this.cases.start().get("privacyVersion"), ""));

		assertThat(List.of(forged.statusCode(), forged.body().contains("提交的内容包含表单未声明的字段，已拒绝办理。")))
			.isEqualTo(List.of(400, true));
		assertThat(plain.statusCode()).as(plain.body()).isEqualTo(200);
		assertThat(applicant.get(tasksOf(Cast.APPLICANT_B)).body()).contains("fillCaseApplication")
			.doesNotContain(this.task.getId());
	}

	private static String tasksOf(Person person) {
		return ENGINE + "task?assignee=" + person.id() + "&maxResults=15";
	}

	// {task}, {file} and {number} stand for the case or for something unknown.
	private static List<List<String>> requests() {
		return List.of(List.of("GET", ENGINE + "task/{task}"), List.of("GET", ENGINE + "task/{task}/form"),
				List.of("GET", ENGINE + "task/{task}/form-variables"),
				List.of("GET", ENGINE + "task/{task}/identity-links"),
				List.of("GET", ENGINE + "history/user-operation?taskId={task}&maxResults=50"),
				List.of("GET", "/api/tasks/{task}/case-application"),
				List.of("GET", "/api/tasks/{task}/files/evidence"), List.of("GET", "/files/{file}"),
				List.of("GET", "/files/{file}/preview"), List.of("GET", "/files/{file}/pages/1"),
				List.of("GET", "/api/tasks/{task}/case-application/evidence-slots"),
				List.of("POST", ENGINE + "task/{task}/claim"), List.of("POST", ENGINE + "task/{task}/unclaim"),
				List.of("POST", ENGINE + "task/{task}/submit-form"),
				List.of("PUT", "/api/tasks/{task}/case-application/draft"),
				List.of("POST", "/api/tasks/{task}/case-application/check"),
				List.of("DELETE", "/api/tasks/{task}/files/evidence/{file}"));
	}

	private static String answer(Visitor visitor, List<String> request, String task, String file, String number) {
		String path = request.get(1).replace("{task}", task).replace("{file}", file).replace("{number}", number);
		HttpResponse<String> answer = request.get(0).equals("GET") ? visitor.get(path)
				: visitor.send(request.get(0), path, path.endsWith("/draft") ? "{\"version\":0,\"form\":{}}" : "{}");
		// The address itself stands in Spring's answers.
		return answer.statusCode() + " "
				+ answer.body().replace(task, "").replace(file, "").replaceAll("\"timestamp\":\"[^\"]*\"", "");
	}

}
