package io.huhang.process;

import java.util.List;
import java.util.Optional;

import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.Visitor;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.organization.Standing;
import io.huhang.organization.Standing.State;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@HuhangTest
@DisplayName("账号：邀请、启用、改密、停用")
class AccountsTests {

	private static final String NEW_PASSWORD = "Gengxin@2024-mima";

	@LocalServerPort
	private int port;

	private final Accounts accounts;

	private final People people;

	private final IdentityService identity;

	private final TaskService tasks;

	private final AuthorizationService authorizations;

	private final JdbcClient jdbc;

	AccountsTests(Accounts accounts, People people, IdentityService identity, TaskService tasks,
			AuthorizationService authorizations, JdbcClient jdbc) {
		this.accounts = accounts;
		this.people = people;
		this.identity = identity;
		this.tasks = tasks;
		this.authorizations = authorizations;
		this.jdbc = jdbc;
	}

	@Test
	@DisplayName("编号不含个人信息，引擎表中只有编号和密码，查询时才带出姓名")
	void engineKeepsTheIdOnlyAndIsLentTheName() {
		Person person = created();
		this.accounts.changePassword(person.id(), NEW_PASSWORD);

		User user = this.identity.createUserQuery().userId(person.id()).singleResult();

		assertThat(person.id()).matches("u-[a-z2-9]{8}");
		assertThat(List.of(user.getFirstName(), user.getLastName(), user.getEmail()))
			.isEqualTo(List.of(person.name(), "", person.email()));
		assertThat(this.jdbc.sql("select first_, last_, email_ from act_id_user where id_ = :id")
			.param("id", person.id())
			.query()
			.singleRow()
			.values()).containsOnly((Object) "");
	}

	@Test
	@DisplayName("旧库中已有的用户组：启动时补上新增的权限，不多给，重复启动不变")
	void givesGroupsOfAnOlderDatabaseWhatTheirRoleMayDoByNow() {
		List<String> before = grants();
		this.authorizations.createAuthorizationQuery()
			.resourceType(Resources.PROCESS_DEFINITION)
			.resourceId(RegionApplicationProcess.KEY)
			.list()
			.forEach(grant -> this.authorizations.deleteAuthorization(grant.getId()));
		Authorization narrow = this.authorizations.createAuthorizationQuery()
			.groupIdIn(Cast.AUTHORITY + "-officer")
			.resourceId(CaseRecommendationProcess.KEY)
			.singleResult();
		narrow.setPermissions(new Permission[] { Permissions.READ });
		this.authorizations.saveAuthorization(narrow);
		assertThat(mayStartRegion(Cast.OFFICER)).isFalse();

		this.accounts.renewGrants();
		assertThat(mayStartRegion(Cast.OFFICER)).isTrue();
		assertThat(List.of(Cast.HEAD, Cast.APPLICANT_A, Cast.COORDINATOR)).noneMatch(this::mayStartRegion);
		this.accounts.renewGrants();

		assertThat(grants()).isEqualTo(before);
	}

	private boolean mayStartRegion(Person person) {
		return this.authorizations.isUserAuthorized(person.id(), person.groups(), Permissions.CREATE_INSTANCE,
				Resources.PROCESS_DEFINITION, RegionApplicationProcess.KEY);
	}

	private List<String> grants() {
		return this.authorizations.createAuthorizationQuery()
			.list()
			.stream()
			.filter(grant -> grant.getGroupId() != null)
			.map(grant -> "%s %s %s %s".formatted(grant.getGroupId(), grant.getResourceType(), grant.getResourceId(),
					((AuthorizationEntity) grant).getPermissions()))
			.sorted()
			.toList();
	}

	@Test
	@DisplayName("用邮箱登录，大小写不限")
	void logsInWithTheAddress() {
		Person person = created();

		assertThat(home(login(person.email().toUpperCase(), Cast.PASSWORD))).isEqualTo(200);
		assertThat(home(login(person.id(), Cast.PASSWORD))).isEqualTo(200);
	}

	@Test
	@DisplayName("被邀请者设置密码后才能登录")
	void invitedPersonLogsInOnceActivated() {
		Person person = somebody();
		this.accounts.invite(person);
		assertThat(home(login(person.email(), Cast.PASSWORD))).isEqualTo(302);
		assertThat(this.people.of(person.organization())).doesNotContain(person);

		this.accounts.activate(person.id(), Cast.PASSWORD);

		assertThat(home(login(person.email(), Cast.PASSWORD))).isEqualTo(200);
		assertThat(this.people.of(person.organization())).contains(person);
	}

	@Test
	@DisplayName("停用后：已打开的页面和办理页面立即失效，不能再登录，记录保留")
	void deactivatedPersonIsOutAtOnce() {
		Person person = created();
		Visitor visitor = login(person.id(), Cast.PASSWORD);
		assertThat(visitor.get("/camunda/api/engine/engine/").statusCode()).isEqualTo(200);

		this.accounts.deactivate(person.id());

		assertThat(visitor.get("/camunda/api/engine/engine/").statusCode()).isEqualTo(401);
		assertThat(home(visitor)).isEqualTo(302);
		assertThat(home(login(person.id(), Cast.PASSWORD))).isEqualTo(302);
		assertThat(this.people.find(person.id())).isEqualTo(Optional.of(person));
		assertThat(this.people.standing(person.id()).map(Standing::state)).isEqualTo(Optional.of(State.LEFT));
	}

	@Test
	@DisplayName("停用后：已认领的任务退回，同事可以认领")
	void claimedTasksGoBack() {
		Person person = created();
		Task task = this.tasks.newTask();
		task.setAssignee(person.id());
		this.tasks.saveTask(task);

		this.accounts.deactivate(person.id());

		assertThat(this.tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee()).isNull();
		this.tasks.deleteTask(task.getId(), true);
	}

	@Test
	@DisplayName("修改密码：其他会话失效，旧密码无效")
	void newPasswordEndsOtherSessions() {
		Person person = created();
		Visitor visitor = login(person.id(), Cast.PASSWORD);

		this.accounts.changePassword(person.id(), NEW_PASSWORD);

		assertThat(home(visitor)).isEqualTo(302);
		assertThat(home(login(person.id(), NEW_PASSWORD))).isEqualTo(200);
	}

	@Test
	@DisplayName("调整角色：改为新角色的用户组，须重新登录")
	void newRoleBringsItsGroups() {
		Person person = created();
		Visitor visitor = login(person.id(), Cast.PASSWORD);
		Person promoted = new Person(person.id(), person.name(), person.email(), person.phone(), Role.HEAD,
				person.organization());

		this.accounts.assignRole(promoted);

		assertThat(home(visitor)).isEqualTo(302);
		assertThat(this.identity.createGroupQuery().groupMember(person.id()).list()).extracting(Group::getId)
			.isEqualTo(promoted.groups());
	}

	private Person created() {
		Person person = somebody();
		this.accounts.create(person, Cast.PASSWORD);
		return person;
	}

	private Person somebody() {
		String id = this.accounts.newId();
		return new Person(id, "寅样例", id + "@example.cn", "13900000000", Role.OFFICER, "420000-iit");
	}

	private Visitor login(String name, String password) {
		Visitor visitor = Visitor.anonymous(this.port);
		visitor.logIn(name, password);
		return visitor;
	}

	private static int home(Visitor visitor) {
		return visitor.open("/").statusCode();
	}

}
