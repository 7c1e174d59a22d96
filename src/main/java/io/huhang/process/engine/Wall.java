package io.huhang.process.engine;

import org.camunda.bpm.engine.impl.interceptor.Command;

/** One thing that the engine must not do, whoever asks and by whichever door. */
interface Wall {

	/**
	 * Lets the command pass, or refuses it before it has changed anything.
	 * @throws org.camunda.bpm.engine.ProcessEngineException if the command is refused
	 */
	void check(Command<?> command);

	/**
	 * The command, perhaps with a check in front that needs the command's own
	 * transaction.
	 */
	default <T> Command<T> before(Command<T> command) {
		check(command);
		return command;
	}

}
