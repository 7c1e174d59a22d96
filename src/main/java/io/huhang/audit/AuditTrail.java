package io.huhang.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Collection;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Who did what to which record, in the transaction that did it: one insert and no lock,
 * since {@link AuditChain} seals the entry afterwards. Holds ids only, never what was
 * typed.
 */
@Repository
public class AuditTrail {

	private final JdbcClient jdbc;

	private final JdbcTemplate template;

	private final Clock clock;

	AuditTrail(JdbcClient jdbc, JdbcTemplate template, Clock clock) {
		this.jdbc = jdbc;
		this.template = template;
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
			.param("actor", plain(actor))
			.param("action", plain(action))
			.param("subject", plain(subject))
			.param("now", now())
			.update();
	}

	/** Adds an entry for each of these records, at once. */
	public void recordAll(String actor, String action, Collection<String> subjects) {
		OffsetDateTime now = now();
		this.template.batchUpdate("insert into audit_entry (actor, action, subject, happened_at) values (?, ?, ?, ?)",
				subjects.stream()
					.map(subject -> new Object[] { plain(actor), plain(action), plain(subject), now })
					.toList());
	}

	/**
	 * Adds an entry unless there is an equal one within this time: what a machine can
	 * cause ten thousand times a minute must not bury the record.
	 */
	public void recordSparsely(String actor, String action, String subject, Duration apart) {
		OffsetDateTime now = now();
		this.jdbc
			.sql("insert into audit_entry (actor, action, subject, happened_at)"
					+ " select :actor, :action, :subject, :now where not exists (select 1 from audit_entry"
					+ " where subject = :subject and actor = :actor and action = :action and happened_at > :since)")
			.param("actor", plain(actor))
			.param("action", plain(action))
			.param("subject", plain(subject))
			.param("now", now)
			.param("since", now.minus(apart))
			.update();
	}

	// The seal reads lines.
	private static String plain(String text) {
		return text.replaceAll("\\p{Cc}", " ");
	}

	private OffsetDateTime now() {
		return OffsetDateTime.ofInstant(this.clock.instant(), this.clock.getZone());
	}

}
