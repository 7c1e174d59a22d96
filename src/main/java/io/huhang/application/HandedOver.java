package io.huhang.application;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.huhang.attachment.StoredFile;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What of a case has left its applicant's desk: a draft and its files are the applicant's
 * own until they are frozen, and nobody beyond the receiving authority reads what was
 * never filed (附件1 填表须知三).
 */
@Repository
public class HandedOver {

	private static final Pattern SCAN = Pattern.compile(Pattern.quote(Filings.scanSlot(0).replace("0", "")) + "(\\d+)");

	private final JdbcClient jdbc;

	HandedOver(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Whether the case was ever filed. */
	public boolean isFiled(String number) {
		return exists("application_filing where case_number = :number", number, "", 0);
	}

	/**
	 * Whether the file belongs to something that was frozen (evidence) or filed (a scan);
	 * what the system makes is made of revisions only.
	 */
	public boolean contains(StoredFile file) {
		if (file.slot().equals(Revisions.EVIDENCE)) {
			return exists("application_revision where case_number = :number and evidence like :text", file.owner(),
					"%" + file.id() + "%", 0);
		}
		Matcher scan = SCAN.matcher(file.slot());
		return !scan.matches() || exists("application_filing where case_number = :number and revision = :revision",
				file.owner(), "", Integer.parseInt(scan.group(1)));
	}

	private boolean exists(String rows, String number, String text, int revision) {
		return this.jdbc.sql("select count(*) from " + rows)
			.param("number", number)
			.param("text", text)
			.param("revision", revision)
			.query(Long.class)
			.single() > 0;
	}

}
