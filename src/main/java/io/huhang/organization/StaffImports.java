package io.huhang.organization;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Uploaded lists between preview and confirmation. They live in the database because the
 * next request may reach another node, and only as long as they are needed.
 */
@Repository
public class StaffImports {

	private static final Duration KEPT = Duration.ofDays(1);

	private static final int MOST_CHARS = 200;

	private final JdbcClient jdbc;

	private final ObjectMapper json;

	private final Clock clock;

	StaffImports(JdbcClient jdbc, ObjectMapper json, Clock clock) {
		this.jdbc = jdbc;
		this.json = json;
		this.clock = clock;
	}

	/**
	 * An uploaded list.
	 *
	 * @param sheet empty once the people are imported
	 * @param imported how many people were imported
	 */
	public record Upload(UUID id, String fileName, Optional<StaffSheet> sheet, int imported) {
	}

	/**
	 * Keeps a list for its owner, in place of earlier ones that were never confirmed.
	 * @return its id
	 */
	@Transactional
	public UUID keep(StaffSheet sheet, String fileName, String owner) {
		OffsetDateTime now = this.clock.instant().atOffset(ZoneOffset.UTC);
		this.jdbc
			.sql("delete from organization_import where imported_at is null"
					+ " and (owner = :owner or uploaded_at < :before)")
			.param("owner", owner)
			.param("before", now.minus(KEPT))
			.update();
		UUID id = UUID.randomUUID();
		this.jdbc
			.sql("insert into organization_import (id, owner, file_name, content, uploaded_at)"
					+ " values (:id, :owner, :name, :content, :now)")
			.param("id", id)
			.param("owner", owner)
			.param("name", fileName.substring(0, Math.min(MOST_CHARS, fileName.length())))
			.param("content", write(sheet))
			.param("now", now)
			.update();
		return id;
	}

	/** The list of this id, if it is this person's. */
	public Optional<Upload> find(UUID id, String owner) {
		return this.jdbc
			.sql("select id, file_name, content, imported from organization_import where id = :id and owner = :owner")
			.param("id", id)
			.param("owner", owner)
			.query((row, index) -> new Upload(row.getObject("id", UUID.class), row.getString("file_name"),
					read(row.getString("content")), row.getInt("imported")))
			.optional();
	}

	/**
	 * Uses the list up, in the transaction that imports its people; of two at the same
	 * time only one may.
	 * @return whether this one may
	 */
	public boolean use(UUID id, int people) {
		return this.jdbc
			.sql("update organization_import set imported_at = :now, imported = :people, content = ''"
					+ " where id = :id and imported_at is null")
			.param("now", this.clock.instant().atOffset(ZoneOffset.UTC))
			.param("people", people)
			.param("id", id)
			.update() == 1;
	}

	private String write(StaffSheet sheet) {
		try {
			return this.json.writeValueAsString(sheet);
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Optional<StaffSheet> read(String content) {
		try {
			return content.isEmpty() ? Optional.empty() : Optional.of(this.json.readValue(content, StaffSheet.class));
		}
		catch (JsonProcessingException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
