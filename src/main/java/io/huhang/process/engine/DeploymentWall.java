package io.huhang.process.engine;

import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;

import org.springframework.stereotype.Component;

/**
 * Refuses deployments once the product's own diagrams and forms are in place: whoever
 * deploys runs code.
 */
@Component
class DeploymentWall implements Wall {

	private volatile boolean closed;

	/** From now on nobody deploys, until the next start. */
	void close() {
		this.closed = true;
	}

	@Override
	public void check(Command<?> command) {
		if (this.closed && command instanceof DeployCmd) {
			throw new BadUserRequestException("deployments are closed after start-up");
		}
	}

}
