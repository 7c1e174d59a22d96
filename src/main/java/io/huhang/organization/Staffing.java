package io.huhang.organization;

import java.util.List;

import io.huhang.campaign.RefusedException;

import org.springframework.stereotype.Component;

/**
 * Nobody leaves a unit without the people that its work needs: someone of each level, and
 * two people in every authority (design §1).
 */
@Component
public class Staffing {

	private static final int FEWEST = 2;

	private static final List<Role> NEEDED = List.of(Role.OFFICER, Role.HEAD, Role.LEADER, Role.MIIT_OFFICER,
			Role.MIIT_HEAD, Role.MIIT_LEADER, Role.COORDINATOR, Role.ADMINISTRATOR);

	private final PeopleList people;

	Staffing(PeopleList people) {
		this.people = people;
	}

	/**
	 * Makes sure that the unit can do without this person in its role. Holds everyone of
	 * the unit until the transaction ends: the second of two at the same moment sees what
	 * the first one did.
	 * @throws RefusedException if the person is the last one of its level
	 */
	public void requireWithout(Person person) {
		List<Person> active = this.people.lock(person.organization());
		// As locked: the role may have changed since the caller read it.
		active.stream()
			.filter(locked -> locked.id().equals(person.id()) && NEEDED.contains(locked.role()))
			.forEach(locked -> require(locked,
					active.stream().filter(other -> !other.id().equals(locked.id())).toList()));
	}

	private static void require(Person person, List<Person> others) {
		if (others.stream().noneMatch(other -> other.role() == person.role())) {
			throw refused("%s是本单位最后一名在用的%s。请先邀请接任人员，待其设置密码、账号启用后再办理。".formatted(person.name(), person.role().label()));
		}
		if (person.role().isLocal() && others.size() < FEWEST) {
			throw refused("每个地方主管部门至少保留%d名在用人员（审核与签发不能由同一人办理）。请先邀请接任人员，待其账号启用后再办理。".formatted(FEWEST));
		}
	}

	private static RefusedException refused(String text) {
		return new RefusedException("person", text, "通知二（二）");
	}

}
