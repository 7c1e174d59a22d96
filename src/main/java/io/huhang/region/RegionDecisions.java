package io.huhang.region;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.huhang.approval.Verdict;
import io.huhang.audit.AuditTrail;
import io.huhang.campaign.Campaign;
import io.huhang.region.RegionDecision.Step;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was decided about each revision of a region application. */
@Repository
public class RegionDecisions {

	private static final RowMapper<RegionDecision> ROW = (row, index) -> new RegionDecision(row.getString("task_id"),
			row.getInt("revision"), row.getString("fingerprint"), Step.valueOf(row.getString("step")),
			new Verdict(row.getString("decision"), row.getString("reason")), row.getString("decided_by"),
			row.getObject("decided_at", OffsetDateTime.class).toInstant());

	private final JdbcClient jdbc;

	private final RegionRevisions revisions;

	private final AuditTrail audit;

	private final Clock clock;

	RegionDecisions(JdbcClient jdbc, RegionRevisions revisions, AuditTrail audit, Clock clock) {
		this.jdbc = jdbc;
		this.revisions = revisions;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * Records a decision about the newest revision, if there is one; the task's id lets
	 * it count once.
	 */
	void record(String taskId, String number, Step step, Verdict verdict, String userId) {
		Optional<RegionRevision> about = this.revisions.latest(number);
		this.jdbc
			.sql("insert into region_decision (task_id, region_number, revision, fingerprint, step, decision, reason,"
					+ " decided_by, decided_at) values (:task, :number, :revision, :fingerprint, :step, :decision,"
					+ " :reason, :user, :now)")
			.param("task", taskId)
			.param("number", number)
			.param("revision", about.map(RegionRevision::revision).orElse(0))
			.param("fingerprint", about.map(RegionRevision::fingerprint).orElse(""))
			.param("step", step.name())
			.param("decision", verdict.decision())
			.param("reason", verdict.reason())
			.param("user", userId)
			.param("now", this.clock.instant().atZone(Campaign.ZONE).toOffsetDateTime())
			.update();
		this.audit.record(userId, "region." + step.name().toLowerCase(Locale.ROOT), number);
	}

	/** Every decision about this application, the oldest first. */
	public List<RegionDecision> of(String number) {
		return this.jdbc
			.sql("select task_id, revision, fingerprint, step, decision, reason, decided_by, decided_at"
					+ " from region_decision where region_number = :number order by id")
			.param("number", number)
			.query(ROW)
			.list();
	}

	/** The newest decision. */
	private Optional<RegionDecision> newest(String number) {
		return of(number).stream().reduce((first, last) -> last);
	}

	/** Whether the newest decision returned the application in this step. */
	public boolean returned(String number, Step step) {
		return newest(number).filter(decision -> decision.step() == step && decision.isReturn()).isPresent();
	}

	/**
	 * Why the application has come back to be filled in; empty if the newest decision has
	 * not sent it back.
	 */
	public Optional<RegionDecision> returning(String number) {
		return newest(number).filter(RegionDecision::isReturn);
	}

	/** Whether the bureau has not agreed that this authority applies (C15). */
	public boolean openingRefused(String number) {
		return newest(number).filter(decision -> decision.step() == Step.OPENING)
			.filter(decision -> Verdict.REFUSE.equals(decision.verdict().decision()))
			.isPresent();
	}

	/** Who has filled in or decided about the newest revision. */
	Set<String> involved(String number) {
		RegionRevision revision = this.revisions.latest(number).orElseThrow();
		Set<String> involved = new HashSet<>(Set.of(revision.frozenBy()));
		of(number).stream()
			.filter(decision -> decision.revision() == revision.revision())
			.map(RegionDecision::decidedBy)
			.forEach(involved::add);
		return involved;
	}

}
