package io.huhang.organization;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.huhang.audit.AuditTrail;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.RefusedException;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * 拟联合推荐: what an authority declares before its applicants print, so that the cover of 附件1
 * carries both names and two places for seals (通知二（二）, C14).
 */
@Repository
public class JointIntents {

	private static final String CLAUSE = "通知二（二）";

	private final JdbcClient jdbc;

	private final Authorities authorities;

	private final AuditTrail audit;

	private final Clock clock;

	JointIntents(JdbcClient jdbc, Authorities authorities, AuditTrail audit, Clock clock) {
		this.jdbc = jdbc;
		this.authorities = authorities;
		this.audit = audit;
		this.clock = clock;
	}

	/** What was declared, by whom and when. */
	public record Declaration(boolean joint, String declaredBy, Instant declaredAt) {
	}

	/** The newest declaration; empty for an authority that has never made one. */
	public Optional<Declaration> find(String authority) {
		return at(authority, this.clock.instant());
	}

	/** Whether this authority means to recommend jointly now. */
	public boolean isJoint(String authority) {
		return find(authority).filter(Declaration::joint).isPresent();
	}

	/**
	 * The names on the cover of a case that this authority has received: its own, and the
	 * other one's if a joint recommendation was declared at that time.
	 */
	public List<String> recommenders(String authority, Instant at) {
		Authority own = this.authorities.get(authority);
		List<String> names = new ArrayList<>(List.of(own.name()));
		if (at(authority, at).filter(Declaration::joint).isPresent()) {
			this.authorities.partner(own).map(Authority::name).ifPresent(names::add);
		}
		return names;
	}

	/** The names that a cover printed now carries. */
	public List<String> recommenders(String authority) {
		return recommenders(authority, this.clock.instant());
	}

	/**
	 * Declares or takes back; saying again what holds already changes nothing.
	 * @throws RefusedException if the region has no other authority
	 */
	@Transactional
	public void declare(String authority, boolean joint, String userId) {
		if (joint && this.authorities.partner(this.authorities.get(authority)).isEmpty()) {
			throw new RefusedException("joint", "本地区没有可以联合推荐的另一主管部门，不能设置。", CLAUSE);
		}
		if (isJoint(authority) == joint) {
			return;
		}
		this.jdbc
			.sql("insert into organization_joint_intent (authority, joint, declared_by, declared_at)"
					+ " values (:authority, :joint, :user, :now)")
			.param("authority", authority)
			.param("joint", joint)
			.param("user", userId)
			.param("now", offset(this.clock.instant().truncatedTo(ChronoUnit.MICROS)))
			.update();
		this.audit.record(userId, "authority.joint-intent", authority + "/" + joint);
	}

	private Optional<Declaration> at(String authority, Instant at) {
		return this.jdbc
			.sql("select joint, declared_by, declared_at from organization_joint_intent"
					+ " where authority = :authority and declared_at <= :at order by id desc fetch first 1 rows only")
			.param("authority", authority)
			.param("at", offset(at))
			.query((row, index) -> new Declaration(row.getBoolean("joint"), row.getString("declared_by"),
					row.getObject("declared_at", OffsetDateTime.class).toInstant()))
			.optional();
	}

	private static OffsetDateTime offset(Instant instant) {
		return instant.atZone(Campaign.ZONE).toOffsetDateTime();
	}

}
