package io.huhang.process;

import java.util.UUID;

import io.huhang.audit.AuditTrail;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.StaffCheck;
import io.huhang.organization.StaffImports;
import io.huhang.organization.StaffImports.Upload;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Turns an uploaded list into invited people: all of them or nobody. */
@Component
public class StaffImport {

	private static final Logger log = LoggerFactory.getLogger(StaffImport.class);

	private final StaffImports uploads;

	private final StaffCheck check;

	private final Accounts accounts;

	private final Staff staff;

	private final AuditTrail audit;

	StaffImport(StaffImports uploads, StaffCheck check, Accounts accounts, Staff staff, AuditTrail audit) {
		this.uploads = uploads;
		this.check = check;
		this.accounts = accounts;
		this.staff = staff;
		this.audit = audit;
	}

	/**
	 * Imports the list unless that has happened already. Everything is checked again:
	 * since the preview somebody may have got one of the addresses.
	 * @throws RefusedException if there is a problem now; then nobody is imported
	 */
	@Transactional
	public void confirm(Upload upload, String actor) {
		UUID id = upload.id();
		if (upload.sheet().isEmpty() || !this.uploads.use(id, upload.sheet().get().size())) {
			return;
		}
		StaffCheck.Result result = this.check.check(upload.sheet().get());
		if (!result.problems().isEmpty()) {
			throw new RefusedException("file", "名单中有%d处问题，未导入任何人员。".formatted(result.problems().size()), "人员导入要求");
		}
		result.newcomers().forEach(newcomer -> this.staff.add(newcomer.as(this.accounts.newId()), actor));
		this.audit.record(actor, "people.import", id.toString());
		log.info("people imported import={} count={}", id, result.newcomers().size());
	}

}
