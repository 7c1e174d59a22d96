package io.huhang.organization;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.huhang.campaign.RefusedException;
import io.huhang.organization.Merging.Level;

import org.springframework.stereotype.Component;

/**
 * Nobody leaves a unit without the people that its work needs: someone of each level that
 * remains after merging, and two people in every authority (design §1).
 */
@Component
public class Staffing {

	private static final int FEWEST = 2;

	private static final List<Level> MINISTRY = List.of(Level.of(Role.MIIT_OFFICER), Level.of(Role.MIIT_HEAD),
			Level.of(Role.MIIT_LEADER), Level.of(Role.COORDINATOR), Level.of(Role.ADMINISTRATOR));

	private final PeopleList people;

	private final Levels levels;

	Staffing(PeopleList people, Levels levels) {
		this.people = people;
		this.levels = levels;
	}

	/**
	 * Makes sure that the unit can do without this person in its role. Holds everyone of
	 * the unit until the transaction ends: the second of two at the same moment sees what
	 * the first one did.
	 * @param next the role that the person has instead; empty if it leaves
	 * @throws RefusedException if the person is the last one of its level
	 */
	public void requireWithout(Person person, Optional<Role> next) {
		List<Person> active = this.people.lock(person.organization());
		// As locked: the role may have changed since the caller read it.
		active.stream()
			.filter(locked -> locked.id().equals(person.id()))
			.forEach(locked -> require(locked, remaining(active, locked, next)));
	}

	private void require(Person person, List<Role> remaining) {
		List<Level> needed = person.role().isLocal() ? this.levels.of(person.organization()).levels() : MINISTRY;
		needed.stream()
			.filter(level -> level.roles().contains(person.role()))
			.filter(level -> remaining.stream().noneMatch(level.roles()::contains))
			.forEach(level -> {
				throw refused("%s是本单位最后一名在用的%s。请先邀请接任人员，待其设置密码、账号启用后再办理。".formatted(person.name(), level.label()));
			});
		if (person.role().isLocal() && remaining.size() < FEWEST) {
			throw refused("每个地方主管部门至少保留%d名在用人员（审核与签发不能由同一人办理）。请先邀请接任人员，待其账号启用后再办理。".formatted(FEWEST));
		}
	}

	private static List<Role> remaining(List<Person> active, Person person, Optional<Role> next) {
		List<Role> roles = new ArrayList<>(
				active.stream().filter(other -> !other.id().equals(person.id())).map(Person::role).toList());
		next.ifPresent(roles::add);
		return roles;
	}

	private static RefusedException refused(String text) {
		return new RefusedException("person", text, "系统规则");
	}

}
