package io.huhang.campaign;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows a table of {@code config/} that cannot be used without a stack trace. */
class InvalidConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<InvalidConfigurationException> {

	@Override
	protected FailureAnalysis analyze(Throwable root, InvalidConfigurationException cause) {
		return new FailureAnalysis(cause.getMessage(),
				"Correct the file (the one beside the jar wins over the packaged one) and start again.", cause);
	}

}
