package io.huhang.process.engine;

import io.huhang.campaign.RefusedException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.NONE, classes = RefusalFilterTests.Nothing.class)
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("日志：退回给人看的话不进日志，真正的错误照记")
class RefusalFilterTests {

	private static final Logger logger = LoggerFactory.getLogger("org.camunda.bpm.engine.context");

	@Configuration
	static class Nothing {

	}

	@Test
	@DisplayName("拒绝的理由不进日志，无论包了几层")
	void refusalIsNotLogged(CapturedOutput output) {
		RefusedException refusal = new RefusedException("signer", "“尉迟”已参与复核", "系统规则");

		logger.error("refused", refusal);
		logger.error("refused {}", "task", new IllegalStateException("listener", refusal));

		assertThat(output.getAll()).doesNotContain("尉迟", "refused");
	}

	@Test
	@DisplayName("对照：其他错误照记")
	void otherErrorsAreLogged(CapturedOutput output) {
		logger.error("broken {}", "task", new IllegalStateException("no connection"));

		assertThat(output.getAll()).contains("broken task", "no connection");
	}

}
