package io.huhang.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.springframework.context.ApplicationContext;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** Every address that Spring answers: controllers, actuator and static files. */
record Routes(List<Route> all) {

	/** One of them. */
	record Route(String method, PathPattern pattern) {

		@Override
		public String toString() {
			return this.method + " " + this.pattern;
		}

	}

	static Routes of(ApplicationContext product) {
		List<Route> routes = new ArrayList<>();
		for (HandlerMapping mapping : product.getBeansOfType(HandlerMapping.class).values()) {
			if (mapping instanceof RequestMappingInfoHandlerMapping controllers) {
				controllers.getHandlerMethods().keySet().forEach(info -> add(info, routes));
			}
			else if (mapping instanceof AbstractUrlHandlerMapping files) {
				files.getPathPatternHandlerMap().keySet().forEach(pattern -> routes.add(new Route("GET", pattern)));
			}
		}
		return new Routes(routes.stream().distinct().toList());
	}

	/** The one that answers this request. */
	Optional<Route> of(String method, String path) {
		PathContainer parsed = PathContainer.parsePath(path);
		return this.all.stream()
			.filter(route -> route.method().equals(method) && route.pattern().matches(parsed))
			.min(Comparator.comparing(Route::pattern, PathPattern.SPECIFICITY_COMPARATOR));
	}

	private static void add(RequestMappingInfo info, List<Route> routes) {
		List<String> methods = info.getMethodsCondition().getMethods().isEmpty() ? List.of("GET", "POST")
				: info.getMethodsCondition().getMethods().stream().map(Enum::name).toList();
		patterns(info).forEach(pattern -> methods.forEach(method -> routes.add(new Route(method, pattern))));
	}

	private static Stream<PathPattern> patterns(RequestMappingInfo info) {
		return info.getPatternValues().stream().map(PathPatternParser.defaultInstance::parse);
	}

}
