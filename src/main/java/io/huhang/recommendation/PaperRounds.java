package io.huhang.recommendation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import io.huhang.audit.AuditTrail;
import io.huhang.campaign.Campaign;
import io.huhang.draft.Drafts;
import io.huhang.recommendation.PaperRound.Supply;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Every round of counting the paper of a list; none is ever changed (R21, R30). */
@Repository
public class PaperRounds {

	private static final String SELECT = "select recommendation_paper_round.round, content, missing, due_at,"
			+ " registered_by, registered_at, supplement, supplied_by, supplied_at from recommendation_paper_round"
			+ " left join recommendation_paper_supplement on recommendation_paper_supplement.recommendation_number ="
			+ " recommendation_paper_round.recommendation_number and recommendation_paper_supplement.round ="
			+ " recommendation_paper_round.round where recommendation_paper_round.recommendation_number = :number"
			+ " order by recommendation_paper_round.round";

	private final JdbcClient jdbc;

	private final Drafts drafts;

	private final AuditTrail audit;

	private final Clock clock;

	PaperRounds(JdbcClient jdbc, Drafts drafts, AuditTrail audit, Clock clock) {
		this.jdbc = jdbc;
		this.drafts = drafts;
		this.audit = audit;
		this.clock = clock;
	}

	/** The rounds of this recommendation, the oldest first. */
	public List<PaperRound> of(String number) {
		return this.jdbc.sql(SELECT).param("number", number).query((row, index) -> round(row)).list();
	}

	/** The newest round, or empty before the first. */
	Optional<PaperRound> newest(String number) {
		return of(number).stream().reduce((first, last) -> last);
	}

	/** Records the next round; the task's id lets it count once. */
	int record(String taskId, String number, ListPaper paper, List<MissingPaper> missing, Instant dueAt,
			String userId) {
		int round = newest(number).map(PaperRound::round).orElse(0) + 1;
		this.jdbc
			.sql("insert into recommendation_paper_round (recommendation_number, round, task_id, content, missing,"
					+ " due_at, registered_at, registered_by) values (:number, :round, :task, :content, :missing, :due,"
					+ " :now, :user)")
			.param("number", number)
			.param("round", round)
			.param("task", taskId)
			.param("content", this.drafts.write(paper))
			.param("missing", this.drafts.write(missing))
			.param("due", missing.isEmpty() ? null : at(dueAt))
			.param("now", at(this.clock.instant()))
			.param("user", userId)
			.update();
		if (!missing.isEmpty()) {
			this.audit.record(userId, "recommendation.find-missing", number + "/" + round);
		}
		return round;
	}

	/** Records how what the newest round missed was sent. */
	void supply(String taskId, String number, PaperSupplement supplement, String userId) {
		int round = newest(number).orElseThrow().round();
		this.jdbc
			.sql("insert into recommendation_paper_supplement (recommendation_number, round, task_id, supplement,"
					+ " supplied_at, supplied_by) values (:number, :round, :task, :supplement, :now, :user)")
			.param("number", number)
			.param("round", round)
			.param("task", taskId)
			.param("supplement", this.drafts.write(supplement))
			.param("now", at(this.clock.instant()))
			.param("user", userId)
			.update();
		this.audit.record(userId, "recommendation.supply-paper", number + "/" + round);
	}

	private PaperRound round(ResultSet row) throws SQLException {
		return new PaperRound(row.getInt("round"), this.drafts.parse(row.getString("content"), ListPaper.class),
				List.of(this.drafts.parse(row.getString("missing"), MissingPaper[].class)), instant(row, "due_at"),
				row.getString("registered_by"), instant(row, "registered_at").orElseThrow(), supply(row));
	}

	private Optional<Supply> supply(ResultSet row) throws SQLException {
		String supplement = row.getString("supplement");
		return (supplement == null) ? Optional.empty()
				: Optional.of(new Supply(this.drafts.parse(supplement, PaperSupplement.class),
						row.getString("supplied_by"), instant(row, "supplied_at").orElseThrow()));
	}

	private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
		return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
	}

	private static OffsetDateTime at(Instant instant) {
		return instant.atZone(Campaign.ZONE).toOffsetDateTime();
	}

}
