package io.huhang.evaluation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.huhang.approval.Verdict;
import io.huhang.audit.AuditTrail;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.evaluation.Arrivals.Arrival;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** 逾期接收: proposed by the bureau's officer, decided by its head. */
@Repository
public class LateAcceptances {

	private static final String CLAUSE = "通知二（四）";

	private static final int LEAST = 5;

	private static final int LONGEST = 2000;

	private static final String SELECT = "select id, source, reason, proposed_by, proposed_at, decision, answer,"
			+ " decided_by, decided_at from evaluation_late_acceptance";

	private final JdbcClient jdbc;

	private final Reception reception;

	private final Arrivals arrivals;

	private final Subjects subjects;

	private final AuditTrail audit;

	private final Clock clock;

	LateAcceptances(JdbcClient jdbc, Reception reception, Arrivals arrivals, Subjects subjects, AuditTrail audit,
			Clock clock) {
		this.jdbc = jdbc;
		this.reception = reception;
		this.arrivals = arrivals;
		this.subjects = subjects;
		this.audit = audit;
		this.clock = clock;
	}

	/** All of them, the newest first. */
	public List<LateAcceptance> all() {
		return this.jdbc.sql(SELECT + " order by id desc").query(LateAcceptances::acceptance).list();
	}

	/**
	 * One of them.
	 * @throws java.util.NoSuchElementException if there is none
	 */
	public LateAcceptance get(long id) {
		return this.jdbc.sql(SELECT + " where id = :id")
			.param("id", id)
			.query(LateAcceptances::acceptance)
			.optional()
			.orElseThrow();
	}

	/** What could be accepted late now: complete by now, and not taking part. */
	public List<Arrival> candidates() {
		return this.reception.closedAt().isEmpty() ? List.of()
				: this.arrivals.all().stream().filter(Arrival::isComplete).filter(this::isOutside).toList();
	}

	private boolean isOutside(Arrival arrival) {
		return arrival.subjects().stream().anyMatch(number -> this.subjects.find(number).isEmpty());
	}

	/**
	 * Proposes to accept this list or region application late; the id of the proposal.
	 * @throws RefusedException if it is not complete, takes part already, was proposed
	 * before, has no reason, or comes after everything has been evaluated
	 */
	@Transactional
	public long propose(String source, String reason, String userId) {
		this.reception.lock();
		String why = (reason != null) ? reason.strip() : "";
		List<Problem> problems = check(source, why);
		if (!problems.isEmpty()) {
			throw new RefusedException(problems);
		}
		KeyHolder key = new GeneratedKeyHolder();
		this.jdbc
			.sql("insert into evaluation_late_acceptance (source, reason, proposed_by, proposed_at)"
					+ " values (:source, :reason, :user, :now)")
			.param("source", source)
			.param("reason", why)
			.param("user", userId)
			.param("now", now())
			.update(key, "id");
		this.audit.record(userId, "evaluation.propose-late", source);
		return key.getKey().longValue();
	}

	private List<Problem> check(String source, String reason) {
		List<Problem> problems = new ArrayList<>();
		if (candidates().stream().noneMatch(arrival -> arrival.source().equals(source))) {
			problems.add(new Problem("source", "请选择办结接收后才签收齐全的材料。", CLAUSE));
		}
		else if (all().stream().anyMatch(one -> one.isOpen() && one.source().equals(source))) {
			problems.add(new Problem("source", "这份材料的逾期接收正在等待处长决定。", CLAUSE));
		}
		if (reason.length() < LEAST || reason.length() > LONGEST) {
			problems.add(new Problem("reason", "逾期接收的理由请填写%d至%d个字。".formatted(LEAST, LONGEST), CLAUSE));
		}
		return problems;
	}

	/**
	 * Decides; what is accepted takes part from now on.
	 * @throws RefusedException if the verdict is none, or it is decided already
	 */
	@Transactional
	public void decide(long id, Verdict verdict, String userId) {
		this.reception.lock();
		verdict.require(Verdict.PASS, Verdict.REFUSE);
		LateAcceptance acceptance = get(id);
		if (!acceptance.isOpen()) {
			throw new RefusedException("decision", "这份材料的逾期接收已经决定，请刷新页面查看。", CLAUSE);
		}
		this.jdbc
			.sql("update evaluation_late_acceptance set decision = :decision, answer = :answer, decided_by = :user,"
					+ " decided_at = :now where id = :id")
			.param("decision", verdict.decision())
			.param("answer", verdict.reason())
			.param("user", userId)
			.param("now", now())
			.param("id", id)
			.update();
		if (Verdict.PASS.equals(verdict.decision())) {
			this.arrivals.find(acceptance.source()).ifPresent(this.reception::take);
		}
		this.audit.record(userId, "evaluation.decide-late", acceptance.source());
	}

	private static LateAcceptance acceptance(ResultSet row, int index) throws SQLException {
		return new LateAcceptance(row.getLong("id"), row.getString("source"), row.getString("reason"),
				row.getString("proposed_by"), row.getObject("proposed_at", OffsetDateTime.class).toInstant(),
				text(row, "decision"), text(row, "answer"), text(row, "decided_by"),
				Optional.ofNullable(row.getObject("decided_at", OffsetDateTime.class)).map(OffsetDateTime::toInstant));
	}

	private static String text(ResultSet row, String column) throws SQLException {
		return Optional.ofNullable(row.getString(column)).orElse("");
	}

	private OffsetDateTime now() {
		return this.clock.instant().atZone(Campaign.ZONE).toOffsetDateTime();
	}

}
