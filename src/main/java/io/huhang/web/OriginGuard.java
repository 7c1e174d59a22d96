package io.huhang.web;

import java.io.IOException;
import java.net.URI;
import java.util.Set;

import io.huhang.campaign.Site;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Refuses a change that a page of another site sends, also where it got hold of a token.
 * A page that hides its address says {@code null} for its origin: then the token decides.
 */
class OriginGuard extends OncePerRequestFilter {

	private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

	private final String site;

	OriginGuard(Site site) {
		this.site = origin(URI.create(site.link("/")));
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		String origin = request.getHeader("Origin");
		if (READING.contains(request.getMethod()) || origin == null || origin.equals("null") || origin.equals(this.site)
				|| origin.equals(origin(URI.create(request.getRequestURL().toString())))) {
			chain.doFilter(request, response);
			return;
		}
		response.sendError(HttpServletResponse.SC_FORBIDDEN);
	}

	// As a browser writes it: without the port that the scheme implies.
	private static String origin(URI address) {
		boolean implied = address.getPort() == (address.getScheme().equals("https") ? 443 : 80);
		return UriComponentsBuilder.newInstance()
			.scheme(address.getScheme())
			.host(address.getHost())
			.port(implied ? -1 : address.getPort())
			.toUriString();
	}

}
