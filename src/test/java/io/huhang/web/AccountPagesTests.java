package io.huhang.web;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.Mailbox;
import io.huhang.Visitor;
import io.huhang.campaign.Campaign;
import io.huhang.organization.Invitations;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.process.Accounts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@HuhangTest
@DisplayName("账号页面：接受邀请、修改密码")
class AccountPagesTests {

	private static final String NEW_PASSWORD = "Gengxin@2024-mima";

	private static final String DEAD = "/account/invitation/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

	@LocalServerPort
	private int port;

	private final Accounts accounts;

	private final People people;

	private final Invitations invitations;

	private final Mailbox mailbox;

	private final Campaign campaign;

	private final JdbcClient jdbc;

	AccountPagesTests(Accounts accounts, People people, Invitations invitations, Mailbox mailbox, Campaign campaign,
			JdbcClient jdbc) {
		this.accounts = accounts;
		this.people = people;
		this.invitations = invitations;
		this.mailbox = mailbox;
		this.campaign = campaign;
		this.jdbc = jdbc;
	}

	@Test
	@DisplayName("打开链接不消耗链接，设置密码后启用并可登录")
	void invitedPersonChoosesAPassword() {
		Person person = invited();
		String link = this.mailbox.link(person.email());
		Visitor visitor = Visitor.anonymous(this.port);
		visitor.open(link);

		HttpResponse<String> page = visitor.open(link);
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains(person.email(), "浙江省经济和信息化厅", "版本 <span>" + this.campaign.privacyVersion());
		assertThat(page.headers().allValues("Referrer-Policy")).isEqualTo(List.of("no-referrer"));
		HttpResponse<String> done = visitor.submit(link, form(NEW_PASSWORD, NEW_PASSWORD));

		assertThat(location(done)).isEqualTo("/login?activated");
		assertThat(home(person, NEW_PASSWORD)).isEqualTo(200);
	}

	@Test
	@DisplayName("各处问题一次列全，链接仍可使用")
	void problemsAreShownAtOnce() {
		Person person = invited();
		String link = this.mailbox.link(person.email());
		Visitor visitor = Visitor.anonymous(this.port);
		visitor.open(link);

		HttpResponse<String> answer = visitor.submit(link, Map.of("password", "short", "repeated", "other"));

		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("密码应为10至128个字符，现为5个，请重新设置。", "密码应同时包含大写字母、小写字母、数字和特殊符号（如@、#、-），请补充。",
				"两次输入的密码不一致，请重新输入。", "请阅读并同意个人信息处理告知。");
		assertThat(visitor.submit(link, form(NEW_PASSWORD, NEW_PASSWORD)).statusCode()).isEqualTo(302);
	}

	@Test
	@DisplayName("用过、已重发、过期和编造的链接：同一页面，404，不能使用")
	void deadLinksLookAlike() {
		Visitor visitor = Visitor.anonymous(this.port);
		String invented = visitor.open(DEAD).body();
		Person first = invited();
		String used = this.mailbox.link(first.email());
		visitor.open(used);
		visitor.submit(used, form(NEW_PASSWORD, NEW_PASSWORD));
		Person second = invited();
		String replaced = this.mailbox.link(second.email());
		this.invitations.send(second);
		Person third = invited();
		String expired = this.mailbox.link(third.email());
		this.jdbc.sql("update organization_link set expires_at = created_at where subject = :id")
			.param("id", third.id())
			.update();

		for (String link : List.of(used, replaced, expired)) {
			HttpResponse<String> page = visitor.open(link);
			HttpResponse<String> form = visitor.submit(link, form(NEW_PASSWORD, NEW_PASSWORD));
			assertThat(List.of(page.statusCode(), form.statusCode())).containsOnly(404);
			assertThat(minutesAside(page.body())).isEqualTo(minutesAside(form.body()))
				.isEqualTo(minutesAside(invented))
				.contains("该链接无效、已使用或已过期");
		}
		assertThat(home(second, NEW_PASSWORD)).isEqualTo(302);
	}

	@Test
	@DisplayName("没有令牌的表单拒绝")
	void formNeedsTheToken() {
		Person person = invited();
		String link = this.mailbox.link(person.email());

		assertThat(Visitor.anonymous(this.port).submit(link, form(NEW_PASSWORD, NEW_PASSWORD)).statusCode())
			.isEqualTo(403);
		assertThat(Visitor.anonymous(this.port).open(link).statusCode()).isEqualTo(200);
	}

