package io.huhang.campaign;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How far this campaign has come: opened once, reminded until when, closed (通知二（三）).
 */
@Repository
public class CampaignCourse {

	private static final String INSERT = "insert into campaign_course"
			+ " (campaign_id, opened_at, reminded_until, round_after) values (:id, :now, :now, '')";

	private final JdbcClient jdbc;

	private final Campaign campaign;

	private final Clock clock;

	private final String insertOnce;

	CampaignCourse(JdbcClient jdbc, DatabaseKind database, Campaign campaign, Clock clock) {
		this.jdbc = jdbc;
		this.campaign = campaign;
		this.clock = clock;
		// On PostgreSQL a violated key would spoil the caller's whole transaction.
		this.insertOnce = database.isPostgres() ? INSERT + " on conflict do nothing" : INSERT;
	}

	/**
	 * Reminders that are written together: what fell due after one instant and until
	 * another. A node that goes on with it writes to whoever comes behind the last one.
	 *
	 * @param last the address written to last; empty at its beginning
	 */
	public record Round(Instant after, Instant until, String last) {
	}

	/**
	 * Opens the campaign; false if it was opened before, by this node or another one.
	 */
	public boolean open() {
		try {
			return this.jdbc.sql(this.insertOnce)
				.param("id", this.campaign.id())
				.param("now", at(this.clock.instant()))
				.update() == 1;
		}
		catch (DuplicateKeyException ex) {
			return false;
		}
	}

	/** The round that is open, or a new one until now; whoever asks holds it. */
	public Round round() {
		this.jdbc.sql("update campaign_course set round_until = coalesce(round_until, :now) where campaign_id = :id")
			.param("now", at(this.clock.instant()))
			.param("id", this.campaign.id())
			.update();
		return this.jdbc
			.sql("select reminded_until, round_until, round_after from campaign_course where campaign_id = :id")
			.param("id", this.campaign.id())
			.query((row, index) -> new Round(row.getObject("reminded_until", OffsetDateTime.class).toInstant(),
					row.getObject("round_until", OffsetDateTime.class).toInstant(), row.getString("round_after")))
			.single();
	}

	/** Until when every reminder has been written. */
	public Instant remindedUntil() {
		return this.jdbc.sql("select reminded_until from campaign_course where campaign_id = :id")
			.param("id", this.campaign.id())
			.query((row, index) -> row.getObject("reminded_until", OffsetDateTime.class).toInstant())
			.single();
	}

	/** Whether a round is open. */
	public boolean isInRound() {
		return this.jdbc.sql("select count(*) from campaign_course where campaign_id = :id and round_until is not null")
			.param("id", this.campaign.id())
			.query(Integer.class)
			.single() > 0;
	}

	/** Whoever comes up to this address has been written to. */
	public void advance(String last) {
		this.jdbc.sql("update campaign_course set round_after = :last where campaign_id = :id")
			.param("last", last)
			.param("id", this.campaign.id())
			.update();
	}

	/** Everybody has been written to. */
	public void endRound() {
		this.jdbc
			.sql("update campaign_course set reminded_until = round_until, round_until = null, round_after = ''"
					+ " where campaign_id = :id")
			.param("id", this.campaign.id())
			.update();
	}

	/** The closing date has come. */
	public void close() {
		this.jdbc.sql("update campaign_course set closed_at = :now where campaign_id = :id")
			.param("now", at(this.clock.instant()))
			.param("id", this.campaign.id())
			.update();
	}

	/** When the closing date came; empty before that. */
	public Optional<Instant> closedAt() {
		return this.jdbc.sql("select closed_at from campaign_course where campaign_id = :id and closed_at is not null")
			.param("id", this.campaign.id())
			.query((row, index) -> row.getObject("closed_at", OffsetDateTime.class).toInstant())
			.optional();
	}

	private static OffsetDateTime at(Instant instant) {
		return instant.atZone(Campaign.ZONE).toOffsetDateTime();
	}

}
