package io.huhang.web;

import java.security.Principal;

import io.huhang.organization.People;
import io.huhang.organization.Person;

import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a controller the {@link Person} that is logged in. */
@Component
class CurrentPerson implements HandlerMethodArgumentResolver {

	private final People people;

	CurrentPerson(People people) {
		this.people = people;
	}

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == Person.class;
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, ModelAndViewContainer container, NativeWebRequest request,
			WebDataBinderFactory binders) {
		Principal principal = request.getUserPrincipal();
		return this.people.get(principal.getName());
	}

}
