package io.huhang.web;

import java.time.Duration;

import io.huhang.audit.AuditTrail;
import io.huhang.organization.People;

import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.AuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.stereotype.Component;

/**
 * Records who came, who left and who was refused. A name that is no account is not kept:
 * people type their password there by mistake. Of refusals one a minute and account is
 * kept, so that guessing does not bury the record.
 */
@Component
class LoginTrail {

	private static final String NOBODY = "anonymous";

	private static final String UNKNOWN = "unknown";

	private static final Duration APART = Duration.ofMinutes(1);

	private final AuditTrail audit;

	private final People people;

	LoginTrail(AuditTrail audit, People people) {
		this.audit = audit;
		this.people = people;
	}

	@EventListener
	void came(AuthenticationSuccessEvent event) {
		String userId = event.getAuthentication().getName();
		this.audit.record(userId, AuditAction.LOGIN_SUCCESS.code(), userId);
	}

	@EventListener
	void left(LogoutSuccessEvent event) {
		String userId = event.getAuthentication().getName();
		this.audit.record(userId, AuditAction.LOGIN_END.code(), userId);
	}

	@EventListener
	void refused(AbstractAuthenticationFailureEvent event) {
		String account = this.people.findByLogin(event.getAuthentication().getName())
			.map(person -> person.id())
			.orElse(UNKNOWN);
		this.audit.recordSparsely(NOBODY, AuditAction.LOGIN_FAILURE.code(), account, APART);
	}

}
