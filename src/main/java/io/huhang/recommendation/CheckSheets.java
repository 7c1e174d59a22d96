package io.huhang.recommendation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import io.huhang.campaign.Campaign;
import io.huhang.campaign.Campaign.Criterion;
import io.huhang.draft.Drafts;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The scores that an authority keeps of each check (通知二（二）: 公平、公正、公开、择优). Nobody outside
 * of the authority reads them: every question names it.
 */
@Repository
public class CheckSheets {

	private final JdbcClient jdbc;

	private final Drafts drafts;

	private final Campaign campaign;

	CheckSheets(JdbcClient jdbc, Drafts drafts, Campaign campaign) {
		this.jdbc = jdbc;
		this.drafts = drafts;
		this.campaign = campaign;
	}

	/**
	 * The sheet of one check.
	 *
	 * @param total the sum; empty if the case went back before everything was scored
	 */
	public record Kept(int revision, CheckSheet sheet, OptionalInt total, String checkedBy, Instant checkedAt) {
	}

	/** Keeps the sheet of this task's check, if anything was filled in. */
	void record(String taskId, String authority, String caseNumber, int revision, CheckSheet sheet) {
		if (sheet.isEmpty()) {
			return;
		}
		OptionalInt total = total(sheet);
		this.jdbc
			.sql("insert into recommendation_check_sheet (task_id, case_number, authority, revision, content, total)"
					+ " values (:task, :number, :authority, :revision, :content, :total)")
			.param("task", taskId)
			.param("number", caseNumber)
			.param("authority", authority)
			.param("revision", revision)
			.param("content", this.drafts.write(sheet))
			.param("total", total.isPresent() ? total.getAsInt() : null)
			.update();
	}

	/** This authority's sheets of the case, the newest first. */
	public List<Kept> of(String caseNumber, String authority) {
		return this.jdbc
			.sql("select s.revision, s.content, s.total, r.decided_by, r.decided_at from recommendation_check_sheet s"
					+ " join recommendation_review r on r.task_id = s.task_id where s.case_number = :number"
					+ " and s.authority = :authority order by r.id desc")
			.param("number", caseNumber)
			.param("authority", authority)
			.query((row, index) -> new Kept(row.getInt("revision"),
					this.drafts.parse(row.getString("content"), CheckSheet.class),
					Optional.ofNullable(row.getObject("total", Integer.class))
						.map(OptionalInt::of)
						.orElseGet(OptionalInt::empty),
					row.getString("decided_by"), row.getObject("decided_at", OffsetDateTime.class).toInstant()))
			.list();
	}

	/** The newest total of each of this authority's cases that has one. */
	public Map<String, Integer> totals(String authority) {
		Map<String, Integer> totals = new HashMap<>();
		this.jdbc
			.sql("select s.case_number, s.total from recommendation_check_sheet s join recommendation_review r"
					+ " on r.task_id = s.task_id where s.authority = :authority and s.total is not null order by r.id")
			.param("authority", authority)
			.query(row -> {
				totals.put(row.getString("case_number"), row.getInt("total"));
			});
		return totals;
	}

	private OptionalInt total(CheckSheet sheet) {
		List<String> scores = this.campaign.criteria().stream().map(Criterion::code).map(sheet::score).toList();
		return scores.stream().anyMatch(String::isEmpty) ? OptionalInt.empty()
				: OptionalInt.of(scores.stream().mapToInt(Integer::parseInt).sum());
	}

}
