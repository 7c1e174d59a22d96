package io.huhang.process.engine;

import java.util.List;

import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;

/**
 * Asks every wall before a command reaches the engine. It protects even where the gate
 * before the webapps errs.
 */
class EngineGuard extends CommandInterceptor {

	private final List<Wall> walls;

	EngineGuard(List<Wall> walls) {
		this.walls = walls;
	}

	@Override
	public <T> T execute(Command<T> command) {
		this.walls.forEach(wall -> wall.check(command));
		return this.next.execute(command);
	}

}
