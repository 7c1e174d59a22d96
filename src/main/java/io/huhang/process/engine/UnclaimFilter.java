package io.huhang.process.engine;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets a person give back a task that it claimed by mistake. Stands behind the gate,
 * which lets pass only what the person sees.
 */
class UnclaimFilter extends OncePerRequestFilter {

	private final EngineAccess engine;

	UnclaimFilter(EngineAccess engine) {
		this.engine = engine;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Optional<String> task = WebappPath.of(request.getRequestURI().substring(request.getContextPath().length()))
			.map(WebappPath::segments)
			.filter(segments -> request.getMethod().equals("POST") && isUnclaim(segments))
			.map(segments -> segments.get(6));
		if (task.isPresent() && this.engine.giveBack(request.getUserPrincipal().getName(), task.get())) {
			response.setStatus(HttpServletResponse.SC_NO_CONTENT);
			return;
		}
		chain.doFilter(request, response);
	}

	private static boolean isUnclaim(List<String> segments) {
		return segments.size() == 8 && segments.get(7).equals("unclaim");
	}

}
