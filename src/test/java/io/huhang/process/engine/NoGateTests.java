package io.huhang.process.engine;

import java.net.http.HttpResponse;
import java.util.List;

import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.Visitor;
import io.huhang.organization.Person;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

import static org.assertj.core.api.Assertions.assertThat;

@HuhangTest
@Import(NoGateTests.NoGate.class)
@DisplayName("对照：拆去门禁，请求到达引擎；引擎内的防护仍然有效")
class NoGateTests {

	@LocalServerPort
	private int port;

	@TestConfiguration(proxyBeanMethods = false)
	static class NoGate {

		@Bean
		static BeanPostProcessor removeGate() {
			return new BeanPostProcessor() {

				@Override
				public Object postProcessAfterInitialization(Object bean, String name) {
					if (name.equals("webappGate")) {
						((FilterRegistrationBean<?>) bean).setEnabled(false);
					}
					return bean;
				}

			};
		}

	}

	@Test
	@DisplayName("没有门禁，申报单位的每个请求都到达引擎")
	void requestsReachTheEngine() {
		Visitor applicant = Visitor.of(Cast.APPLICANT_A, this.port);

		for (Hole hole : Hole.ALL) {
			HttpResponse<String> answer = applicant.send(hole.method(), hole.path(), hole.body());
			assertThat(answer.body()).as(hole.toString()).isNotEqualTo(GateTests.FORBIDDEN);
		}
		assertThat(applicant.get(Calls.ENGINE + "variable-instance?maxResults=1").statusCode()).isEqualTo(200);
		assertThat(applicant.post(GateTests.SETUP, GateTests.NEW_ADMINISTRATOR).body()).isNotEqualTo(GateTests.MISSING);
	}

	@Test
	@DisplayName("没有门禁，引擎内的防护也拒绝表达式、附件、中途发起和部署，对管理员同样")
	void wallsHoldWithoutTheGate() {
		for (Person person : List.of(Cast.APPLICANT_A, Cast.ADMINISTRATOR)) {
			Visitor visitor = Visitor.of(person, this.port);

			assertThat(Hole.ALL.subList(0, 2)
				.stream()
				.map(hole -> visitor.send(hole.method(), hole.path(), hole.body()))
				.map(answer -> answer.statusCode() + " " + answer.body())).containsOnly(
						"400 {\"type\":\"BadUserRequestException\",\"message\":\"expressions are forbidden in task queries\",\"code\":0}");
			assertThat(visitor.get(Calls.ENGINE + "task/any-id/attachment/any-id").body())
				.contains("attachments of the engine are not in use");
		}
	}

}
