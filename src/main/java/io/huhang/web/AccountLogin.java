package io.huhang.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;

import io.huhang.organization.Person;
import io.huhang.organization.Standing;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/**
 * Checks a password against the accounts; a wrong password, an unknown name and an
 * account that has ended get the same answer.
 */
class AccountLogin implements AuthenticationProvider {

	private static final Logger log = LoggerFactory.getLogger(AccountLogin.class);

	private final BiPredicate<String, String> passwords;

	private final Function<String, Optional<Person>> people;

	private final Function<String, Optional<Standing>> standings;

	private final LoginTries tries;

	AccountLogin(BiPredicate<String, String> passwords, Function<String, Optional<Person>> people,
			Function<String, Optional<Standing>> standings, LoginTries tries) {
		this.passwords = passwords;
		this.people = people;
		this.standings = standings;
		this.tries = tries;
	}

	@Override
	public Authentication authenticate(Authentication authentication) {
		Optional<Person> person = find(authentication.getName());
		// The login name and the address of one person are one account.
		String account = person.map(Person::id).orElseGet(() -> authentication.getName().toLowerCase(Locale.ROOT));
		String address = (authentication.getDetails() instanceof WebAuthenticationDetails details)
				? details.getRemoteAddress() : "";
		Duration pause = this.tries.begin(account, address);
		if (!pause.isZero()) {
			log.info("login refused pauseSeconds={}", pause.toSeconds());
			throw new TooManyTriesException(pause);
		}
		boolean match = this.passwords.test(account, String.valueOf(authentication.getCredentials()));
		Authentication login = person.filter(known -> match)
			.flatMap(this::signIn)
			.orElseThrow(() -> new BadCredentialsException("login refused"));
		this.tries.succeed(account, address);
		return login;
	}

	// PostgreSQL takes no NUL in a text.
	private Optional<Person> find(String login) {
		return login.chars().anyMatch(Character::isISOControl) ? Optional.empty() : this.people.apply(login);
	}

	private Optional<Authentication> signIn(Person person) {
		return this.standings.apply(person.id())
			.filter(Standing::active)
			.map(standing -> UsernamePasswordAuthenticationToken.authenticated(
					new SignedIn(person.id(), standing.credentials()), null,
					List.of(new SimpleGrantedAuthority("ROLE_" + person.role().name()))));
	}

	@Override
	public boolean supports(Class<?> authentication) {
		return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
	}

}
