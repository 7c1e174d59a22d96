package io.huhang.process.engine;

import java.io.IOException;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Tells a browser the webapps' token again when it holds another one. They tell it only
 * once, and two first requests that run at the same time (on one node or two) would leave
 * the browser with the token that was not kept: every command would be refused.
 */
class WebappTokenFilter extends OncePerRequestFilter {

	private final boolean secure;

	WebappTokenFilter(boolean secure) {
		this.secure = secure;
	}

	@Override
	protected boolean shouldNotFilter(HttpServletRequest request) {
		return !request.getMethod().equals("GET");
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		HttpSession session = request.getSession(false);
		Object token = (session != null) ? session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME) : null;
		Cookie known = WebUtils.getCookie(request, CsrfConstants.CSRF_TOKEN_DEFAULT_COOKIE_NAME);
		if (token != null && (known == null || !token.equals(known.getValue()))) {
			response.addHeader(HttpHeaders.SET_COOKIE,
					ResponseCookie.from(CsrfConstants.CSRF_TOKEN_DEFAULT_COOKIE_NAME, token.toString())
						.path(request.getContextPath() + "/camunda")
						.sameSite("Lax")
						.secure(this.secure)
						.build()
						.toString());
		}
		chain.doFilter(request, response);
	}

}
