package io.huhang.process.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Optional;
import java.util.Set;

import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.process.engine.RepeatedCalls.Answer;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.camunda.bpm.webapp.impl.security.filter.util.CsrfConstants;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * The gate before the webapps. The community edition keeps known holes for good, so
 * whoever is not staff gets through only with what working one's own tasks needs.
 */
class WebappGate extends OncePerRequestFilter {

	private static final Logger log = LoggerFactory.getLogger(WebappGate.class);

	private final People people;

	private final OutsiderFence outsiders;

	private final StaffFence staff;

	private final RepeatedCalls repeated;

	WebappGate(People people, EngineAccess engine, RepeatedCalls repeated) {
		this.repeated = repeated;
		this.people = people;
		this.outsiders = new OutsiderFence(engine);
		this.staff = new StaffFence(engine);
	}

	@Override
	protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		Optional<Person> person = Optional.ofNullable(request.getUserPrincipal())
			.map(Principal::getName)
			.flatMap(this.people::find);
		Optional<WebappCall> call = person.isPresent() ? WebappCallReader.read(request, person.get())
				: Optional.empty();
		Passage passage = !knowsToken(request) ? Passage.FORBIDDEN : call.map(this::judge).orElse(Passage.MISSING);
		// What is done is gone; who did it is told so.
		Optional<Answer> earlier = (passage == Passage.MISSING) ? call.flatMap(this.repeated::answer)
				: Optional.empty();
		if (earlier.isPresent()) {
			write(response, earlier.get());
			return;
		}
		if (passage != Passage.OPEN) {
			log.info("gate refused status={} user={} method={} path={}", passage.status(),
					person.map(Person::id).orElse(""), request.getMethod(), request.getRequestURI());
			refuse(request, response, passage);
			return;
		}
		pass(call.get(), new CheckedBody(request, call.get().body()), response, chain);
		if (call.get().is("POST", TasklistCalls.LOGOUT) && response.getStatus() < 300) {
			// One login has one end, whichever door it is closed from.
			request.logout();
		}
	}

	private void pass(WebappCall call, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
			throws ServletException, IOException {
		if (!this.repeated.concerns(call)) {
			chain.doFilter(request, response);
			return;
		}
		ContentCachingResponseWrapper held = new ContentCachingResponseWrapper(response);
		chain.doFilter(request, held);
		String body = new String(held.getContentAsByteArray(), StandardCharsets.UTF_8);
		Optional<Answer> better = (held.getStatus() < 400) ? Optional.empty()
				: this.repeated.answer(call).or(() -> RepeatedCalls.explain(held.getStatus(), body));
		if (better.isPresent()) {
			held.resetBuffer();
			write(held, better.get());
		}
		held.copyBodyToResponse();
	}

	// The webapps' own check would end the whole login when a forged request lacks the
	// token.
	private static boolean knowsToken(HttpServletRequest request) {
		if (Set.of("GET", "HEAD", "OPTIONS").contains(request.getMethod())) {
			return true;
		}
		HttpSession session = request.getSession(false);
		Object token = (session != null) ? session.getAttribute(CsrfConstants.CSRF_TOKEN_SESSION_ATTR_NAME) : null;
		return token != null && token.equals(request.getHeader(CsrfConstants.CSRF_TOKEN_HEADER_NAME));
	}

	private Passage judge(WebappCall call) {
		if (call.path().startsWith("camunda/api/admin/setup")
				|| call.path().startsWith("camunda/api/admin/auth/user/default/login")) {
			return Passage.MISSING;
		}
		return call.person().role().isStaff() ? this.staff.judge(call) : this.outsiders.judge(call);
	}

	private static void refuse(HttpServletRequest request, HttpServletResponse response, Passage passage)
			throws IOException {
		if (!request.getRequestURI().startsWith(request.getContextPath() + "/camunda/api/")) {
			// A page that is not for this person looks like one that does not exist.
			response.sendError(HttpServletResponse.SC_NOT_FOUND);
			return;
		}
		write(response, Answer.of(passage));
	}

	private static void write(HttpServletResponse response, Answer answer) throws IOException {
		response.setStatus(answer.status());
		if (!answer.body().isEmpty()) {
			response.setContentType(MediaType.APPLICATION_JSON_VALUE);
			response.setCharacterEncoding(StandardCharsets.UTF_8.name());
			response.getOutputStream().write(answer.body().getBytes(StandardCharsets.UTF_8));
		}
	}

}
