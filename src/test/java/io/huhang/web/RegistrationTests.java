package io.huhang.web;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.Mailbox;
import io.huhang.Visitor;
import io.huhang.application.CaseForms;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.Claim;
import io.huhang.organization.ClaimDecision;
import io.huhang.organization.ClaimKind;
import io.huhang.organization.Enterprises;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.PersonEntry;
import io.huhang.organization.RequestLimit;
import io.huhang.organization.Standing;
import io.huhang.organization.Standing.State;
import io.huhang.process.AccountDesk;
import io.huhang.process.Colleagues;
import io.huhang.process.EnterpriseClaims;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@HuhangTest
@DisplayName("申报单位注册、认领、同事和找回密码")
class RegistrationTests {

	private static final String NEW_PASSWORD = "Gengxin@2024-mima";

	private static int enterprises = 700_000;

	@LocalServerPort
	private int port;

	private final AccountDesk desk;

	private final Colleagues colleagues;

	private final EnterpriseClaims claims;

	private final Enterprises registered;

	private final People people;

	private final RequestLimit limit;

	private final Mailbox mailbox;

	private final Campaign campaign;

	RegistrationTests(AccountDesk desk, Colleagues colleagues, EnterpriseClaims claims, Enterprises registered,
			People people, RequestLimit limit, Mailbox mailbox, Campaign campaign) {
		this.desk = desk;
		this.colleagues = colleagues;
		this.claims = claims;
		this.registered = registered;
		this.people = people;
		this.limit = limit;
		this.mailbox = mailbox;
		this.campaign = campaign;
	}

	@Test
	@DisplayName("注册：确认邮箱、设置密码后成为单位联系人，链接不能再用")
	void enterpriseRegisters() {
		String code = CaseForms.code(enterprises++);
		String email = address();

		Person contact = registers(code, email);

		assertThat(this.registered.contact(code).map(Person::id)).contains(contact.id());
		assertThat(this.registered.get(code).name()).isEqualTo("示例注册（杭州）有限公司");
		assertThat(contact.id()).matches("u-[a-z2-9]{8}");
		assertThat(home(email, NEW_PASSWORD)).isEqualTo(200);
		String link = this.mailbox.link(email);
		assertThat(Visitor.anonymous(this.port).open(link).statusCode()).isEqualTo(404);
	}

	@Test
	@DisplayName("填写有误：各处问题一次列全，已填内容保留，不写信")
	void problemsAreShownAtOnce() {
		Visitor visitor = Visitor.anonymous(this.port);
		visitor.open("/register");

		HttpResponse<String> answer = visitor.submit("/register", Map.of("uscc", "91330100MA2HA1LN50", "enterpriseName",
				"http://x.example", "name", "王", "email", "wang.example.cn", "phone", "12"));

		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("共有6处需要修改", "“统一社会信用代码”校验不通过", "“单位名称”现", "“姓名”应为两个字以上", "“邮箱”缺少“@”",
				"“手机或座机”格式不正确", "请阅读并同意个人信息处理告知。", "value=\"wang.example.cn\"");
	}

	@Test
	@DisplayName("代码、邮箱是否已知，回答逐字相同；信中才说明")
	void answerTellsNothing() {
		String known = CaseForms.code(enterprises++);
		String owner = address();
		registers(known, owner);
		String stranger = address();

		HttpResponse<String> fresh = asks(CaseForms.code(enterprises++), address());
		HttpResponse<String> knownCode = asks(known, stranger);
		HttpResponse<String> knownAddress = asks(CaseForms.code(enterprises++), owner);
		HttpResponse<String> knownRecovery = forgets(owner);
		HttpResponse<String> unknownRecovery = forgets(address());
		this.desk.answer();

		assertThat(
				List.of(knownCode, knownAddress, knownRecovery, unknownRecovery).stream().map(RegistrationTests::said))
			.containsOnly(said(fresh));
		assertThat(this.mailbox.kinds(stranger)).isEqualTo(List.of("account-registration"));
		assertThat(this.mailbox.kinds(owner)).containsExactlyInAnyOrder("account-recovery", "account-known",
				"account-registration");
	}

	@Test
	@DisplayName("同一邮箱每小时最多5封，同一来源每小时最多60次；回答不变")
	void mailboxIsNotFlooded() {
		String email = address();
		for (int i = 0; i < RequestLimit.PER_ADDRESS + 2; i++) {
			assertThat(asks(CaseForms.code(enterprises++), email).statusCode()).isEqualTo(200);
		}
		this.desk.answer();

		assertThat(this.mailbox.kinds(email)).hasSize(RequestLimit.PER_ADDRESS);
		String client = "client-" + UUID.randomUUID();
		for (int i = 0; i < RequestLimit.PER_CLIENT; i++) {
			assertThat(this.limit.admitsClient(client)).isTrue();
		}
		assertThat(this.limit.admitsClient(client)).isFalse();
		assertThat(this.limit.admitsClient(client + "-other")).isTrue();
	}

