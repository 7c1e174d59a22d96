package io.huhang.paper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import io.huhang.campaign.Campaign;
import io.huhang.draft.Drafts;
import io.huhang.paper.PaperRound.Supply;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Every round of counting the paper of a list or of a region's application; none is ever
 * changed (R21, R30).
 */
@Repository
public class PaperRounds {

	private static final String SELECT = "select paper_round.round, content, missing, due_at, registered_by,"
			+ " registered_at, supplement, supplied_by, supplied_at from paper_round left join paper_supplement"
			+ " on paper_supplement.number = paper_round.number and paper_supplement.round = paper_round.round"
			+ " where paper_round.number = :number order by paper_round.round";

	private final JdbcClient jdbc;

	private final Drafts drafts;

	private final Clock clock;

	PaperRounds(JdbcClient jdbc, Drafts drafts, Clock clock) {
		this.jdbc = jdbc;
		this.drafts = drafts;
		this.clock = clock;
	}

	/** The rounds of this number, the oldest first. */
	public List<PaperRound> of(String number) {
		return this.jdbc.sql(SELECT).param("number", number).query((row, index) -> round(row)).list();
	}

	/** The newest round, or empty before the first. */
	Optional<PaperRound> newest(String number) {
		return of(number).stream().reduce((first, last) -> last);
	}

	/** Records a round; the task's id lets it count once. */
	void record(String taskId, String number, PaperRound round) {
		this.jdbc
			.sql("insert into paper_round (number, round, task_id, content, missing, due_at, registered_at,"
					+ " registered_by) values (:number, :round, :task, :content, :missing, :due, :now, :user)")
			.param("number", number)
			.param("round", round.round())
			.param("task", taskId)
			.param("content", this.drafts.write(round.paper()))
			.param("missing", this.drafts.write(round.missing()))
			.param("due", round.dueAt().map(PaperRounds::at).orElse(null), Types.TIMESTAMP_WITH_TIMEZONE)
			.param("now", at(round.registeredAt()))
			.param("user", round.registeredBy())
			.update();
	}

	/** Records how what this round missed was sent. */
	void supply(String taskId, String number, int round, PaperSupplement supplement, String userId) {
		this.jdbc
			.sql("insert into paper_supplement (number, round, task_id, supplement, supplied_at, supplied_by)"
					+ " values (:number, :round, :task, :supplement, :now, :user)")
			.param("number", number)
			.param("round", round)
			.param("task", taskId)
			.param("supplement", this.drafts.write(supplement))
			.param("now", at(this.clock.instant()))
			.param("user", userId)
			.update();
	}

	private PaperRound round(ResultSet row) throws SQLException {
		return new PaperRound(row.getInt("round"), this.drafts.parse(row.getString("content"), CountedPaper.class),
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
