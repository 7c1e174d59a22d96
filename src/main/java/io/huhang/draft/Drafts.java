package io.huhang.draft;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.DatabaseKind;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Drafts on the server: nothing a person entered is lost, and an older tab cannot
 * overwrite a newer draft.
 */
@Repository
public class Drafts {

	private final JdbcClient jdbc;

	private final ObjectMapper json;

	private final Clock clock;

	// On PostgreSQL a violated key would spoil the whole transaction.
	private final String onConflict;

	Drafts(JdbcClient jdbc, ObjectMapper json, Clock clock, DatabaseKind database) {
		this.onConflict = database.isPostgres() ? " on conflict do nothing" : "";
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/** The draft of this form, if anybody has saved one. */
	public Optional<Draft> find(String subject, String form) {
		return this.jdbc
			.sql("select subject, form, version, content, saved_by, saved_at from draft_form"
					+ " where subject = :subject and form = :form")
			.param("subject", subject)
			.param("form", form)
			.query((row, index) -> new Draft(row.getString("subject"), row.getString("form"), row.getInt("version"),
					row.getString("content"), row.getString("saved_by"),
					row.getObject("saved_at", OffsetDateTime.class).toInstant()))
			.optional();
	}

	/** What the draft holds, or the default before the first save. */
	public <T> T read(String subject, String form, Class<T> type, T otherwise) {
		return find(subject, form).map(draft -> parse(draft.content(), type)).orElse(otherwise);
	}

	/**
	 * Saves over the version that the person had before their eyes. The same save once
	 * more, because its answer got lost, changes nothing and is answered the same.
	 * @param expectedVersion the version that the form was loaded with; 0 for none
	 * @return the draft as saved, with its new version
	 * @throws StaleDraftException if somebody has saved in the meantime
	 */
	@Transactional
	public Draft save(String subject, String form, int expectedVersion, Object content, String userId) {
		// PostgreSQL keeps microseconds: a new draft must equal itself when read again.
		Draft next = new Draft(subject, form, expectedVersion + 1, write(content), userId,
				this.clock.instant().truncatedTo(ChronoUnit.MICROS));
		if (((expectedVersion == 0) ? insert(next) : update(next)) == 1) {
			return next;
		}
		Draft current = find(subject, form).orElseGet(() -> new Draft(subject, form, 0, "{}", userId, next.savedAt()));
		if (!isRepeated(current, next)) {
			throw new StaleDraftException(current);
		}
		return current;
	}

	private static boolean isRepeated(Draft current, Draft next) {
		return current.version() == next.version() && current.savedBy().equals(next.savedBy())
				&& current.content().equals(next.content());
	}

	/**
	 * Writes a record as the JSON that drafts and revisions hold; equal records give
	 * equal text.
	 */
	public String write(Object content) {
		try {
			return this.json.writeValueAsString(content);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Reads what {@link #write} wrote. */
	public <T> T parse(String content, Class<T> type) {
		try {
			return this.json.readValue(content, type);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	// Two first saves at once: one of them finds the key taken.
	private int insert(Draft draft) {
		try {
			return statement(
					"insert into draft_form (subject, form, version, content, saved_at, saved_by)"
							+ " select :subject, :form, :version, :content, :now, :user where not exists"
							+ " (select 1 from draft_form where subject = :subject and form = :form)" + this.onConflict,
					draft)
				.update();
		}
		catch (DuplicateKeyException ex) {
			return 0;
		}
	}

	private int update(Draft draft) {
		return statement(
				"update draft_form set version = :version, content = :content, saved_at = :now,"
						+ " saved_by = :user where subject = :subject and form = :form and version = :version - 1",
				draft)
			.update();
	}

	private JdbcClient.StatementSpec statement(String sql, Draft draft) {
		return this.jdbc.sql(sql)
			.param("subject", draft.subject())
			.param("form", draft.form())
			.param("version", draft.version())
			.param("content", draft.content())
			.param("now", draft.savedAt().atZone(Campaign.ZONE).toOffsetDateTime())
			.param("user", draft.savedBy());
	}

}
