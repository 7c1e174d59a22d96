package io.huhang.process;

import java.util.List;
import java.util.stream.Stream;

import io.huhang.recommendation.ListClosings;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends the cases that their authority has not finished with when its list closes (未推荐,
 * 通知二（二）): row, letter and the end of the instance are one transaction.
 */
@Component
class LeftBehind {

	// Whoever is left over has its turn at the next daily check.
	private static final int AT_ONCE = 500;

	private static final List<String> CHECKED = List.of("checkCase", "reviewCase");

	private static final String AWAITING = "recommendationAwaited";

	private final ListClosings closings;

	private final RuntimeService runtime;

	LeftBehind(ListClosings closings, RuntimeService runtime) {
		this.closings = closings;
		this.runtime = runtime;
	}

	/** Ends those that were still being checked when this list left, or ended. */
	@Transactional
	public void endWith(String listNumber, boolean left) {
		this.closings.with(listNumber)
			.forEach(authority -> CHECKED.stream()
				.flatMap(step -> at(step, authority))
				.forEach(number -> end(number, left, CaseApplicationProcess.LIST_CLOSED)));
	}

	/** Ends those of authorities whose date has passed without a list that may leave. */
	@Transactional
	public void endPassed() {
		this.closings.passed().forEach(authority -> {
			boolean left = this.closings.hasLeft(authority);
			CHECKED.stream()
				.flatMap(step -> at(step, authority))
				.forEach(number -> end(number, left, CaseApplicationProcess.LIST_CLOSED));
			at(AWAITING, authority).forEach(number -> end(number, left, CaseApplicationProcess.NOT_RECOMMENDED));
		});
	}

	private Stream<String> at(String step, String authority) {
		return this.runtime.createProcessInstanceQuery()
			.processDefinitionKey(CaseApplicationProcess.KEY)
			.variableValueEquals(ProcessVariables.AUTHORITY, authority)
			.activityIdIn(step)
			.orderByBusinessKey()
			.asc()
			.listPage(0, AT_ONCE)
			.stream()
			.map(ProcessInstance::getBusinessKey);
	}

	private void end(String number, boolean left, String message) {
		this.closings.close(number, left);
		this.runtime.createMessageCorrelation(message).processInstanceBusinessKey(number).correlate();
	}

}
