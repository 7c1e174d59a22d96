package io.huhang.web;

import java.io.IOException;

import io.huhang.campaign.Site;
import io.huhang.organization.People;
import io.huhang.process.Passwords;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** One login for portal, task API and webapps; everything that is not listed needs it. */
@Configuration
class SecurityConfiguration {

	private static final String PORTAL_POLICY = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline';"
			+ " img-src 'self' data:; frame-src 'self'; frame-ancestors 'self'; form-action 'self'; base-uri 'self';"
			+ " object-src 'none'";

	private static final String NO_PAGE_POLICY = "default-src 'none'; frame-ancestors 'none'; object-src 'none'";

	private static final String NO_DEVICES = "camera=(), microphone=(), geolocation=(), payment=(), usb=()";

	private static final RequestMatcher PROGRAMS = new OrRequestMatcher(
			PathPatternRequestMatcher.withDefaults().matcher("/api/**"),
			PathPatternRequestMatcher.withDefaults().matcher("/camunda/api/**"),
			PathPatternRequestMatcher.withDefaults().matcher("/engine-rest/**"));

	private static final RequestMatcher WITHOUT_ACCOUNT = new OrRequestMatcher(
			PathPatternRequestMatcher.withDefaults().matcher("/assets/**"),
			PathPatternRequestMatcher.withDefaults().matcher("/logout"));

	private static final RequestMatcher WEBAPPS = PathPatternRequestMatcher.withDefaults().matcher("/camunda/**");

	@Bean
	SecurityFilterChain portal(HttpSecurity http, People people, Site site) throws Exception {
		CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
		tokens.setCookieName("HUHANG-CSRF");
		tokens.setHeaderName("X-HUHANG-CSRF");
		tokens.setCookieCustomizer(cookie -> cookie.sameSite("Lax"));
		CsrfTokenRequestAttributeHandler handler = new CsrfTokenRequestAttributeHandler();
		// Every answer brings the token: a form in Tasklist may come first after the
		// login.
		handler.setCsrfRequestAttributeName(null);
		return http.addFilterBefore(new OriginGuard(site), CsrfFilter.class)
			.addFilterBefore(new AccountGuard(people, PROGRAMS, WITHOUT_ACCOUNT), AuthorizationFilter.class)
			.authorizeHttpRequests(requests -> requests
				.requestMatchers("/login", "/assets/**", "/verify/**", "/favicon.ico", "/error", "/actuator/health",
						"/account/invitation/**", "/account/recovery/**", "/register/**")
				.permitAll()
				.anyRequest()
				.authenticated())
			.requestCache(cache -> cache.requestCache(pages()))
			.formLogin(form -> form.loginPage("/login")
				.defaultSuccessUrl("/")
				.failureHandler(SecurityConfiguration::refuse))
			.logout(logout -> logout.logoutSuccessUrl("/login?logout"))
			.csrf(csrf -> csrf.csrfTokenRepository(tokens)
				.csrfTokenRequestHandler(handler)
				// The webapps bring their own token for their own API.
				.ignoringRequestMatchers("/camunda/api/**"))
			.exceptionHandling(errors -> errors
				.defaultAuthenticationEntryPointFor(new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), PROGRAMS)
				.defaultAuthenticationEntryPointFor(new LoginUrlAuthenticationEntryPoint("/login"),
						AnyRequestMatcher.INSTANCE))
			.headers(headers -> headers.frameOptions(HeadersConfigurer.FrameOptionsConfig::sameOrigin)
				.contentTypeOptions(Customizer.withDefaults())
				.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
				.permissionsPolicyHeader(permissions -> permissions.policy(NO_DEVICES))
				.crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
				.addHeaderWriter((request, response) -> {
					if (!WEBAPPS.matches(request)) {
						response.setHeader("Content-Security-Policy", PORTAL_POLICY);
					}
					else if (!response.containsHeader("Content-Security-Policy")) {
						// Their pages bring their own.
						response.setHeader("Content-Security-Policy", NO_PAGE_POLICY);
					}
				}))
			.build();
	}

	// After the login a person goes on to the page it asked for, never to a program's
	// address.
	private static RequestCache pages() {
		HttpSessionRequestCache cache = new HttpSessionRequestCache() {

			// A style sheet was never asked for as a page: spares it the session.
			@Override
			public HttpServletRequest getMatchingRequest(HttpServletRequest request, HttpServletResponse response) {
				return isPage(request) ? super.getMatchingRequest(request, response) : null;
			}

		};
		cache.setRequestMatcher(SecurityConfiguration::isPage);
		cache.setMatchingRequestParameterName(null);
		return cache;
	}

	private static boolean isPage(HttpServletRequest request) {
		return request.getMethod().equals("GET") && String.valueOf(request.getHeader("Accept")).contains("text/html")
				&& !PROGRAMS.matches(request);
	}

	@Bean
	AuthenticationProvider login(Passwords passwords, People people, LoginTries tries) {
		return new AccountLogin(passwords::match, people::findByLogin, people::standing, tries);
	}

	private static void refuse(HttpServletRequest request, HttpServletResponse response, AuthenticationException cause)
			throws IOException {
		response.sendRedirect((cause instanceof TooManyTriesException early)
				? "/login?wait=" + Math.max(1, early.pause().toSeconds()) : "/login?error");
	}

}