	@Test
	@DisplayName("找回密码：新密码生效，已有登录失效；未启用的重发邀请，停用的不写信")
	void forgottenPasswordIsReplaced() {
		String code = CaseForms.code(enterprises++);
		String email = address();
		Person contact = registers(code, email);
		Visitor open = login(email, NEW_PASSWORD);
		forgets(email);
		this.desk.answer();
		String link = this.mailbox.link(email);
		Visitor visitor = Visitor.anonymous(this.port);
		visitor.open(link);

		visitor.submit(link, Map.of("password", Cast.PASSWORD, "repeated", Cast.PASSWORD));

		assertThat(open.open("/").statusCode()).isEqualTo(302);
		assertThat(home(email, Cast.PASSWORD)).isEqualTo(200);
		assertThat(visitor.open(link).statusCode()).isEqualTo(404);
		String colleague = address();
		this.colleagues.invite(contact, entry(colleague));
		forgets(colleague);
		this.desk.answer();
		assertThat(this.mailbox.kinds(colleague)).isEqualTo(List.of("account-invited", "account-invited"));
		this.colleagues.deactivate(contact, this.people.findByLogin(colleague).orElseThrow().id());
		forgets(colleague);
		this.desk.answer();
		assertThat(this.mailbox.kinds(colleague)).hasSize(2);
	}

	@Test
	@DisplayName("他人再次申请找回密码、再次注册：先前的链接仍然有效，用过一个则全部失效")
	void strangersRequestVoidsNoOpenLink() {
		String email = address();
		Person contact = registers(CaseForms.code(enterprises++), email);
		forgets(email);
		this.desk.answer();
		String first = this.mailbox.link(email);
		forgets(email);
		this.desk.answer();
		String second = this.mailbox.link(email);
		String colleague = address();
		this.colleagues.invite(contact, entry(colleague));
		String invitation = this.mailbox.link(colleague);
		forgets(colleague);
		this.desk.answer();

		Visitor visitor = Visitor.anonymous(this.port);
		assertThat(List.of(visitor.open(first), visitor.open(second), visitor.open(invitation)))
			.extracting(HttpResponse::statusCode)
			.containsOnly(200);
		visitor.submit(first, Map.of("password", Cast.PASSWORD, "repeated", Cast.PASSWORD));
		assertThat(home(email, Cast.PASSWORD)).isEqualTo(200);
		assertThat(List.of(visitor.open(first), visitor.open(second))).extracting(HttpResponse::statusCode)
			.containsOnly(404);
		String renewed = this.mailbox.link(colleague);
		activated(colleague);
		assertThat(List.of(visitor.open(invitation), visitor.open(renewed))).extracting(HttpResponse::statusCode)
			.containsOnly(404);
	}

