package io.huhang.process.engine;

import java.util.List;
import java.util.function.Supplier;

import io.huhang.organization.People;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.identity.db.DbUserQueryImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/**
 * Lends the engine's users the names of our people whenever the webapps ask for users:
 * the engine keeps ids and passwords only, and who may see whom stays its decision.
 */
class NamedUsers extends DbIdentityServiceProvider {

	private final Supplier<People> people;

	NamedUsers(Supplier<People> people) {
		this.people = people;
	}

	/** Makes them for each command. */
	static SessionFactory factory(Supplier<People> people) {
		return new SessionFactory() {

			@Override
			public Class<?> getSessionType() {
				return NamedUsers.class;
			}

			@Override
			public Session openSession() {
				return new NamedUsers(people);
			}

		};
	}

	@Override
	public List<User> findUserByQueryCriteria(DbUserQueryImpl query) {
		return super.findUserByQueryCriteria(query).stream().map(user -> named((UserEntity) user)).toList();
	}

	// Whoever saves what it found must not bring the name into the engine's tables.
	@Override
	public IdentityOperationResult saveUser(User user) {
		user.setFirstName("");
		user.setLastName("");
		user.setEmail("");
		return super.saveUser(user);
	}

	// A copy: the engine writes back whatever changes on its own.
	private User named(UserEntity user) {
		UserEntity copy = new UserEntity(user.getId());
		copy.setRevision(user.getRevision());
		copy.setDbPassword(user.getPassword());
		copy.setSalt(user.getSalt());
		copy.setLockExpirationTime(user.getLockExpirationTime());
		copy.setAttempts(user.getAttempts());
		copy.setLastName("");
		this.people.get().find(user.getId()).ifPresentOrElse(person -> {
			// The webapps print first and last name; a Chinese name is one word.
			copy.setFirstName(person.name());
			copy.setEmail(person.email());
		}, () -> {
			copy.setFirstName("");
			copy.setEmail("");
		});
		return copy;
	}

}
