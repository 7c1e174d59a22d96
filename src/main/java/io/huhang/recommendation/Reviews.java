package io.huhang.recommendation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.huhang.approval.Verdict;
import io.huhang.audit.AuditTrail;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.TransactionMemory;
import io.huhang.recommendation.Review.Step;

import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What the authority's people decided about each case: the record that 公平、公正、公开 asks for
 * (R16).
 */
@Repository
public class Reviews {

	private static final String SELECT = "select case_number, revision, step, decision, reason, decided_by, decided_at"
			+ " from recommendation_review ";

	private static final RowMapper<Review> ROW = (row, index) -> new Review(row.getString("case_number"),
			row.getInt("revision"), Step.valueOf(row.getString("step")),
			new Verdict(row.getString("decision"), row.getString("reason")), row.getString("decided_by"),
			row.getObject("decided_at", OffsetDateTime.class).toInstant());

	private final JdbcClient jdbc;

	private final AuditTrail audit;

	private final TransactionMemory memory;

	private final Clock clock;

	Reviews(JdbcClient jdbc, AuditTrail audit, TransactionMemory memory, Clock clock) {
		this.jdbc = jdbc;
		this.audit = audit;
		this.memory = memory;
		this.clock = clock;
	}

	/**
	 * Records a decision; the task's id lets it count once.
	 * @param authority key of the authority that decides
	 */
	public void record(String taskId, String authority, String caseNumber, int revision, Step step, Verdict verdict,
			String userId) {
		this.memory.forget("reviews/" + caseNumber);
		this.jdbc
			.sql("insert into recommendation_review (task_id, case_number, authority, revision, step, decision, reason,"
					+ " decided_by, decided_at) values (:task, :number, :authority, :revision, :step, :decision,"
					+ " :reason, :user, :now)")
			.param("task", taskId)
			.param("number", caseNumber)
			.param("authority", authority)
			.param("revision", revision)
			.param("step", step.name())
			.param("decision", verdict.decision())
			.param("reason", verdict.reason())
			.param("user", userId)
			.param("now", this.clock.instant().atZone(Campaign.ZONE).toOffsetDateTime())
			.update();
		this.audit.record(userId, "case." + step.name().toLowerCase(Locale.ROOT), caseNumber);
	}

	/** Every decision about the case, the oldest first. */
	public List<Review> of(String caseNumber) {
		return this.memory.once("reviews/" + caseNumber,
				() -> this.jdbc.sql(SELECT + "where case_number = :number order by id")
					.param("number", caseNumber)
					.query(ROW)
					.list());
	}

	/**
	 * Reads every decision about these cases at once, for the rest of the transaction.
	 */
	void readAll(Collection<String> caseNumbers) {
		Map<String, List<Review>> found = caseNumbers.isEmpty() ? Map.of()
				: this.jdbc.sql(SELECT + "where case_number in (:numbers) order by id")
					.param("numbers", caseNumbers)
					.query(ROW)
					.list()
					.stream()
					.collect(Collectors.groupingBy(Review::caseNumber));
		caseNumbers.forEach(number -> this.memory.remember("reviews/" + number, found.getOrDefault(number, List.of())));
	}

	/** The newest decision about the case. */
	public Optional<Review> latest(String caseNumber) {
		return of(caseNumber).stream().reduce((first, last) -> last);
	}

	/** Whether the newest decision about the case is this one. */
	public boolean latestIs(String caseNumber, Step step, String decision) {
		return latest(caseNumber).filter(review -> review.is(step, decision)).isPresent();
	}

	/** The newest request for a correction (退回补正), if there ever was one. */
	public Optional<Review> correction(String caseNumber) {
		return of(caseNumber).stream()
			.filter(review -> review.is(Step.CHECK, Verdict.RETURN))
			.reduce((first, last) -> last);
	}

	/** Whether the case has the last pass that it needs: only then others hear of it. */
	public boolean isPassed(String caseNumber) {
		return latestIs(caseNumber, Step.REVIEW, Verdict.PASS)
				|| latestIs(caseNumber, Step.CHECK_AND_REVIEW, Verdict.PASS);
	}

	/**
	 * Numbers of the authority's cases whose newest decision is the last pass that they
	 * need, in order of their numbers.
	 */
	public List<String> passed(String authority) {
		return this.jdbc.sql("select case_number from recommendation_review r where authority = :authority"
				+ " and step in ('REVIEW', 'CHECK_AND_REVIEW') and decision = 'PASS' and id = (select max(id) from recommendation_review"
				+ " where case_number = r.case_number) order by case_number")
			.param("authority", authority)
			.query(String.class)
			.list();
	}

}
