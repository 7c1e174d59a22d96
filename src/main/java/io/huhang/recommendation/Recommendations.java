package io.huhang.recommendation;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import io.huhang.application.CaseApplication;
import io.huhang.application.CaseApplications;
import io.huhang.audit.AuditTrail;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.RefusedException;
import io.huhang.campaign.TransactionMemory;
import io.huhang.organization.Authority;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The recommending acts of the campaign, one per authority. */
@Repository
public class Recommendations {

	private static final String SELECT = "select number, authority, opened_by, opened_at, closed_at"
			+ " from recommendation ";

	private static final RowMapper<Recommendation> ROW = (row, index) -> new Recommendation(row.getString("number"),
			row.getString("authority"), row.getString("opened_by"),
			row.getObject("opened_at", OffsetDateTime.class).toInstant(), row.getObject("closed_at") == null);

	private final JdbcClient jdbc;

	private final Campaign campaign;

	private final CaseApplications cases;

	private final Reviews reviews;

	private final AuditTrail audit;

	private final TransactionMemory memory;

	private final Clock clock;

	Recommendations(JdbcClient jdbc, Campaign campaign, CaseApplications cases, Reviews reviews, AuditTrail audit,
			TransactionMemory memory, Clock clock) {
		this.jdbc = jdbc;
		this.campaign = campaign;
		this.cases = cases;
		this.reviews = reviews;
		this.audit = audit;
		this.memory = memory;
		this.clock = clock;
	}

	/** What stands against opening this authority's recommendation. */
	public void checkOpening(Authority authority) {
		find(numberOf(authority)).ifPresent(existing -> {
			throw new RefusedException("authority", "本单位的推荐工作（%s）已经启动，请在待办中继续办理。".formatted(existing.number()),
					"通知二（二）");
		});
		Instant closing = this.campaign.deadline().toInstant();
		if (!this.clock.instant().isBefore(closing)) {
			throw new RefusedException("authority", "报送已于%s截止（服务器时间%s），不能再启动推荐。"
				.formatted(ChineseDates.deadline(closing), ChineseDates.minute(this.clock.instant())), "通知二（三）");
		}
		if (candidates(authority.key()).isEmpty()) {
			throw new RefusedException("authority", "目前没有审核通过、可以推荐的案例，请在办结审核（复核）后再启动推荐。", "通知二（二）");
		}
	}

	/** Opens this authority's recommendation. */
	@Transactional
	public Recommendation open(Authority authority, String userId) {
		checkOpening(authority);
		String number = numberOf(authority);
		this.jdbc
			.sql("insert into recommendation (number, campaign, authority, opened_by, opened_at)"
					+ " values (:number, :campaign, :authority, :user, :now)")
			.param("number", number)
			.param("campaign", this.campaign.id())
			.param("authority", authority.key())
			.param("user", userId)
			.param("now", this.clock.instant().atZone(Campaign.ZONE).toOffsetDateTime())
			.update();
		this.audit.record(userId, "recommendation.open", number);
		return get(number);
	}

	/**
	 * The recommendation of this number.
	 * @throws org.springframework.dao.EmptyResultDataAccessException if there is none
	 */
	public Recommendation get(String number) {
		return this.jdbc.sql(SELECT + "where number = :number").param("number", number).query(ROW).single();
	}

	/** The recommendation of this number, or empty. */
	public Optional<Recommendation> find(String number) {
		return this.jdbc.sql(SELECT + "where number = :number").param("number", number).query(ROW).optional();
	}

	/** Locks the recommendation until the transaction ends. */
	public Recommendation lock(String number) {
		this.memory.forget();
		return this.jdbc.sql(SELECT + "where number = :number for update").param("number", number).query(ROW).single();
	}

	/** Every recommendation of the campaign, by number. */
	public List<Recommendation> all() {
		return this.jdbc.sql(SELECT + "order by number").query(ROW).list();
	}

	/** Numbers of this authority's recommendations. */
	List<String> of(String authority) {
		return this.jdbc.sql("select number from recommendation where authority = :authority order by number")
			.param("authority", authority)
			.query(String.class)
			.list();
	}

	/** The authority's live cases that have all their passes: what can be ranked. */
	public List<CaseApplication> candidates(String authority) {
		return this.cases.all(this.reviews.passed(authority)).stream().filter(CaseApplication::live).toList();
	}

	/** What can be ranked on this list. */
	public List<CaseApplication> candidatesOf(String number) {
		return get(number).authorities().stream().flatMap(authority -> candidates(authority).stream()).toList();
	}

	/** Ends a recommendation that was not dispatched in time. */
	public void close(String number) {
		int closed = this.jdbc
			.sql("update recommendation set closed_at = :now where number = :number and closed_at is null")
			.param("now", this.clock.instant().atZone(Campaign.ZONE).toOffsetDateTime())
			.param("number", number)
			.update();
		if (closed == 1) {
			this.audit.record("system", "recommendation.close", number);
		}
	}

	private String numberOf(Authority authority) {
		return "%s-TJ-%s".formatted(this.campaign.numberPrefix(), authority.key());
	}

}
