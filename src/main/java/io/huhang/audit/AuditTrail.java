package io.huhang.audit;

import java.time.Clock;
import java.time.OffsetDateTime;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who did what to which record, in the transaction that did it. Holds ids only, never
 * what was typed.
 */
@Repository
public class AuditTrail {

	private final JdbcClient jdbc;

	private final Clock clock;

	AuditTrail(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Adds an entry.
	 * @param actor login name, or {@code system}
	 * @param action verb of the office, such as {@code case.file}
	 * @param subject number of the record
	 */
	public void record(String actor, String action, String subject) {
		this.jdbc
			.sql("insert into audit_entry (actor, action, subject, happened_at)"
					+ " values (:actor, :action, :subject, :now)")
			.param("actor", actor)
			.param("action", action)
			.param("subject", subject)
			.param("now", OffsetDateTime.ofInstant(this.clock.instant(), this.clock.getZone()))
			.update();
	}

}
