package io.huhang.web;

import java.util.List;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What our controllers may ask for. */
@Configuration
class WebConfiguration implements WebMvcConfigurer {

	private final CurrentPerson currentPerson;

	WebConfiguration(CurrentPerson currentPerson) {
		this.currentPerson = currentPerson;
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(this.currentPerson);
	}

}
