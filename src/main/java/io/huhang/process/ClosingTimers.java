package io.huhang.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

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

	private static final String FROM = " from ACT_RU_JOB j join ACT_RU_JOBDEF d on d.ID_ = j.JOB_DEF_ID_"
			+ " and d.ACT_ID_ in " + ACTIVITIES;

	private static final String NEXT = "select j.ID_ as timer, j.PROCESS_INSTANCE_ID_ as instance, j.DUEDATE_ as due,"
			+ " e.BUSINESS_KEY_ as number" + FROM + " join ACT_RU_EXECUTION e on e.ID_ = j.PROCESS_INSTANCE_ID_"
			+ " where j.ID_ > :after and ";

	private final JdbcClient jdbc;

	private final Lateness lateness;

	ClosingTimers(JdbcClient jdbc, Lateness lateness) {
		this.jdbc = jdbc;
		this.lateness = lateness;
	}

	/**
	 * One timer.
	 *
	 * @param closing the date that it guards
	 * @param number of the case, list or region application that it ends
	 */
	record ClosingTimer(String id, String instance, Instant closing, String number) {

		boolean isOfCase() {
			return this.number.contains("-AL-");
		}

	}

	/** The closing dates that they guard. */
	List<Instant> closings() {
		return this.jdbc.sql("select distinct j.DUEDATE_ as due" + FROM).query((row, index) -> closing(row)).list();
	}

	/** Those that this move may concern, by id, behind the one of this id. */
	List<ClosingTimer> next(DateMove move, String after, int limit) {
		return this.jdbc.sql(NEXT + concerned(move) + " order by j.ID_ fetch first :limit rows only")
			.param("after", after)
			.param("subject", move.subject())
			.param("limit", limit)
			.query((row, index) -> new ClosingTimer(row.getString("timer"), row.getString("instance"), closing(row),
					row.getString("number")))
			.list();
	}

	private Instant closing(ResultSet row) throws SQLException {
		return this.lateness.closing(row.getTimestamp("due").toInstant());
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
