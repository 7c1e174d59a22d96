package io.huhang.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.identity.Authentication;

/** Who acts: the person that is logged in, not the one that a task is assigned to. */
final class Actor {

	private Actor() {
	}

	/**
	 * The login name of the person who completes this task.
	 * @throws IllegalStateException if nobody is logged in
	 */
	static String of(DelegateTask task) {
		return of(task.getExecution());
	}

	/**
	 * The login name of the person who moves this execution.
	 * @throws IllegalStateException if nobody is logged in
	 */
	static String of(DelegateExecution execution) {
		Authentication authentication = execution.getProcessEngineServices()
			.getIdentityService()
			.getCurrentAuthentication();
		if (authentication == null || authentication.getUserId() == null) {
			throw new IllegalStateException("nobody is logged in");
		}
		return authentication.getUserId();
	}

}
