package io.huhang.organization;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import io.huhang.campaign.DatabaseKind;
import io.huhang.campaign.Sha256;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * So that nobody fills a stranger's mailbox or tries out addresses: so many letters per
 * address, and requests per client, in each hour, on all nodes together. Keeps no
 * address.
 */
@Repository
public class RequestLimit {

	/** Letters to one address in an hour. */
	public static final int PER_ADDRESS = 5;

	/** Requests of one client in an hour; a whole enterprise may look like one. */
	public static final int PER_CLIENT = 60;

	private static final String INSERT = "insert into organization_request_count (asker, since, requests)"
			+ " select :asker, :since, 0 where not exists"
			+ " (select 1 from organization_request_count where asker = :asker and since = :since)";

	private final JdbcClient jdbc;

	private final Clock clock;

	private final String insertOnce;

	RequestLimit(JdbcClient jdbc, DatabaseKind database, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
		// On PostgreSQL a violated key would spoil the caller's whole transaction.
		this.insertOnce = database.isPostgres() ? INSERT + " on conflict do nothing" : INSERT;
	}

	/** Counts a letter to this address; false if it would be one too many. */
	public boolean admitsAddress(String email) {
		return admits("address " + email.toLowerCase(Locale.ROOT), PER_ADDRESS);
	}

	/** Counts a request of this client; false if it is one too many. */
	public boolean admitsClient(String client) {
		return admits("client " + client, PER_CLIENT);
	}

	/** Forgets the counts of past hours. */
	public void sweep() {
		this.jdbc.sql("delete from organization_request_count where since < :since").param("since", since()).update();
	}

	private boolean admits(String asker, int most) {
		String key = Sha256.hex(asker);
		try {
			this.jdbc.sql(this.insertOnce).param("asker", key).param("since", since()).update();
		}
		catch (DuplicateKeyException ex) {
			// Somebody counted the first one at the same moment.
		}
		return this.jdbc
			.sql("update organization_request_count set requests = requests + 1"
					+ " where asker = :asker and since = :since and requests < :most")
			.param("asker", key)
			.param("since", since())
			.param("most", most)
			.update() == 1;
	}

	private OffsetDateTime since() {
		return this.clock.instant().truncatedTo(ChronoUnit.HOURS).atOffset(ZoneOffset.UTC);
	}

}
