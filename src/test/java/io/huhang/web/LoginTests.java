package io.huhang.web;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.huhang.Cast;
import io.huhang.Visitor;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.process.Accounts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
@DisplayName("一次登录，一次退出")
class LoginTests {

	private static final String LOGOUT = "/camunda/api/admin/auth/user/default/logout";

	private static final String TASKLIST = "/camunda/app/tasklist/default/";

	@LocalServerPort
	private int port;

	private final Accounts accounts;

	LoginTests(Accounts accounts) {
		this.accounts = accounts;
	}

	@Test
	@DisplayName("退出后清除浏览器中保留的内容；登录失效的不清除，未保存的文字还要恢复")
	void forgetsWhatTheBrowserKeptAfterALogout() {
		Visitor visitor = Visitor.anonymous(this.port);

		assertThat(visitor.get("/login?logout").headers().firstValue("Clear-Site-Data")).contains("\"storage\"");
		assertThat(visitor.get("/login").headers().firstValue("Clear-Site-Data")).isEmpty();
	}

	@Test
	@DisplayName("登录后会话编号更换，他人预先指定的会话无用")
	void sessionChangesAtLogin() {
		Visitor visitor = Visitor.anonymous(this.port);
		visitor.open("/");
		String before = visitor.cookie("JSESSIONID").orElseThrow();

		visitor.logIn(Cast.OFFICER.id(), Cast.PASSWORD);

		assertThat(visitor.cookie("JSESSIONID").orElseThrow()).isNotEqualTo(before);
		assertThat(visitor.get("/").statusCode()).isEqualTo(200);
	}

	@Test
	@DisplayName("密码错误与用户不存在的回答相同：五次之后都说明要等多久，不说账号是否存在")
	void wrongPasswordAndUnknownNameLookAlike() {
		// Somebody of its own: whoever is guessed waits.
		this.accounts.create(
				new Person("test-forgetful", "丑样例", "test-forgetful@example.cn", "13900000001", Role.EXPERT, ""),
				Cast.PASSWORD);
		List<String> wrong = refusals("test-forgetful");
		List<String> unknown = refusals("nobody");

		assertThat(wrong.subList(0, 5)).containsOnly("302 /login?error");
		assertThat(wrong.get(5)).matches("302 /login\\?wait=[1-9]\\d{0,2}");
		assertThat(unknown.stream().map(LoginTests::untimed).toList())
			.isEqualTo(wrong.stream().map(LoginTests::untimed).toList());
		assertThat(Visitor.anonymous(this.port).open("/login?wait=60").body())
			.contains("登录尝试过于频繁，本次未核对密码。请等待<span>60</span>秒后再试");
	}

	@Test
	@DisplayName("登录页不显示地址里夹带的文字")
	void loginPageShowsNothingFromTheAddress() {
		assertThat(Visitor.anonymous(this.port).open("/login?wait=%E8%AF%B7%E8%87%B4%E7%94%B5").statusCode())
			.isEqualTo(400);
		assertThat(Visitor.anonymous(this.port).open("/login?wait=-5").body()).doesNotContain("过于频繁");
		assertThat(Visitor.anonymous(this.port).open("/login?wait=999999").body()).contains("<span>300</span>秒");
	}

	private List<String> refusals(String userId) {
		return IntStream.range(0, 6)
			.mapToObj(i -> Visitor.anonymous(this.port).logIn(userId, "Cuowu@2024-" + i))
			.map(answer -> answer.statusCode() + " " + location(answer) + answer.body())
			.toList();
	}

	private static String untimed(String refusal) {
		return refusal.replaceAll("wait=\\d+", "wait=");
	}

