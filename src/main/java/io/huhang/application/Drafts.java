package io.huhang.application;

import java.time.Clock;
import java.time.OffsetDateTime;
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
			.sql("select subject, form, version, content, saved_by, saved_at from application_draft"
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
		int changed = (expectedVersion == 0) ? insert(subject, form, content, userId)
				: update(subject, form, expectedVersion, content, userId);
		Draft current = find(subject, form).orElseThrow();
		if (changed == 0 && !isRepeated(current, expectedVersion, content, userId)) {
			throw new StaleDraftException(current);
		}
		return current;
	}

	private boolean isRepeated(Draft current, int expectedVersion, Object content, String userId) {
		return current.version() == expectedVersion + 1 && current.savedBy().equals(userId)
				&& current.content().equals(write(content));
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
	private int insert(String subject, String form, Object content, String userId) {
		try {
			return insertOnce(subject, form, content, userId);
		}
		catch (DuplicateKeyException ex) {
			return 0;
		}
	}

	private int insertOnce(String subject, String form, Object content, String userId) {
		return this.jdbc
			.sql("insert into application_draft (subject, form, version, content, saved_at, saved_by)"
					+ " select :subject, :form, 1, :content, :now, :user where not exists"
					+ " (select 1 from application_draft where subject = :subject and form = :form)" + this.onConflict)
			.param("subject", subject)
			.param("form", form)
			.param("content", write(content))
			.param("now", this.clock.instant().atZone(Campaign.ZONE).toOffsetDateTime())
			.param("user", userId)
			.update();
	}

	private int update(String subject, String form, int expectedVersion, Object content, String userId) {
		return this.jdbc
			.sql("update application_draft set version = version + 1, content = :content, saved_at = :now,"
					+ " saved_by = :user where subject = :subject and form = :form and version = :expected")
			.param("content", write(content))
			.param("now", this.clock.instant().atZone(Campaign.ZONE).toOffsetDateTime())
			.param("user", userId)
			.param("subject", subject)
			.param("form", form)
			.param("expected", expectedVersion)
			.update();
	}

}
