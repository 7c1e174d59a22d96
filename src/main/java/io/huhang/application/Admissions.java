package io.huhang.application;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

import io.huhang.audit.AuditTrail;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.TypedText;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** 资格认定 of every case: exceptions from the table of eligible pairs (C3). */
@Repository
public class Admissions {

	private static final String CLAUSE = "通知一（一）";

	private static final int LEAST_CHARS = 10;

	private static final int MOST_CHARS = 1000;

	private final JdbcClient jdbc;

	private final CaseApplications cases;

	private final Campaign campaign;

	private final Eligibility eligibility;

	private final AuditTrail audit;

	private final Clock clock;

	Admissions(JdbcClient jdbc, CaseApplications cases, Campaign campaign, Eligibility eligibility, AuditTrail audit,
			Clock clock) {
		this.jdbc = jdbc;
		this.cases = cases;
		this.campaign = campaign;
		this.eligibility = eligibility;
		this.audit = audit;
		this.clock = clock;
	}

	/** What has been admitted for this case, the first first. */
	public List<Admission> of(String number) {
		return this.jdbc
			.sql("select direction, category, reason, admitted_at, admitted_by from application_admission"
					+ " where case_number = :number order by admitted_at, category")
			.param("number", number)
			.query((row, index) -> new Admission(row.getString("direction"), row.getString("category"),
					row.getString("reason"), row.getObject("admitted_at", OffsetDateTime.class).toInstant(),
					row.getString("admitted_by")))
			.list();
	}

	/**
	 * Admits a category to the direction of this case.
	 * @throws RefusedException if there is no reason, or nothing to admit
	 */
	@Transactional
	public void admit(String number, String category, String reason, String userId) {
		CaseApplication application = this.cases.lock(number);
		String why = TypedText.text(reason);
		List<Problem> problems = check(application, category, why);
		if (!problems.isEmpty()) {
			throw new RefusedException(problems);
		}
		insert(application, category, why, userId);
		this.audit.record(userId, "case.admit", number + "/" + application.direction() + "/" + category);
	}

	private List<Problem> check(CaseApplication application, String category, String reason) {
		List<Problem> problems = new ArrayList<>();
		if (!application.live()) {
			problems.add(new Problem("category", "该申报已经办结，不能再作资格认定。", CLAUSE));
		}
		if (this.campaign.category(category).isEmpty()) {
			problems.add(new Problem("category", "请选择申报单位的企业类别。", CLAUSE));
		}
		else if (this.eligibility.allows(application.direction(), category)) {
			problems.add(new Problem("category", "该企业类别本可以申报这个方向，无需认定。", CLAUSE));
		}
		else if (of(application.number()).stream().anyMatch(made -> made.covers(application.direction(), category))) {
			problems.add(new Problem("category", "该企业类别已经认定，无需再次认定。", CLAUSE));
		}
		int chars = reason.codePointCount(0, reason.length());
		if (chars < LEAST_CHARS || chars > MOST_CHARS) {
			problems.add(new Problem("reason", "请说明认定理由（%d至%d个字），现为%d个字。".formatted(LEAST_CHARS, MOST_CHARS, chars),
					CLAUSE));
		}
		return problems;
	}

	private void insert(CaseApplication application, String category, String reason, String userId) {
		this.jdbc
			.sql("insert into application_admission (case_number, direction, category, reason, admitted_at,"
					+ " admitted_by) values (:number, :direction, :category, :reason, :now, :user)")
			.param("number", application.number())
			.param("direction", application.direction())
			.param("category", category)
			.param("reason", reason)
			.param("now", this.clock.instant().atZone(Campaign.ZONE).toOffsetDateTime())
			.param("user", userId)
			.update();
	}

}
