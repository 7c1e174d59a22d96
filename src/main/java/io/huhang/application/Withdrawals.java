package io.huhang.application;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

import io.huhang.audit.AuditTrail;
import io.huhang.campaign.Campaign;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Cases that their applicants took back; each number stays closed. */
@Repository
public class Withdrawals {

	private final JdbcClient jdbc;

	private final CaseApplications cases;

	private final AuditTrail audit;

	private final Clock clock;

	Withdrawals(JdbcClient jdbc, CaseApplications cases, AuditTrail audit, Clock clock) {
		this.jdbc = jdbc;
		this.cases = cases;
		this.audit = audit;
		this.clock = clock;
	}

	/** When and why a case was withdrawn. */
	public record Withdrawal(String reason, Instant at) {
	}

	/** Withdraws and closes the case; its enterprise may then open another in time. */
	public void record(String number, String reason, String userId) {
		this.jdbc
			.sql("insert into application_withdrawal (case_number, reason, withdrawn_at, withdrawn_by)"
					+ " values (:number, :reason, :now, :user)")
			.param("number", number)
			.param("reason", reason)
			.param("now", this.clock.instant().atZone(Campaign.ZONE).toOffsetDateTime())
			.param("user", userId)
			.update();
		this.cases.close(number);
		this.audit.record(userId, "case.withdraw", number);
	}

	/** The withdrawal of this case, if it was withdrawn. */
	public Optional<Withdrawal> find(String number) {
		return this.jdbc.sql("select reason, withdrawn_at from application_withdrawal where case_number = :number")
			.param("number", number)
			.query((row, index) -> new Withdrawal(row.getString("reason"),
					row.getObject("withdrawn_at", OffsetDateTime.class).toInstant()))
			.optional();
	}

}
