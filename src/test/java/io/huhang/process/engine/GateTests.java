package io.huhang.process.engine;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;

import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.Visitor;
import io.huhang.organization.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@HuhangTest
@DisplayName("网页应用接口的门禁（已知漏洞对每个角色都关闭）")
class GateTests {

	static final String FORBIDDEN = "{\"message\":\"无权执行此操作。\"}";

	static final String MISSING = "{\"message\":\"未找到所请求的内容。\"}";

	static final String SETUP = "/camunda/api/admin/setup/default/user/create";

	static final String NEW_ADMINISTRATOR = "{\"profile\":{\"id\":\"test-intruder\"},\"credentials\":{\"password\":\"Ceshi@2024-mima\"}}";

	@LocalServerPort
	private int port;

	static Stream<Person> outsiders() {
		return Cast.OUTSIDERS.stream();
	}

	static Stream<Person> everyone() {
		return Stream.concat(Cast.OUTSIDERS.stream(), Cast.STAFF.stream());
	}

	@ParameterizedTest
	@MethodSource("outsiders")
	@DisplayName("非工作人员：已知漏洞和未列明的路径都由门禁拒绝")
	void knownHolesAreClosedForOutsiders(Person person) {
		Visitor visitor = Visitor.of(person, this.port);

		for (Hole hole : Hole.ALL) {
			HttpResponse<String> answer = visitor.send(hole.method(), hole.path(), hole.body());
			assertThat(List.of(answer.statusCode(), answer.body())).as(hole.toString())
				.isEqualTo(List.of(403, FORBIDDEN));
		}
	}

	static Stream<Person> staff() {
		return Cast.STAFF.stream();
	}

	@ParameterizedTest
	@MethodSource("staff")
	@DisplayName("工作人员和管理员：表达式、部署、中途发起和引擎附件同样拒绝")
	void someHolesAreClosedForStaffToo(Person person) {
		Visitor visitor = Visitor.of(person, this.port);

		for (Hole hole : Hole.ALL.stream().filter(Hole::closedForStaff).toList()) {
			HttpResponse<String> answer = visitor.send(hole.method(), hole.path(), hole.body());
			assertThat(List.of(answer.statusCode(), answer.body())).as(hole.toString())
				.isEqualTo(List.of(403, FORBIDDEN));
		}
	}

	@Test
	@DisplayName("对照：同一路径对管理员由引擎回答，拒绝来自门禁")
	void engineAnswersTheAdministrator() {
		Visitor administrator = Visitor.of(Cast.ADMINISTRATOR, this.port);

		for (Hole hole : Hole.ALL.stream().filter(hole -> !hole.closedForStaff()).toList()) {
			HttpResponse<String> answer = administrator.send(hole.method(), hole.path(), hole.body());
			assertThat(answer.body()).as(hole.toString()).isNotEqualTo(FORBIDDEN).isNotEqualTo(MISSING);
		}
	}

	@ParameterizedTest
	@MethodSource("everyone")
	@DisplayName("首次设置入口对所有人关闭（CVE-2026-77226）")
	void setupIsClosedForEveryone(Person person) {
		Visitor visitor = Visitor.of(person, this.port);

		for (String path : List.of(SETUP, SETUP.replace("user/create", "x"),
				"/camunda/api/admin/setup/other/user/create", "/camunda/api/admin/auth/user/default/login/tasklist")) {
			HttpResponse<String> answer = visitor.post(path, NEW_ADMINISTRATOR);
			assertThat(List.of(answer.statusCode(), answer.body())).as(path).isEqualTo(List.of(404, MISSING));
		}
	}

	@ParameterizedTest
	@MethodSource("outsiders")
	@DisplayName("非工作人员不能进入 Cockpit 和 Admin，可以进入 Tasklist")
	void outsidersSeeTasklistOnly(Person person) {
		Visitor visitor = Visitor.of(person, this.port);

		assertThat(Stream.of("cockpit", "admin", "tasklist")
			.map(app -> visitor.get("/camunda/app/" + app + "/default/").statusCode())).containsExactly(404, 404, 200);
	}

	@Test
	@DisplayName("工作人员按授权进入 Cockpit 和 Admin")
	void staffEnterWhatTheyAreGranted() {
		assertThat(Cast.STAFF.stream()
			.map(person -> Visitor.of(person, this.port))
			.map(visitor -> Stream.of("cockpit", "admin")
				.map(app -> visitor.get("/camunda/app/" + app + "/default/").statusCode())
				.toList()))
			.containsExactly(List.of(200, 404), List.of(404, 404), List.of(404, 404), List.of(200, 404),
					List.of(200, 200));
	}

	@Test
	@DisplayName("本系统不提供 engine-rest")
	void engineRestIsNotThere() {
		assertThat(Visitor.of(Cast.ADMINISTRATOR, this.port).get("/engine-rest/task").statusCode()).isEqualTo(404);
		assertThat(Visitor.anonymous(this.port).get("/engine-rest/task").statusCode()).isEqualTo(401);
	}

	@Test
	@DisplayName("有歧义的路径不放行")
	void pathsWithTwoReadingsAreRefused() {
		Visitor administrator = Visitor.of(Cast.ADMINISTRATOR, this.port);

		for (String path : List.of("/camunda/api/engine/engine/default/user;a=b?maxResults=1",
				"/camunda/api//engine/engine/default/user?maxResults=1",
				"/camunda/api/engine/../engine/engine/default/user?maxResults=1",
				"/camunda/api/engine%2Fengine/default/user?maxResults=1")) {
			assertThat(administrator.get(path).statusCode()).as(path).isBetween(400, 404);
		}
		assertThat(administrator.get("/camunda/api/engine/engine/default/user?maxResults=1").statusCode())
			.isEqualTo(200);
	}

}