	@Test
	@DisplayName("Cookie：会话仅限服务器读取，均为 SameSite=Lax")
	void cookiesAreLaxAndTheSessionIsHidden() {
		Visitor visitor = Visitor.anonymous(this.port);
		Map<String, String> cookies = Stream
			.of(visitor.get("/login"), visitor.get("/"), visitor.logIn(Cast.OFFICER.id(), Cast.PASSWORD),
					visitor.get(TASKLIST))
			.flatMap(answer -> answer.headers().allValues("Set-Cookie").stream())
			.filter(cookie -> !cookie.contains("Max-Age=0"))
			.collect(Collectors.toMap(cookie -> cookie.split("=")[0], cookie -> cookie, (first, second) -> second));

		assertThat(cookies).containsOnlyKeys("JSESSIONID", "HUHANG-CSRF", "XSRF-TOKEN");
		assertThat(cookies.values()).allMatch(cookie -> cookie.contains("SameSite=Lax"));
		assertThat(cookies.get("JSESSIONID")).contains("HttpOnly");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/login", "/camunda/app/tasklist/default/", "/api/tasks/x/ranking" })
	@DisplayName("安全响应头齐全")
	void answersCarrySecurityHeaders(String path) {
		HttpResponse<String> answer = Visitor.of(Cast.OFFICER, this.port).get(path);

		assertThat(answer.headers().allValues("X-Content-Type-Options")).isEqualTo(List.of("nosniff"));
		assertThat(answer.headers().allValues("X-Frame-Options")).isEqualTo(List.of("SAMEORIGIN"));
		assertThat(answer.headers().allValues("Content-Security-Policy")).hasSize(1);
	}

	@Test
	@DisplayName("未登录：接口回答401，页面转到登录")
	void anonymousIsSentToTheLogin() {
		Visitor visitor = Visitor.anonymous(this.port);

		assertThat(Stream.of("/api/tasks/x/ranking", "/camunda/api/engine/engine/", "/engine-rest/engine")
			.map(path -> visitor.get(path).statusCode())).containsOnly(401);
		assertThat(Stream.of("/", "/cases", TASKLIST, "/files/4a7d1ed4-14ea-4c5b-8f4b-1d0b3bb0a3a9")
			.map(path -> visitor.open(path))
			.map(answer -> answer.statusCode() + " " + location(answer))).containsOnly("302 /login");
	}

	@Test
	@DisplayName("登录后回到要打开的页面，而不是接口地址")
	void loginLeadsToThePageThatWasAskedFor() {
		Visitor visitor = Visitor.anonymous(this.port);
		visitor.open(TASKLIST);
		visitor.get("/camunda/api/engine/engine/");
		visitor.get("/camunda/app/huhang/clock.json");

		HttpResponse<String> answer = visitor.logIn(Cast.OFFICER.id(), Cast.PASSWORD);

		assertThat(location(answer)).isEqualTo(TASKLIST);
		assertThat(visitor.open(TASKLIST).statusCode()).isEqualTo(200);
	}

	@Test
	@DisplayName("在 Tasklist 退出，整个系统都退出")
	void logoutOfTasklistEndsTheOneLogin() {
		Visitor visitor = Visitor.of(Cast.OFFICER, this.port);

		assertThat(visitor.post(LOGOUT, "").statusCode()).isEqualTo(200);

		assertThat(visitor.get("/api/tasks/x/ranking").statusCode()).isEqualTo(401);
		assertThat(location(visitor.open(TASKLIST))).isEqualTo("/login");
	}

	@Test
	@DisplayName("没有令牌不能退出他人的登录")
	void forgedLogoutIsRefused() {
		Visitor visitor = Visitor.of(Cast.OFFICER, this.port);

		assertThat(visitor.sendForged("POST", LOGOUT, "").statusCode()).isEqualTo(403);
		assertThat(visitor.sendForged("POST", "/logout", "").statusCode()).isEqualTo(403);

		HttpResponse<String> home = visitor.open("/");
		assertThat(home.statusCode()).as(location(home)).isEqualTo(200);
	}

	private static String location(HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").orElse("").replaceFirst("^http://localhost:\\d+", "");
	}

}