	@Test
	@DisplayName("找回密码：新密码与原密码相同的拒绝，链接仍可使用")
	void recoveryRefusesTheOldPassword() {
		String email = address();
		registers(CaseForms.code(enterprises++), email);
		forgets(email);
		this.desk.answer();
		String link = this.mailbox.link(email);
		Visitor visitor = Visitor.anonymous(this.port);
		visitor.open(link);

		HttpResponse<String> same = visitor.submit(link, Map.of("password", NEW_PASSWORD, "repeated", NEW_PASSWORD));

		assertThat(same.statusCode()).isEqualTo(422);
		assertThat(same.body()).contains("新密码不得与原密码相同，请更换。");
		assertThat(visitor.submit(link, Map.of("password", Cast.PASSWORD, "repeated", Cast.PASSWORD)).statusCode())
			.isEqualTo(302);
		assertThat(home(email, Cast.PASSWORD)).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource({ "990000, 422", "810000, 422", "100100, 422", "000000, 422", "100000, 200", "440300, 200",
			"659001, 200" })
	@DisplayName("代码的登记机关行政区划没有主管部门的，在该项拒绝；国家登记的、计划单列市和师市的接受")
	void codeOfNoAuthorityIsRefused(String region, int status) {
		HttpResponse<String> answer = asks(CaseForms.code(region, enterprises++), address());

		assertThat(answer.statusCode()).isEqualTo(status);
		assertThat(answer.body().contains("“统一社会信用代码”第3至8位登记机关行政区划码“" + region + "”没有对应的地方主管部门"))
			.isEqualTo(status == 422);
	}

	@Test
	@DisplayName("他人已注册的代码：说明情况后由所在地主管部门停用原账号并移交；两人同时处理只有一人成功")
	void authorityResolvesASecondClaimant() {
		String code = CaseForms.code(enterprises++);
		String squatter = address();
		Person former = registers(code, squatter);
		Visitor open = login(squatter, NEW_PASSWORD);
		String email = address();
		Claim claim = claims(code, email, ClaimKind.DISPUTE);

		assertThat(Visitor.of(Cast.OFFICER, this.port).open("/claims").statusCode()).isEqualTo(200);
		assertThat(Visitor.of(Cast.APPLICANT_A, this.port).open("/claims").statusCode()).isEqualTo(404);
		assertThat(this.claims.find(claim.id(), Cast.FOREIGN_OFFICER)).isEmpty();
		Visitor officer = Visitor.of(decider(claim), this.port);
		HttpResponse<String> bare = officer.submit("/claims/" + claim.id(), Map.of("decision", "REJECT"));
		assertThat(bare.statusCode()).isEqualTo(422);
		assertThat(bare.body()).contains("“理由”现0个字", "本人为该单位信息中心主任", "本单位代码被他人注册，请主管部门核实", squatter, email);
		this.claims.decide(claim, ClaimDecision.TRANSFER, "经核对营业执照，原注册人不属于该单位。", decider(claim));

		assertThatThrownBy(() -> this.claims.decide(claim, ClaimDecision.REJECT, "重复办理。", decider(claim)))
			.isInstanceOf(RefusedException.class)
			.hasMessageContaining("该申请已由");
		HttpResponse<String> late = officer.submit("/claims/" + claim.id(),
				Map.of("decision", "REJECT", "reason", "重复办理。"));
		assertThat(late.body()).contains("该申请已由", "（停用原账号并移交），请勿重复办理。");
		assertThat(open.open("/").statusCode()).isEqualTo(302);
		assertThat(this.people.standing(former.id()).map(Standing::state)).contains(State.LEFT);
		assertThat(this.registered.contact(code).map(Person::email)).contains(email);
		assertThat(this.mailbox.kinds(email)).contains("claim-decided", "account-invited");
		assertThat(this.mailbox.kinds(squatter)).isEqualTo(List.of("claim-decided", "account-registration"));
		assertThat(this.mailbox.newest(squatter)).contains("您的账号已停用").doesNotContain("登录系统");
	}

	@Test
	@DisplayName("联系人可以同意加入；驳回后什么也不变")
	void contactAdmitsAndAuthorityRejects() {
		String code = CaseForms.code(enterprises++);
		Person contact = registers(code, address());
		String welcome = address();
		assertThat(this.colleagues.admit(contact, claims(code, welcome, ClaimKind.JOIN).id())).isTrue();
		Claim refused = claims(code, address(), ClaimKind.JOIN);
		assertThat(this.mailbox.kinds(contact.email())).contains("claim-opened");

		this.claims.decide(refused, ClaimDecision.REJECT, "申请人不是该单位人员。", decider(refused));

		assertThat(this.mailbox.newest(contact.email())).contains("登录系统").doesNotContain("您的账号已停用");

		assertThat(this.people.everyone(code)).extracting(Person::email)
			.containsExactlyInAnyOrder(contact.email(), welcome);
		assertThat(this.registered.contact(code).map(Person::id)).contains(contact.id());
	}

	@Test
	@DisplayName("联系人在首页和本单位看到并同意加入申请；代码被他人注册的申请看不到，伪造同意的按不存在处理；主管部门两种都可处理")
	void contactDecidesOnJoiningOnly() {
		String code = CaseForms.code(enterprises++);
		String email = address();
		Person contact = registers(code, email);
		String disputing = address();
		Claim dispute = claims(code, disputing, ClaimKind.DISPUTE);
		Visitor visitor = login(email, NEW_PASSWORD);

		assertThat(visitor.open("/").body()).doesNotContain("认领申请");
		assertThat(visitor.open("/organization").body()).doesNotContain("认领申请", disputing);
		HttpResponse<String> forged = visitor.submit("/organization/claims/" + dispute.id(), Map.of());
		assertThat(forged.statusCode()).isEqualTo(404);
		assertThat(visitor.submit("/organization/claims/" + UUID.randomUUID(), Map.of()).statusCode()).isEqualTo(404);
		assertThat(this.people.findByLogin(disputing)).isEmpty();
		assertThat(this.mailbox.kinds(email)).isEqualTo(List.of("account-registration"));

		String joining = address();
		Claim join = claims(code, joining, ClaimKind.JOIN);
		assertThat(this.claims.find(join.id(), decider(join))).isPresent();
		assertThat(login(Cast.APPLICANT_A.email(), Cast.PASSWORD).open("/").body()).doesNotContain("认领申请");
		assertThat(visitor.open("/").body()).contains("待处理 1 项：有人申请加入本单位");
		assertThat(visitor.open("/organization").body()).contains(joining).doesNotContain(disputing);
		assertThat(visitor.submit("/organization/claims/" + join.id(), Map.of()).statusCode()).isEqualTo(302);
		assertThat(this.people.everyone(code)).extracting(Person::email)
			.containsExactlyInAnyOrder(contact.email(), joining);
		assertThat(visitor.open("/").body()).doesNotContain("认领申请");
	}

	@Test
	@DisplayName("先申请加入、后称代码被他人注册：转为由主管部门核实，联系人不再看到也不能同意；反之不变")
	void openJoinTurnsIntoADispute() {
		String code = CaseForms.code(enterprises++);
		Person contact = registers(code, address());
		String email = address();
		Claim join = claims(code, email, ClaimKind.JOIN);
		assertThat(this.colleagues.joining(contact)).extracting(Claim::id).containsExactly(join.id());

		Claim dispute = claims(code, email, ClaimKind.DISPUTE);

		assertThat(dispute.id()).isEqualTo(join.id());
		assertThat(dispute.kind()).isEqualTo(ClaimKind.DISPUTE);
		assertThat(this.colleagues.joining(contact)).isEmpty();
		assertThat(this.colleagues.admit(contact, join.id())).isFalse();
		assertThat(this.mailbox.kinds(contact.email())).containsExactlyInAnyOrder("claim-opened",
				"account-registration");
		assertThat(this.mailbox.newest(decider(dispute).email())).contains("本单位代码被他人注册，请主管部门核实");
		assertThat(claims(code, email, ClaimKind.JOIN)).isEqualTo(dispute);
		this.claims.decide(dispute, ClaimDecision.TRANSFER, "经核对营业执照，原注册人不属于该单位。", decider(dispute));
		assertThat(this.registered.contact(code).map(Person::email)).contains(email);
	}

	@Test
	@DisplayName("本单位：联系人恢复停用的同事，重新收到邀请后可以登录；同事、他单位联系人和未停用的不能")
	void contactBringsAColleagueBack() {
		String code = CaseForms.code(enterprises++);
		String email = address();
		Person contact = registers(code, email);
		String returning = address();
		this.colleagues.invite(contact, entry(returning));
		Person colleague = activated(returning);
		String other = address();
		this.colleagues.invite(contact, entry(other));
		Person bystander = activated(other);
		assertThatThrownBy(() -> this.colleagues.bringBack(contact, colleague.id()))
			.hasMessageContaining("该人员或申请的状态已变化");
		this.colleagues.deactivate(contact, colleague.id());
		Visitor visitor = login(email, NEW_PASSWORD);
		assertThat(visitor.open("/organization").body()).contains("/organization/people/" + colleague.id() + "/return");
		assertThatThrownBy(() -> this.colleagues.bringBack(bystander, colleague.id())).hasMessage("仅单位联系人可以办理此事项。");
		assertThatThrownBy(
				() -> this.colleagues.bringBack(registers(CaseForms.code(enterprises++), address()), colleague.id()))
			.hasMessageContaining("该人员或申请的状态已变化");
		assertThat(this.people.standing(colleague.id()).map(Standing::state)).contains(State.LEFT);

		visitor.submit("/organization/people/" + colleague.id() + "/return", Map.of());

		assertThat(this.people.standing(colleague.id()).map(Standing::state)).contains(State.INVITED);
		assertThat(this.mailbox.kinds(returning)).isEqualTo(List.of("account-invited", "account-invited"));
		activated(returning);
		assertThat(home(returning, NEW_PASSWORD)).isEqualTo(200);
	}

	@Test
	@DisplayName("本单位：联系人邀请、移交、停用；同事只能查看；他人邮箱不说明归属")
	void contactLooksAfterColleagues() {
		String code = CaseForms.code(enterprises++);
		String email = address();
		Person contact = registers(code, email);
		Visitor visitor = login(email, NEW_PASSWORD);
		visitor.open("/organization");
		String colleague = address();

		HttpResponse<String> taken = visitor.submit("/organization/people",
				Map.of("name", "赵同事", "email", Cast.OFFICER.email(), "phone", "13900000001"));
		visitor.submit("/organization/people", Map.of("name", "赵同事", "email", colleague, "phone", "13900000001"));

		assertThat(taken.statusCode()).isEqualTo(422);
		assertThat(taken.body()).contains("该邮箱不能使用，请更换。").doesNotContain(Cast.OFFICER.name());
		Person second = activated(colleague);
		assertThatThrownBy(() -> this.colleagues.deactivate(second, contact.id())).hasMessage("仅单位联系人可以办理此事项。");
		assertThat(login(colleague, NEW_PASSWORD).open("/organization").body()).doesNotContain("邀请同事");
		visitor.submit("/organization/people/" + second.id() + "/contact", Map.of());
		assertThat(this.registered.contact(code).map(Person::id)).contains(second.id());
		assertThatThrownBy(() -> this.colleagues.deactivate(second, Cast.APPLICANT_A.id()))
			.isInstanceOf(RefusedException.class);
		this.colleagues.deactivate(second, contact.id());
		assertThat(visitor.open("/").statusCode()).isEqualTo(302);
	}

	private Person registers(String code, String email) {
		asks(code, email);
		this.desk.answer();
		String link = this.mailbox.link(email);
		Visitor visitor = Visitor.anonymous(this.port);
		visitor.open(link);
		visitor.submit(link, Map.of("password", NEW_PASSWORD, "repeated", NEW_PASSWORD));
		return this.people.findByLogin(email).orElseThrow();
	}

	private Claim claims(String code, String email, ClaimKind kind) {
		asks(code, email);
		this.desk.answer();
		String link = this.mailbox.link(email);
		Visitor visitor = Visitor.anonymous(this.port);
		assertThat(visitor.open(link).body()).contains("认领单位账号");
		assertThat(visitor.submit(link, Map.of("explanation", "太短", "kind", "JOIN")).statusCode()).isEqualTo(422);
		String explanation = "本人为该单位信息中心主任，请核实。";
		HttpResponse<String> undecided = visitor.submit(link, Map.of("explanation", explanation));
		assertThat(undecided.statusCode()).isEqualTo(422);
		assertThat(undecided.body()).contains("请选择一项“申请事项”。", explanation);
		assertThat(visitor.submit(link, Map.of("explanation", explanation, "kind", kind.name())).statusCode())
			.isEqualTo(200);
		return List.of(Cast.OFFICER, Cast.MIIT_OFFICER)
			.stream()
			.flatMap(officer -> this.claims.openFor(officer).stream())
			.filter(claim -> claim.claimant().email().equals(email))
			.findFirst()
			.orElseThrow();
	}

	private static Person decider(Claim claim) {
		return claim.authority().isEmpty() ? Cast.MIIT_OFFICER : Cast.OFFICER;
	}

	private Person activated(String email) {
		String link = this.mailbox.link(email);
		Visitor visitor = Visitor.anonymous(this.port);
		visitor.open(link);
		visitor.submit(link, Map.of("password", NEW_PASSWORD, "repeated", NEW_PASSWORD, "privacyVersion",
				this.campaign.privacyVersion()));
		return this.people.findByLogin(email).orElseThrow();
	}

	private HttpResponse<String> asks(String code, String email) {
		Visitor visitor = Visitor.anonymous(this.port);
		visitor.open("/register");
		Map<String, String> form = new HashMap<>(Map.of("uscc", code, "enterpriseName", "示例注册(杭州)有限公司", "name", "钱样例",
				"email", email, "phone", "13900000001"));
		form.put("privacyVersion", this.campaign.privacyVersion());
		return visitor.submit("/register", form);
	}

	private HttpResponse<String> forgets(String email) {
		Visitor visitor = Visitor.anonymous(this.port);
		visitor.open("/account/recovery");
		return visitor.submit("/account/recovery", Map.of("email", email));
	}

	private int home(String email, String password) {
		return login(email, password).open("/").statusCode();
	}

	private Visitor login(String email, String password) {
		Visitor visitor = Visitor.anonymous(this.port);
		visitor.logIn(email, password);
		return visitor;
	}

	private static String said(HttpResponse<String> answer) {
		return answer.statusCode() + answer.body();
	}

	private static String address() {
		return "r" + UUID.randomUUID().toString().substring(0, 12) + "@example.cn";
	}

	private static PersonEntry entry(String email) {
		return new PersonEntry("赵同事", email, "13900000001");
	}

}
