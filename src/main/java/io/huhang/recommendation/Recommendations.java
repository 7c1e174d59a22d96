package io.huhang.recommendation;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.huhang.application.CaseApplication;
import io.huhang.application.CaseApplications;
import io.huhang.audit.AuditTrail;
import io.huhang.campaign.Campaign;
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

/** The recommending acts of the campaign, each of one authority or of two together. */
@Repository
public class Recommendations {

	private static final String SELECT = "select number, authority, partner, opened_by, opened_at, closed_at"
			+ " from recommendation ";

	private static final RowMapper<Recommendation> ROW = (row, index) -> new Recommendation(row.getString("number"),
			row.getString("authority"), row.getString("partner"), row.getString("opened_by"),
			row.getObject("opened_at", OffsetDateTime.class).toInstant(), row.getObject("closed_at") == null);

	private final JdbcClient jdbc;

	private final Campaign campaign;

	private final CaseApplications cases;

	private final Reviews reviews;

	private final Authorities authorities;

	private final RecommendingRules rules;

	private final OtherLists others;

	private final AuditTrail audit;

	private final TransactionMemory memory;

	private final Clock clock;

	Recommendations(JdbcClient jdbc, Campaign campaign, CaseApplications cases, Reviews reviews,
			Authorities authorities, RecommendingRules rules, OtherLists others, AuditTrail audit,
			TransactionMemory memory, Clock clock) {
		this.jdbc = jdbc;
		this.campaign = campaign;
		this.cases = cases;
		this.reviews = reviews;
		this.authorities = authorities;
		this.rules = rules;
		this.others = others;
		this.audit = audit;
		this.memory = memory;
		this.clock = clock;
	}

	/**
	 * What stands against opening this authority's recommendation.
	 * @param joint whether the other line of its province takes part
	 */
	public List<Problem> obstacles(Authority authority, boolean joint) {
		List<Problem> problems = this.rules.check(authority, joint, this::actOf);
		return (problems.isEmpty() && candidates(members(authority, joint), "").isEmpty())
				? List.of(new Problem("authority", "目前没有审核通过、可以推荐的案例，请在办结审核（复核）后再启动推荐。", "通知二（二）")) : problems;
	}

	/**
	 * Checks that nothing stands against it.
	 * @throws RefusedException if something does
	 */
	public void checkOpening(Authority authority, boolean joint) {
		List<Problem> problems = obstacles(authority, joint);
		if (!problems.isEmpty()) {
			throw new RefusedException(problems);
		}
	}

	/** Opens this authority's recommendation, alone or with its partner. */
	@Transactional
	public Recommendation open(Authority authority, boolean joint, String userId) {
		checkOpening(authority, joint);
		List<String> members = members(authority, joint);
		Recommendation opened = new Recommendation(numberOf(authority, joint), authority.key(),
				joint ? members.get(1) : "", userId, this.clock.instant().truncatedTo(ChronoUnit.MICROS), true);
		try {
			insert(opened);
			members.forEach(member -> join(opened, member));
		}
		catch (DuplicateKeyException ex) {
			throw new RefusedException("authority", "推荐工作刚刚由另一窗口或联合推荐单位启动，请刷新后在待办中继续办理。", "通知二（二）");
		}
		this.audit.record(userId, "recommendation.open", opened.number());
		return opened;
	}

	private void insert(Recommendation opened) {
		this.jdbc
			.sql("insert into recommendation (number, campaign, authority, partner, opened_by, opened_at)"
					+ " values (:number, :campaign, :authority, :partner, :user, :now)")
			.param("number", opened.number())
			.param("campaign", this.campaign.id())
			.param("authority", opened.authority())
			.param("partner", opened.partner())
			.param("user", opened.openedBy())
			.param("now", opened.openedAt().atZone(Campaign.ZONE).toOffsetDateTime())
			.update();
	}

	private void join(Recommendation opened, String member) {
		this.jdbc
			.sql("insert into recommendation_member (recommendation_number, campaign, authority, seat)"
					+ " values (:number, :campaign, :authority, :seat)")
			.param("number", opened.number())
			.param("campaign", this.campaign.id())
			.param("authority", member)
			.param("seat", seat(opened.isJoint()))
			.update();
	}

