package io.huhang.process.engine;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;

import io.huhang.organization.People;
import jakarta.servlet.DispatcherType;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts the gate and the portal's login before the webapps. */
@Configuration
class WebappLogin {

	// After Spring Security (-100), before the webapps' own filters.
	private static final int ORDER = 101;

	@Bean
	FilterRegistrationBean<PlainPathFilter> plainPathFilter() {
		FilterRegistrationBean<PlainPathFilter> filter = new FilterRegistrationBean<>(new PlainPathFilter());
		filter.setUrlPatterns(List.of("/camunda/*"));
		filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
		filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return filter;
	}

	@Bean
	FilterRegistrationBean<WebappGate> webappGate(People people, EngineAccess engine, RepeatedCalls repeated) {
		FilterRegistrationBean<WebappGate> filter = new FilterRegistrationBean<>(
				new WebappGate(people, engine, repeated));
		filter.setUrlPatterns(List.of("/camunda/*"));
		filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
		filter.setOrder(ORDER - 2);
		return filter;
	}

	@Bean
	FilterRegistrationBean<WebappTokenFilter> webappTokenFilter(
			@Value("${camunda.bpm.webapp.csrf.enable-secure-cookie:false}") boolean secure) {
		FilterRegistrationBean<WebappTokenFilter> filter = new FilterRegistrationBean<>(new WebappTokenFilter(secure));
		filter.setUrlPatterns(List.of("/camunda/*"));
		filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
		filter.setOrder(ORDER - 1);
		return filter;
	}

	@Bean
	FilterRegistrationBean<UnclaimFilter> unclaimFilter(EngineAccess engine) {
		FilterRegistrationBean<UnclaimFilter> filter = new FilterRegistrationBean<>(new UnclaimFilter(engine));
		filter.setUrlPatterns(List.of("/camunda/api/engine/engine/default/task/*"));
		filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
		filter.setOrder(ORDER - 1);
		return filter;
	}

	@Bean
	FilterRegistrationBean<ContainerBasedAuthenticationFilter> portalSingleSignOn() {
		FilterRegistrationBean<ContainerBasedAuthenticationFilter> filter = new FilterRegistrationBean<>(
				new ContainerBasedAuthenticationFilter());
		filter.setInitParameters(Map.of("authentication-provider", PortalSingleSignOn.class.getName()));
		filter.setUrlPatterns(List.of("/camunda/app/*", "/camunda/api/*", "/camunda/lib/*"));
		filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
		filter.setOrder(ORDER);
		return filter;
	}

}
