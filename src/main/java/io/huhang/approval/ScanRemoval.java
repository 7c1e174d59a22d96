package io.huhang.approval;

import io.huhang.attachment.Attachments;
import io.huhang.audit.AuditTrail;

import org.springframework.stereotype.Component;

/** Takes scans away that count no more, and says so in the audit. */
@Component
public class ScanRemoval {

	private final Attachments attachments;

	private final AuditTrail audit;

	ScanRemoval(Attachments attachments, AuditTrail audit) {
		this.attachments = attachments;
		this.audit = audit;
	}

	/** Takes every scan in this slot away; nothing happens where there is none. */
	public void remove(String owner, String slot, String userId) {
		this.attachments.of(owner, slot)
			.stream()
			.filter(scan -> this.attachments.remove(scan.id(), userId))
			.forEach(scan -> this.audit.record(userId, "file.remove", owner + "/" + scan.id()));
	}

}
