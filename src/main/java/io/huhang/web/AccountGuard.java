package io.huhang.web;

import java.io.IOException;

import io.huhang.organization.People;
import io.huhang.organization.Standing;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Asks on every request whether the account still stands: whoever left or has a new
 * password is out at once, whatever sessions are open, and whoever got its password from
 * somebody else chooses an own one first.
 */
class AccountGuard extends OncePerRequestFilter {

	static final String CHANGE_PASSWORD = "/account/password";

	private final People people;

	private final RequestMatcher programs;

	private final RequestMatcher open;

	AccountGuard(People people, RequestMatcher programs, RequestMatcher open) {
		this.people = people;
		this.programs = programs;
		this.open = open;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return this.open.matches(request);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Authentication login = SecurityContextHolder.getContext().getAuthentication();
		if (login == null || !(login.getPrincipal() instanceof SignedIn person)) {
			chain.doFilter(request, response);
			return;
		}
		Standing standing = this.people.standing(person.id()).orElse(null);
		if (standing == null || !standing.active() || standing.credentials() != person.credentials()) {
			new SecurityContextLogoutHandler().logout(request, response, login);
			turnAway(request, response, HttpStatus.UNAUTHORIZED, "/login?ended");
			return;
		}
		if (standing.passwordDue() && !request.getServletPath().equals(CHANGE_PASSWORD)) {
			turnAway(request, response, HttpStatus.FORBIDDEN, CHANGE_PASSWORD);
			return;
		}
		chain.doFilter(request, response);
	}

	private void turnAway(HttpServletRequest request, HttpServletResponse response, HttpStatus status, String page)
			throws IOException {
		if (this.programs.matches(request)) {
			response.setStatus(status.value());
		}
		else {
			response.sendRedirect(request.getContextPath() + page);
		}
	}

}
