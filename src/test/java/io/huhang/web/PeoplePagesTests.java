package io.huhang.web;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.huhang.Cast;
import io.huhang.Mailbox;
import io.huhang.Visitor;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.organization.Standing.State;
import io.huhang.process.Accounts;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
@DisplayName("人员管理页面：各管各的人")
class PeoplePagesTests {

	@LocalServerPort
	private int port;

	private final Accounts accounts;

	private final People people;

	private final Mailbox mailbox;

	PeoplePagesTests(Accounts accounts, People people, Mailbox mailbox) {
		this.accounts = accounts;
		this.people = people;
		this.mailbox = mailbox;
	}

	static Stream<Person> withoutList() {
		return Stream.of(Cast.APPLICANT_A, Cast.EXPERT, Cast.AUDITOR, Cast.COORDINATOR);
	}

	static Stream<Person> withoutRight() {
		return Stream.of(Cast.APPLICANT_A, Cast.OFFICER, Cast.LEADER, Cast.FOREIGN_OFFICER, Cast.EXPERT, Cast.AUDITOR,
				Cast.MIIT_OFFICER, Cast.COORDINATOR);
	}

	@Test
	@DisplayName("处室负责人看到本单位人员并可管理，看不到别的单位")
	void showsTheHeadItsOwn() {
		Visitor head = Visitor.of(Cast.HEAD, this.port);

		assertThat(head.open("/people").body())
			.contains("浙江省经济和信息化厅", Cast.OFFICER.email(), Cast.LEADER.email(), "href=\"/people/test-officer\"")
			.doesNotContain(Cast.FOREIGN_OFFICER.email(), Cast.APPLICANT_A.email(), Cast.ADMINISTRATOR.email());
		assertThat(head.open("/people?unit=310000-iit").body()).contains(Cast.OFFICER.email())
			.doesNotContain(Cast.FOREIGN_OFFICER.email());
	}

	@Test
	@DisplayName("经办人只读；部内人员看部内；系统管理员看全部，可按单位、角色、姓名或邮箱查询")
	void showsTheOthersWhatIsTheirs() {
		assertThat(Visitor.of(Cast.OFFICER, this.port).open("/people").body()).contains(Cast.HEAD.email(), "由本单位负责人")
			.doesNotContain("href=\"/people/", "邀请人员");
		assertThat(Visitor.of(Cast.MIIT_OFFICER, this.port).open("/people").body()).contains(Cast.COORDINATOR.email())
			.doesNotContain(Cast.HEAD.email(), "href=\"/people/");
		Visitor administrator = Visitor.of(Cast.ADMINISTRATOR, this.port);
		assertThat(administrator.open("/people?unit=310000-iit").body()).contains(Cast.FOREIGN_OFFICER.email())
			.doesNotContain(Cast.OFFICER.email());
		assertThat(administrator.open("/people?unit=ministry&role=AUDITOR").body()).contains(Cast.AUDITOR.email())
			.doesNotContain(Cast.EXPERT.email());
		assertThat(administrator.open("/people?q=TEST-zhijiang").body()).contains(Cast.APPLICANT_A.email(), "由企业自行管理")
			.doesNotContain(Cast.APPLICANT_B.email());
		assertThat(administrator.open("/people?q=%25&role=X&page=-1").body()).contains("没有符合条件的人员");
	}

	@ParameterizedTest
	@MethodSource("withoutList")
	@DisplayName("企业、专家、审计、协调人没有人员页面")
	void hidesTheList(Person person) {
		assertThat(Visitor.of(person, this.port).open("/people").statusCode()).isEqualTo(404);
	}

	@ParameterizedTest
	@MethodSource("withoutRight")
	@DisplayName("无权管理的人：每个地址都像不存在，什么也不改变")
	void looksMissingToOthers(Person other) {
		Visitor visitor = Visitor.of(other, this.port);
		Person target = (other.role() == Role.MIIT_OFFICER) ? Cast.COORDINATOR : Cast.HEAD;

		assertThat(answers(visitor, target.id())).containsOnly(404);
		assertThat(visitor.submit("/people/new", form("x@example.cn", "OFFICER")).statusCode()).isEqualTo(404);
		assertThat(this.people.get(target.id())).isEqualTo(target);
		assertThat(this.people.standing(target.id()).orElseThrow().state()).isEqualTo(State.ACTIVE);
	}

	@Test
	@DisplayName("处室负责人对别的单位、部内人员、不存在的人：回答一样")
	void looksMissingAcrossUnits() {
		Visitor head = Visitor.of(Cast.HEAD, this.port);

		Stream
			.of(Cast.FOREIGN_OFFICER.id(), Cast.COORDINATOR.id(), Cast.APPLICANT_A.id(), Cast.ADMINISTRATOR.id(),
					"u-99999999")
			.forEach(id -> assertThat(answers(head, id)).as(id).containsOnly(404));
		assertThat(head.open("/people/test-shanghai").body()).isEqualTo(head.open("/people/u-99999999").body());
	}

