package io.huhang.process;

import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.process.engine.Grants;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The accounts behind the one login: a person here is a user of the engine, with the
 * groups of its role.
 */
@Component
public class Accounts {

	private final IdentityService identity;

	private final People people;

	private final Grants grants;

	Accounts(IdentityService identity, People people, Grants grants) {
		this.identity = identity;
		this.people = people;
		this.grants = grants;
	}

	/** Whether this is the password of this login name; false for an unknown name too. */
	public boolean check(String userId, String password) {
		return this.identity.checkPassword(userId, password);
	}

	/** Adds a person with a new login name and gives it what its role may do. */
	@Transactional
	public void create(Person person, String password) {
		User user = this.identity.newUser(person.id());
		user.setFirstName(person.name());
		// The webapps print first and last name; a Chinese name is one word.
		user.setLastName("");
		user.setEmail(person.email());
		user.setPassword(password);
		this.identity.saveUser(user);
		for (String group : person.groups()) {
			this.grants.ensureGroup(group, person.role());
			this.identity.createMembership(person.id(), group);
		}
		this.people.add(person);
	}

}
