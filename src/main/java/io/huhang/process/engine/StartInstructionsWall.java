package io.huhang.process.engine;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;

/**
 * Refuses that a person starts an instance in its middle: whoever may start at all could
 * otherwise begin behind the authority's decision.
 */
class StartInstructionsWall implements Wall {

	private final Caller caller;

	StartInstructionsWall(Caller caller) {
		this.caller = caller;
	}

	@Override
	public void check(Command<?> command) {
		if (command instanceof StartProcessInstanceAtActivitiesCmd && this.caller.isPerson()) {
			throw new BadUserRequestException("an instance starts at its start event only");
		}
	}

}
