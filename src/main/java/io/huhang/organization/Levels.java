package io.huhang.organization;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.huhang.audit.AuditTrail;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.RefusedException;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * How each authority has merged its levels (design §1). A change takes effect for tasks
 * that begin after it.
 */
@Repository
public class Levels {

	private static final String CLAUSE = "系统规则";

	private final JdbcClient jdbc;

	private final People people;

	private final PeopleList list;

	private final AuditTrail audit;

	private final Clock clock;

	Levels(JdbcClient jdbc, People people, PeopleList list, AuditTrail audit, Clock clock) {
		this.jdbc = jdbc;
		this.people = people;
		this.list = list;
		this.audit = audit;
		this.clock = clock;
	}

	/** The setting with who made it and when. */
	public record Setting(Merging merging, String setBy, Instant setAt) {
	}

	/** What holds for this authority now. */
	public Merging of(String authority) {
		return find(authority).map(Setting::merging).orElse(Merging.NONE);
	}

	/** The newest setting; empty for an authority that has never merged. */
	public Optional<Setting> find(String authority) {
		return this.jdbc
			.sql("select merging, set_by, set_at from organization_levels where authority = :authority"
					+ " order by id desc fetch first 1 rows only")
			.param("authority", authority)
			.query((row, index) -> new Setting(Merging.valueOf(row.getString("merging")), row.getString("set_by"),
					row.getObject("set_at", OffsetDateTime.class).toInstant()))
			.optional();
	}

	/**
	 * Merges the levels of this authority, or parts them again.
	 * @throws RefusedException if a level that remains has nobody
	 */
	@Transactional
	public void merge(String authority, Merging merging, String userId) {
		// Nobody leaves meanwhile.
		this.list.lock(authority);
		require(authority, merging);
		this.jdbc
			.sql("insert into organization_levels (authority, merging, set_by, set_at)"
					+ " values (:authority, :merging, :user, :now)")
			.param("authority", authority)
			.param("merging", merging.name())
			.param("user", userId)
			.param("now", this.clock.instant().atZone(Campaign.ZONE).toOffsetDateTime())
			.update();
		this.audit.record(userId, "authority.levels", authority + "/" + merging.name());
	}

	/**
	 * Makes sure that every level that remains has an active person; since a person has
	 * one role, two levels are two people.
	 * @throws RefusedException if a level has nobody
	 */
	public void require(String authority, Merging merging) {
		List<String> empty = merging.levels()
			.stream()
			.filter(level -> count(authority, level) == 0)
			.map(Merging.Level::label)
			.toList();
		if (!empty.isEmpty()) {
			throw new RefusedException("merging", "“%s”后共%d个层级，每个层级至少须有一人，且不能由同一人兼任。目前没有在用的%s账号，请先增加人员，再调整审核层级。"
				.formatted(merging.label(), merging.levels().size(), String.join("、", empty)), CLAUSE);
		}
	}

	/** How many active people this level has. */
	public int count(String authority, Merging.Level level) {
		return level.roles().stream().mapToInt(role -> this.people.with(role, authority).size()).sum();
	}

	/** The engine groups that may review a case of this authority. */
	public List<String> reviewers(String authority) {
		return groups(of(authority).reviewers(), authority);
	}

	/**
	 * The engine groups that may act when a list of this authority is approved: those who
	 * approve, and the officers, who may record an approval given on paper (线下签批).
	 */
	public List<String> approvers(String authority) {
		return groups(Stream.concat(Stream.of(Role.OFFICER), of(authority).approvers().stream()).toList(), authority);
	}

	/** The engine groups that may consent to another authority's list or application. */
	public List<String> consenters(String authority) {
		return groups(of(authority).approvers(), authority);
	}

	private static List<String> groups(List<Role> roles, String authority) {
		return roles.stream().map(role -> role.group(authority)).toList();
	}

}
