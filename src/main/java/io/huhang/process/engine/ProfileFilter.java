package io.huhang.process.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells the webapps who somebody is: the engine knows no names. Stands behind the gate,
 * which decides who may ask about whom.
 */
class ProfileFilter extends OncePerRequestFilter {

	private final People people;

	private final ObjectMapper json;

	ProfileFilter(People people, ObjectMapper json) {
		this.people = people;
		this.json = json;
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Optional<Person> person = request.getMethod().equals("GET")
				? WebappPath.of(request.getRequestURI().substring(request.getContextPath().length()))
					.filter(WebappPath::isProfile)
					.flatMap(path -> this.people.find(path.segments().get(6)))
				: Optional.empty();
		if (person.isEmpty()) {
			chain.doFilter(request, response);
			return;
		}
		response.setContentType(MediaType.APPLICATION_JSON_VALUE);
		response.setCharacterEncoding(StandardCharsets.UTF_8.name());
		// The webapps print first and last name; a Chinese name is one word.
		this.json.writeValue(response.getWriter(), Map.of("id", person.get().id(), "firstName", person.get().name(),
				"lastName", "", "email", person.get().email()));
	}

}