	// Where a list of its own is allowed beside the joint one, each has a seat of its
	// own; otherwise there is one seat, and the key lets one act have it.
	private String seat(boolean joint) {
		return !this.campaign.singleBesideJoint() ? "" : joint ? "JOINT" : "SINGLE";
	}

	private Optional<Recommendation> actOf(String authority, boolean joint) {
		return this.jdbc
			.sql(SELECT + "where number in (select recommendation_number from recommendation_member"
					+ " where campaign = :campaign and authority = :authority and seat = :seat)")
			.param("campaign", this.campaign.id())
			.param("authority", authority)
			.param("seat", seat(joint))
			.query(ROW)
			.optional();
	}

	private List<String> members(Authority authority, boolean joint) {
		return joint ? List.of(authority.key(), this.authorities.partner(authority).orElseThrow().key())
				: List.of(authority.key());
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

	/** Numbers of the recommendations that this authority leads or has joined. */
	List<String> of(String authority) {
		return this.jdbc
			.sql("select recommendation_number from recommendation_member where authority = :authority"
					+ " order by recommendation_number")
			.param("authority", authority)
			.query(String.class)
			.list();
	}

	/** Whether these two take part in one recommending act. */
	public boolean together(String authority, String other) {
		return this.jdbc
			.sql("select count(*) from recommendation where given_up_because is null"
					+ " and ((authority = :one and partner = :other)" + " or (authority = :other and partner = :one))")
			.param("one", authority)
			.param("other", other)
			.query(Integer.class)
			.single() > 0;
	}

	/** What a list of this authority that is opened now can rank. */
	public List<CaseApplication> candidates(String authority) {
		return candidates(List.of(authority), "");
	}

	/** What can be ranked on this list. */
	public List<CaseApplication> candidatesOf(String number) {
		return candidates(get(number).authorities(), number);
	}

	// The live cases that have all their passes and have not left with another list.
	private List<CaseApplication> candidates(List<String> authorities, String number) {
		Set<String> left = this.others.left(authorities, number);
		return authorities.stream()
			.flatMap(authority -> this.cases.all(this.reviews.passed(authority)).stream())
			.filter(found -> found.live() && !left.contains(found.number()))
			.toList();
	}

	/** Ends a recommendation that was not dispatched in time. */
	public void close(String number) {
		if (end(number)) {
			this.audit.record("system", "recommendation.close", number);
		}
	}

	/** Ends a joint act for good and frees both seats; the number stays as it is. */
	void giveUp(String number, String reason, String userId) {
		end(number);
		this.jdbc
			.sql("update recommendation set given_up_because = :reason, given_up_by = :user where number = :number")
			.param("reason", reason)
			.param("user", userId)
			.param("number", number)
			.update();
		this.jdbc.sql("delete from recommendation_member where recommendation_number = :number")
			.param("number", number)
			.update();
		this.audit.record(userId, "recommendation.give-up", number);
	}

	/**
	 * 终止联合推荐: who gave a joint act up, when and why.
	 *
	 * @param by empty for one that was given up before this was kept
	 */
	public record GivenUp(String reason, String by, Instant at) {
	}

	/** Whether, why and by whom this joint act was given up. */
	public Optional<GivenUp> givenUp(String number) {
		return this.jdbc
			.sql("select given_up_because, given_up_by, closed_at from recommendation where number = :number"
					+ " and given_up_because is not null")
			.param("number", number)
			.query((row, index) -> new GivenUp(row.getString("given_up_because"),
					Optional.ofNullable(row.getString("given_up_by")).orElse(""),
					row.getObject("closed_at", OffsetDateTime.class).toInstant()))
			.optional();
	}

	private boolean end(String number) {
		return this.jdbc.sql("update recommendation set closed_at = :now where number = :number and closed_at is null")
			.param("now", this.clock.instant().atZone(Campaign.ZONE).toOffsetDateTime())
			.param("number", number)
			.update() == 1;
	}

	// A joint act may be given up and begun anew.
	private String numberOf(Authority authority, boolean joint) {
		String first = "%s-TJ-%s".formatted(this.campaign.numberPrefix(),
				joint ? authority.code() + "-joint" : authority.key());
		int before = this.jdbc.sql("select count(*) from recommendation where number = :number or number like :more")
			.param("number", first)
			.param("more", first + "-%")
			.query(Integer.class)
			.single();
		return (before == 0 || !joint) ? first : first + "-" + (before + 1);
	}

}