	@Test
	@DisplayName("部处长管理部内人员，不管理系统管理员；不能给出系统管理员角色")
	void keepsAdministratorsToAdministrators() {
		Person miitHead = new Person(this.accounts.newId(), "未样例", "miit-head@example.cn", "13900000000",
				Role.MIIT_HEAD, "");
		this.accounts.create(miitHead, Cast.PASSWORD);
		Visitor head = Visitor.of(miitHead, this.port);

		assertThat(head.open("/people/test-coordinator").statusCode()).isEqualTo(200);
		assertThat(answers(head, Cast.ADMINISTRATOR.id())).containsOnly(404);
		assertThat(head.submit("/people/test-expert/role", Map.of("role", "ADMINISTRATOR")).statusCode())
			.isEqualTo(404);
		assertThat(head.submit("/people/test-expert/role", Map.of("role", "HEAD")).statusCode()).isEqualTo(404);
		HttpResponse<String> answer = head.submit("/people/new", Map.of("name", "未样例", "email", "new-admin@example.cn",
				"phone", "13900000000", "unit", "ministry", "role", "ADMINISTRATOR"));
		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(this.people.findByLogin("new-admin@example.cn")).isEmpty();
	}

	@Test
	@DisplayName("邀请一人：问题写在各自的字段旁，已填内容保留；更正后发出邀请")
	void invitesOneByForm() {
		Visitor head = Visitor.of(Cast.HEAD, this.port);

		HttpResponse<String> wrong = head.submit("/people/new", form("不是邮箱", ""));
		assertThat(wrong.statusCode()).isEqualTo(422);
		assertThat(wrong.body()).contains("共有2处需要修改", "“邮箱”缺少“@”", "“角色”未选择", "value=\"申样例\"");
		HttpResponse<String> foreign = head.submit("/people/new", Map.of("name", "申样例", "email", "shen@example.cn",
				"phone", "13900000000", "unit", "310000-iit", "role", "OFFICER"));
		assertThat(foreign.statusCode()).isEqualTo(422);

		HttpResponse<String> done = head.submit("/people/new", form("shen@example.cn", "OFFICER"));

		assertThat(done.headers().firstValue("Location").orElseThrow()).endsWith("/people?done=invited");
		assertThat(this.mailbox.kinds("shen@example.cn")).containsExactly("account-invited");
		assertThat(this.people.findByLogin("shen@example.cn").orElseThrow().organization()).isEqualTo(Cast.AUTHORITY);
	}

	@Test
	@DisplayName("停用最后一名经办人：页面说明原因；姓名中的代码按原样显示")
	void refusesOnThePage() {
		Visitor head = Visitor.of(Cast.HEAD, this.port);
		assertThat(head.open("/people/test-leader/deactivation").body()).contains("停用戊样例的账号？", "确认停用");

		HttpResponse<String> refused = head.submit("/people/test-leader/deactivation", Map.of());

		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("戊样例是本单位最后一名在用的局领导。请先邀请接任人员");
		assertThat(head.open("/people?q=%3Cscript%3Ealert(1)%3C/script%3E").body()).doesNotContain("<script>alert");
	}

	@Test
	@DisplayName("调整角色、修改信息、停用、恢复：逐页办理")
	void changesAPersonPageByPage() {
		Person person = new Person(this.accounts.newId(), "戌样例", "xu@example.cn", "13900000000", Role.OFFICER,
				Cast.AUTHORITY);
		this.accounts.create(person, Cast.PASSWORD);
		Visitor head = Visitor.of(Cast.HEAD, this.port);
		String page = "/people/" + person.id();
		head.open(page);

		List<Integer> answers = Stream
			.of(head.submit(page + "/role", Map.of("role", "LEADER")),
					head.submit(page, Map.of("name", "戌新例", "email", "xu@example.cn", "phone", "13900000001")),
					head.submit(page + "/deactivation", Map.of()), head.submit(page + "/return", Map.of()),
					head.submit(page + "/invitation", Map.of()))
			.map(HttpResponse::statusCode)
			.toList();

		assertThat(answers).containsExactly(302, 302, 302, 302, 302);
		assertThat(this.people.get(person.id()))
			.isEqualTo(new Person(person.id(), "戌新例", "xu@example.cn", "13900000001", Role.LEADER, Cast.AUTHORITY));
		assertThat(head.open(page + "?done=returned").body()).contains("账号已恢复", "已邀请，待设置密码");
	}

	@Test
	@DisplayName("停用的人，打开的会话立即失效")
	void endsOpenSessions() {
		Person person = new Person(this.accounts.newId(), "酉样例", "you@example.cn", "13900000000", Role.OFFICER,
				Cast.AUTHORITY);
		this.accounts.create(person, Cast.PASSWORD);
		Visitor visitor = Visitor.of(person, this.port);

		Visitor.of(Cast.HEAD, this.port).submit("/people/" + person.id() + "/deactivation", Map.of());

		assertThat(visitor.open("/people").headers().firstValue("Location").orElseThrow()).endsWith("/login?ended");
		assertThat(this.people.standing(person.id()).orElseThrow().state()).isEqualTo(State.LEFT);
	}

	private static Map<String, String> form(String email, String role) {
		return Map.of("name", "申样例", "email", email, "phone", "13900000000", "unit", Cast.AUTHORITY, "role", role);
	}

	private static List<Integer> answers(Visitor visitor, String id) {
		String page = "/people/" + id;
		return Stream
			.of(visitor.open(page), visitor.open(page + "/deactivation"), visitor.submit(page, form("a@b.cn", "")),
					visitor.submit(page + "/role", Map.of("role", "OFFICER")),
					visitor.submit(page + "/invitation", Map.of()), visitor.submit(page + "/deactivation", Map.of()),
					visitor.submit(page + "/return", Map.of()))
			.map(HttpResponse::statusCode)
			.toList();
	}

}
