package io.huhang.process;

import java.util.Optional;

import io.huhang.audit.AuditTrail;
import io.huhang.campaign.InvalidConfigurationException;
import io.huhang.campaign.Problem;
import io.huhang.organization.EmailAddress;
import io.huhang.organization.PasswordRule;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes the first account from a one-time setting, with a password that is due to be
 * changed; without any administrator the product does not start.
 */
@Component
@Order(10) // after the people of the demo
class FirstAdministrator implements ApplicationRunner {

	private static final Logger log = LoggerFactory.getLogger(FirstAdministrator.class);

	private static final String SETTING = "huhang.first-administrator";

	private final FirstAdministratorSetting setting;

	private final Accounts accounts;

	private final People people;

	private final AuditTrail audit;

	private final TransactionOperations transactions;

	FirstAdministrator(FirstAdministratorSetting setting, Accounts accounts, People people, AuditTrail audit,
			TransactionOperations transactions) {
		this.setting = setting;
		this.accounts = accounts;
		this.people = people;
		this.audit = audit;
		this.transactions = transactions;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		boolean exists = !this.people.with(Role.ADMINISTRATOR, "").isEmpty();
		if (exists && this.setting.given()) {
			log.warn("first administrator setting ignored, an administrator exists: remove {} from the configuration",
					SETTING);
		}
		if (!exists) {
			create();
		}
	}

	private void create() {
		if (!this.setting.given()) {
			throw new MissingAdministratorException();
		}
		Person person = new Person(this.accounts.newId(), this.setting.name().strip(), this.setting.email().strip(), "",
				Role.ADMINISTRATOR, "");
		check(person);
		this.transactions.executeWithoutResult(status -> {
			this.accounts.create(person, this.setting.password());
			this.people.renewCredentials(person.id(), true);
			this.audit.record("system", "account.first-administrator", person.id());
		});
		log.warn("first administrator created id={}: remove {} from the configuration", person.id(), SETTING);
	}

	private void check(Person person) {
		if (EmailAddress.fault(person.email()).isPresent()) {
			throw invalid("email", "the e-mail address of the first administrator");
		}
		if (this.people.findByLogin(person.email()).isPresent()) {
			throw invalid("email", "an e-mail address that no account has or had");
		}
		if (person.name().isEmpty()) {
			throw invalid("name", "the name of the first administrator");
		}
		Optional<Problem> weakness = PasswordRule.check(person, this.setting.password(), this.setting.password())
			.stream()
			.findFirst();
		if (weakness.isPresent()) {
			throw invalid("password",
					"10 to 128 characters with capitals, small letters, digits and marks, without name or address");
		}
	}

	private static InvalidConfigurationException invalid(String key, String expected) {
		return new InvalidConfigurationException("settings", SETTING + "." + key, expected);
	}

}
