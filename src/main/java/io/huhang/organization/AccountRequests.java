package io.huhang.organization;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.huhang.organization.OneTimeLinks.Purpose;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What was asked for on public pages and waits for its letter or its confirmation.
 * Personal data stay until confirmed, or 7 days after the link has expired.
 */
@Repository
public class AccountRequests {

	/** How long an unconfirmed registration is kept after its link has expired. */
	public static final Duration KEPT = Duration.ofDays(7);

	private static final String SELECT = "select id, purpose, email, name, phone, uscc, enterprise_name,"
			+ " privacy_version from organization_request ";

	private static final RowMapper<AccountRequest> ROW = (row, number) -> new AccountRequest(
			row.getObject("id", UUID.class), Purpose.valueOf(row.getString("purpose")), row.getString("email"),
			row.getString("name"), row.getString("phone"), row.getString("uscc"), row.getString("enterprise_name"),
			row.getString("privacy_version"));

	private final JdbcClient jdbc;

	private final Clock clock;

	AccountRequests(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/** Writes a request down, whoever it names. */
	public void add(AccountRequest request) {
		this.jdbc
			.sql("insert into organization_request (id, purpose, email, name, phone, uscc, enterprise_name,"
					+ " privacy_version, requested_at) values (:id, :purpose, :email, :name, :phone, :uscc,"
					+ " :enterprise, :privacy, :now)")
			.param("id", request.id())
			.param("purpose", request.purpose().name())
			.param("email", request.email())
			.param("name", request.name())
			.param("phone", request.phone())
			.param("uscc", request.uscc())
			.param("enterprise", request.enterpriseName())
			.param("privacy", request.privacyVersion())
			.param("now", now())
			.update();
	}

	/** Those without an answer, the oldest first. */
	public List<AccountRequest> waiting(int limit) {
		return this.jdbc
			.sql(SELECT + "where answered_at is null order by requested_at, id fetch first :limit rows only")
			.param("limit", limit)
			.query(ROW)
			.list();
	}

	/** Takes a request to answer it; false if another node was faster. */
	public boolean take(UUID id) {
		return this.jdbc
			.sql("update organization_request set answered_at = :now where id = :id and answered_at is null")
			.param("now", now())
			.param("id", id)
			.update() == 1;
	}

	/** The request of this id. */
	public Optional<AccountRequest> find(UUID id) {
		return this.jdbc.sql(SELECT + "where id = :id").param("id", id).query(ROW).optional();
	}

	/** Forgets a request that needs no confirmation any more. */
	public void remove(UUID id) {
		this.jdbc.sql("delete from organization_request where id = :id").param("id", id).update();
	}

	/** Forgets what has been kept for long enough. */
	public int sweep() {
		OffsetDateTime before = now().minus(Purpose.REGISTRATION.validity()).minus(KEPT);
		return this.jdbc.sql("delete from organization_request where requested_at < :before")
			.param("before", before)
			.update();
	}

	private OffsetDateTime now() {
		Instant instant = this.clock.instant();
		return instant.atOffset(ZoneOffset.UTC);
	}

}
