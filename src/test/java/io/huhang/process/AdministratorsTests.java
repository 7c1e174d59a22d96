package io.huhang.process;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.Visitor;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.organization.Standing.State;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@HuhangTest
@DisplayName("系统管理员始终至少一名")
class AdministratorsTests {

	private static final String GROUP = "camunda-admin";

	private static final String SETUP = "/camunda/api/admin/setup/default/user/create";

	private static final String INTRUDER = "{\"profile\":{\"id\":\"test-intruder\"},\"credentials\":{\"password\":\"Ceshi@2024-mima\"}}";

	@LocalServerPort
	private int port;

	private final Accounts accounts;

	private final People people;

	private final IdentityService identity;

	private final JdbcClient jdbc;

	AdministratorsTests(Accounts accounts, People people, IdentityService identity, JdbcClient jdbc) {
		this.accounts = accounts;
		this.people = people;
		this.identity = identity;
		this.jdbc = jdbc;
	}

	@BeforeEach
	void leaveOne() {
		this.people.with(Role.ADMINISTRATOR, "")
			.stream()
			.filter(person -> !person.equals(Cast.ADMINISTRATOR))
			.forEach(person -> this.accounts.deactivate(person.id()));
	}

	@Test
	@DisplayName("最后一名不能停用，也不能改任其他角色")
	void lastAdministratorStays() {
		Person last = Cast.ADMINISTRATOR;

		refused(() -> this.accounts.deactivate(last.id()));
		refused(() -> this.accounts.assignRole(as(last, Role.AUDITOR)));

		assertThat(this.people.with(Role.ADMINISTRATOR, "")).isEqualTo(List.of(last));
	}

	@Test
	@DisplayName("对照：还有另一名时可以")
	void oneOfTwoMayLeave() {
		Person second = another();
		Person third = another();

		this.accounts.assignRole(as(second, Role.AUDITOR));
		this.accounts.deactivate(third.id());

		assertThat(this.people.with(Role.ADMINISTRATOR, "")).isEqualTo(List.of(Cast.ADMINISTRATOR));
		this.accounts.deactivate(second.id());
	}

	@Test
	@DisplayName("两名同时停用：只有一个成功")
	void twoAtTheSameMomentDoNotBothLeave() throws Exception {
		Person second = another();
		Person third = another();
		this.people.become(Cast.ADMINISTRATOR.id(), State.LEFT);
		try {
			assertThat(atOnce(() -> left(second), () -> left(third))).containsExactlyInAnyOrder(true, false);

			assertThat(this.people.with(Role.ADMINISTRATOR, "")).hasSize(1);
		}
		finally {
			this.people.become(Cast.ADMINISTRATOR.id(), State.ACTIVE);
		}
	}

	@Test
	@DisplayName("引擎内：最后一名成员、该用户和用户组本身都不能删除")
	void engineKeepsTheLastOne() {
		String last = Cast.ADMINISTRATOR.id();

		closed(() -> this.identity.deleteMembership(last, GROUP));
		closed(() -> this.identity.deleteUser(last));
		closed(() -> this.identity.deleteGroup(GROUP));

		assertThat(this.identity.createUserQuery().memberOfGroup(GROUP).count()).isEqualTo(1);
	}

	@Test
	@DisplayName("对照：引擎内，还有另一名时可以删除成员和用户")
	void engineLetsOneOfTwoGo() {
		Person second = another();

		this.identity.deleteMembership(second.id(), GROUP);
		this.identity.deleteUser(second.id());

		assertThat(this.identity.createUserQuery().memberOfGroup(GROUP).count()).isEqualTo(1);
		this.people.become(second.id(), State.LEFT);
	}

	@Test
	@DisplayName("即使用户组被直接清空，首次设置入口仍然关闭")
	void setupStaysClosedWithAnEmptyGroup() {
		this.jdbc.sql("delete from ACT_ID_MEMBERSHIP where GROUP_ID_ = 'camunda-admin'").update();
		try {
			Visitor applicant = Visitor.of(Cast.APPLICANT_A, this.port);

			assertThat(applicant.post(SETUP, INTRUDER).statusCode()).isEqualTo(404);
			assertThat(Visitor.anonymous(this.port).post(SETUP, INTRUDER).statusCode()).isEqualTo(401);
			assertThat(this.identity.createUserQuery().userId("test-intruder").count()).isZero();
		}
		finally {
			this.identity.createMembership(Cast.ADMINISTRATOR.id(), GROUP);
		}
	}

	private Person another() {
		String id = this.accounts.newId();
		Person person = new Person(id, "辰样例", id + "@example.cn", "", Role.ADMINISTRATOR, "");
		this.accounts.create(person, Cast.PASSWORD);
		return person;
	}

	private boolean left(Person person) {
		try {
			this.accounts.deactivate(person.id());
			return true;
		}
		catch (RefusedException ex) {
			return false;
		}
	}

	private static List<Boolean> atOnce(Callable<Boolean> one, Callable<Boolean> other) throws Exception {
		CyclicBarrier start = new CyclicBarrier(2);
		ExecutorService threads = Executors.newFixedThreadPool(2);
		try {
			List<Future<Boolean>> answers = List.of(one, other).stream().map(work -> threads.submit(() -> {
				start.await(30, TimeUnit.SECONDS);
				return work.call();
			})).toList();
			return List.of(answers.get(0).get(60, TimeUnit.SECONDS), answers.get(1).get(60, TimeUnit.SECONDS));
		}
		finally {
			threads.shutdownNow();
		}
	}

	private static Person as(Person person, Role role) {
		return new Person(person.id(), person.name(), person.email(), person.phone(), role, person.organization());
	}

	private static void refused(ThrowingCallable work) {
		assertThatThrownBy(work).isInstanceOf(RefusedException.class)
			.hasMessage("这是最后一名在用的系统管理员，不能停用或调整角色。请先开通另一名系统管理员。");
	}

	private static void closed(ThrowingCallable work) {
		assertThatThrownBy(work).isInstanceOf(BadUserRequestException.class)
			.hasMessage("the group of administrators never empties");
	}

}
