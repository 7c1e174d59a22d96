package io.huhang.process;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** A newer product lets roles do more: the groups of an older database learn of it. */
@Component
@Order(11) // after the first administrator
class GrantRenewal implements ApplicationRunner {

	private final Accounts accounts;

	GrantRenewal(Accounts accounts) {
		this.accounts = accounts;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		this.accounts.renewGrants();
	}

}
