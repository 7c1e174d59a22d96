package io.huhang.mail;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import io.huhang.campaign.DatabaseKind;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** The rows of {@code mail_letter} and {@code mail_letter_file}. */
@Repository
class LetterRows {

	private static final String SELECT = "select id, kind, subject_number, step, recipient_email, recipient_name,"
			+ " title, html, state, attempts, resends, last_error, remark, created_at, sent_at, keep_key, keep_until,"
			+ " keep_sequence from mail_letter ";

	private static final String WANTED = "where (:state = '' or state = :state) and (:kind = '' or kind = :kind)"
			+ " and (lower(recipient_email) like :recipient or lower(recipient_name) like :recipient)"
			+ " and lower(subject_number) like :number and created_at >= :begin and created_at < :end"
			+ " and (:mailbox = '' or recipient_email = :mailbox)";

	// Each move of the date adds one: a calendar takes the entry with the highest.
	private static final String SEQUENCE = "(select coalesce(max(keep_sequence + case when keep_until = :until then 0"
			+ " else 1 end), 0) from mail_letter where subject_number = :number and keep_key = :key and keep_key <> '')";

	private static final String INSERT = "insert into mail_letter (id, kind, subject_number, step, recipient_email,"
			+ " recipient_name, title, html, state, attempts, resends, next_attempt_at, last_error, created_at,"
			+ " waiting_since, keep_key, keep_until, keep_sequence)"
			+ " values (:id, :kind, :number, :step, :email, :name, :title, :words, :state, 0, 0, :now, '', :now, :now,"
			+ " :key, :until, " + SEQUENCE + ")";

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
				.param("key", letter.date().map(DateToKeep::key).orElse(""))
				.param("until", letter.date().map(DateToKeep::until).map(LetterRows::at).orElse(null),
						Types.TIMESTAMP_WITH_TIMEZONE)
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
		return withFiles(this.jdbc.sql(SELECT + "where id = :id").param("id", id).query(LetterRows::map).list())
			.stream()
			.findFirst();
	}

	/** Those of these letters that are still to be sent under this lease. */
	List<Letter> leased(List<UUID> ids, UUID lease) {
		return withFiles(
				this.jdbc.sql(SELECT + "where id in (:ids) and lease = :lease and state = 'WAITING' order by position")
					.param("ids", ids)
					.param("lease", lease)
					.query(LetterRows::map)
					.list());
	}

	/**
	 * Forgets the words of a letter with a one-time link, unless it is still to be sent.
	 */
	void forgetSecret(UUID id) {
		this.jdbc
			.sql("update mail_letter set html = '' where id = :id and kind like 'account-%'"
					+ " and state in ('SENT', 'FAILED', 'DISCARDED')")
			.param("id", id)
			.update();
	}

	List<Letter> page(LetterFilter filter, int page, int size) {
		return withFiles(wanted(SELECT, filter,
				" order by created_at desc, position desc offset :from rows" + " fetch first :size rows only")
			.param("from", (long) page * size)
			.param("size", size)
			.query(LetterRows::map)
			.list());
	}

	long count(LetterFilter filter) {
		return wanted("select count(*) from mail_letter ", filter, "").query(Long.class).single();
	}

	private StatementSpec wanted(String select, LetterFilter filter, String rest) {
		return this.jdbc.sql(select + WANTED + rest)
			.param("state", filter.state())
			.param("kind", filter.kind())
			.param("recipient", filter.recipientPattern())
			.param("number", filter.numberPattern())
			.param("begin", at(filter.begin()))
			.param("end", at(filter.end()))
			.param("mailbox", filter.mailbox());
	}

	private static Letter map(ResultSet row, int number) throws SQLException {
		return new Letter(row.getObject("id", UUID.class), row.getString("kind"), row.getString("subject_number"),
				row.getString("step"), row.getString("recipient_email"), row.getString("recipient_name"),
				row.getString("title"), row.getString("html"), Letter.State.valueOf(row.getString("state")),
				row.getInt("attempts"), row.getInt("resends"), row.getString("last_error"), row.getString("remark"),
				row.getObject("created_at", OffsetDateTime.class).toInstant(), instant(row, "sent_at"), date(row),
				List.of());
	}

	private static Optional<DateToKeep> date(ResultSet row) throws SQLException {
		String key = row.getString("keep_key");
		int sequence = row.getInt("keep_sequence");
		return instant(row, "keep_until").map(until -> new DateToKeep(key, until, sequence));
	}

	private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
		return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
	}

	// All at once: a page of letters must not ask for each letter's files.
	private List<Letter> withFiles(List<Letter> letters) {
		if (letters.isEmpty()) {
			return letters;
		}
		Map<UUID, List<LetterFile>> files = new HashMap<>();
		this.jdbc
			.sql("select letter_id, name, file_id from mail_letter_file where letter_id in (:letters)"
					+ " order by letter_id, position")
			.param("letters", letters.stream().map(Letter::id).toList())
			.query(row -> {
				files.computeIfAbsent(row.getObject("letter_id", UUID.class), id -> new ArrayList<>())
					.add(new LetterFile(row.getString("name"), row.getObject("file_id", UUID.class)));
			});
		return letters.stream().map(letter -> letter.with(files.getOrDefault(letter.id(), List.of()))).toList();
	}

	static OffsetDateTime at(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
