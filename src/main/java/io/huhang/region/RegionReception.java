package io.huhang.region;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import io.huhang.audit.AuditTrail;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.Role;
import io.huhang.paper.PaperCounting;
import io.huhang.paper.PaperRound;
import io.huhang.paper.PaperSupplements;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ministry receives the paper of a region's application, round by round, with the
 * letters that tell of it (C17, R21, R30).
 */
@Component
public class RegionReception {

	private final RegionApplications applications;

	private final RegionRegistration registration;

	private final PaperCounting counting;

	private final PaperSupplements supplements;

	private final RegionReceipts receipts;

	private final RegionAnnouncements announcements;

	private final AuditTrail audit;

	RegionReception(RegionApplications applications, RegionRegistration registration, PaperCounting counting,
			PaperSupplements supplements, RegionReceipts receipts, RegionAnnouncements announcements,
			AuditTrail audit) {
		this.applications = applications;
		this.registration = registration;
		this.counting = counting;
		this.supplements = supplements;
		this.receipts = receipts;
		this.announcements = announcements;
		this.audit = audit;
	}

	/**
	 * Registers what the officer has counted: complete, or with what is missing.
	 * @throws RefusedException if something stands against it
	 */
	@Transactional
	public void register(String taskId, String number, String userId) {
		this.applications.lock(number);
		List<Problem> problems = this.registration.check(number);
		if (!problems.isEmpty()) {
			throw new RefusedException(problems);
		}
		PaperRound round = this.counting.record(taskId, number, this.registration.draft(number),
				this.registration.items(number), userId);
		if (round.missing().isEmpty()) {
			receive(number, round);
		}
		else {
			ask(number, round);
		}
	}

	private void receive(String number, PaperRound round) {
		this.receipts.registerPaper(number, round.paper().remark(), round.registeredBy());
		this.announcements.tellAuthorities("region-paper-registered", number, "paper", List.of(Role.OFFICER),
				Map.of("receivedOn", ChineseDates.day(LocalDate.parse(round.paper().receivedOn()))));
	}

	private void ask(String number, PaperRound round) {
		this.audit.record(round.registeredBy(), "region.find-missing", number + "/" + round.round());
		this.announcements.tellAuthorities("region-paper-missing", number, "round-" + round.round(),
				List.of(Role.OFFICER), round.details());
	}

	/** Whether the newest round found something missing. */
	public boolean isMissing(String number) {
		return this.counting.isMissing(number);
	}

	/**
	 * Records that what was missing is on its way.
	 * @throws RefusedException if something stands against it
	 */
	@Transactional
	public void supply(String taskId, String number, String userId) {
		this.applications.lock(number);
		int round = this.supplements.supply(taskId, number, userId);
		this.audit.record(userId, "region.supply-paper", number + "/" + round);
	}

	/** Until when what is missing should be sent. */
	public Instant supplementDue(String number) {
		return this.supplements.dueAt(number);
	}

}
