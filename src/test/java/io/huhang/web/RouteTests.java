package io.huhang.web;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.Visitor;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

@HuhangTest
@DisplayName("本系统的每个地址")
class RouteTests {

	/** What anybody may call: the login, the check of a printed page, the error page. */
	private static final Map<String, Integer> PUBLIC = Map.of("GET /login", 200,
			"GET /verify/{number}/{revision}/{fingerprint}", 200, "GET /error", 500, "GET /account/invitation/{secret}",
			404, "GET /account/recovery", 200, "GET /account/recovery/{secret}", 404, "GET /register", 200,
			"GET /register/confirm/{secret}", 404);

	@LocalServerPort
	private int port;

	private final RequestMappingHandlerMapping mappings;

	RouteTests(RequestMappingHandlerMapping requestMappingHandlerMapping) {
		this.mappings = requestMappingHandlerMapping;
	}

	@Test
	@DisplayName("未登录时，除列明的公开地址外一律不回答")
	void anonymousGetsOnlyWhatIsPublic() {
		Map<String, Integer> answered = new TreeMap<>();

		for (Route route : routes()) {
			HttpResponse<String> answer = Visitor.anonymous(this.port).send(route.method(), route.uri(), "{}");
			if (!turnedAway(answer)) {
				answered.put(route.toString(), answer.statusCode());
			}
		}

		assertThat(answered).isEqualTo(PUBLIC);
	}

	@Test
	@DisplayName("对照：登录后，同样的地址都会回答")
	void personGetsAnAnswerEverywhere() {
		Visitor coordinator = Visitor.of(Cast.COORDINATOR, this.port);

		List<String> turnedAway = routes().stream()
			.filter(route -> route.method().equals("GET"))
			.filter(route -> turnedAway(coordinator.open(route.uri())))
			.map(Route::toString)
			.toList();

		assertThat(turnedAway).isEmpty();
	}

	@Test
	@DisplayName("改变数据的地址没有令牌一律拒绝")
	void changesNeedTheToken() {
		Visitor coordinator = Visitor.of(Cast.COORDINATOR, this.port);
		Set<Integer> answers = new TreeSet<>();
		List<Route> changing = routes().stream().filter(route -> !route.method().equals("GET")).toList();

		changing.forEach(route -> answers.add(coordinator.sendForged(route.method(), route.uri(), "{}").statusCode()));

		assertThat(changing).isNotEmpty();
		assertThat(answers).isEqualTo(Set.of(403));
	}

	private static boolean turnedAway(HttpResponse<String> answer) {
		return answer.statusCode() == 401 || answer.statusCode() == 403
				|| answer.headers().firstValue("Location").orElse("").endsWith("/login");
	}

	private List<Route> routes() {
		List<Route> routes = new ArrayList<>();
		this.mappings.getHandlerMethods().keySet().forEach(mapping -> add(mapping, routes));
		assertThat(routes).hasSizeGreaterThan(20);
		return routes;
	}

	private static void add(RequestMappingInfo mapping, List<Route> routes) {
		List<String> methods = mapping.getMethodsCondition().getMethods().isEmpty()
				? List.of("GET", "POST", "PUT", "DELETE")
				: mapping.getMethodsCondition().getMethods().stream().map(Enum::name).toList();
		mapping.getPatternValues()
			.forEach(pattern -> methods.forEach(method -> routes.add(new Route(method, pattern))));
	}

	private record Route(String method, String pattern) {

		String uri() {
			return this.pattern.replaceAll("\\{revision}", "1")
				.replaceAll("\\{app:(\\w+)[^}]*}", "$1")
				.replaceAll("\\{[^}]*}", "4a7d1ed4-14ea-4c5b-8f4b-1d0b3bb0a3a9");
		}

		@Override
		public String toString() {
			return this.method + " " + this.pattern;
		}

	}

}
