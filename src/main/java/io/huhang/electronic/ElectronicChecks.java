package io.huhang.electronic;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import io.huhang.approval.Verdict;
import io.huhang.campaign.Campaign;
import io.huhang.draft.Drafts;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Every comparison of an electronic set with its manifest, of a list or of a region's
 * application by its number, and how the authority answered those that found a
 * difference; none is ever changed (R22, R31, C17).
 */
@Repository
public class ElectronicChecks {

	private static final String SELECT = "select compared.round, compared.task_id, decision, reason, differences,"
			+ " due_at, checked_by, checked_at, content, replaced, corrected_by, corrected_at"
			+ " from electronic_check compared left join electronic_correction corrected"
			+ " on corrected.number = compared.number and corrected.round = compared.round"
			+ " where compared.number = :number order by compared.round";

	private final JdbcClient jdbc;

	private final Drafts drafts;

	private final Clock clock;

	ElectronicChecks(JdbcClient jdbc, Drafts drafts, Clock clock) {
		this.jdbc = jdbc;
		this.drafts = drafts;
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

	/** Every comparison of this number, the oldest first. */
	public List<Check> of(String number) {
		return this.jdbc.sql(SELECT).param("number", number).query(this::check).list();
	}

	/** The newest comparison, or empty before the first. */
	public Optional<Check> newest(String number) {
		return of(number).stream().reduce((first, last) -> last);
	}

	/** The edition of the package that is to be compared: each correction makes one. */
	public int edition(String number) {
		return 1 + (int) of(number).stream().filter(check -> check.corrected().isPresent()).count();
	}

	/** Records a comparison; the task's id lets it count once. */
	void insert(String number, Check check) {
		this.jdbc
			.sql("insert into electronic_check (number, round, task_id, decision, reason, differences, due_at,"
					+ " checked_by, checked_at) values (:number, :round, :task, :decision, :reason, :differences, :due,"
					+ " :user, :now)")
			.param("number", number)
			.param("round", check.round())
			.param("task", check.taskId())
			.param("decision", check.verdict().decision())
			.param("reason", check.verdict().reason())
			.param("differences", this.drafts.write(check.differences()))
			.param("due", check.dueAt().map(ElectronicChecks::at).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
			.param("user", check.checkedBy())
			.param("now", at(check.checkedAt()))
			.update();
	}

	/** Records how the comparison of this round was answered. */
	void correct(String taskId, String number, int round, ElectronicCorrection correction, List<String> replaced,
			String userId) {
		this.jdbc
			.sql("insert into electronic_correction (number, round, task_id, content, replaced, corrected_by,"
					+ " corrected_at) values (:number, :round, :task, :content, :replaced, :user, :now)")
			.param("number", number)
			.param("round", round)
			.param("task", taskId)
			.param("content", this.drafts.write(correction))
			.param("replaced", this.drafts.write(replaced))
			.param("user", userId)
			.param("now", at(this.clock.instant()))
			.update();
	}

	private Check check(ResultSet row, int index) throws SQLException {
		return new Check(row.getInt("round"), row.getString("task_id"),
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
