package io.huhang.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.DateMove;
import io.huhang.campaign.DateMoves;
import io.huhang.process.ClosingTimers.ClosingTimer;
import io.huhang.recommendation.Announcements;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets live timers and the dates on open tasks follow a date that was moved, some at a
 * time; each applicant whose date has changed is told at once.
 */
@Component
class TimerMoves {

	static final int AT_ONCE = 200;

	private final DateMoves moves;

	private final ClosingTimers timers;

	private final ManagementService management;

	private final TaskService tasks;

	private final Announcements announcements;

	TimerMoves(DateMoves moves, ClosingTimers timers, ManagementService management, TaskService tasks,
			Announcements announcements) {
		this.moves = moves;
		this.timers = timers;
		this.management = management;
		this.tasks = tasks;
		this.announcements = announcements;
	}

	/** Moves the next timers. */
	@Transactional
	public void move(String number) {
		DateMove move = this.moves.lock(number);
		List<ClosingTimer> next = this.timers.next(move, this.moves.movedAfter(number), AT_ONCE);
		next.forEach(timer -> move(timer, move));
		if (!next.isEmpty()) {
			this.moves.advance(number, next.get(next.size() - 1).id());
		}
	}

	/** Whether some are left. */
	boolean isLeft(String number) {
		return !this.timers.next(this.moves.get(number), this.moves.movedAfter(number), 1).isEmpty();
	}

	// The diagram's own expression says when it is due; tasks that were due with the
	// timer stay due with it.
	private void move(ClosingTimer timer, DateMove move) {
		this.management.recalculateJobDuedate(timer.id(), false);
		Instant closing = this.timers.closing(timer.activity(),
				this.management.createJobQuery().jobId(timer.id()).singleResult().getDuedate().toInstant());
		if (!closing.equals(timer.closing())) {
			this.tasks.createTaskQuery()
				.processInstanceId(timer.instance())
				.dueDate(Date.from(timer.closing()))
				.list()
				.forEach(task -> this.tasks.setDueDate(task.getId(), Date.from(closing)));
			if (timer.isOfCase()) {
				tell(timer, closing, move);
			}
		}
	}

	private void tell(ClosingTimer timer, Instant closing, DateMove move) {
		this.announcements.tellApplicant("case-date-moved", timer.number(), move.number(),
				Map.of("deadline", closing, "former", ChineseDates.deadline(timer.closing()), "reason", move.reason()));
	}

}
