package io.huhang.recommendation;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import io.huhang.application.CaseApplication;
import io.huhang.audit.AuditTrail;
import io.huhang.campaign.Campaign;
import io.huhang.organization.Person;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * 转办: which task of a case or of a list went from whom to whom, and why; read by the
 * authority alone.
 */
@Repository
public class Transfers {

	private final JdbcClient jdbc;

	private final Announcements announcements;

	private final AuditTrail audit;

	private final Clock clock;

	Transfers(JdbcClient jdbc, Announcements announcements, AuditTrail audit, Clock clock) {
		this.jdbc = jdbc;
		this.announcements = announcements;
		this.audit = audit;
		this.clock = clock;
	}

	/** One of them; people by their ids. */
	public record Transfer(String taskLabel, String handedBy, String handedTo, String reason, Instant handedAt) {
	}

	/** Writes down that a task of a case went over, and tells who has it now. */
	public void record(Handing handing, CaseApplication application) {
		String step = insert(handing, application.number());
		this.announcements.tellPerson("case-transferred", application, step, handing.to(), handing.details());
	}

	/** The same of a task of a list. */
	public void record(Handing handing, Recommendation recommendation) {
		String step = insert(handing, recommendation.number());
		this.announcements.tell("recommendation-transferred", recommendation.number(), step, List.of(handing.to()),
				handing.details());
	}

	/** A task that goes from one person of an authority to another. */
	public record Handing(String taskId, String taskLabel, Person from, Person to, String reason) {

		private Map<String, Object> details() {
			return Map.of("taskLabel", this.taskLabel, "from", this.from.name(), "reason", this.reason);
		}

	}

	// What makes this transfer different from an earlier one of the same task.
	private String insert(Handing handing, String subject) {
		String authority = handing.from().organization();
		this.jdbc
			.sql("insert into recommendation_transfer (task_id, subject, authority, task_label, handed_by,"
					+ " handed_to, reason, handed_at) values (:task, :number, :authority, :label, :from, :to, :reason,"
					+ " :now)")
			.param("task", handing.taskId())
			.param("number", subject)
			.param("authority", authority)
			.param("label", handing.taskLabel())
			.param("from", handing.from().id())
			.param("to", handing.to().id())
			.param("reason", handing.reason())
			.param("now", this.clock.instant().atZone(Campaign.ZONE).toOffsetDateTime())
			.update();
		this.audit.record(handing.from().id(), "task.transfer", subject + "/" + handing.to().id());
		return handing.taskId() + "/" + of(subject, authority).size();
	}

	/**
	 * This authority's transfers of the tasks of a case or a list, the oldest first.
	 */
	public List<Transfer> of(String subject, String authority) {
		return this.jdbc
			.sql("select task_label, handed_by, handed_to, reason, handed_at from recommendation_transfer"
					+ " where subject = :number and authority = :authority order by id")
			.param("number", subject)
			.param("authority", authority)
			.query((row, index) -> new Transfer(row.getString("task_label"), row.getString("handed_by"),
					row.getString("handed_to"), row.getString("reason"),
					row.getObject("handed_at", OffsetDateTime.class).toInstant()))
			.list();
	}

}
