package io.huhang.process.engine;

import io.huhang.Cast;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static io.huhang.process.engine.Calls.ENGINE;
import static io.huhang.process.engine.Calls.call;
import static io.huhang.process.engine.Calls.get;
import static io.huhang.process.engine.Calls.post;
import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("非工作人员：未列明的一律关闭")
class OutsiderFenceTests {

	private final OutsiderFence fence = new OutsiderFence(Calls.access());

	@ParameterizedTest
	@ValueSource(strings = { "filter?firstResult=0&maxResults=2000&itemCount=false&resourceType=Task",
			"filter/count?itemCount=false&resourceType=Task", "user/test-zhijiang/profile",
			"process-definition?latest=true&active=true&startableInTasklist=true&startablePermissionCheck=true"
					+ "&firstResult=0&maxResults=15",
			"process-definition/case-application%3A1%3Aabc/startForm",
			"process-definition/case-application%3A1%3Aabc/deployed-start-form", "task/own-task", "task/own-task/form",
			"task/own-task/deployed-form?noCache=1&userId=test-zhijiang&engineName=default",
			"task/own-task/form-variables?deserializeValues=false", "task/own-task/comment",
			"task/own-task/identity-links", "task?assignee=test-zhijiang&processInstanceId=7&maxResults=15",
			"history/user-operation?taskId=own-task&maxResults=50&firstResult=0",
			"history/user-operation/count?taskId=own-task" })
	@DisplayName("Tasklist 办理待办所需的读取放行")
	void readsThatTasklistNeedsPass(String path) {
		assertThat(this.fence.judge(get(Cast.APPLICANT_A, ENGINE + path))).isEqualTo(Passage.OPEN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "task/foreign-task", "task/foreign-task/form", "task/foreign-task/identity-links",
			"history/user-operation?taskId=foreign-task", "user/test-qiantang/profile", "task/count" })
	@DisplayName("他人的待办与不存在的一样")
	void foreignThingsLookMissing(String path) {
		assertThat(this.fence.judge(get(Cast.APPLICANT_A, ENGINE + path))).isEqualTo(Passage.MISSING);
	}

	@ParameterizedTest
	@ValueSource(strings = { "an-invented-path", "task/own-task/an-invented-path", "task/own-task/variables",
			"task/own-task/localVariables", "task/own-task/attachment", "task/own-task/attachment/1/data",
			"task?assigneeExpression=a", "task?candidateGroup=a", "user", "user/count", "group", "authorization",
			"variable-instance", "process-instance", "execution", "job", "incident", "deployment",
			"decision-definition", "history/task", "history/variable-instance", "history/user-operation",
			"history/user-operation?userId=a", "history/user-operation?taskId=own-task&userId=a", "filter/1/list",
			"filter/1", "tenant", "version", "identity/groups?userId=a",
			"process-definition/case-application%3A1%3Aabc" })
	@DisplayName("未列明的路径和参数拒绝")
	void whatIsNotListedIsClosed(String path) {
		assertThat(this.fence.judge(get(Cast.APPLICANT_A, ENGINE + path))).isEqualTo(Passage.FORBIDDEN);
	}

	@ParameterizedTest
	@CsvSource({ "GET,/camunda/app/cockpit/default/", "GET,/camunda/app/admin/", "GET,/camunda/api/cockpit/plugin/x",
			"GET,/camunda/api/admin/plugin/x", "GET,/camunda/api/an-invented-path", "GET,/camunda/",
			"GET,/camunda/api/engine/engine/other/task", "POST,/camunda/app/tasklist/default/",
			"PUT,/camunda/api/engine/engine/default/task/own-task",
			"DELETE,/camunda/api/engine/engine/default/task/own-task",
			"HEAD,/camunda/api/engine/engine/default/task/own-task",
			"POST,/camunda/api/engine/engine/default/task/own-task/complete",
			"POST,/camunda/api/engine/engine/default/task/own-task/resolve",
			"POST,/camunda/api/engine/engine/default/task/own-task/delegate",
			"POST,/camunda/api/engine/engine/default/task/own-task/assignee",
			"POST,/camunda/api/engine/engine/default/task/own-task/comment/create",
			"POST,/camunda/api/engine/engine/default/task/own-task/attachment/create",
			"POST,/camunda/api/engine/engine/default/task", "POST,/camunda/api/engine/engine/default/task/create",
			"POST,/camunda/api/engine/engine/default/filter/create", "POST,/camunda/api/engine/engine/default/batch",
			"POST,/camunda/api/engine/engine/default/message", "POST,/camunda/api/engine/engine/default/modification",
			"POST,/camunda/api/engine/engine/default/deployment/create",
			"POST,/camunda/api/engine/engine/default/process-definition/case-application:1:a/start" })
	@DisplayName("未列明的操作拒绝")
	void otherOperationsAreClosed(String method, String path) {
		assertThat(this.fence.judge(call(Cast.APPLICANT_A, method, path, ""))).isEqualTo(Passage.FORBIDDEN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "{\"processVariables\":[],\"taskVariables\":[],\"caseInstanceVariables\":[],"
			+ "\"sorting\":[{\"sortOrder\":\"desc\",\"sortBy\":\"created\"}],\"active\":true,\"firstResult\":0,\"maxResults\":15}",
			"{\"nameLike\":\"%样例%\",\"minPriority\":10,\"dueBefore\":\"2024-12-01T00:00:00.000+0800\"}" })
	@DisplayName("检索框的普通条件放行")
	void searchBoxPasses(String body) {
		assertThat(this.fence.judge(post(Cast.APPLICANT_A, ENGINE + "filter/1/list?firstResult=0&maxResults=15", body)))
			.isEqualTo(Passage.OPEN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"orQueries\":[{\"assigneeExpression\":\"${'a'}\"}]}", "{\"orQueries\":[]}",
			"{\"assigneeExpression\":\"${'a'}\"}", "{\"nameLike\":{\"assigneeExpression\":\"a\"}}",
			"{\"processVariables\":[{\"name\":\"a\",\"operator\":\"eq\",\"value\":1}]}",
			"{\"sorting\":[{\"sortBy\":\"processVariable\",\"parameters\":{\"variable\":\"a\"}}]}",
			"{\"involvedUser\":\"test-qiantang\"}", "{\"candidateGroup\":\"a\"}", "[]", "\"a\"" })
	@DisplayName("检索条件中的表达式、或查询及其他条件拒绝")
	void otherSearchesAreClosed(String body) {
		assertThat(this.fence.judge(post(Cast.APPLICANT_A, ENGINE + "filter/1/list", body)))
			.isEqualTo(Passage.FORBIDDEN);
	}

