package io.huhang.web;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import io.huhang.Cast;
import io.huhang.HuhangApplication;
import io.huhang.HuhangTest;
import io.huhang.Visitor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

@HuhangTest
@TestPropertySource(properties = "spring.application.name=huhang-of-two")
@DisplayName("两个节点、一个数据库：会话在库里，哪个节点应答都一样")
class TwoNodesTests {

	private static final String TASKLIST = "/camunda/app/tasklist/default/";

	private static final String FILTERS = "/camunda/api/engine/engine/default/filter";

	private static final String LOGOUT = "/camunda/api/admin/auth/user/default/logout";

	private static int otherPort;

	@LocalServerPort
	private int port;

	// Stays until the JVM ends: its end would take the webapps' static delegates along.
	@BeforeAll
	static void startTheOtherNode(@Autowired Environment first) {
		otherPort = SpringApplication
			.run(HuhangApplication.class, "--server.port=0", "--huhang.demo.enabled=false",
					"--huhang.accounts.answer-every=PT24H", "--huhang.mail.send=false",
					"--camunda.bpm.job-execution.enabled=false", argument(first, "huhang.files.folder"),
					argument(first, "spring.datasource.url"), argument(first, "spring.datasource.username"),
					"--spring.datasource.password=", "--spring.datasource.hikari.minimum-idle=1")
			.getEnvironment()
			.getRequiredProperty("local.server.port", Integer.class);
	}

	private static String argument(Environment environment, String name) {
		return "--" + name + "=" + environment.getRequiredProperty(name);
	}

	// What Tasklist calls first: the number of tasks in a stored filter.
	private static String count(Visitor visitor) {
		String filters = visitor.get(FILTERS + "?resourceType=Task").body();
		return FILTERS + "/" + filters.replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1") + "/count";
	}

	@Test
	@DisplayName("在甲节点登录，乙节点认得，Tasklist 的接口带令牌即可用，不带则拒绝")
	void loginHoldsAtTheOtherNode() {
		Visitor there = Visitor.of(Cast.OFFICER, this.port).at(otherPort);

		assertThat(there.open("/").statusCode()).isEqualTo(200);
		assertThat(there.open(TASKLIST).statusCode()).isEqualTo(200);
		assertThat(there.post(count(there), "{}").statusCode()).isEqualTo(200);
		assertThat(there.sendForged("POST", count(there), "{}").statusCode()).isEqualTo(403);
	}

	@Test
	@DisplayName("没有登录的人，哪个节点都不认")
	void nobodyIsKnownAtNeitherNode() {
		Visitor.of(Cast.OFFICER, this.port);

		assertThat(location(Visitor.anonymous(otherPort).open("/"))).isEqualTo("/login");
	}

	@Test
	@DisplayName("在乙节点退出，甲节点随即退出")
	void logoutAtOneEndsTheOther() {
		Visitor here = Visitor.of(Cast.OFFICER, this.port);

		assertThat(here.at(otherPort).post(LOGOUT, "").statusCode()).isEqualTo(200);

		assertThat(here.get("/api/tasks/x/ranking").statusCode()).isEqualTo(401);
		assertThat(location(here.open(TASKLIST))).isEqualTo("/login");
	}

	@Test
	@DisplayName("同一会话的并行请求在两个节点上都成功，随后令牌仍有效")
	void parallelRequestsKeepLoginAndToken() {
		Visitor here = Visitor.anonymous(this.port);
		here.logIn(Cast.HEAD.id(), Cast.PASSWORD);
		Visitor there = here.at(otherPort);

		List<CompletableFuture<Integer>> answers = IntStream.range(0, 12)
			.mapToObj(
					i -> CompletableFuture.supplyAsync(() -> ((i % 2 == 0) ? here : there).open(TASKLIST).statusCode()))
			.toList();

		assertThat(answers.stream().map(CompletableFuture::join)).containsOnly(200);
		String count = count(here);
		assertThat(here.post(count, "{}").statusCode()).isEqualTo(200);
		assertThat(there.post(count, "{}").statusCode()).isEqualTo(200);
	}

	@Test
	@DisplayName("浏览器手里的令牌不是会话里的：下一页纠正")
	void tellsTheTokenAgain(@Autowired JdbcClient database) {
		Visitor here = Visitor.of(Cast.LEADER, this.port);
		String count = count(here);
		database
			.sql("update web_session_attributes set attribute_bytes = :token where attribute_name = :name"
					+ " and session_primary_id in (select primary_id from web_session where principal_name = :person)")
			.param("token", SessionBytes.write("0123456789ABCDEF0123456789ABCDEF"))
			.param("name", "CAMUNDA_CSRF_TOKEN")
			.param("person", Cast.LEADER.id())
			.update();
		assertThat(here.post(count, "{}").statusCode()).isEqualTo(403);

		here.open(TASKLIST);

		assertThat(here.cookie("XSRF-TOKEN")).hasValue("0123456789ABCDEF0123456789ABCDEF");
		assertThat(here.post(count, "{}").statusCode()).isEqualTo(200);
	}

	@Test
	@DisplayName("会话内容还原不了（例如旧版本所写）：请重新登录，而不是出错")
	void unreadableSessionLeadsToTheLogin(@Autowired JdbcClient database) {
		Visitor here = Visitor.of(Cast.MIIT_HEAD, this.port);
		database
			.sql("update web_session_attributes set attribute_bytes = :bytes where session_primary_id in"
					+ " (select primary_id from web_session where principal_name = :person)")
			.param("bytes", new byte[] { 1, 2, 3 })
			.param("person", Cast.MIIT_HEAD.id())
			.update();

		assertThat(location(here.open("/cases"))).isEqualTo("/login");
		assertThat(here.get("/api/tasks/x/ranking").statusCode()).isEqualTo(401);

		assertThat(location(here.logIn(Cast.MIIT_HEAD.id(), Cast.PASSWORD))).isEqualTo("/cases");
		assertThat(here.open(TASKLIST).statusCode()).isEqualTo(200);
		assertThat(here.post(count(here), "{}").statusCode()).isEqualTo(200);
	}

	private static String location(HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").orElse("").replaceFirst("^http://localhost:\\d+", "");
	}

}
