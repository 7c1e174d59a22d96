package io.huhang.process.engine;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationProvider;
import org.camunda.bpm.engine.rest.security.auth.AuthenticationResult;

/**
 * The one login: whoever is logged in at the portal is logged in in Tasklist, Cockpit and
 * Admin.
 */
public class PortalSingleSignOn implements AuthenticationProvider {

	@Override
	public AuthenticationResult extractAuthenticatedUser(HttpServletRequest request, ProcessEngine engine) {
		return (request.getUserPrincipal() != null)
				? AuthenticationResult.successful(request.getUserPrincipal().getName())
				: AuthenticationResult.unsuccessful();
	}

	@Override
	public void augmentResponseByAuthenticationChallenge(HttpServletResponse response, ProcessEngine engine) {
		response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
	}

}
