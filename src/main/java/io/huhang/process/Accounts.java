package io.huhang.process;

import java.security.SecureRandom;
import java.util.List;
import java.util.stream.Collectors;

import io.huhang.campaign.RefusedException;
import io.huhang.organization.Enterprises;
import io.huhang.organization.OneTimeLinks;
import io.huhang.organization.OneTimeLinks.Purpose;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.organization.Standing.State;
import io.huhang.process.engine.Grants;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.User;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The accounts behind the one login: a person here is a user of the engine, with the
 * groups of its role. The engine keeps the id and the password only; names and addresses
 * stay in our tables.
 */
@Component
public class Accounts {

	// Without letters that look like digits; people read the id to each other.
	private static final String ID_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

	private static final int ID_LENGTH = 8;

	private final SecureRandom random = new SecureRandom();

	private final IdentityService identity;

	private final TaskService tasks;

	private final People people;

	private final OneTimeLinks links;

	private final Enterprises enterprises;

	private final Grants grants;

	Accounts(IdentityService identity, TaskService tasks, People people, OneTimeLinks links, Enterprises enterprises,
			Grants grants) {
		this.identity = identity;
		this.tasks = tasks;
		this.people = people;
		this.links = links;
		this.enterprises = enterprises;
		this.grants = grants;
	}

	/**
	 * An id that tells nothing about its person: it stands in tasks, history and logs.
	 */
	public String newId() {
		return this.random.ints(ID_LENGTH, 0, ID_LETTERS.length())
			.mapToObj(index -> ID_LETTERS.substring(index, index + 1))
			.collect(Collectors.joining("", "u-", ""));
	}

	/** Adds a person with a new id who may log in at once. */
	@Transactional
	public void create(Person person, String password) {
		this.people.add(person, State.ACTIVE);
		admit(person, password);
	}

	/** Adds a person with a new id who may log in after choosing a password. */
	@Transactional
	public void invite(Person person) {
		this.people.add(person, State.INVITED);
	}

	/** An invited person, or one who comes back, has chosen its password. */
	@Transactional
	public void activate(String userId, String password) {
		admit(this.people.get(userId), password);
		this.people.become(userId, State.ACTIVE);
		this.people.renewCredentials(userId, false);
	}

	/** The person has a new password; its open sessions are over. */
	@Transactional
	public void changePassword(String userId, String password) {
		User user = this.identity.createUserQuery().userId(userId).singleResult();
		user.setPassword(password);
		this.identity.saveUser(user);
		this.people.renewCredentials(userId, false);
		this.links.revoke(Purpose.RECOVERY, userId);
	}

	/**
	 * Gives the person the groups of another role.
	 * @throws RefusedException if no administrator would be left
	 */
	@Transactional
	public void assignRole(Person person) {
		if (person.role() != Role.ADMINISTRATOR) {
			requireAnotherAdministrator(person.id());
		}
		Person before = this.people.get(person.id());
		this.people.update(person);
		before.groups()
			.stream()
			.filter(group -> !person.groups().contains(group))
			.forEach(group -> this.identity.deleteMembership(person.id(), group));
		join(person, before.groups());
		this.people.renewCredentials(person.id(), false);
		release(person.id());
	}

	/**
	 * The person works here no more: no login, no open session, no letter. What it had
	 * claimed goes back to its colleagues.
	 * @throws RefusedException if no administrator would be left
	 */
	@Transactional
	public void deactivate(String userId) {
		requireAnotherAdministrator(userId);
		this.people.become(userId, State.LEFT);
		this.people.renewCredentials(userId, false);
		for (Purpose purpose : Purpose.values()) {
			this.links.revoke(purpose, userId);
		}
		this.identity.deleteUser(userId);
		release(userId);
	}

	/**
	 * Gives the group of each role and unit what the role may do by now: rights that came
	 * after it was made. The people stay locked meanwhile, so that of two nodes one does
	 * it. An enterprise's own group is left out: its people have the rights by the group
	 * that all applicants share, and there are thousands.
	 */
	@Transactional
	public void renewGrants() {
		for (Role role : Role.values()) {
			this.people.lock(role)
				.stream()
				.map(person -> person.groups().get(0))
				.distinct()
				.forEach(group -> this.grants.ensureGroup(group, role));
		}
	}

	private void admit(Person person, String password) {
		User user = this.identity.newUser(person.id());
		user.setPassword(password);
		this.identity.saveUser(user);
		join(person, List.of());
		if (person.role() == Role.APPLICANT) {
			this.enterprises.appointFirst(person.organization(), person.id());
		}
	}

	private void join(Person person, List<String> already) {
		for (String group : person.groups()) {
			this.grants.ensureGroup(group, person.role());
			if (!already.contains(group)) {
				this.identity.createMembership(person.id(), group);
			}
		}
	}

	private void requireAnotherAdministrator(String userId) {
		List<String> administrators = this.people.lock(Role.ADMINISTRATOR).stream().map(Person::id).toList();
		if (administrators.equals(List.of(userId))) {
			throw new RefusedException("person", "这是最后一名在用的系统管理员，不能停用或调整角色。请先开通另一名系统管理员。", "账号安全要求");
		}
	}

	private void release(String userId) {
		this.tasks.createTaskQuery()
			.taskAssignee(userId)
			.list()
			.forEach(task -> this.tasks.setAssignee(task.getId(), null));
	}

}
