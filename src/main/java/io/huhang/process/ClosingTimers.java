package io.huhang.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.huhang.campaign.DateMove;
import io.huhang.campaign.Lateness;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The live timers that end the work of an applicant or an authority: thousands, each of
 * which the engine's own questions would have to be asked for (ADR 7).
 */
@Repository
class ClosingTimers {

	/** Their boundary events, as a list of SQL. */
	static final String ACTIVITIES = "('filingClosed', 'reportingClosed')";

	private static final String OF_CASE = "filingClosed";

	// Some minutes in which the campaign ends all cases of one date together.
	private static final Duration LAST_RESORT = Duration.ofMinutes(10);

	// Whose own timer has fallen due is left to it: one that cannot be ended holds nobody
	// up for longer. A filing of an older version of the diagram waits for nothing.
	private static final String OVERDUE = " from ACT_RU_JOB j where j.HANDLER_TYPE_ = 'timer-transition'"
			+ " and j.HANDLER_CFG_ = '" + OF_CASE + "' and j.SUSPENSION_STATE_ = 1 and j.DUEDATE_ > :now"
			+ " and exists (select 1 from ACT_RU_EVENT_SUBSCR s where s.EXECUTION_ID_ = j.EXECUTION_ID_)";

	private static final String FROM = " from ACT_RU_JOB j join ACT_RU_JOBDEF d on d.ID_ = j.JOB_DEF_ID_"
			+ " and d.ACT_ID_ in " + ACTIVITIES;

	private static final String NEXT = "select j.ID_ as timer, j.PROCESS_INSTANCE_ID_ as instance, j.DUEDATE_ as due,"
			+ " d.ACT_ID_ as activity, e.BUSINESS_KEY_ as number" + FROM
			+ " join ACT_RU_EXECUTION e on e.ID_ = j.PROCESS_INSTANCE_ID_" + " where j.ID_ > :after and ";

	private final JdbcClient jdbc;

	private final Lateness lateness;

	private final Clock clock;

	ClosingTimers(JdbcClient jdbc, Lateness lateness, Clock clock) {
		this.jdbc = jdbc;
		this.lateness = lateness;
		this.clock = clock;
	}

	/**
	 * One timer.
	 *
	 * @param closing the date that it guards
	 * @param number of the case, list or region application that it ends
	 */
	record ClosingTimer(String id, String activity, String instance, Instant closing, String number) {

		boolean isOfCase() {
			return this.activity.equals(OF_CASE);
		}

	}

	/** The closing dates that they guard. */
	List<Instant> closings() {
		return this.jdbc.sql("select distinct j.DUEDATE_ as due, d.ACT_ID_ as activity" + FROM)
			.query((row, index) -> closing(row))
			.list();
	}

	/** Those that this move may concern, by id, behind the one of this id. */
	List<ClosingTimer> next(DateMove move, String after, int limit) {
		return this.jdbc.sql(NEXT + concerned(move) + " order by j.ID_ fetch first :limit rows only")
			.param("after", after)
			.param("subject", move.subject())
			.param("limit", limit)
			.query((row, index) -> new ClosingTimer(row.getString("timer"), row.getString("activity"),
					row.getString("instance"), closing(row), row.getString("number")))
			.list();
	}

	private Instant closing(ResultSet row) throws SQLException {
		return closing(row.getString("activity"), row.getTimestamp("due").toInstant());
	}

	/** The closing date that a timer of this activity guards. */
	Instant closing(String activity, Instant due) {
		return this.lateness.closing(ending(activity, due));
	}

	/** When the work that a timer of this activity guards is to be ended. */
	static Instant ending(String activity, Instant due) {
		return activity.equals(OF_CASE) ? due.minus(LAST_RESORT) : due;
	}

	/** When the own timer of a case is due that is to be ended at this instant. */
	static Instant due(Instant ending) {
		return ending.plus(LAST_RESORT);
	}

	/**
	 * A case that is not handed in.
	 *
	 * @param timer its own
	 * @param filing the execution that waits to be ended
	 */
	record Overdue(String timer, String number, String filing) {
	}

	/** When the next cases are to be ended; in the past if they are overdue. */
	Optional<Instant> nextOverdue() {
		return this.jdbc.sql("select min(j.DUEDATE_)" + OVERDUE)
			.param("now", Timestamp.from(this.clock.instant()))
			.query(Timestamp.class)
			.optional()
			.map(due -> ending(OF_CASE, due.toInstant()));
	}

	/** Some cases that are overdue. */
	List<Overdue> overdue(int limit) {
		Instant now = this.clock.instant();
		return this.jdbc
			.sql("select j.ID_ as timer, (select e.BUSINESS_KEY_ from ACT_RU_EXECUTION e"
					+ " where e.ID_ = j.PROCESS_INSTANCE_ID_) as number," + " j.EXECUTION_ID_ as filing" + OVERDUE
					+ " and j.DUEDATE_ <= :due fetch first :limit rows only")
			.param("now", Timestamp.from(now))
			.param("due", Timestamp.from(due(now)))
			.param("limit", limit)
			.query((row, index) -> new Overdue(row.getString("timer"), row.getString("number"),
					row.getString("filing")))
			.list();
	}

	/** Those whose timer still runs. */
	List<Overdue> stillOverdue(List<Overdue> found) {
		if (found.isEmpty()) {
			return found;
		}
		Set<String> running = this.jdbc.sql("select ID_ from ACT_RU_JOB where ID_ in (:timers)")
			.param("timers", found.stream().map(Overdue::timer).toList())
			.query(String.class)
			.set();
		return found.stream().filter(overdue -> running.contains(overdue.timer())).toList();
	}

	private static String concerned(DateMove move) {
		return switch (move.scope()) {
			case CAMPAIGN -> ":subject = ''";
			case CASE -> "e.BUSINESS_KEY_ = :subject";
			case AUTHORITY, FILING -> "exists (select 1 from ACT_RU_VARIABLE v where v.EXECUTION_ID_ = e.ID_"
					+ " and v.NAME_ in ('authority', 'partner') and v.TEXT_ = :subject)";
		};
	}

}
