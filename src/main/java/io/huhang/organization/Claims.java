package io.huhang.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.huhang.campaign.DatabaseKind;
import io.huhang.organization.Claim.Outcome;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All 认领. */
@Repository
public class Claims {

	private static final String SELECT = "select id, uscc, authority, kind, name, email, phone, enterprise_name,"
			+ " privacy_version, explanation, opened_at, decision, reason, decided_by, decided_at"
			+ " from organization_claim ";

	private static final String INSERT = "insert into organization_claim (id, uscc, authority, kind, name, email, phone,"
			+ " enterprise_name, privacy_version, explanation, opened_at, open_key) values (:id, :uscc, :authority,"
			+ " :kind, :name, :email, :phone, :enterprise, :privacy, :explanation, :now, :open)";

	private final JdbcClient jdbc;

	private final Clock clock;

	private final String insertOnce;

	Claims(JdbcClient jdbc, DatabaseKind database, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
		this.insertOnce = database.isPostgres() ? INSERT + " on conflict do nothing" : INSERT;
	}

	/** Opens a claim; false if this address has an open one for this code already. */
	public boolean open(UUID id, AccountRequest request, String authority, ClaimKind kind, String explanation) {
		try {
			return this.jdbc.sql(this.insertOnce)
				.param("id", id)
				.param("uscc", request.uscc())
				.param("authority", authority)
				.param("kind", kind.name())
				.param("name", request.name())
				.param("email", request.email())
				.param("phone", request.phone())
				.param("enterprise", request.enterpriseName())
				.param("privacy", request.privacyVersion())
				.param("explanation", explanation)
				.param("now", now())
				.param("open", openKey(request))
				.update() == 1;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	/**
	 * Turns the open claim of this address for this code into a dispute, in the words of
	 * this request; empty if there is none that asks to join.
	 */
	public Optional<Claim> dispute(AccountRequest request, String explanation) {
		String key = openKey(request);
		boolean turned = this.jdbc
			.sql("update organization_claim set kind = 'DISPUTE', name = :name, phone = :phone,"
					+ " enterprise_name = :enterprise, privacy_version = :privacy, explanation = :explanation"
					+ " where open_key = :open and kind = 'JOIN'")
			.param("name", request.name())
			.param("phone", request.phone())
			.param("enterprise", request.enterpriseName())
			.param("privacy", request.privacyVersion())
			.param("explanation", explanation)
			.param("open", key)
			.update() == 1;
		return turned ? this.jdbc.sql(SELECT + "where open_key = :open").param("open", key).query(this::map).optional()
				: Optional.empty();
	}

	/** The claim of this id. */
	public Optional<Claim> find(UUID id) {
		return this.jdbc.sql(SELECT + "where id = :id").param("id", id).query(this::map).optional();
	}

	/** The open claims that this authority decides, the oldest first. */
	public List<Claim> openFor(String authority) {
		return this.jdbc.sql(SELECT + "where authority = :authority and decision is null order by opened_at, id")
			.param("authority", authority)
			.query(this::map)
			.list();
	}

	/** The open claims of this kind on this enterprise, the oldest first. */
	public List<Claim> openOf(String uscc, ClaimKind kind) {
		return this.jdbc.sql(SELECT + "where uscc = :uscc and kind = :kind and decision is null order by opened_at, id")
			.param("uscc", uscc)
			.param("kind", kind.name())
			.query(this::map)
			.list();
	}

	/** Decides an open claim; of two at the same moment only one does. */
	public boolean decide(UUID id, ClaimDecision decision, String reason, String userId) {
		return this.jdbc
			.sql("update organization_claim set decision = :decision, reason = :reason, decided_by = :user,"
					+ " decided_at = :now, open_key = null where id = :id and decision is null")
			.param("decision", decision.name())
			.param("reason", reason)
			.param("user", userId)
			.param("now", now())
			.param("id", id)
			.update() == 1;
	}

	private Claim map(ResultSet row, int number) throws SQLException {
		String decision = row.getString("decision");
		Optional<Outcome> outcome = (decision == null) ? Optional.empty()
				: Optional.of(new Outcome(ClaimDecision.valueOf(decision), row.getString("reason"),
						row.getString("decided_by"), at(row, "decided_at")));
		return new Claim(row.getObject("id", UUID.class), row.getString("uscc"), row.getString("authority"),
				ClaimKind.valueOf(row.getString("kind")),
				new PersonEntry(row.getString("name"), row.getString("email"), row.getString("phone")),
				row.getString("enterprise_name"), row.getString("privacy_version"), row.getString("explanation"),
				at(row, "opened_at"), outcome);
	}

	private static String openKey(AccountRequest request) {
		return request.uscc() + "/" + request.email();
	}

	private static Instant at(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	private OffsetDateTime now() {
		return this.clock.instant().atOffset(ZoneOffset.UTC);
	}

}
