package io.huhang.process;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says how to make the first administrator. */
class MissingAdministratorFailureAnalyzer extends AbstractFailureAnalyzer<MissingAdministratorException> {

	@Override
	protected FailureAnalysis analyze(Throwable root, MissingAdministratorException cause) {
		return new FailureAnalysis("There is no administrator yet, and nobody could log in.", """
				Set these three for the first start and remove them afterwards; the first login asks for a new password:
				    huhang.first-administrator.email
				    huhang.first-administrator.name
				    huhang.first-administrator.password   (HUHANG_FIRSTADMINISTRATOR_PASSWORD in the environment)
				To look around with sample data, start the demo instead: mvn spring-boot:run""", cause);
	}

}
