package io.huhang.approval;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

import io.huhang.audit.AuditTrail;
import io.huhang.campaign.Campaign;
import io.huhang.organization.Role;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The decisions that were given on paper, whatever they are about. */
@Repository
public class PaperApprovals {

	private final JdbcClient jdbc;

	private final AuditTrail audit;

	PaperApprovals(JdbcClient jdbc, AuditTrail audit) {
		this.jdbc = jdbc;
		this.audit = audit;
	}

	/**
	 * Records what was signed; the task's id lets it count once.
	 * @param subject number of what was decided on
	 */
	public void record(String taskId, String subject, PaperApproval approval) {
		this.jdbc.sql("insert into approval_paper (task_id, subject, signer, signer_role, signed_on, scan_id,"
				+ " recorded_by, recorded_at) values (:task, :subject, :signer, :role, :signedOn, :scan, :user, :now)")
			.param("task", taskId)
			.param("subject", subject)
			.param("signer", approval.signer())
			.param("role", approval.signerRole().name())
			.param("signedOn", approval.signedOn())
			.param("scan", approval.scan())
			.param("user", approval.recordedBy())
			.param("now", approval.recordedAt().atZone(Campaign.ZONE).toOffsetDateTime())
			.update();
		this.audit.record(approval.recordedBy(), "paper.approve", subject);
	}

	/** How the decision of this task was signed; empty if it was not signed on paper. */
	public Optional<PaperApproval> find(String taskId) {
		return this.jdbc
			.sql("select signer, signer_role, signed_on, scan_id, recorded_by, recorded_at"
					+ " from approval_paper where task_id = :task")
			.param("task", taskId)
			.query((row, index) -> new PaperApproval(row.getString("signer"),
					Role.valueOf(row.getString("signer_role")), row.getObject("signed_on", LocalDate.class),
					row.getObject("scan_id", UUID.class), row.getString("recorded_by"),
					row.getObject("recorded_at", OffsetDateTime.class).toInstant()))
			.optional();
	}

}
