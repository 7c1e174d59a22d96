package io.huhang.audit;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows behind the chain, in the caller's transaction. */
@Repository
class AuditRows {

	private static final int FETCH = 1000;

	private static final String SELECT = "select id, position, actor, action, subject, happened_at, hash"
			+ " from audit_entry ";

	private static final String WANTED = "where (:actor = '' or actor = :actor) and (:action = '' or action = :action)"
			+ " and upper(subject) like :subject and happened_at >= :begin and happened_at < :end";

	private final JdbcClient jdbc;

	private final JdbcTemplate template;

	AuditRows(JdbcClient jdbc, JdbcTemplate template) {
		this.jdbc = jdbc;
		this.template = template;
	}

	/** An entry without seal, under the id of its row. */
	record Waiting(long id, AuditEntry entry) {
	}

	/** A seal for the row with this id. */
	record Sealed(long id, long position, String hash) {
	}

	boolean anyWaiting() {
		return !waiting(1).isEmpty();
	}

	/** Committed entries without seal, the oldest rows first. */
	List<Waiting> waiting(int most) {
		return this.jdbc.sql(SELECT + "where position is null order by id fetch first :most rows only")
			.param("most", most)
			.query((row, index) -> new Waiting(row.getLong("id"), entry(row)))
			.list();
	}

	long countWaiting() {
		return this.jdbc.sql("select count(*) from audit_entry where position is null").query(Long.class).single();
	}

	/** How far the chain reaches; nobody else seals until the transaction ends. */
	Head lockHead() {
		return this.jdbc.sql("select position, hash from audit_head where id = 1 for update")
			.query(Head.class)
			.single();
	}

	void seal(List<Sealed> seals) {
		this.template.batchUpdate("update audit_entry set position = ?, hash = ? where id = ? and position is null",
				seals.stream().map(seal -> new Object[] { seal.position(), seal.hash(), seal.id() }).toList());
		Sealed last = seals.get(seals.size() - 1);
		this.jdbc.sql("update audit_head set position = :position, hash = :hash where id = 1")
			.param("position", last.position())
			.param("hash", last.hash())
			.update();
	}

	/** Hands over every sealed entry in the order of the chain, one at a time. */
	void walk(Consumer<AuditEntry> reader) {
		this.template.query(connection -> {
			PreparedStatement statement = connection
				.prepareStatement(SELECT + "where position is not null order by position, id");
			statement.setFetchSize(FETCH);
			return statement;
		}, row -> {
			reader.accept(entry(row));
		});
	}

	List<AuditEntry> find(AuditFilter filter, int page, int size) {
		return wanted(SELECT + WANTED + " order by id desc offset :offset rows fetch first :size rows only", filter)
			.param("offset", (long) page * size)
			.param("size", size)
			.query((row, index) -> entry(row))
			.list();
	}

	long count(AuditFilter filter) {
		return wanted("select count(*) from audit_entry " + WANTED, filter).query(Long.class).single();
	}

	private JdbcClient.StatementSpec wanted(String sql, AuditFilter filter) {
		return this.jdbc.sql(sql)
			.param("actor", filter.actor())
			.param("action", filter.action())
			.param("subject", filter.subjectPattern())
			.param("begin", filter.begin().atOffset(ZoneOffset.UTC))
			.param("end", filter.end().atOffset(ZoneOffset.UTC));
	}

	void remember(Verification verification) {
		this.jdbc
			.sql("insert into audit_verification (verified_by, verified_at, position, hash, fault_position, fault)"
					+ " values (:by, :at, :position, :hash, :faultPosition, :fault)")
			.param("by", verification.verifiedBy())
			.param("at", verification.verifiedAt().atOffset(ZoneOffset.UTC))
			.param("position", verification.count())
			.param("hash", verification.hash())
			.param("faultPosition", verification.faultPosition())
			.param("fault", verification.fault().name())
			.update();
	}

	Optional<Verification> latestVerification() {
		return this.jdbc
			.sql("select verified_by, verified_at, position, hash, fault_position, fault from audit_verification"
					+ " order by id desc fetch first row only")
			.query((row, index) -> new Verification(row.getString("verified_by"), instant(row, "verified_at"),
					row.getLong("position"), row.getString("hash"), row.getLong("fault_position"),
					Verification.Fault.valueOf(row.getString("fault"))))
			.optional();
	}

	/** The heads that earlier verifications found right, by position. */
	Map<Long, String> rememberedHeads() {
		return this.jdbc
			.sql("select distinct position, hash from audit_verification where fault_position = 0 and position > 0"
					+ " order by position")
			.query(Head.class)
			.list()
			.stream()
			.collect(Collectors.toMap(Head::position, Head::hash, (first, other) -> first));
	}

	private static AuditEntry entry(ResultSet row) throws SQLException {
		String hash = row.getString("hash");
		return new AuditEntry(row.getLong("position"), row.getString("actor"), row.getString("action"),
				row.getString("subject"), instant(row, "happened_at"), (hash != null) ? hash : "");
	}

	private static Instant instant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

}
