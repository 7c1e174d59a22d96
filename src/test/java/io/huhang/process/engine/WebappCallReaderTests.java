package io.huhang.process.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

import io.huhang.Cast;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("网页应用的请求只有一种读法")
class WebappCallReaderTests {

	@ParameterizedTest
	@ValueSource(strings = { "a=1&a=2", "name%45xpression=1", "a[0]=1", "a.b=1", "=1", "a=1&&b=2", "a;b=1" })
	@DisplayName("参数名重复、编码或不规范的拒绝")
	void queryWithTwoReadingsIsRefused(String query) throws IOException {
		assertThat(read(query, null, null)).isEmpty();
	}

	@Test
	@DisplayName("普通参数照读")
	void plainQueryIsRead() throws IOException {
		assertThat(read("taskId=7&maxResults=15&active", null, null).orElseThrow().query())
			.isEqualTo(Map.of("taskId", "7", "maxResults", "15", "active", ""));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"a\":1,\"a\":2}", "{\"a\":1} {\"b\":2}", "{\"a\":", "a=1" })
	@DisplayName("不是唯一一个 JSON 的内容拒绝")
	void bodyWithTwoReadingsIsRefused(String body) throws IOException {
		assertThat(read(null, body, "application/json")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", "text/plain",
			"application/json-patch+json" })
	@DisplayName("不是 JSON 类型的内容拒绝")
	void otherTypesAreRefused(String type) throws IOException {
		assertThat(read(null, "{}", type)).isEmpty();
	}

	@Test
	@DisplayName("内容上限 1 MB：恰好可以，多一字节拒绝")
	void bodyIsBounded() throws IOException {
		String largest = "\"" + "a".repeat(1024 * 1024 - 2) + "\"";

		assertThat(read(null, largest, "application/json")).isPresent();
		assertThat(read(null, largest + " ", "application/json")).isEmpty();
	}

	@Test
	@DisplayName("引擎收到的是检查过的内容")
	void engineGetsWhatWasChecked() throws IOException {
		WebappCall call = read(null, " {\"名称\" : 1.5}", "application/json;charset=UTF-8").orElseThrow();

		byte[] handedOn = new CheckedBody(new MockHttpServletRequest(), call.body()).getInputStream().readAllBytes();

		assertThat(new String(handedOn, StandardCharsets.UTF_8)).isEqualTo("{\"名称\":1.5}");
	}

	private static Optional<WebappCall> read(String query, String body, String type) throws IOException {
		MockHttpServletRequest request = new MockHttpServletRequest("POST", "/camunda/api/x");
		request.setQueryString(query);
		if (body != null) {
			request.setContent(body.getBytes(StandardCharsets.UTF_8));
			request.setContentType(type);
		}
		return WebappCallReader.read(request, Cast.APPLICANT_A);
	}

}
