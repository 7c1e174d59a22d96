package io.huhang.region;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.huhang.audit.AuditTrail;
import io.huhang.campaign.RefusedException;
import io.huhang.electronic.ElectronicChecks.Check;
import io.huhang.electronic.ElectronicComparisons;
import io.huhang.electronic.ElectronicCorrections;
import io.huhang.organization.Role;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ministry receives the electronic set of a region's application once all of it
 * agrees, with the letters that tell of what does not (C17, R22, R31).
 */
@Component
public class RegionElectronicReception {

	/** The form by which the coordinator compares. */
	public static final String COMPARISON = "confirmRegionElectronicSet";

	/** The form by which the authority's officer corrects. */
	public static final String CORRECTION = "correctRegionElectronicSet";

	private final RegionApplications applications;

	private final RegionElectronicSet set;

	private final ElectronicComparisons comparisons;

	private final ElectronicCorrections corrections;

	private final RegionReceipts receipts;

	private final RegionAnnouncements announcements;

	private final AuditTrail audit;

	RegionElectronicReception(RegionApplications applications, RegionElectronicSet set,
			ElectronicComparisons comparisons, ElectronicCorrections corrections, RegionReceipts receipts,
			RegionAnnouncements announcements, AuditTrail audit) {
		this.applications = applications;
		this.set = set;
		this.comparisons = comparisons;
		this.corrections = corrections;
		this.receipts = receipts;
		this.announcements = announcements;
		this.audit = audit;
	}

	/**
	 * Records what the coordinator has marked; what does not agree is told to the
	 * authorities, of which the leading one corrects it, and to the coordinators.
	 * @throws RefusedException if an item is not marked, or nothing says what differs
	 */
	@Transactional
	public void compare(String taskId, String number, String userId) {
		this.applications.lock(number);
		Check check = this.comparisons.record(taskId, this.set, number, userId);
		if (check.differences().isEmpty()) {
			this.receipts.confirmElectronicSet(number, check.verdict().reason(), userId);
		}
		else {
			this.audit.record(userId, "region.find-difference", number);
			// Each comparison is a fact of its own.
			String step = "check-" + check.round();
			Map<String, Object> details = ElectronicComparisons.details(this.set, check);
			this.announcements.tellAuthorities("electronic-set-differs", number, step, List.of(Role.OFFICER), details);
			this.announcements.tellCoordinators("electronic-set-differs", number, step, details);
		}
	}

	/** Whether the set has to be corrected and compared again. */
	public boolean differs(String number) {
		return this.comparisons.differs(number);
	}

	/**
	 * Records what the authority has corrected; the package is then made anew, and
	 * compared again.
	 * @throws RefusedException if the scan is missing or not of this paper, or nothing
	 * says what was done
	 */
	@Transactional
	public void correct(String taskId, String number, String userId) {
		this.applications.lock(number);
		Check answered = this.corrections.correct(taskId, this.set, number, userId);
		this.audit.record(userId, "region.correct-electronic-set", number);
		this.announcements.tellCoordinators("electronic-set-corrected", number, "correction-" + answered.round(),
				ElectronicCorrections.details(answered));
	}

	/** Until when what differs is to be corrected. */
	public Instant correctionDue(String number) {
		return this.corrections.dueAt(number);
	}

}
