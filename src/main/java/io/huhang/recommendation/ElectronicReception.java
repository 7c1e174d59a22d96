package io.huhang.recommendation;

import java.time.Instant;
import java.util.Map;

import io.huhang.audit.AuditTrail;
import io.huhang.campaign.RefusedException;
import io.huhang.electronic.ElectronicChecks.Check;
import io.huhang.electronic.ElectronicComparisons;
import io.huhang.electronic.ElectronicCorrections;
import io.huhang.organization.People;
import io.huhang.organization.Role;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ministry receives the electronic set of a list once all of it agrees, with the
 * letters that tell of what does not (C17, R22, R31).
 */
@Component
public class ElectronicReception {

	/** The form by which the coordinator compares. */
	public static final String COMPARISON = "confirmElectronicSet";

	/** The form by which the authority's officer corrects. */
	public static final String CORRECTION = "correctElectronicSet";

	private final Recommendations recommendations;

	private final ListElectronicSet set;

	private final ElectronicComparisons comparisons;

	private final ElectronicCorrections corrections;

	private final Receipts receipts;

	private final Announcements announcements;

	private final People people;

	private final AuditTrail audit;

	ElectronicReception(Recommendations recommendations, ListElectronicSet set, ElectronicComparisons comparisons,
			ElectronicCorrections corrections, Receipts receipts, Announcements announcements, People people,
			AuditTrail audit) {
		this.recommendations = recommendations;
		this.set = set;
		this.comparisons = comparisons;
		this.corrections = corrections;
		this.receipts = receipts;
		this.announcements = announcements;
		this.people = people;
		this.audit = audit;
	}

	/**
	 * Records what the coordinator has marked; what does not agree is told to the
	 * authority, which corrects it, and to the coordinators.
	 * @throws RefusedException if an item is not marked, or nothing says what differs
	 */
	@Transactional
	public void compare(String taskId, String number, String userId) {
		this.recommendations.lock(number);
		Check check = this.comparisons.record(taskId, this.set, number, userId);
		if (check.differences().isEmpty()) {
			this.receipts.confirmElectronicSet(number, check.verdict().reason(), userId);
		}
		else {
			this.audit.record(userId, "recommendation.find-difference", number);
			// Each comparison is a fact of its own.
			String step = "check-" + check.round();
			Map<String, Object> details = ElectronicComparisons.details(this.set, check);
			this.announcements.tellAuthority("electronic-set-differs", number, step, Role.OFFICER, details);
			this.announcements.tell("electronic-set-differs", number, step, this.people.with(Role.COORDINATOR, ""),
					details);
		}
	}

	/** Whether the set has to be corrected and compared again. */
	public boolean differs(String number) {
		return this.comparisons.differs(number);
	}

	/**
	 * Records what the authority has corrected; the package is then made anew, and
	 * compared again.
	 * @throws RefusedException if a scan is missing or not of its paper, or nothing says
	 * what was done
	 */
	@Transactional
	public void correct(String taskId, String number, String userId) {
		this.recommendations.lock(number);
		Check answered = this.corrections.correct(taskId, this.set, number, userId);
		this.audit.record(userId, "recommendation.correct-electronic-set", number);
		this.announcements.tell("electronic-set-corrected", number, "correction-" + answered.round(),
				this.people.with(Role.COORDINATOR, ""), ElectronicCorrections.details(answered));
	}

	/** Until when what differs is to be corrected. */
	public Instant correctionDue(String number) {
		return this.corrections.dueAt(number);
	}

}
