package io.huhang;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;

import io.huhang.application.CaseForms;
import io.huhang.draft.Drafts;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Cases that have all their passes, as rows alone: nobody filled them in, and no process
 * waits for them.
 */
public final class PassedCases {

	private static final OffsetDateTime LONG_AGO = OffsetDateTime.parse("2024-11-04T09:00:00+08:00");

	private final JdbcClient database;

	private final Drafts drafts;

	public PassedCases(JdbcClient database, Drafts drafts) {
		this.database = database;
		this.drafts = drafts;
	}

	/** Number of the n-th of these cases of an authority. */
	public static String number(String authority, int index) {
		return "HH2024-AL-%s-8%03d".formatted(authority.substring(0, 6), index);
	}

	/** So many cases of this authority from this index on; answers their numbers. */
	public List<String> add(String authority, int first, int count) {
		return IntStream.range(first, first + count).mapToObj(index -> add(authority, index)).toList();
	}

	private String add(String authority, int index) {
		String number = open(authority, index);
		this.database
			.sql("insert into recommendation_review (task_id, case_number, authority, revision, step, decision, reason,"
					+ " decided_by, decided_at) values (:number, :number, :authority, 1, 'REVIEW', 'PASS', '', :head,"
					+ " :at)")
			.param("number", number)
			.param("authority", authority)
			.param("head", Cast.HEAD.id())
			.param("at", LONG_AGO)
			.update();
		return number;
	}

	/** A case of this authority that nobody has reviewed; answers its number. */
	public String open(String authority, int index) {
		String number = number(authority, index);
		String name = "第%d个样例案例".formatted(index);
		String unit = "第%d家样例企业".formatted(index);
		this.database
			.sql("insert into application_case (number, campaign, authority, uscc, applicant, direction,"
					+ " privacy_version, case_name, unit_name, opened_at, live_key) values (:number, '2024-926',"
					+ " :authority, :code, :user, 'D1', '2024-11', :name, :unit, :at, :number)")
			.param("number", number)
			.param("authority", authority)
			.param("code", CaseForms.code(index))
			.param("user", Cast.APPLICANT_A.id())
			.param("name", name)
			.param("unit", unit)
			.param("at", LONG_AGO)
			.update();
		this.database
			.sql("insert into application_revision (case_number, revision, content, evidence, fingerprint, frozen_at,"
					+ " frozen_by) values (:number, 1, :content, '', 'f', :at, :user)")
			.param("number", number)
			.param("content", this.drafts.write(CaseForms.aCase().with("caseName", name).with("unitName", unit).form()))
			.param("at", LONG_AGO)
			.param("user", Cast.APPLICANT_A.id())
			.update();
		return number;
	}

	/** Ends a case as a withdrawal does. */
	public void end(String number) {
		this.database.sql("update application_case set live_key = null, closed_at = :at where number = :number")
			.param("at", LONG_AGO)
			.param("number", number)
			.update();
	}

	/** Takes all of them away. */
	public void removeAll() {
		for (String table : List.of("application_withdrawal where case_number",
				"recommendation_review where case_number", "application_revision where case_number",
				"application_case where number", "mail_letter where subject_number")) {
			this.database.sql("delete from " + table + " like 'HH2024-AL-%-8___'").update();
		}
	}

}
