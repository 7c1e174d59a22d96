package io.huhang.process.engine;

import io.huhang.Cast;
import io.huhang.organization.Person;
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

@DisplayName("工作人员：由引擎授权决定，危险操作除外")
class StaffFenceTests {

	private final StaffFence fence = new StaffFence(Calls.access());

	@ParameterizedTest
	@CsvSource({ "GET,variable-instance", "POST,history/process-instance", "POST,task/own-task/complete",
			"GET,deployment/1", "POST,an-invented-path" })
	@DisplayName("其余由引擎授权决定")
	void engineDecidesOnTheRest(String method, String path) {
		assertThat(judge(Cast.COORDINATOR, method, path, "{\"a\":{\"b\":[1]}}")).isEqualTo(Passage.OPEN);
	}

	@ParameterizedTest
	@CsvSource({ "GET,task/foreign-task", "GET,task/foreign-task/form", "POST,task/foreign-task/claim",
			"GET,user/test-zhijiang/profile" })
	@DisplayName("看不到的待办和他人的资料与不存在的一样")
	void foreignThingsLookMissing(String method, String path) {
		assertThat(judge(Cast.COORDINATOR, method, path, "")).isEqualTo(Passage.MISSING);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "POST|task|{\"orQueries\":[]}", "POST|task|{\"a\":[{\"assigneeExpression\":\"b\"}]}",
					"GET|task?assigneeExpression=b|", "GET|task?processVariablesExpression=b|",
					"POST|filter/create|{\"query\":{\"assigneeExpression\":\"b\"}}",
					"POST|process-definition/key/case-application/start|{\"startInstructions\":[]}",
					"POST|deployment/create|", "POST|deployment/1/redeploy|{}", "DELETE|deployment/1|",
					"GET|task/1/attachment|", "DELETE|task/1/attachment/2|", "POST|task/1/attachment/create|{}" })
	@DisplayName("表达式、部署、中途发起和引擎附件对管理员也关闭")
	void someThingsStayClosedForTheAdministrator(String method, String path, String body) {
		assertThat(judge(Cast.ADMINISTRATOR, method, path, (body != null) ? body : "")).isEqualTo(Passage.FORBIDDEN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "user", "group", "authorization", "tenant", "identity/groups" })
	@DisplayName("账号由系统管理员管理")
	void onlyTheAdministratorKeepsAccounts(String path) {
		assertThat(judge(Cast.ADMINISTRATOR, "GET", path, "")).isEqualTo(Passage.OPEN);
		assertThat(judge(Cast.COORDINATOR, "GET", path, "")).isEqualTo(Passage.FORBIDDEN);
	}

	@ParameterizedTest
	@CsvSource({ "POST,user/create", "PUT,user/u-1/profile", "PUT,user/u-1/credentials", "DELETE,user/u-1",
			"POST,group/create", "PUT,group/auditor", "DELETE,group/auditor", "PUT,group/camunda-admin/members/u-1",
			"DELETE,group/camunda-admin/members/u-1", "POST,tenant/create" })
	@DisplayName("人员、用户组在我们的页面管理，Admin 中只能查看")
	void peopleAreKeptOnOurOwnPages(String method, String path) {
		assertThat(judge(Cast.ADMINISTRATOR, method, path, "{}")).isEqualTo(Passage.ELSEWHERE);
		assertThat(judge(Cast.COORDINATOR, method, path, "{}")).isEqualTo(Passage.FORBIDDEN);
		assertThat(Passage.ELSEWHERE.message()).isEqualTo("人员、角色和密码请在本系统首页的“人员管理”中办理；此处仅供查看。");
	}

	@ParameterizedTest
	@CsvSource({ "OPTIONS,user", "GET,group/auditor", "POST,authorization/create", "POST,user/u-1/unlock" })
	@DisplayName("对照：查看、授权和解锁仍然可以")
	void lookingAndGrantingGoOn(String method, String path) {
		assertThat(judge(Cast.ADMINISTRATOR, method, path, "{}")).isEqualTo(Passage.OPEN);
	}

	@Test
	@DisplayName("本人资料可以查看")
	void staffReadItsOwnProfile() {
		assertThat(judge(Cast.COORDINATOR, "GET", "user/test-coordinator/profile", "")).isEqualTo(Passage.OPEN);
		assertThat(judge(Cast.COORDINATOR, "PUT", "user/test-coordinator/profile", "{}")).isEqualTo(Passage.FORBIDDEN);
	}

	@ParameterizedTest
	@CsvSource({ "cockpit,OPEN,FORBIDDEN", "admin,FORBIDDEN,FORBIDDEN", "tasklist,OPEN,OPEN", "welcome,OPEN,OPEN" })
	@DisplayName("没有应用授权的不能进入 Cockpit 和 Admin")
	void staffEnterWhatTheyAreGranted(String app, Passage coordinator, Passage officer) {
		assertThat(this.fence.judge(get(Cast.COORDINATOR, "/camunda/app/" + app + "/default/"))).isEqualTo(coordinator);
		assertThat(this.fence.judge(get(Cast.MIIT_OFFICER, "/camunda/app/" + app + "/default/"))).isEqualTo(officer);
		assertThat(this.fence.judge(get(Cast.MIIT_OFFICER, "/camunda/api/" + app + "/plugin/x"))).isEqualTo(officer);
	}

	@Test
	@DisplayName("只有一个引擎")
	void thereIsOneEngine() {
		assertThat(this.fence.judge(get(Cast.ADMINISTRATOR, "/camunda/api/engine/engine/other/task")))
			.isEqualTo(Passage.FORBIDDEN);
		assertThat(this.fence.judge(post(Cast.ADMINISTRATOR, "/camunda/api/admin/auth/user/default/logout", "")))
			.isEqualTo(Passage.OPEN);
	}

	private Passage judge(Person person, String method, String path, String body) {
		return this.fence.judge(call(person, method, ENGINE + path, body));
	}

}
