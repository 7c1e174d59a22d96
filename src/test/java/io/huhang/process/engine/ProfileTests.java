package io.huhang.process.engine;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.Visitor;
import io.huhang.organization.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@HuhangTest
@DisplayName("网页应用显示的姓名来自人员名册，引擎不存姓名")
class ProfileTests {

	@LocalServerPort
	private int port;

	private final ObjectMapper json;

	private final JdbcClient jdbc;

	ProfileTests(ObjectMapper json, JdbcClient jdbc) {
		this.json = json;
		this.jdbc = jdbc;
	}

	static List<Person> people() {
		return List.of(Cast.APPLICANT_A, Cast.OFFICER, Cast.COORDINATOR, Cast.ADMINISTRATOR);
	}

	@ParameterizedTest
	@MethodSource("people")
	@DisplayName("本人看到自己的姓名")
	void personSeesItsOwnName(Person person) throws JsonProcessingException {
		HttpResponse<String> answer = Visitor.of(person, this.port).get(profile(person));

		assertThat(this.json.readTree(answer.body())).isEqualTo(this.json.valueToTree(
				Map.of("id", person.id(), "firstName", person.name(), "lastName", "", "email", person.email())));
	}

	@Test
	@DisplayName("他人的姓名：如同不存在，管理员可见")
	void othersNamesAreForTheAdministrator() {
		assertThat(List.of(Cast.APPLICANT_A, Cast.COORDINATOR, Cast.ADMINISTRATOR)
			.stream()
			.map(person -> Visitor.of(person, this.port).get(profile(Cast.APPLICANT_B)))
			.map(answer -> answer.statusCode() + " " + answer.body().contains(Cast.APPLICANT_B.name())))
			.containsExactly("404 false", "404 false", "200 true");
	}

	@Test
	@DisplayName("没有这个人：由引擎回答不存在")
	void unknownPeopleAreMissing() {
		assertThat(Visitor.of(Cast.ADMINISTRATOR, this.port).get(Calls.ENGINE + "user/nobody/profile").statusCode())
			.isEqualTo(404);
	}

	@Test
	@DisplayName("在 Admin 里也不能把姓名写进引擎，引擎的用户表里没有姓名和邮箱")
	void namesDoNotGetIntoTheEngine() {
		Visitor administrator = Visitor.of(Cast.ADMINISTRATOR, this.port);
		String typed = "{\"id\":\"test-expert\",\"firstName\":\"庚样例\",\"lastName\":\"x\",\"email\":\"x@example.cn\"}";

		assertThat(administrator.send("PUT", profile(Cast.EXPERT), typed).statusCode()).isEqualTo(403);
		assertThat(administrator
			.post(Calls.ENGINE + "user/create",
					"{\"profile\":%s,\"credentials\":{\"password\":\"Ceshi@2024-mima\"}}".formatted(typed))
			.statusCode()).isEqualTo(403);

		assertThat(this.jdbc
			.sql("select distinct coalesce(FIRST_, '') || coalesce(LAST_, '') || coalesce(EMAIL_, '')"
					+ " from ACT_ID_USER")
			.query(String.class)
			.list()).containsExactly("");
	}

	private static String profile(Person person) {
		return Calls.ENGINE + "user/" + person.id() + "/profile";
	}

}
