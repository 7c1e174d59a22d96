package io.huhang.process;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;

import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.Mailbox;
import io.huhang.Visitor;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.Levels;
import io.huhang.organization.Merging;
import io.huhang.organization.Newcomer;
import io.huhang.organization.OneTimeLinks;
import io.huhang.organization.OneTimeLinks.Purpose;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.PersonEntry;
import io.huhang.organization.Role;
import io.huhang.organization.Standing.State;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

@HuhangTest
@DisplayName("人员管理：邀请、变更、停用、恢复")
@Timeout(120)
class StaffTests {

	private static final String LAST_OFFICER = "卯样例是本单位最后一名在用的经办人。请先邀请接任人员，待其设置密码、账号启用后再办理。";

	private static int units = 0;

	@LocalServerPort
	private int port;

	private final Staff staff;

	private final Accounts accounts;

	private final People people;

	private final Levels levels;

	private final OneTimeLinks links;

	private final Mailbox mailbox;

	private final JdbcClient database;

	// Each test has an authority of its own.
	private final String unit = List
		.of("340000-iit", "350000-iit", "360000-iit", "370000-iit", "410000-iit", "430000-iit", "440000-iit",
				"450000-iit", "460000-iit", "500000-iit", "510000-iit", "520000-iit", "530000-iit", "540000-iit",
				"610000-iit", "620000-iit", "630000-iit", "640000-iit")
		.get(units++);

	StaffTests(Staff staff, Accounts accounts, People people, Levels levels, OneTimeLinks links, Mailbox mailbox,
			JdbcClient database) {
		this.staff = staff;
		this.accounts = accounts;
		this.people = people;
		this.levels = levels;
		this.links = links;
		this.mailbox = mailbox;
		this.database = database;
	}

	@Test
	@DisplayName("邀请：未设置密码前不能登录，收到邀请信，留痕")
	void invitesByLetter() {
		Person invited = this.staff.invite(newcomer("chen-1@example.cn"), "test-head");

		assertThat(state(invited)).isEqualTo(State.INVITED);
		assertThat(this.mailbox.kinds("chen-1@example.cn")).containsExactly("account-invited");
		assertThat(audited(invited)).containsExactly("test-head person.invite");
	}

	@Test
	@DisplayName("邀请：全部问题一次指出；已使用的邮箱不说明由谁使用")
	void namesEverythingWrongAtOnce() {
		RefusedException refused = catchThrowableOfType(RefusedException.class,
				() -> this.staff.invite(new Newcomer(PersonEntry.typed("卯1", Cast.OFFICER.email().toUpperCase(), "123"),
						Role.OFFICER, this.unit), "test-head"));

		assertThat(refused.problems()).extracting(Problem::field).containsExactly("name", "phone", "email");
		assertThat(refused.problems().get(2).text()).isEqualTo("“邮箱”不能使用，请核对或换一个邮箱；确认无误的，请联系系统管理员。");
	}

	@Test
	@DisplayName("修改邮箱：通知新旧两个邮箱，发往旧邮箱的链接失效，按新邮箱登录")
	void tellsBothAddresses() {
		Person person = active(Role.OFFICER, "卯样例");
		String recovery = this.links.issue(Purpose.RECOVERY, person.id());
		String changed = "changed-" + person.email();

		this.staff.edit(person.id(), PersonEntry.typed("卯新例", changed, "010-68206207"), "test-admin");

		assertThat(this.mailbox.kinds(person.email())).containsExactly("account-address");
		assertThat(this.mailbox.kinds(changed)).containsExactly("account-address");
		assertThat(this.links.subject(Purpose.RECOVERY, recovery)).isEmpty();
		assertThat(this.people.findByLogin(changed))
			.contains(new Person(person.id(), "卯新例", changed, "010-68206207", Role.OFFICER, this.unit));
		assertThat(audited(person)).containsExactly("test-admin person.edit", "test-admin person.address");
	}

	@Test
	@DisplayName("对照：本人启用后，负责人不能更换其登录邮箱，否则可以冒用其账号")
	void headCannotTakeAnAddressOver() {
		Person person = active(Role.OFFICER, "卯样例");

		RefusedException refused = catchThrowableOfType(RefusedException.class, () -> this.staff.edit(person.id(),
				PersonEntry.typed("卯样例", "taken-over@example.cn", person.phone()), "test-head"));

		assertThat(refused).hasMessageContaining("登录邮箱只能由系统管理员变更");
		assertThat(this.people.get(person.id())).isEqualTo(person);
	}

