package io.huhang.region;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import io.huhang.audit.AuditTrail;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.Numbers;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.campaign.TransactionMemory;
import io.huhang.organization.Authorities;
import io.huhang.organization.Authority;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** All 成效突出地区 applications, each of one authority or of two together. */
@Repository
public class RegionApplications {

	private static final String SELECT = "select number, authority, partner, direction, opened_by, opened_at, closed_at"
			+ " from region_application ";

	private static final RowMapper<RegionApplication> ROW = (row, index) -> new RegionApplication(
			row.getString("number"), row.getString("authority"), row.getString("partner"), row.getString("direction"),
			row.getString("opened_by"), row.getObject("opened_at", OffsetDateTime.class).toInstant(),
			row.getObject("closed_at") == null);

	private final JdbcClient jdbc;

	private final Campaign campaign;

	private final Authorities authorities;

	private final OpeningRules rules;

	private final Numbers numbers;

	private final AuditTrail audit;

	private final TransactionMemory memory;

	private final Clock clock;

	RegionApplications(JdbcClient jdbc, Campaign campaign, Authorities authorities, OpeningRules rules, Numbers numbers,
			AuditTrail audit, TransactionMemory memory, Clock clock) {
		this.jdbc = jdbc;
		this.campaign = campaign;
		this.authorities = authorities;
		this.rules = rules;
		this.numbers = numbers;
		this.audit = audit;
		this.memory = memory;
		this.clock = clock;
	}

	/**
	 * Checks everything that stands against opening, before anything is written.
	 * @throws RefusedException with every problem at once
	 */
	public void checkOpening(Authority authority, RegionOpening opening) {
		List<Problem> problems = this.rules.check(authority, opening, key -> seated(key, opening.direction()));
		if (!problems.isEmpty()) {
			throw new RefusedException(problems);
		}
	}

	/**
	 * Opens the application of this authority, alone or with its partner, and gives it
	 * its number; the unique key settles two simultaneous ones.
	 */
	@Transactional
	public RegionApplication open(Authority authority, RegionOpening opening, String userId) {
		checkOpening(authority, opening);
		String number = "%s-DQ-%s-%02d".formatted(this.campaign.numberPrefix(), authority.code(),
				this.numbers.next("DQ-" + authority.code()));
		String partner = opening.joint() ? this.authorities.partner(authority).orElseThrow().key() : "";
		RegionApplication opened = new RegionApplication(number, authority.key(), partner, opening.direction(), userId,
				this.clock.instant().truncatedTo(ChronoUnit.MICROS), true);
		try {
			insert(opened, opening.privacyVersion());
			opened.authorities().forEach(member -> join(opened, member));
		}
		catch (DuplicateKeyException ex) {
			throw new RefusedException("authority", "成效突出地区申报刚刚由另一窗口或联合申报单位发起，请刷新后在待办中继续办理。", "通知二（一）");
		}
		this.audit.record(userId, "region.open", number);
		return opened;
	}

	private void insert(RegionApplication opened, String privacyVersion) {
		this.jdbc
			.sql("insert into region_application (number, campaign, authority, partner, direction, privacy_version,"
					+ " opened_by, opened_at) values (:number, :campaign, :authority, :partner, :direction, :privacy,"
					+ " :user, :now)")
			.param("number", opened.number())
			.param("campaign", this.campaign.id())
			.param("authority", opened.authority())
			.param("partner", opened.partner())
			.param("direction", opened.direction())
			.param("privacy", privacyVersion)
			.param("user", opened.openedBy())
			.param("now", opened.openedAt().atZone(Campaign.ZONE).toOffsetDateTime())
			.update();
	}

	private void join(RegionApplication opened, String member) {
		this.jdbc
			.sql("insert into region_member (region_number, campaign, authority, seat)"
					+ " values (:number, :campaign, :authority, :seat)")
			.param("number", opened.number())
			.param("campaign", this.campaign.id())
			.param("authority", member)
			.param("seat", seat(opened.direction()))
			.update();
	}

	private String seat(String direction) {
		return this.campaign.regionPerDirection() ? direction : "";
	}

	private Optional<RegionApplication> seated(String authority, String direction) {
		return this.jdbc
			.sql(SELECT + "where number in (select region_number from region_member"
					+ " where campaign = :campaign and authority = :authority and seat = :seat)")
			.param("campaign", this.campaign.id())
			.param("authority", authority)
			.param("seat", seat(direction))
			.query(ROW)
			.optional();
	}

	/**
	 * The application of this number.
	 * @throws org.springframework.dao.EmptyResultDataAccessException if there is none
	 */
	public RegionApplication get(String number) {
		return this.jdbc.sql(SELECT + "where number = :number").param("number", number).query(ROW).single();
	}

	/** The application of this number, or empty. */
	public Optional<RegionApplication> find(String number) {
		return this.jdbc.sql(SELECT + "where number = :number").param("number", number).query(ROW).optional();
	}

	/** Locks the application until the transaction ends: one decision at a time. */
	public RegionApplication lock(String number) {
		this.memory.forget();
		return this.jdbc.sql(SELECT + "where number = :number for update").param("number", number).query(ROW).single();
	}

	/** Every application, by number. */
	public List<RegionApplication> all() {
		return this.jdbc.sql(SELECT + "order by number").query(ROW).list();
	}

	/** What this authority leads or has joined, the ended ones too, by number. */
	public List<RegionApplication> of(String authority) {
		return this.jdbc
			.sql(SELECT + "where number in (select region_number from region_member where authority = :authority)"
					+ " order by number")
			.param("authority", authority)
			.query(ROW)
			.list();
	}

	/**
	 * Ends an application for good: each of its authorities may then open another in
	 * time.
	 * @param ending why it has ended
	 * @param reason what people read about it, or empty
	 * @return whether it was this call that ended it
	 */
	@Transactional
	public boolean close(String number, RegionEnding ending, String reason, String userId) {
		int closed = this.jdbc
			.sql("update region_application set closed_at = :now, ending = :ending, closing_reason = :reason,"
					+ " closed_by = :user where number = :number and closed_at is null")
			.param("now", this.clock.instant().atZone(Campaign.ZONE).toOffsetDateTime())
			.param("ending", ending.name())
			.param("reason", reason)
			.param("user", userId)
			.param("number", number)
			.update();
		if (closed == 1) {
			this.jdbc.sql("update region_member set seat = null where region_number = :number")
				.param("number", number)
				.update();
			this.audit.record(userId, "region.close", number);
		}
		return closed == 1;
	}

	/** How an application has ended; empty for a live one. */
	public Optional<Closing> closing(String number) {
		return this.jdbc
			.sql("select ending, closing_reason, closed_by, closed_at from region_application"
					+ " where number = :number and closed_at is not null")
			.param("number", number)
			.query((row, index) -> new Closing(RegionEnding.valueOf(row.getString("ending")),
					row.getString("closing_reason"), row.getString("closed_by"),
					row.getObject("closed_at", OffsetDateTime.class).toInstant()))
			.optional();
	}

	/** How an application has ended, why, by whom and when. */
	public record Closing(RegionEnding ending, String reason, String closedBy, Instant closedAt) {
	}

}
