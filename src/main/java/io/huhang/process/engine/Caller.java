package io.huhang.process.engine;

import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;

/** Who sends a command: a person, or the engine and our own code on nobody's behalf. */
class Caller {

	private final ProcessEngineConfigurationImpl configuration;

	Caller(ProcessEngineConfigurationImpl configuration) {
		this.configuration = configuration;
	}

	/**
	 * Whether a person is logged in and sent this command itself; what a command calls in
	 * turn is ours.
	 */
	boolean isPerson() {
		Authentication authentication = this.configuration.getIdentityService().getCurrentAuthentication();
		return authentication != null && authentication.getUserId() != null && Context.getCommandContext() == null;
	}

}
