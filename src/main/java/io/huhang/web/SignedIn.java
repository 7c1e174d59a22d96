package io.huhang.web;

import java.io.Serializable;

import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who logged in, and with which password: the session ends with either.
 *
 * @param credentials {@link io.huhang.organization.Standing#credentials()} at the login
 */
record SignedIn(String id, int credentials) implements AuthenticatedPrincipal, Serializable {

	@Override
	public String getName() {
		return this.id;
	}

}
