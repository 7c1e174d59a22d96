package io.huhang.campaign;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows why a node must not start without a stack trace. */
class StartRefusedFailureAnalyzer extends AbstractFailureAnalyzer<StartRefusedException> {

	@Override
	protected FailureAnalysis analyze(Throwable root, StartRefusedException cause) {
		return new FailureAnalysis("This node must not start:\n" + cause.getMessage(),
				"Correct each line (settings: in config/application-production.yml beside the jar, or the variable in"
						+ " brackets) and start again. See \"Production\" in the README.",
				cause);
	}

}
