package io.huhang.process.engine;

import java.util.List;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("网页应用的路径只有一种读法")
class WebappPathTests {

	@ParameterizedTest
	@ValueSource(strings = { "/camunda/api;v=1/engine", "/camunda//api", "/camunda/./api", "/camunda/app/../api",
			"/camunda/%2e%2e/api", "/camunda/api%2Fengine", "/camunda/api%5Cengine", "/camunda/a%3Bb", "/camunda/a%25b",
			"/camunda/a%00b", "/camunda/a%0d%0ab", "/camunda/a%zz", "/camunda/a\\b", "camunda/api", "/camunda/api//",
			"/camunda/a%3Fb", "/camunda/a%23b", "" })
	@DisplayName("可能有歧义的路径一律拒绝")
	void pathWithTwoReadingsHasNone(String raw) {
		assertThat(WebappPath.of(raw)).isEmpty();
	}

	@Test
	@DisplayName("普通路径逐段解码一次，末尾斜线不计")
	void plainPathIsDecodedOnce() {
		assertThat(WebappPath.of("/camunda/api/process-definition/case%3A1%3Aabc/xml/"))
			.hasValue(new WebappPath(List.of("camunda", "api", "process-definition", "case:1:abc", "xml")));
	}

}
