package io.huhang.attachment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.huhang.campaign.DatabaseKind;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The rows of {@code attachment_file}, written in the caller's transaction. */
@Repository
class FileRows {

	private static final String SELECT = "select id, owner, slot, edition, name, sha256, byte_count, media_type,"
			+ " page_count, added_by, added_at from attachment_file ";

	private static final String INSERT = "insert into attachment_file (id, owner, slot, edition, kept_edition, name,"
			+ " sha256, byte_count, media_type, page_count, added_by, added_at) values (:id, :owner, :slot, :edition,"
			+ " :keptEdition, :name, :sha256, :size, :mediaType, :pages, :addedBy, :addedAt)";

	private static final String OWNER = "insert into attachment_owner (owner) select :owner where not exists"
			+ " (select 1 from attachment_owner where owner = :owner)";

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	// On PostgreSQL a violated key would spoil the caller's whole transaction.
	private final String onConflict;

	FileRows(JdbcClient jdbc, DatabaseKind database, PlatformTransactionManager transactions) {
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
		this.onConflict = database.isPostgres() ? " on conflict do nothing" : "";
	}

	/**
	 * Inserts what a person uploaded, if all uploads of its owner then stay within this
	 * limit. The uploads of one owner wait for each other from here to the end of the
	 * caller's transaction.
	 */
	boolean insert(StoredFile file, long mostBytes) {
		return Boolean.TRUE.equals(this.transaction.execute((status) -> {
			lock(file.owner());
			if (uploadedBytes(file.owner()) + file.size() > mostBytes) {
				return false;
			}
			statement(INSERT, file).param("keptEdition", null, Types.INTEGER).update();
			return true;
		}));
	}

	private void lock(String owner) {
		try {
			this.jdbc.sql(OWNER + this.onConflict).param("owner", owner).update();
		}
		catch (DuplicateKeyException ex) {
			// The first two uploads at once: the other one has made the row.
		}
		this.jdbc.sql("select owner from attachment_owner where owner = :owner for update")
			.param("owner", owner)
			.query(String.class)
			.single();
	}

	/** Inserts the document of this edition; the one that is there already wins. */
	StoredFile insertKept(StoredFile file) {
		return insertOnce(file) ? file : kept(file.owner(), file.slot(), file.edition()).orElseThrow();
	}

	private boolean insertOnce(StoredFile file) {
		try {
			return statement(INSERT + this.onConflict, file).param("keptEdition", file.edition()).update() == 1;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	private JdbcClient.StatementSpec statement(String sql, StoredFile file) {
		return this.jdbc.sql(sql)
			.param("id", file.id())
			.param("owner", file.owner())
			.param("slot", file.slot())
			.param("edition", file.edition())
			.param("name", file.name())
			.param("sha256", file.sha256())
			.param("size", file.size())
			.param("mediaType", file.mediaType())
			.param("pages", file.pages())
			.param("addedBy", file.addedBy())
			.param("addedAt", file.addedAt().atOffset(ZoneOffset.UTC));
	}

	List<StoredFile> of(String owner) {
		return this.jdbc.sql(SELECT + "where owner = :owner and removed_at is null order by position")
			.param("owner", owner)
			.query(FileRows::map)
			.list();
	}

	Optional<StoredFile> find(UUID id) {
		return this.jdbc.sql(SELECT + "where id = :id").param("id", id).query(FileRows::map).optional();
	}

	Optional<StoredFile> kept(String owner, String slot, int edition) {
		return this.jdbc.sql(SELECT + "where owner = :owner and slot = :slot and kept_edition = :edition")
			.param("owner", owner)
			.param("slot", slot)
			.param("edition", edition)
			.query(FileRows::map)
			.optional();
	}

	boolean remove(UUID id, String userId, Instant now) {
		return this.jdbc
			.sql("update attachment_file set removed_at = :now, removed_by = :user, kept_edition = null"
					+ " where id = :id and removed_at is null")
			.param("now", now.atOffset(ZoneOffset.UTC))
			.param("user", userId)
			.param("id", id)
			.update() == 1;
	}

	/** What people uploaded for this owner and did not remove. */
	long uploadedBytes(String owner) {
		return this.jdbc
			.sql("select coalesce(sum(byte_count), 0) from attachment_file"
					+ " where owner = :owner and kept_edition is null and removed_at is null")
			.param("owner", owner)
			.query(Long.class)
			.single();
	}

	boolean isNamed(String sha256) {
		return this.jdbc.sql("select count(*) from attachment_file where sha256 = :sha256")
			.param("sha256", sha256)
			.query(Long.class)
			.single() > 0;
	}

	private static StoredFile map(ResultSet row, int number) throws SQLException {
		return new StoredFile(row.getObject("id", UUID.class), row.getString("owner"), row.getString("slot"),
				row.getInt("edition"), row.getString("name"), row.getString("sha256"), row.getLong("byte_count"),
				row.getString("media_type"), row.getInt("page_count"), row.getString("added_by"),
				row.getObject("added_at", OffsetDateTime.class).toInstant());
	}

}
