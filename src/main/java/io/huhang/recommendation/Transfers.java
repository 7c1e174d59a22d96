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
 * 转办: which task of a case went from whom to whom, and why; read by the authority alone.
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

	/** Writes down that the task went over, and tells who has it now. */
	public void record(String taskId, CaseApplication application, String taskLabel, Person from, Person to,
			String reason) {
		this.jdbc
			.sql("insert into recommendation_transfer (task_id, case_number, authority, task_label, handed_by,"
					+ " handed_to, reason, handed_at) values (:task, :number, :authority, :label, :from, :to, :reason,"
					+ " :now)")
			.param("task", taskId)
			.param("number", application.number())
			.param("authority", application.authority())
			.param("label", taskLabel)
			.param("from", from.id())
			.param("to", to.id())
			.param("reason", reason)
			.param("now", this.clock.instant().atZone(Campaign.ZONE).toOffsetDateTime())
			.update();
		this.audit.record(from.id(), "task.transfer", application.number() + "/" + to.id());
		String step = taskId + "/" + of(application.number(), application.authority()).size();
		this.announcements.tellPerson("case-transferred", application, step, to,
				Map.of("taskLabel", taskLabel, "from", from.name(), "reason", reason));
	}

	/** This authority's transfers of the case's tasks, the oldest first. */
	public List<Transfer> of(String caseNumber, String authority) {
		return this.jdbc
			.sql("select task_label, handed_by, handed_to, reason, handed_at from recommendation_transfer"
					+ " where case_number = :number and authority = :authority order by id")
			.param("number", caseNumber)
			.param("authority", authority)
			.query((row, index) -> new Transfer(row.getString("task_label"), row.getString("handed_by"),
					row.getString("handed_to"), row.getString("reason"),
					row.getObject("handed_at", OffsetDateTime.class).toInstant()))
			.list();
	}

}
