package io.huhang.process;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import io.huhang.process.ClosingTimers.Overdue;
import io.huhang.recommendation.MissedFilings;
import org.camunda.bpm.engine.RuntimeService;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends the cases that nobody has handed in by their date, many in one transaction (逾期未报,
 * 通知二（三）). What cannot be ended so is ended by its own timer (ADR 16).
 */
@Component
class OverdueCases {

	static final int AT_ONCE = 100;

	private final ClosingTimers timers;

	private final MissedFilings missed;

	private final RuntimeService runtime;

	OverdueCases(ClosingTimers timers, MissedFilings missed, RuntimeService runtime) {
		this.timers = timers;
		this.missed = missed;
		this.runtime = runtime;
	}

	/** When the next cases are to be ended; empty if there are none. */
	Optional<Instant> next() {
		return this.timers.nextOverdue();
	}

	/**
	 * Ends the next cases. Whoever is just handing one in is waited for, and asked about
	 * again.
	 */
	@Transactional
	public void end() {
		List<Overdue> found = this.timers.overdue(AT_ONCE);
		this.missed.lock(found.stream().map(Overdue::number).toList());
		List<Overdue> overdue = this.timers.stillOverdue(found);
		this.missed.close(overdue.stream().map(Overdue::number).toList());
		overdue
			.forEach(ended -> this.runtime.messageEventReceived(CaseApplicationProcess.FILING_ENDED, ended.filing()));
	}

	/**
	 * Whether some are left: the engine deletes what was just ended as its job is saved.
	 */
	boolean isLeft() {
		return this.timers.overdue(AT_ONCE + 1).size() > AT_ONCE;
	}

}