	@Test
	@DisplayName("改密后本会话保持登录、会话编号更换，其他会话失效")
	void ownSessionGoesOnAfterANewPassword() {
		Person person = created();
		Visitor here = login(person, Cast.PASSWORD);
		Visitor elsewhere = login(person, Cast.PASSWORD);
		here.open("/account/password");
		String before = here.cookie("JSESSIONID").orElseThrow();

		HttpResponse<String> answer = here.submit("/account/password",
				Map.of("current", Cast.PASSWORD, "password", NEW_PASSWORD, "repeated", NEW_PASSWORD));

		assertThat(location(answer)).isEqualTo("/?password");
		assertThat(here.cookie("JSESSIONID").orElseThrow()).isNotEqualTo(before);
		assertThat(here.open("/").statusCode()).isEqualTo(200);
		assertThat(here.get("/camunda/api/engine/engine/").statusCode()).isEqualTo(200);
		assertThat(elsewhere.open("/").statusCode()).isEqualTo(302);
	}

	@Test
	@DisplayName("原密码不对、新旧相同：指出并保持原密码")
	void wrongOldPasswordChangesNothing() {
		Person person = created();
		Visitor visitor = login(person, Cast.PASSWORD);
		visitor.open("/account/password");

		HttpResponse<String> same = visitor.submit("/account/password",
				Map.of("current", Cast.PASSWORD, "password", Cast.PASSWORD, "repeated", Cast.PASSWORD));
		HttpResponse<String> wrong = visitor.submit("/account/password",
				Map.of("current", "Cuowu@2024-mima", "password", NEW_PASSWORD, "repeated", NEW_PASSWORD));

		assertThat(same.statusCode()).isEqualTo(422);
		assertThat(same.body()).contains("新密码不得与原密码相同，请更换。").doesNotContain("原密码不正确");
		assertThat(wrong.statusCode()).isEqualTo(422);
		assertThat(wrong.body()).contains("原密码不正确，请重新输入。");
		assertThat(visitor.open("/").statusCode()).isEqualTo(200);
	}

	@Test
	@DisplayName("初始密码由他人设置：登录后只能先改密")
	void passwordOfSomebodyElseIsChangedFirst() {
		Person person = created();
		this.people.renewCredentials(person.id(), true);
		Visitor visitor = login(person, Cast.PASSWORD);

		assertThat(location(visitor.open("/"))).isEqualTo("/account/password");
		assertThat(visitor.get("/camunda/api/engine/engine/").statusCode()).isEqualTo(403);
		String page = visitor.open("/account/password").body();
		assertThat(page).contains("您正在使用他人设置的初始密码");
		assertThat(navigation(page)).isEqualTo("退出登录");
		HttpResponse<String> same = visitor.submit("/account/password",
				Map.of("current", Cast.PASSWORD, "password", Cast.PASSWORD, "repeated", Cast.PASSWORD));
		assertThat(same.statusCode()).isEqualTo(422);
		assertThat(same.body()).contains("新密码不得与原密码相同，请更换。");
		visitor.submit("/account/password",
				Map.of("current", Cast.PASSWORD, "password", NEW_PASSWORD, "repeated", NEW_PASSWORD));
		assertThat(visitor.open("/").statusCode()).isEqualTo(200);
		assertThat(navigation(visitor.open("/account/password").body())).contains("办理待办", "案例一览", "修改密码");
	}

	private static String navigation(String page) {
		return page.replaceAll("(?s).*<nav[^>]*>|</nav>.*|<[^>]*>", "").strip();
	}

	private Map<String, String> form(String password, String repeated) {
		return Map.of("password", password, "repeated", repeated, "privacyVersion", this.campaign.privacyVersion());
	}

	private Person invited() {
		Person person = somebody();
		this.accounts.invite(person);
		this.invitations.send(person);
		return person;
	}

	private Person created() {
		Person person = somebody();
		this.accounts.create(person, Cast.PASSWORD);
		return person;
	}

	private Person somebody() {
		String id = this.accounts.newId();
		return new Person(id, "卯样例", id + "@example.cn", "13900000000", Role.OFFICER, Cast.AUTHORITY);
	}

	private int home(Person person, String password) {
		return login(person, password).open("/").statusCode();
	}

	private Visitor login(Person person, String password) {
		Visitor visitor = Visitor.anonymous(this.port);
		visitor.logIn(person.email(), password);
		return visitor;
	}

	// The frame shows no time outside the demo; only the token differs between visitors.
	private static String minutesAside(String body) {
		return body.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
	}

	private static String location(HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").orElse("").replaceFirst("^http://localhost:\\d+", "");
	}

}
