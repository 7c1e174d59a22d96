package io.huhang.region;

import java.util.List;
import java.util.Map;

import io.huhang.approval.Verdict;
import io.huhang.campaign.Campaign;
import io.huhang.organization.Authorities;
import io.huhang.organization.Role;
import io.huhang.region.RegionDecision.Step;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 计划单列市 and 兵团 are addressed by the notice, but 一（二） speaks of provinces: they apply with
 * the bureau's consent (C15).
 */
@Component
public class RegionOpenings {

	private static final String BUREAU = "";

	private final RegionApplications applications;

	private final RegionDecisions decisions;

	private final RegionAnnouncements announcements;

	private final Authorities authorities;

	private final Campaign campaign;

	RegionOpenings(RegionApplications applications, RegionDecisions decisions, RegionAnnouncements announcements,
			Authorities authorities, Campaign campaign) {
		this.applications = applications;
		this.decisions = decisions;
		this.announcements = announcements;
		this.authorities = authorities;
		this.campaign = campaign;
	}

	/** Whether this application needs the bureau's consent before it is filled in. */
	public boolean consentNeeded(String number) {
		return this.campaign.regionConsent()
			.contains(this.authorities.get(this.applications.get(number).authority()).code());
	}

	/** Asks the bureau. */
	@Transactional
	public void ask(String number) {
		this.announcements.tell("region-opening-asked", number, "opening",
				this.announcements.people(BUREAU, List.of(Role.MIIT_OFFICER)), Map.of());
	}

	/** The bureau agrees, or says why not; then the application has ended. */
	@Transactional
	public void decide(String taskId, String number, Verdict verdict, String userId) {
		verdict.require(Verdict.PASS, Verdict.REFUSE);
		this.applications.lock(number);
		this.decisions.record(taskId, number, Step.OPENING, verdict, userId);
		boolean refused = Verdict.REFUSE.equals(verdict.decision());
		if (refused) {
			this.applications.close(number, RegionEnding.NOT_ADMITTED, verdict.reason(), userId);
		}
		this.announcements.tellAuthorities("region-opening-answered", number, "opening",
				List.of(Role.OFFICER, Role.HEAD, Role.LEADER), Map.of("refused", refused, "reason", verdict.reason()));
	}

}