	@Test
	@DisplayName("只能为本人签收")
	void personClaimsForItself() {
		String claim = ENGINE + "task/own-task/claim";

		assertThat(this.fence.judge(post(Cast.OFFICER, claim, "{\"userId\":\"test-officer\"}")))
			.isEqualTo(Passage.OPEN);
		assertThat(this.fence.judge(post(Cast.OFFICER, claim, "{\"userId\":\"test-head\"}")))
			.isEqualTo(Passage.FORBIDDEN);
		assertThat(this.fence.judge(post(Cast.OFFICER, claim, "{}"))).isEqualTo(Passage.FORBIDDEN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"variables\":{}}", "{}",
			"{\"variables\":{\"decision\":{\"value\":\"PASS\",\"type\":\"String\"},"
					+ "\"copies\":{\"value\":2,\"type\":\"Integer\"},\"reason\":{\"value\":null}}}" })
	@DisplayName("表单的普通取值放行")
	void plainAnswersPass(String body) {
		assertThat(this.fence.judge(post(Cast.OFFICER, ENGINE + "task/own-task/submit-form", body)))
			.isEqualTo(Passage.OPEN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"variables\":{\"a\":{\"value\":\"{}\",\"type\":\"Object\"}}}",
			"{\"variables\":{\"a\":{\"value\":\"x\",\"type\":\"File\"}}}",
			"{\"variables\":{\"a\":{\"value\":\"{}\",\"type\":\"Json\"}}}",
			"{\"variables\":{\"a\":{\"value\":\"x\",\"type\":\"object\"}}}", "{\"variables\":{\"a\":{\"value\":{}}}}",
			"{\"variables\":{\"a\":{\"value\":[]}}}", "{\"variables\":{\"a\":\"x\"}}", "{\"variables\":[]}",
			"{\"variables\":{},\"startInstructions\":[]}", "{\"variables\":{},\"withVariablesInReturn\":true}",
			"{\"variables\":{\"a\":{\"value\":\"x\",\"valueInfo\":{\"objectTypeName\":\"x\"}}}}" })
	@DisplayName("对象、文件及其他内容拒绝")
	void otherAnswersAreClosed(String body) {
		assertThat(this.fence.judge(post(Cast.OFFICER, ENGINE + "task/own-task/submit-form", body)))
			.isEqualTo(Passage.FORBIDDEN);
	}

	@ParameterizedTest
	@CsvSource({ "case-application:1:a,OPEN,FORBIDDEN,FORBIDDEN", "case-recommendation:1:a,FORBIDDEN,OPEN,FORBIDDEN",
			"case-applications:1:a,FORBIDDEN,FORBIDDEN,FORBIDDEN", "a,FORBIDDEN,FORBIDDEN,FORBIDDEN" })
	@DisplayName("申报单位只能发起申报，经办人只能发起推荐（通知二（一）、二（二））")
	void eachStartsItsOwnProcess(String definition, Passage applicant, Passage officer, Passage expert) {
		String start = ENGINE + "process-definition/" + definition + "/submit-form";
		String body = "{\"variables\":{},\"businessKey\":null}";

		assertThat(this.fence.judge(post(Cast.APPLICANT_A, start, body))).isEqualTo(applicant);
		assertThat(this.fence.judge(post(Cast.OFFICER, start, body))).isEqualTo(officer);
		assertThat(this.fence.judge(post(Cast.EXPERT, start, body))).isEqualTo(expert);
	}

	@Test
	@DisplayName("业务编号由系统给定，不由提交者给定")
	void nobodyChoosesTheNumber() {
		assertThat(this.fence.judge(post(Cast.APPLICANT_A,
				ENGINE + "process-definition/case-application:1:a/submit-form", "{\"businessKey\":\"HH2024\"}")))
			.isEqualTo(Passage.FORBIDDEN);
	}

}
