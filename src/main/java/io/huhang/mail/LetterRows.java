package io.huhang.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
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

/** The rows of {@code mail_letter} and {@code mail_letter_file}. */
@Repository
class LetterRows {

	private static final String SELECT = "select id, kind, subject_number, step, recipient_email, recipient_name,"
			+ " title, html, state, attempts, resends, last_error, created_at, sent_at from mail_letter ";

	private static final String INSERT = "insert into mail_letter (id, kind, subject_number, step, recipient_email,"
			+ " recipient_name, title, html, state, attempts, resends, next_attempt_at, last_error, created_at)"
			+ " values (:id, :kind, :number, :step, :email, :name, :title, :words, :state, 0, 0, :now, '', :now)";

	private final JdbcClient jdbc;

	private final String insertOnce;

	LetterRows(JdbcClient jdbc, DatabaseKind database) {
		this.jdbc = jdbc;
		// On PostgreSQL a violated key would spoil the caller's whole transaction.
		this.insertOnce = database.isPostgres() ? INSERT + " on conflict do nothing" : INSERT;
	}

	/** Inserts a letter unless it is there already; its id either way. */
	UUID insertOnce(Letter letter) {
		if (!insert(letter)) {
			return existing(letter).orElseThrow();
		}
		insertFiles(letter);
		return letter.id();
	}

	private Optional<UUID> existing(Letter letter) {
		return this.jdbc
			.sql("select id from mail_letter where kind = :kind and subject_number = :number"
					+ " and recipient_email = :email and step = :step")
			.param("kind", letter.kind())
			.param("number", letter.subjectNumber())
			.param("email", letter.recipientEmail())
			.param("step", letter.step())
			.query(UUID.class)
			.optional();
	}

	private boolean insert(Letter letter) {
		try {
			return this.jdbc.sql(this.insertOnce)
				.param("id", letter.id())
				.param("kind", letter.kind())
				.param("number", letter.subjectNumber())
				.param("step", letter.step())
				.param("email", letter.recipientEmail())
				.param("name", letter.recipientName())
				.param("title", letter.title())
				.param("words", letter.words())
				.param("state", letter.state().name())
				.param("now", at(letter.createdAt()))
				.update() == 1;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	private void insertFiles(Letter letter) {
		int position = 0;
		for (LetterFile file : letter.files()) {
			this.jdbc
				.sql("insert into mail_letter_file (letter_id, position, name, file_id)"
						+ " values (:letter, :position, :name, :file)")
				.param("letter", letter.id())
				.param("position", position++)
				.param("name", file.name())
				.param("file", file.fileId())
				.update();
		}
	}

	Optional<Letter> find(UUID id) {
		return this.jdbc.sql(SELECT + "where id = :id").param("id", id).query(this::map).optional();
	}

	List<Letter> latest(int limit, Optional<String> recipientEmail) {
		return this.jdbc
			.sql(SELECT + "where :email = '' or recipient_email = :email"
					+ " order by created_at desc, position desc fetch first :limit rows only")
			.param("email", recipientEmail.orElse(""))
			.param("limit", limit)
			.query(this::map)
			.list();
	}

	void resend(UUID id, Instant now) {
		this.jdbc
			.sql("update mail_letter set state = 'WAITING', attempts = 0, resends = resends + 1,"
					+ " next_attempt_at = :now where id = :id and html <> ''")
			.param("now", at(now))
			.param("id", id)
			.update();
	}

	private Letter map(ResultSet row, int number) throws SQLException {
		UUID id = row.getObject("id", UUID.class);
		return new Letter(id, row.getString("kind"), row.getString("subject_number"), row.getString("step"),
				row.getString("recipient_email"), row.getString("recipient_name"), row.getString("title"),
				row.getString("html"), Letter.State.valueOf(row.getString("state")), row.getInt("attempts"),
				row.getInt("resends"), row.getString("last_error"),
				row.getObject("created_at", OffsetDateTime.class).toInstant(),
				Optional.ofNullable(row.getObject("sent_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant),
				files(id));
	}

	private List<LetterFile> files(UUID letter) {
		return this.jdbc.sql("select name, file_id from mail_letter_file where letter_id = :letter order by position")
			.param("letter", letter)
			.query((row, number) -> new LetterFile(row.getString("name"), row.getObject("file_id", UUID.class)))
			.list();
	}

	static OffsetDateTime at(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
