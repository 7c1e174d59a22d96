package io.huhang.web;

import java.time.Instant;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.annotation.Primary;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.Session;
import org.springframework.session.SessionRepository;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;
import org.springframework.stereotype.Repository;

/**
 * The rows of {@code web_session} (设计 §11: nodes are stateless). Writes only what has
 * changed, and leaves alone what another request of the same session does meanwhile.
 */
@Primary
@Repository
class Sessions implements SessionRepository<StoredSession> {

	/** The table that Spring Session reads and writes. */
	static final String TABLE = "web_session";

	private static final Logger log = LoggerFactory.getLogger(Sessions.class);

	private final SessionRepository<Session> rows;

	private final JdbcClient jdbc;

	@SuppressWarnings("unchecked") // its own kind of session has no public name
	Sessions(JdbcIndexedSessionRepository rows, JdbcClient jdbc) {
		this.rows = (SessionRepository<Session>) (SessionRepository<?>) rows;
		this.jdbc = jdbc;
	}

	/**
	 * Adds a value that a parallel request may have added already: the later one counts.
	 */
	static String addAttribute(boolean postgres) {
		return postgres
				? """
						insert into web_session_attributes (session_primary_id, attribute_name, attribute_bytes)
						values (?, ?, ?)
						on conflict (session_primary_id, attribute_name) do update set attribute_bytes = excluded.attribute_bytes
						"""
				: """
						merge into web_session_attributes (session_primary_id, attribute_name, attribute_bytes)
						key (session_primary_id, attribute_name) values (?, ?, ?)
						""";
	}

	@Override
	public StoredSession createSession() {
		return new StoredSession(this.rows.createSession(), true);
	}

	@Override
	public StoredSession findById(String id) {
		Session found = this.rows.findById(id);
		return (found != null) ? new StoredSession(found, false) : null;
	}

	@Override
	public void deleteById(String id) {
		this.rows.deleteById(id);
	}

	@Override
	public void save(StoredSession session) {
		if (session.isChanged()) {
			write(session.session());
		}
		if (session.touched() != null) {
			touch(session, session.touched());
		}
		session.saved();
	}

	private void write(Session session) {
		try {
			this.rows.save(session);
		}
		catch (DataIntegrityViolationException ex) {
			// A logout on another line was quicker: what it ended stays ended.
			log.info("session not written, it has ended meanwhile");
		}
	}

	// Spring Session would write the id along, and with it undo a login that gave the
	// session a new one meanwhile.
	private void touch(StoredSession session, Instant time) {
		this.jdbc.sql("update web_session set last_access_time = :time, expiry_time = :expiry where session_id = :id")
			.param("time", time.toEpochMilli())
			.param("expiry", time.plus(session.getMaxInactiveInterval()).toEpochMilli())
			.param("id", session.getId())
			.update();
	}

}
