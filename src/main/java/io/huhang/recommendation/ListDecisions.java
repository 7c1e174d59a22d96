package io.huhang.recommendation;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;

import io.huhang.approval.Verdict;
import io.huhang.audit.AuditTrail;
import io.huhang.campaign.Campaign;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the head and the leader decided about a version of the list. */
@Repository
public class ListDecisions {

	private static final String SELECT = "select task_id, version, step, decision, reason, decided_by, decided_at"
			+ " from recommendation_decision ";

	private static final RowMapper<ListDecision> ROW = (row, index) -> new ListDecision(row.getString("task_id"),
			row.getInt("version"), Step.valueOf(row.getString("step")),
			new Verdict(row.getString("decision"), row.getString("reason")), row.getString("decided_by"),
			row.getObject("decided_at", OffsetDateTime.class).toInstant());

	private final JdbcClient jdbc;

	private final Recommendations recommendations;

	private final RankedLists lists;

	private final AuditTrail audit;

	private final Clock clock;

	ListDecisions(JdbcClient jdbc, Recommendations recommendations, RankedLists lists, AuditTrail audit, Clock clock) {
		this.jdbc = jdbc;
		this.recommendations = recommendations;
		this.lists = lists;
		this.audit = audit;
		this.clock = clock;
	}

	/** Who decides about the list. */
	public enum Step {

		/** 复核 by the head. */
		REVIEW("复核排序"),
		/** 会签意见 by the officer of the joining authority. */
		COMMENT("会签意见"),
		/** 会签 by the leader of the joining authority. */
		CONSENT("会签"),
		/** 签发 by the leader. */
		APPROVE("签发推荐");

		private final String label;

		Step(String label) {
			this.label = label;
		}

		/** As people read it. */
		public String label() {
			return this.label;
		}

	}

	/** One decision about one version. */
	public record ListDecision(String taskId, int version, Step step, Verdict verdict, String decidedBy,
			Instant decidedAt) {
	}

	/** Records a decision about the newest version; the task's id lets it count once. */
	public void record(String taskId, String number, Step step, Verdict verdict, String userId) {
		this.jdbc
			.sql("insert into recommendation_decision (task_id, recommendation_number, version, step, decision, reason,"
					+ " decided_by, decided_at) values (:task, :number, :version, :step, :decision, :reason, :user,"
					+ " :now)")
			.param("task", taskId)
			.param("number", number)
			.param("version", this.lists.latest(number).version())
			.param("step", step.name())
			.param("decision", verdict.decision())
			.param("reason", verdict.reason())
			.param("user", userId)
			.param("now", this.clock.instant().atZone(Campaign.ZONE).toOffsetDateTime())
			.update();
		this.audit.record(userId, "recommendation." + step.name().toLowerCase(Locale.ROOT), number);
	}

	/** Every decision about the lists of this recommendation, the oldest first. */
	public List<ListDecision> of(String number) {
		return this.jdbc.sql(SELECT + "where recommendation_number = :number order by id")
			.param("number", number)
			.query(ROW)
			.list();
	}

	/** Every decision of this authority about a list that names this case. */
	public List<ListDecision> about(String caseNumber, String authority) {
		return this.recommendations.of(authority)
			.stream()
			.flatMap(number -> of(number).stream().filter(decision -> names(number, decision.version(), caseNumber)))
			.toList();
	}

	private boolean names(String number, int version, String caseNumber) {
		return this.lists.find(number, version)
			.stream()
			.flatMap(list -> list.ranking().entries().stream())
			.anyMatch(entry -> entry.caseNumber().equals(caseNumber));
	}

	/** Whether the newest decision returned the list in this step. */
	public boolean returned(String number, Step step) {
		return of(number).stream()
			.reduce((first, last) -> last)
			.filter(decision -> decision.step() == step && Verdict.RETURN.equals(decision.verdict().decision()))
			.isPresent();
	}

}
