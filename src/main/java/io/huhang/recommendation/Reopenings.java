package io.huhang.recommendation;

import java.sql.ResultSet;
import java.sql.SQLException;
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
 * The closing dates that lists have missed, each with what the bureau decided about it.
 */
@Repository
public class Reopenings {

	private static final String SELECT = "select missed, decision, closing, reason, decided_by, decided_at"
			+ " from recommendation_reopening where recommendation_number = :number order by id";

	private final JdbcClient jdbc;

	private final AuditTrail audit;

	private final Clock clock;

	Reopenings(JdbcClient jdbc, AuditTrail audit, Clock clock) {
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * A closing date that a list has missed.
	 *
	 * @param decision empty while nobody has decided
	 * @param closing until when the list was opened again, if it was
	 * @param decidedBy empty while nobody has decided
	 */
	public record Missed(Instant missed, String decision, Optional<Instant> closing, String reason, String decidedBy,
			Optional<Instant> decidedAt) {

		/** Whether it waits for the bureau. */
		public boolean isOpen() {
			return this.decision.isEmpty();
		}

	}

	/** Every closing date that the list has missed, the oldest first. */
	public List<Missed> of(String number) {
		return this.jdbc.sql(SELECT).param("number", number).query(Reopenings::missed).list();
	}

	private static Missed missed(ResultSet row, int index) throws SQLException {
		return new Missed(instant(row, "missed").orElseThrow(), text(row, "decision"), instant(row, "closing"),
				text(row, "reason"), text(row, "decided_by"), instant(row, "decided_at"));
	}

	private static String text(ResultSet row, String column) throws SQLException {
		return Optional.ofNullable(row.getString(column)).orElse("");
	}

	private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
		return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
	}

	/** The closing date that the list missed last. */
	Optional<Missed> newest(String number) {
		return of(number).stream().reduce((first, last) -> last);
	}

	/** Until when the list was opened again last; empty if it never was. */
	Optional<Instant> closing(String number) {
		return of(number).stream().flatMap(missed -> missed.closing().stream()).reduce((first, last) -> last);
	}

	/** The one that waits for a decision. */
	Optional<Missed> open(String number) {
		return newest(number).filter(Missed::isOpen);
	}

	/** Writes down that the list has missed this date. */
	void miss(String number, Instant missed) {
		this.jdbc.sql("insert into recommendation_reopening (recommendation_number, missed) values (:number, :missed)")
			.param("number", number)
			.param("missed", missed.atZone(Campaign.ZONE).toOffsetDateTime())
			.update();
		this.audit.record("system", "recommendation.overdue", number);
	}

	/** Opens the list again until this instant. */
	void reopen(String number, Instant closing, String reason, String userId) {
		decide(number, Reopening.REOPEN, closing.atZone(Campaign.ZONE).toOffsetDateTime(), reason, userId);
		this.audit.record(userId, "recommendation.reopen", number);
	}

	/** Leaves the list closed. */
	void end(String number, String reason, String userId) {
		decide(number, Reopening.END, null, reason, userId);
		this.audit.record(userId, "recommendation.keep-closed", number);
	}

	private void decide(String number, String decision, OffsetDateTime closing, String reason, String userId) {
		this.jdbc
			.sql("update recommendation_reopening set decision = :decision, closing = :closing, reason = :reason,"
					+ " decided_by = :user, decided_at = :now where recommendation_number = :number"
					+ " and decision is null")
			.param("decision", decision)
			.param("closing", closing)
			.param("reason", reason)
			.param("user", userId)
			.param("now", this.clock.instant().atZone(Campaign.ZONE).toOffsetDateTime())
			.param("number", number)
			.update();
	}

}
