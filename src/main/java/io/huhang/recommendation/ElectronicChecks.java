package io.huhang.recommendation;

import io.huhang.approval.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.huhang.audit.AuditTrail;
import io.huhang.campaign.Campaign;
import io.huhang.organization.People;
import io.huhang.organization.Role;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * 确认电子材料: the coordinator compares the electronic set with its manifest until both agree
 * (R22, R31, C17). Only then it counts as received.
 */
@Repository
public class ElectronicChecks {

	private final JdbcClient jdbc;

	private final Recommendations recommendations;

	private final Receipts receipts;

	private final Announcements announcements;

	private final People people;

	private final AuditTrail audit;

	private final Clock clock;

	ElectronicChecks(JdbcClient jdbc, Recommendations recommendations, Receipts receipts, Announcements announcements,
			People people, AuditTrail audit, Clock clock) {
		this.jdbc = jdbc;
		this.recommendations = recommendations;
		this.receipts = receipts;
		this.announcements = announcements;
		this.people = people;
		this.audit = audit;
		this.clock = clock;
	}

	/** One comparison: {@link Verdict#PASS} for 一致, {@link Verdict#RETURN} for 不一致. */
	public record Check(Verdict verdict, String checkedBy, Instant checkedAt) {
	}

	/**
	 * Records one comparison; what does not agree is told to the authority and to the
	 * coordinators.
	 * @throws io.huhang.campaign.RefusedException if nothing is chosen, or nothing says
	 * what differs
	 */
	@Transactional
	public void record(String taskId, String number, Verdict verdict, String userId) {
		verdict.require(Verdict.PASS, Verdict.RETURN);
		this.recommendations.lock(number);
		insert(taskId, number, verdict, userId);
		if (Verdict.PASS.equals(verdict.decision())) {
			this.receipts.confirmElectronicSet(number, verdict.reason(), userId);
		}
		else {
			this.audit.record(userId, "recommendation.find-difference", number);
			tell(number, verdict);
		}
	}

	private void insert(String taskId, String number, Verdict verdict, String userId) {
		this.jdbc
			.sql("insert into recommendation_electronic_check (task_id, recommendation_number, decision, reason,"
					+ " checked_by, checked_at) values (:task, :number, :decision, :reason, :user, :now)")
			.param("task", taskId)
			.param("number", number)
			.param("decision", verdict.decision())
			.param("reason", verdict.reason())
			.param("user", userId)
			.param("now", this.clock.instant().atZone(Campaign.ZONE).toOffsetDateTime())
			.update();
	}

	// Each comparison is a fact of its own.
	private void tell(String number, Verdict verdict) {
		String step = "check-" + of(number).size();
		Map<String, Object> details = Announcements.reason(verdict.reason());
		this.announcements.tellAuthority("electronic-set-differs", number, step, Role.OFFICER, details);
		this.announcements.tell("electronic-set-differs", number, step, this.people.with(Role.COORDINATOR, ""),
				details);
	}

	/** Every comparison of this recommendation, the oldest first. */
	public List<Check> of(String number) {
		return this.jdbc
			.sql("select decision, reason, checked_by, checked_at from recommendation_electronic_check"
					+ " where recommendation_number = :number order by id")
			.param("number", number)
			.query((row, index) -> new Check(new Verdict(row.getString("decision"), row.getString("reason")),
					row.getString("checked_by"), row.getObject("checked_at", OffsetDateTime.class).toInstant()))
			.list();
	}

	/** Whether the newest comparison found a difference. */
	public boolean differs(String number) {
		return newest(number).filter(check -> Verdict.RETURN.equals(check.verdict().decision())).isPresent();
	}

	private Optional<Check> newest(String number) {
		return of(number).stream().reduce((first, last) -> last);
	}

}