	@Test
	@DisplayName("对照：只改姓名不发信；邀请期内改邮箱，邀请发往新邮箱")
	void writesOnlyAboutAddresses() {
		Person person = this.staff.invite(newcomer("chen-2@example.cn"), "test-head");
		String first = this.mailbox.link("chen-2@example.cn").replaceFirst(".*/", "");

		this.staff.edit(person.id(), PersonEntry.typed("卯新例", "chen-2@example.cn", person.phone()), "test-head");
		assertThat(this.mailbox.kinds("chen-2@example.cn")).containsExactly("account-invited");
		assertThat(this.links.subject(Purpose.INVITATION, first)).contains(person.id());

		this.staff.edit(person.id(), PersonEntry.typed("卯新例", "chen-3@example.cn", person.phone()), "test-head");
		assertThat(this.mailbox.kinds("chen-3@example.cn")).containsExactlyInAnyOrder("account-invited",
				"account-address");
		assertThat(this.links.subject(Purpose.INVITATION, first)).isEmpty();
	}

	@Test
	@DisplayName("重新发送邀请：新链接有效，旧链接失效；在用的账号不再邀请")
	void remindsTheInvited() {
		Person person = this.staff.invite(newcomer("chen-4@example.cn"), "test-head");
		String first = this.mailbox.link("chen-4@example.cn").replaceFirst(".*/", "");

		this.staff.remind(person.id(), "test-head");

		assertThat(this.links.subject(Purpose.INVITATION, first)).isEmpty();
		assertThat(this.mailbox.kinds("chen-4@example.cn")).containsExactly("account-invited", "account-invited");
		assertThat(refusal(() -> this.staff.remind(active(Role.OFFICER, "辰样例").id(), "test-head")))
			.isEqualTo("该账号不在“已邀请，待设置密码”状态，无需重新发送邀请。");
	}

	@Test
	@DisplayName("停用：打开的会话立即失效；恢复后须重新设置密码")
	void deactivatesAndBringsBack() {
		Person person = active(Role.OFFICER, "卯样例");
		Stream.of(Role.OFFICER, Role.HEAD).forEach(role -> active(role, "辰样例"));
		Visitor visitor = Visitor.of(person, this.port);
		assertThat(visitor.open("/people").statusCode()).isEqualTo(200);

		this.staff.deactivate(person.id(), "test-head");
		assertThat(visitor.open("/people").statusCode()).isEqualTo(302);
		assertThat(state(person)).isEqualTo(State.LEFT);

		this.staff.bringBack(person.id(), "test-head");
		assertThat(state(person)).isEqualTo(State.INVITED);
		assertThat(this.mailbox.kinds(person.email())).containsExactly("account-invited");
		assertThat(audited(person)).containsExactly("test-head person.deactivate", "test-head person.return");
	}

	@Test
	@DisplayName("不能停用、调整本级最后一人；接任者启用后可以")
	void keepsTheLastOneOfALevel() {
		Person officer = active(Role.OFFICER, "卯样例");
		Stream.of(Role.HEAD, Role.HEAD, Role.LEADER).forEach(role -> active(role, "辰样例"));
		Person successor = this.staff.invite(newcomer("chen-5@example.cn"), "test-head");

		assertThat(refusal(() -> this.staff.deactivate(officer.id(), "test-head"))).isEqualTo(LAST_OFFICER);
		assertThat(refusal(() -> this.staff.assign(officer.id(), Role.HEAD, "test-head"))).isEqualTo(LAST_OFFICER);
		assertThat(state(officer)).isEqualTo(State.ACTIVE);
		this.accounts.activate(successor.id(), Cast.PASSWORD);
		this.staff.deactivate(officer.id(), "test-head");
		assertThat(state(officer)).isEqualTo(State.LEFT);
	}

