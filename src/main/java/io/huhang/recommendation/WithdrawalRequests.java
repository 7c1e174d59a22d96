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
import io.huhang.recommendation.WithdrawalRequest.State;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What applicants asked for, and what their authorities answered. */
@Repository
class WithdrawalRequests {

	private final JdbcClient jdbc;

	private final AuditTrail audit;

	private final Clock clock;

	WithdrawalRequests(JdbcClient jdbc, AuditTrail audit, Clock clock) {
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	/** The newest request for this case. */
	Optional<WithdrawalRequest> newest(String caseNumber) {
		return this.jdbc
			.sql("select case_number, reason, asked_at, asked_by, granted, answer, answered_at"
					+ " from recommendation_withdrawal_request where case_number = :number order by id desc"
					+ " fetch first 1 rows only")
			.param("number", caseNumber)
			.query((row, index) -> map(row))
			.optional();
	}

	/** The cases whose request waits for an answer, by number. */
	List<String> open() {
		return this.jdbc.sql(
				"select open_case from recommendation_withdrawal_request where open_case is not null order by open_case")
			.query(String.class)
			.list();
	}

	/** Keeps a request; whoever asks has locked the case. */
	void ask(String caseNumber, String reason, String userId) {
		this.jdbc
			.sql("insert into recommendation_withdrawal_request (case_number, open_case, reason, asked_at, asked_by)"
					+ " values (:number, :number, :reason, :now, :user)")
			.param("number", caseNumber)
			.param("reason", reason)
			.param("now", now())
			.param("user", userId)
			.update();
		this.audit.record(userId, "case.withdraw-ask", caseNumber);
	}

	/** Answers the open request of this case. */
	void answer(String caseNumber, State state, String answer, String userId) {
		int answered = this.jdbc
			.sql("update recommendation_withdrawal_request set open_case = null, granted = :granted, answer = :answer,"
					+ " answered_at = :now, answered_by = :user where open_case = :number")
			.param("granted", state == State.GRANTED)
			.param("answer", answer)
			.param("now", now())
			.param("user", userId)
			.param("number", caseNumber)
			.update();
		if (answered != 1) {
			throw new IllegalStateException("no open withdrawal request of " + caseNumber);
		}
		if (state == State.GRANTED) {
			this.audit.record(userId, "case.withdraw-grant", caseNumber);
		}
		else {
			this.audit.record(userId, "case.withdraw-decline", caseNumber);
		}
	}

	private OffsetDateTime now() {
		return this.clock.instant().atZone(Campaign.ZONE).toOffsetDateTime();
	}

	private static WithdrawalRequest map(ResultSet row) throws SQLException {
		Boolean granted = row.getObject("granted", Boolean.class);
		State state = (granted == null) ? State.OPEN : granted ? State.GRANTED : State.DECLINED;
		String answer = row.getString("answer");
		OffsetDateTime answeredAt = row.getObject("answered_at", OffsetDateTime.class);
		return new WithdrawalRequest(row.getString("case_number"), row.getString("reason"),
				row.getObject("asked_at", OffsetDateTime.class).toInstant(), row.getString("asked_by"), state,
				(answer != null) ? answer : "", (answeredAt != null) ? answeredAt.toInstant() : Instant.EPOCH);
	}

}
