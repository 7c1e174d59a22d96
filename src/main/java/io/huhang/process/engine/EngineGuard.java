package io.huhang.process.engine;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import io.huhang.campaign.RefusedException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
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
		Command<T> checked = command;
		for (Wall wall : this.walls) {
			checked = wall.before(checked);
		}
		try {
			return this.next.execute(checked);
		}
		catch (TaskAlreadyClaimedException ex) {
			// The webapps answer this one with 400, and what it was with 500.
			throw new BadUserRequestException("该待办已由他人领取，请刷新列表后再办理。", ex);
		}
		catch (ProcessEngineException ex) {
			throw refusal(ex).map(EngineGuard::answer).orElse(ex);
		}
	}

	private static Optional<RefusedException> refusal(Throwable failure) {
		return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
			.filter(RefusedException.class::isInstance)
			.map(RefusedException.class::cast)
			.findFirst();
	}

	// The webapps answer this one with 400 and its text; what a listener throws would be
	// a 500 with class names.
	private static ProcessEngineException answer(RefusedException refusal) {
		return new FormFieldValidationException(refusal.problems(), refusal.getMessage(), refusal);
	}

}
