package io.huhang.story;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Files;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A test in a real Chromium: fails in CI when there is none, and is skipped with a clear
 * line elsewhere.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("browser")
@ExtendWith(BrowserTest.NeedsChromium.class)
@interface BrowserTest {

	/** Decides whether the test can run here. */
	class NeedsChromium implements ExecutionCondition {

		@Override
		public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
			if (Files.isExecutable(Browsers.CHROMIUM)) {
				return ConditionEvaluationResult.enabled("Chromium is at " + Browsers.CHROMIUM);
			}
			if ("true".equals(System.getenv("CI"))) {
				throw new IllegalStateException("CI needs Chromium at " + Browsers.CHROMIUM);
			}
			System.out.println("SKIPPED browser test: no Chromium at " + Browsers.CHROMIUM);
			return ConditionEvaluationResult.disabled("no Chromium at " + Browsers.CHROMIUM);
		}

	}

}
