package io.huhang.recommendation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import io.huhang.approval.Verdict;
import io.huhang.audit.AuditTrail;
import io.huhang.campaign.Campaign;
import io.huhang.draft.Drafts;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Every comparison of the electronic set of a list with its manifest, and how the
 * authority answered those that found a difference; none is ever changed (R22, R31, C17).
 */
@Repository
public class ElectronicChecks {

	private static final String SELECT = "select compared.task_id, decision, reason, differences, due_at, checked_by,"
			+ " checked_at, content, replaced, corrected_by, corrected_at from recommendation_electronic_check compared"
			+ " left join recommendation_electronic_correction on check_task_id = compared.task_id"
			+ " where compared.recommendation_number = :number order by compared.id";

	private final JdbcClient jdbc;

	private final Drafts drafts;

	private final AuditTrail audit;

	private final Clock clock;

	ElectronicChecks(JdbcClient jdbc, Drafts drafts, AuditTrail audit, Clock clock) {
		this.jdbc = jdbc;
		this.drafts = drafts;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * One comparison: {@link Verdict#PASS} for 一致, {@link Verdict#RETURN} for 不一致.
	 *
	 * @param round counted from 1
	 * @param differences none where everything agrees
	 * @param dueAt until when it should be corrected
	 * @param corrected how it was answered; empty before, and where nothing differs
	 */
	public record Check(int round, String taskId, Verdict verdict, List<ElectronicDifference> differences,
			Optional<Instant> dueAt, String checkedBy, Instant checkedAt, Optional<Corrected> corrected) {

		/** Whether something differs. */
		public boolean differs() {
			return Verdict.RETURN.equals(this.verdict.decision());
		}

		/** What differs in this item, or empty. */
		public Optional<ElectronicDifference> difference(String key) {
			return this.differences.stream().filter(difference -> difference.key().equals(key)).findFirst();
		}

	}

	/**
	 * How a comparison was answered.
	 *
	 * @param replaced the papers whose scans were replaced, as a sentence calls them
	 */
	public record Corrected(String remark, List<String> replaced, String correctedBy, Instant correctedAt) {
	}

	/** Every comparison of this recommendation, the oldest first. */
	public List<Check> of(String number) {
		return this.jdbc.sql(SELECT).param("number", number).query(this::check).list();
	}

	/** The newest comparison, or empty before the first. */
	public Optional<Check> newest(String number) {
		return of(number).stream().reduce((first, last) -> last);
	}

	/** Whether the newest comparison found a difference. */
	public boolean differs(String number) {
		return newest(number).filter(Check::differs).isPresent();
	}

	/** The edition of the package that is to be compared: each correction makes one. */
	public int edition(String number) {
		return 1 + (int) of(number).stream().filter(check -> check.corrected().isPresent()).count();
	}

	/** Records a comparison; the task's id lets it count once. */
	void insert(String taskId, String number, Verdict verdict, List<ElectronicDifference> differences, Instant dueAt,
			String userId) {
		this.jdbc
			.sql("insert into recommendation_electronic_check (task_id, recommendation_number, decision, reason,"
					+ " differences, due_at, checked_by, checked_at) values (:task, :number, :decision, :reason,"
					+ " :differences, :due, :user, :now)")
			.param("task", taskId)
			.param("number", number)
			.param("decision", verdict.decision())
			.param("reason", verdict.reason())
			.param("differences", this.drafts.write(differences))
			.param("due", differences.isEmpty() ? null : at(dueAt))
			.param("user", userId)
			.param("now", at(this.clock.instant()))
			.update();
		if (!differences.isEmpty()) {
			this.audit.record(userId, "recommendation.find-difference", number);
		}
	}

	/** Records how the newest comparison was answered. */
	void correct(String taskId, String number, ElectronicCorrection correction, List<String> replaced, String userId) {
		this.jdbc
			.sql("insert into recommendation_electronic_correction (check_task_id, task_id, recommendation_number,"
					+ " content, replaced, corrected_by, corrected_at) values (:check, :task, :number, :content,"
					+ " :replaced, :user, :now)")
			.param("check", newest(number).orElseThrow().taskId())
			.param("task", taskId)
			.param("number", number)
			.param("content", this.drafts.write(correction))
			.param("replaced", this.drafts.write(replaced))
			.param("user", userId)
			.param("now", at(this.clock.instant()))
			.update();
		this.audit.record(userId, "recommendation.correct-electronic-set", number);
	}

	private Check check(ResultSet row, int index) throws SQLException {
		return new Check(index + 1, row.getString("task_id"),
				new Verdict(row.getString("decision"), row.getString("reason")),
				List.of(this.drafts.parse(row.getString("differences"), ElectronicDifference[].class)),
				instant(row, "due_at"), row.getString("checked_by"), instant(row, "checked_at").orElseThrow(),
				corrected(row));
	}

	private Optional<Corrected> corrected(ResultSet row) throws SQLException {
		String content = row.getString("content");
		return (content == null) ? Optional.empty()
				: Optional.of(new Corrected(this.drafts.parse(content, ElectronicCorrection.class).remark(),
						List.of(this.drafts.parse(row.getString("replaced"), String[].class)),
						row.getString("corrected_by"), instant(row, "corrected_at").orElseThrow()));
	}

	private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
		return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
	}

	private static OffsetDateTime at(Instant instant) {
		return instant.atZone(Campaign.ZONE).toOffsetDateTime();
	}

}
