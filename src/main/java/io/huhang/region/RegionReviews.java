package io.huhang.region;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.huhang.approval.Verdict;
import io.huhang.campaign.CampaignDates;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.Levels;
import io.huhang.organization.Role;
import io.huhang.region.RegionDecision.Step;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The authority's own decisions about its application and what follows from the calendar,
 * each with the letter that tells of it.
 */
@Component
public class RegionReviews {

	private static final String SYSTEM = "system";

	private final RegionApplications applications;

	private final RegionDecisions decisions;

	private final RegionAnnouncements announcements;

	private final Levels levels;

	private final CampaignDates dates;

	RegionReviews(RegionApplications applications, RegionDecisions decisions, RegionAnnouncements announcements,
			Levels levels, CampaignDates dates) {
		this.applications = applications;
		this.decisions = decisions;
		this.announcements = announcements;
		this.levels = levels;
		this.dates = dates;
	}

	/** The first instant that is too late for this application (通知二（三）). */
	public Instant closing(String number) {
		return this.dates.deadline(this.applications.get(number).authority());
	}

	/** 审核: the head's decision about the newest revision. */
	@Transactional
	public void review(String taskId, String number, Verdict verdict, String userId) {
		verdict.require(Verdict.PASS, Verdict.RETURN);
		this.applications.lock(number);
		// Roles change: who has filled it in may be a head by now.
		if (this.decisions.involved(number).contains(userId)) {
			throw new RefusedException("decision", "本申报书由您填报提交，须由其他人审核。请退领任务，由本单位同级人员领取。", "通知二（一）");
		}
		decide(taskId, number, Step.REVIEW, verdict, userId);
	}

	/**
	 * Records a decision; one that sends the application back is told to its officers.
	 */
	void decide(String taskId, String number, Step step, Verdict verdict, String userId) {
		this.decisions.record(taskId, number, step, verdict, userId);
		if (Verdict.RETURN.equals(verdict.decision())) {
			this.announcements.tell("region-returned", number, taskId,
					this.announcements.people(this.applications.get(number).authority(), List.of(Role.OFFICER)),
					Map.of("step", step.label(), "reason", verdict.reason()));
		}
	}

	/** Tells its authorities that it is sealed, and how the paper leaves. */
	@Transactional
	public void tellSealed(String number, RegionDispatches.Dispatch dispatch) {
		this.announcements.tellAuthorities("region-sealed", number, "v" + dispatch.revision(),
				List.of(Role.OFFICER, Role.HEAD, Role.LEADER),
				Map.of("revision", dispatch.revision(), "along", dispatch.leftAt().isEmpty()));
	}

	/** Tells its authorities that it does not wait for this list any more. */
	@Transactional
	public void tellTakenBack(String number, String listNumber) {
		this.announcements.tellAuthorities("region-taken-back", number, listNumber,
				List.of(Role.OFFICER, Role.HEAD, Role.LEADER), Map.of("listNumber", listNumber));
	}

	/** Ends an application that has not left in time. */
	@Transactional
	public void closeOverdue(String number) {
		if (this.applications.close(number, RegionEnding.OVERDUE, "", SYSTEM)) {
			tellInvolved("region-overdue", number, "overdue", Map.of("deadline", closing(number)));
		}
	}

	private void tellInvolved(String kind, String number, String step, Map<String, Object> details) {
		this.applications.get(number)
			.authorities()
			.forEach(authority -> this.announcements.tell(kind, number, step,
					this.announcements.people(authority, this.levels.of(authority).reminded()), details));
	}

	/** When it must have left, as people read it. */
	public String deadline(String number) {
		return ChineseDates.deadline(closing(number));
	}

}
