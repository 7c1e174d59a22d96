package io.huhang.evaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import io.huhang.audit.AuditTrail;
import io.huhang.campaign.Campaign;
import io.huhang.evaluation.Subject.State;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What takes part in the evaluation. */
@Repository
public class Subjects {

	private static final String SELECT = "select number, round, source, state, taken_at, begun_at, ended_at"
			+ " from evaluation_subject s";

	private static final String NEWEST = " round = (select max(round) from evaluation_subject where number = s.number)";

	private final JdbcClient jdbc;

	private final AuditTrail audit;

	private final Clock clock;

	Subjects(JdbcClient jdbc, AuditTrail audit, Clock clock) {
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	/** Everything that takes part, as it does now, by number. */
	public List<Subject> all() {
		return this.jdbc.sql(SELECT + " where" + NEWEST + " order by number").query(this::subject).list();
	}

	/** What takes part under this number now; empty if nothing ever did. */
	public Optional<Subject> find(String number) {
		return this.jdbc.sql(SELECT + " where number = :number and" + NEWEST)
			.param("number", number)
			.query(this::subject)
			.optional();
	}

	/**
	 * What takes part under this number now.
	 * @throws java.util.NoSuchElementException if nothing ever did
	 */
	public Subject get(String number) {
		return find(number).orElseThrow();
	}

	/** Those whose evaluation has not begun, by number, this many at most. */
	public List<Subject> waiting(int limit) {
		return this.jdbc.sql(SELECT + " where state = 'WAITING' order by number fetch first :limit rows only")
			.param("limit", limit)
			.query(this::subject)
			.list();
	}

	/** How many are still to be evaluated. */
	public long unsettled() {
		return this.jdbc.sql("select count(*) from evaluation_subject where ended_at is null")
			.query(Long.class)
			.single();
	}

	/** Takes it in: for the first time, or again. */
	void take(String number, String source) {
		this.jdbc
			.sql("insert into evaluation_subject (number, round, source, state, taken_at) values (:number,"
					+ " (select coalesce(max(round), 0) + 1 from evaluation_subject where number = :number), :source,"
					+ " 'WAITING', :now)")
			.param("number", number)
			.param("source", source)
			.param("now", now())
			.update();
	}

	/** Takes it in once more, and keeps why. */
	void takeAgain(Subject subject, String reason, String userId) {
		take(subject.number(), subject.source());
		this.jdbc
			.sql("update evaluation_subject set reinstated_because = :reason, reinstated_by = :user"
					+ " where number = :number and round = :round")
			.param("reason", reason)
			.param("user", userId)
			.param("number", subject.number())
			.param("round", subject.round() + 1)
			.update();
	}

	/** Its evaluation has begun. */
	public void begin(String number) {
		this.jdbc
			.sql("update evaluation_subject set state = 'OPEN', begun_at = :now where number = :number"
					+ " and state = 'WAITING'")
			.param("number", number)
			.param("now", now())
			.update();
		this.audit.record("system", "evaluation.begin", number);
	}

	/** Its evaluation has come to this end; said again, nothing changes. */
	public void end(String number, State state) {
		if (this.jdbc
			.sql("update evaluation_subject set state = :state, ended_at = :now where number = :number"
					+ " and ended_at is null")
			.param("state", state.name())
			.param("number", number)
			.param("now", now())
			.update() > 0) {
			this.audit.record("system", "evaluation.end", number);
		}
	}

	private Subject subject(ResultSet row, int index) throws SQLException {
		return new Subject(row.getString("number"), row.getInt("round"), row.getString("source"),
				State.valueOf(row.getString("state")), instant(row, "taken_at").orElseThrow(), instant(row, "begun_at"),
				instant(row, "ended_at"));
	}

	private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
		return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
	}

	private OffsetDateTime now() {
		return this.clock.instant().atZone(Campaign.ZONE).toOffsetDateTime();
	}

}
