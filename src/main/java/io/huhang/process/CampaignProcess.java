package io.huhang.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import io.huhang.approval.Verdict;
import io.huhang.audit.AuditTrail;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.CampaignCourse;
import io.huhang.campaign.DateMove.Scope;
import io.huhang.campaign.DateMove.State;
import io.huhang.campaign.DateMoves;
import io.huhang.campaign.Reminders;
import io.huhang.recommendation.ClosingDates;
import io.huhang.recommendation.DateMoving;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.VariableScope;

/** 遴选活动: what {@code campaign.bpmn} calls, under the ids of its elements. */
@Diagram("campaign")
public class CampaignProcess {

	/** Id of the process. */
	public static final String KEY = "campaign";

	/** Message: a closing date is to be moved. */
	public static final String DATE_MOVE_PROPOSED = "dateMoveProposed";

	/** Message: the bureau has closed the reception. */
	public static final String RECEPTION_CLOSED = "receptionClosed";

	// A daily check looks for nearer ones long before.
	private static final Duration NOTHING_AHEAD = Duration.ofDays(30);

	private static final LocalTime MORNING = LocalTime.of(9, 0);

	private final CampaignCourse course;

	private final ReminderRounds rounds;

	private final DailyDigest digest;

	private final LeftBehind leftBehind;

	private final OverdueCases overdue;

	private final ClosingTimers timers;

	private final TimerMoves timerMoves;

	private final DateMoving moving;

	private final DateMoves moves;

	private final DateMoveLetters letters;

	private final Reminders reminders;

	private final ClosingDates closingDates;

	private final ManagementService management;

	private final SelectionDesk selection;

	private final AuditTrail audit;

	private final FormReader forms;

	private final Clock clock;

	CampaignProcess(CampaignCourse course, ReminderRounds rounds, DailyDigest digest, LeftBehind leftBehind,
			OverdueCases overdue, ClosingTimers timers, TimerMoves timerMoves, DateMoving moving, DateMoves moves,
			DateMoveLetters letters, FormReader forms, Reminders reminders, ClosingDates closingDates,
			ManagementService management, SelectionDesk selection, AuditTrail audit, Clock clock) {
		this.course = course;
		this.rounds = rounds;
		this.digest = digest;
		this.leftBehind = leftBehind;
		this.overdue = overdue;
		this.timers = timers;
		this.timerMoves = timerMoves;
		this.moving = moving;
		this.moves = moves;
		this.letters = letters;
		this.forms = forms;
		this.reminders = reminders;
		this.closingDates = closingDates;
		this.management = management;
		this.selection = selection;
		this.audit = audit;
		this.clock = clock;
	}

	/** The first instant that is too late for lists and region applications. */
	public Date closing(String campaignId) {
		return Date.from(this.closingDates.ofRecommendations());
	}

	/**
	 * When somebody is reminded next: of the deadline or of a date that ends some case,
	 * list or region application. A rung that came up behind the last round is due at
	 * once.
	 */
	public Date nextReminder(String campaignId) {
		List<Instant> closings = new ArrayList<>(this.timers.closings());
		closings.add(this.closingDates.ofRecommendations());
		return Date.from(this.reminders.next(closings, this.course.remindedUntil())
			.orElseGet(() -> this.clock.instant().plus(NOTHING_AHEAD)));
	}

	/** sendReminders. */
	public void sendReminders(String campaignId) {
		this.rounds.write();
	}

	/** Whether somebody is still to be reminded in this round. */
	public boolean remindersLeft(String campaignId) {
		return this.course.isInRound();
	}

	/**
	 * When the next cases are to be ended. Dates that come up later are found each
	 * morning.
	 */
	public Date nextOverdue(String campaignId) {
		return Date.from(this.overdue.next().orElseGet(() -> this.clock.instant().plus(NOTHING_AHEAD)));
	}

	/** endOverdueCases. */
	public void endOverdueCases(String campaignId) {
		this.overdue.end();
	}

	/** Whether some cases are still to be ended now. */
	public boolean overdueCasesLeft(String campaignId) {
		return this.overdue.isLeft();
	}

	/** Each morning from tomorrow on. */
	public String dailyChecks(String campaignId) {
		return "R/%s/P1D"
			.formatted(LocalDate.now(this.clock).plusDays(1).atTime(MORNING).atZone(Campaign.ZONE).toOffsetDateTime());
	}

	/**
	 * sendDigest; ends what an authority with a later date has left behind. A case that
	 * was opened or returned or a list that was opened again since has a date of its own,
	 * and a reminder of it, which may come earlier than any before.
	 */
	public void sendDigest(String campaignId) {
		this.leftBehind.endPassed();
		this.digest.write();
		recalculate("reminderDue");
		recalculate("casesDue");
	}

	// There is none while reminders are being written or cases ended, nor behind the
	// deadline.
	private void recalculate(String activity) {
		this.management.createJobQuery()
			.processDefinitionKey(KEY)
			.activityId(activity)
			.timers()
			.list()
			.forEach(job -> this.management.recalculateJobDuedate(job.getId(), false));
	}

	/** recordDeadline; the selection begins with it. */
	public void recordDeadline(String campaignId) {
		this.course.close();
		this.leftBehind.endPassed();
		this.audit.record("system", "campaign.close", campaignId);
		this.selection.begin();
	}

	/** Whether an authority decides this within the date of the bureau. */
	public boolean ownDate(String number) {
		return this.moves.get(number).scope() == Scope.FILING;
	}

	/** Until when the bureau should have decided. */
	public Date decisionDue(String number) {
		return Date.from(this.closingDates.ofMove());
	}

	/** checkDateMove. */
	public void checkDateMove(DelegateTask task) {
		this.moving.check(number(task), this.forms.read(task, CheckDateMove.class).verdict(), Actor.of(task));
	}

	/** approveDateMove: the date holds from then on. */
	public void approveDateMove(DelegateTask task) {
		this.moving.approve(number(task), this.forms.read(task, ApproveDateMove.class).verdict(), Actor.of(task));
	}

	/** Whether the bureau has not agreed. */
	public boolean dateMoveRefused(String number) {
		return this.moves.get(number).state() == State.REFUSED;
	}

	/** moveDates: of cases, lists and region applications, and of the campaign itself. */
	public void moveDates(String number) {
		this.timerMoves.move(number);
		recalculate("deadlineReached");
	}

	/** Whether some timers are still to be moved. */
	public boolean datesLeft(String number) {
		return this.timerMoves.isLeft(number);
	}

	/**
	 * tellConcerned. The ladder and the ending of cases follow here, when the timers that
	 * they look at have been moved.
	 */
	public void tellConcerned(String number) {
		this.letters.tellConcerned(number);
		recalculate("reminderDue");
		recalculate("casesDue");
	}

	/** tellRefused. */
	public void tellRefused(String number) {
		this.letters.tellRefused(number);
	}

	private static String number(VariableScope scope) {
		return (String) scope.getVariable(ProcessVariables.DATE_MOVE);
	}

	/** Answers of checkDateMove.form. */
	record CheckDateMove(String decision, String reason) {

		Verdict verdict() {
			return new Verdict(this.decision, this.reason);
		}

	}

	/** Answers of approveDateMove.form. */
	record ApproveDateMove(String decision, String reason) {

		Verdict verdict() {
			return new Verdict(this.decision, this.reason);
		}

	}

}
