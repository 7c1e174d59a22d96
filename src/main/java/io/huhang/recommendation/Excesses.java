package io.huhang.recommendation;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import io.huhang.audit.AuditTrail;
import io.huhang.campaign.Campaign;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Lists above the cap: who consented to send them, and how they were received (R19, C13).
 */
@Repository
public class Excesses {

	private final JdbcClient jdbc;

	private final CapRule rule;

	private final AuditTrail audit;

	private final Clock clock;

	Excesses(JdbcClient jdbc, CapRule rule, AuditTrail audit, Clock clock) {
		this.jdbc = jdbc;
		this.rule = rule;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * A leader's consent to send so many cases.
	 *
	 * @param taskId the task of the decision that it belongs to; a paper of that task
	 * names who signed
	 * @param consentedBy login name of who consented, or recorded it from paper
	 */
	public record Consent(String taskId, int recommended, int cap, String consentedBy, Instant consentedAt) {
	}

	/** How the ministry received such a list. */
	public record Reception(int version, ExcessOutcome outcome, int recommended, int cap, String receivedBy,
			Instant receivedAt) {
	}

	/** Records a consent; the task's id lets it count once. */
	void consent(String taskId, RankedList list, String userId) {
		insert("insert into recommendation_excess_consent (recommendation_number, version, recommended, cap, task_id,"
				+ " consented_at, consented_by) values (:number, :version, :recommended, :cap, :what, :now, :user)",
				list, taskId, userId);
		this.audit.record(userId, "recommendation.consent-excess", list.recommendationNumber());
	}

	/** Records what the ministry did. */
	void receive(RankedList list, ExcessOutcome outcome, String userId) {
		insert("insert into recommendation_excess_reception (recommendation_number, version, recommended, cap, outcome,"
				+ " received_at, received_by) values (:number, :version, :recommended, :cap, :what, :now, :user)", list,
				outcome.name(), userId);
		this.audit.record(userId, "recommendation.receive-excess", list.recommendationNumber());
	}

	private void insert(String sql, RankedList list, String what, String userId) {
		this.jdbc.sql(sql)
			.param("number", list.recommendationNumber())
			.param("version", list.version())
			.param("recommended", list.ranking().recommended().size())
			.param("cap", this.rule.cap())
			.param("what", what)
			.param("now", this.clock.instant().atZone(Campaign.ZONE).toOffsetDateTime())
			.param("user", userId)
			.update();
	}

	/** The consents to send this version, the oldest first. */
	public List<Consent> consents(String number, int version) {
		return this.jdbc
			.sql("select task_id, recommended, cap, consented_by, consented_at from recommendation_excess_consent"
					+ " where recommendation_number = :number and version = :version order by consented_at")
			.param("number", number)
			.param("version", version)
			.query((row, index) -> new Consent(row.getString("task_id"), row.getInt("recommended"), row.getInt("cap"),
					row.getString("consented_by"), row.getObject("consented_at", OffsetDateTime.class).toInstant()))
			.list();
	}

	/** How this list above the cap was received; empty for any other, and before. */
	public Optional<Reception> reception(String number) {
		return this.jdbc
			.sql("select version, outcome, recommended, cap, received_by, received_at"
					+ " from recommendation_excess_reception where recommendation_number = :number")
			.param("number", number)
			.query((row, index) -> new Reception(row.getInt("version"), ExcessOutcome.valueOf(row.getString("outcome")),
					row.getInt("recommended"), row.getInt("cap"), row.getString("received_by"),
					row.getObject("received_at", OffsetDateTime.class).toInstant()))
			.optional();
	}

}
