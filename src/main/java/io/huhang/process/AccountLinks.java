package io.huhang.process;

import java.util.Optional;

import io.huhang.audit.AuditTrail;
import io.huhang.organization.OneTimeLinks;
import io.huhang.organization.OneTimeLinks.Purpose;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.Standing;
import io.huhang.organization.Standing.State;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the one-time links in letters open. Looking at a page uses nothing up, since mail
 * scanners open links too; only a sent form does.
 */
@Component
public class AccountLinks {

	private final OneTimeLinks links;

	private final People people;

	private final Accounts accounts;

	private final AuditTrail audit;

	AccountLinks(OneTimeLinks links, People people, Accounts accounts, AuditTrail audit) {
		this.links = links;
		this.people = people;
		this.accounts = accounts;
		this.audit = audit;
	}

	/** Who is invited by this link, while it works. */
	public Optional<Person> invited(String secret) {
		return subject(Purpose.INVITATION, secret, State.INVITED);
	}

	/**
	 * The invited person has chosen its password.
	 * @return false if the link does not work any more
	 */
	@Transactional
	public boolean accept(String secret, String password, String privacyVersion) {
		Optional<Person> invited = invited(secret).filter(person -> use(Purpose.INVITATION, secret));
		invited.map(Person::id).ifPresent(id -> {
			this.accounts.activate(id, password);
			this.people.agree(id, privacyVersion);
			this.audit.record(id, "account.activate", id);
		});
		return invited.isPresent();
	}

	/** Who may choose a new password by this link, while it works. */
	public Optional<Person> recovering(String secret) {
		return subject(Purpose.RECOVERY, secret, State.ACTIVE);
	}

	/**
	 * The person who forgot its password has chosen a new one.
	 * @return false if the link does not work any more
	 */
	@Transactional
	public boolean recover(String secret, String password) {
		Optional<Person> recovering = recovering(secret).filter(person -> use(Purpose.RECOVERY, secret));
		recovering.map(Person::id).ifPresent(id -> {
			this.accounts.changePassword(id, password);
			this.audit.record(id, "account.recover", id);
		});
		return recovering.isPresent();
	}

	private Optional<Person> subject(Purpose purpose, String secret, State state) {
		return this.links.subject(purpose, secret)
			.filter(id -> this.people.standing(id).map(Standing::state).equals(Optional.of(state)))
			.flatMap(this.people::find);
	}

	// Of two forms sent at the same moment only one gets through.
	private boolean use(Purpose purpose, String secret) {
		return this.links.use(purpose, secret).isPresent();
	}

}
