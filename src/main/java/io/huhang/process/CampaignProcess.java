package io.huhang.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import io.huhang.audit.AuditTrail;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.CampaignCourse;
import io.huhang.campaign.Reminders;
import io.huhang.recommendation.ClosingDates;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;

/** 遴选活动: what {@code campaign.bpmn} calls, under the ids of its elements. */
@Diagram("campaign")
public class CampaignProcess {

	/** Id of the process. */
	public static final String KEY = "campaign";

	// A daily check looks for nearer ones long before.
	private static final Duration NO_RUNG_LEFT = Duration.ofDays(30);

	private static final LocalTime MORNING = LocalTime.of(9, 0);

	private final CampaignCourse course;

	private final ReminderRounds rounds;

	private final DailyDigest digest;

	private final OpenTasks tasks;

	private final Reminders reminders;

	private final ClosingDates closingDates;

	private final ManagementService management;

	private final AuditTrail audit;

	private final Clock clock;

	CampaignProcess(CampaignCourse course, ReminderRounds rounds, DailyDigest digest, OpenTasks tasks,
			Reminders reminders, ClosingDates closingDates, ManagementService management, AuditTrail audit,
			Clock clock) {
		this.course = course;
		this.rounds = rounds;
		this.digest = digest;
		this.tasks = tasks;
		this.reminders = reminders;
		this.closingDates = closingDates;
		this.management = management;
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
		List<Instant> closings = new ArrayList<>(this.tasks.closings());
		closings.add(this.closingDates.ofRecommendations());
		return Date.from(this.reminders.next(closings, this.course.remindedUntil())
			.orElseGet(() -> this.clock.instant().plus(NO_RUNG_LEFT)));
	}

	/** sendReminders. */
	public void sendReminders(String campaignId) {
		this.rounds.write();
	}

	/** Whether somebody is still to be reminded in this round. */
	public boolean remindersLeft(String campaignId) {
		return this.course.isInRound();
	}

	/** Each morning from tomorrow on. */
	public String dailyChecks(String campaignId) {
		return "R/%s/P1D"
			.formatted(LocalDate.now(this.clock).plusDays(1).atTime(MORNING).atZone(Campaign.ZONE).toOffsetDateTime());
	}

	/**
	 * sendDigest. A case that was returned or a list that was opened again since has a
	 * date of its own, of which a reminder may come earlier than any before.
	 */
	public void sendDigest(String campaignId) {
		this.digest.write();
		awaited(campaignId).ifPresent(jobId -> this.management.recalculateJobDuedate(jobId, false));
	}

	// Empty while reminders are being written.
	private Optional<String> awaited(String campaignId) {
		return this.management.createJobQuery()
			.activityId("reminderDue")
			.processDefinitionKey(KEY)
			.list()
			.stream()
			.map(Job::getId)
			.findFirst();
	}

	/** recordDeadline. */
	public void recordDeadline(String campaignId) {
		this.course.close();
		this.audit.record("system", "campaign.close", campaignId);
	}

}
