package io.huhang.web;

import java.util.List;

import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.Standing;
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
		String login = authentication.getName();
		String userId = this.people.findByLogin(login).map(Person::id).orElse(login);
		if (!this.accounts.check(userId, String.valueOf(authentication.getCredentials()))) {
			throw new BadCredentialsException("login refused");
		}
		Person person = this.people.find(userId).orElseThrow(() -> new BadCredentialsException("login refused"));
		Standing standing = this.people.standing(userId)
			.filter(Standing::active)
			.orElseThrow(() -> new BadCredentialsException("login refused"));
		return UsernamePasswordAuthenticationToken.authenticated(new SignedIn(userId, standing.credentials()), null,
				List.of(new SimpleGrantedAuthority("ROLE_" + person.role().name())));
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
	}

}
