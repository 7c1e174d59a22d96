package io.huhang.web;

import java.util.List;

import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.process.Accounts;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/**
 * Checks a password against the accounts; a wrong password and an unknown name get the
 * same answer.
 */
class AccountLogin implements AuthenticationProvider {

	private final Accounts accounts;

	private final People people;

	AccountLogin(Accounts accounts, People people) {
		this.accounts = accounts;
		this.people = people;
	}

	@Override
	public Authentication authenticate(Authentication authentication) {
		String userId = authentication.getName();
		String password = String.valueOf(authentication.getCredentials());
		if (!this.accounts.check(userId, password)) {
			throw new BadCredentialsException("login refused");
		}
		Person person = this.people.find(userId).orElseThrow(() -> new BadCredentialsException("login refused"));
		return UsernamePasswordAuthenticationToken.authenticated(userId, null,
				List.of(new SimpleGrantedAuthority("ROLE_" + person.role().name())));
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
	}

}