	@Test
	@DisplayName("层级合并后：合并的一级有一人即可，在级内调整角色不受限")
	void knowsMergedLevels() {
		active(Role.OFFICER, "卯样例");
		active(Role.OFFICER, "辰样例");
		Person head = active(Role.HEAD, "巳样例");
		this.levels.merge(this.unit, Merging.HEAD_LEADER, "test-head");

		this.staff.assign(head.id(), Role.LEADER, "test-admin");

		assertThat(this.people.get(head.id()).role()).isEqualTo(Role.LEADER);
		assertThat(refusal(() -> this.staff.deactivate(head.id(), "test-admin")))
			.isEqualTo("巳样例是本单位最后一名在用的处室负责人或者局领导。请先邀请接任人员，待其设置密码、账号启用后再办理。");
	}

	@Test
	@DisplayName("至少保留两人")
	void keepsTwoPeople() {
		Person officer = active(Role.OFFICER, "卯样例");
		active(Role.OFFICER, "辰样例");

		assertThat(refusal(() -> this.staff.deactivate(officer.id(), "test-admin")))
			.isEqualTo("每个地方主管部门至少保留2名在用人员（审核与签发不能由同一人办理）。请先邀请接任人员，待其账号启用后再办理。");
	}

	@Test
	@DisplayName("不能停用本人、调整本人角色；最后一名系统管理员不能停用")
	void refusesOneself() {
		assertThat(refusal(() -> this.staff.deactivate(Cast.HEAD.id(), Cast.HEAD.id())))
			.isEqualTo("不能停用本人的账号，请由其他有权人员办理。");
		assertThat(refusal(() -> this.staff.assign(Cast.HEAD.id(), Role.LEADER, Cast.HEAD.id())))
			.isEqualTo("不能调整本人的角色，请由其他有权人员办理。");
		assertThat(refusal(() -> this.staff.deactivate(Cast.ADMINISTRATOR.id(), "somebody")))
			.isEqualTo("子样例是本单位最后一名在用的系统管理员。请先邀请接任人员，待其设置密码、账号启用后再办理。");
	}

	@Test
	@DisplayName("调整未启用者的角色：启用后按新角色")
	void assignsTheInvited() {
		Person person = this.staff.invite(newcomer("chen-6@example.cn"), "test-head");

		this.staff.assign(person.id(), Role.LEADER, "test-head");

		this.accounts.activate(person.id(), Cast.PASSWORD);
		assertThat(this.people.with(Role.LEADER, this.unit)).extracting(Person::id).containsExactly(person.id());
	}

	@RepeatedTest(3)
	@DisplayName("两名处室负责人同时各停用一名经办人：只有一个成功")
	void letsOnlyOneOfTheLastTwoGo() {
		List<Person> officers = List.of(active(Role.OFFICER, "卯样例"), active(Role.OFFICER, "卯样例"));
		Stream.of(Role.HEAD, Role.HEAD, Role.LEADER).forEach(role -> active(role, "辰样例"));
		CyclicBarrier together = new CyclicBarrier(2);

		List<Throwable> refusals = officers.stream()
			.map(officer -> CompletableFuture.supplyAsync(() -> deactivate(officer, together),
					task -> new Thread(task).start()))
			.toList()
			.stream()
			.map(CompletableFuture::join)
			.filter(Objects::nonNull)
			.toList();

		assertThat(refusals).extracting(Throwable::getMessage).containsExactly(LAST_OFFICER);
		assertThat(this.people.with(Role.OFFICER, this.unit)).hasSize(1);
	}

	private Throwable deactivate(Person officer, CyclicBarrier together) {
		try {
			together.await();
			this.staff.deactivate(officer.id(), "test-head");
			return null;
		}
		catch (RuntimeException ex) {
			return ex;
		}
		catch (InterruptedException | BrokenBarrierException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Newcomer newcomer(String email) {
		return new Newcomer(PersonEntry.typed("卯样例", email, "13900000000"), Role.OFFICER, this.unit);
	}

	private Person active(Role role, String name) {
		String id = this.accounts.newId();
		Person person = new Person(id, name, id + "@example.cn", "13900000000", role, this.unit);
		this.accounts.create(person, Cast.PASSWORD);
		return person;
	}

	private State state(Person person) {
		return this.people.standing(person.id()).orElseThrow().state();
	}

	private static String refusal(Runnable action) {
		return catchThrowableOfType(RefusedException.class, action::run).getMessage();
	}

	private List<String> audited(Person person) {
		return this.database
			.sql("select actor || ' ' || action from audit_entry where subject = :id"
					+ " and action like 'person.%' order by id")
			.param("id", person.id())
			.query(String.class)
			.list();
	}

}
