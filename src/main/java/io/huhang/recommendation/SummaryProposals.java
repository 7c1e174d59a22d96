package io.huhang.recommendation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.huhang.audit.AuditTrail;
import io.huhang.campaign.Campaign;
import io.huhang.recommendation.SummaryProposal.State;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What officers proposed as 简述, and what became of it. */
@Repository
class SummaryProposals {

	private static final String SELECT = "select id, case_number, revision, summary, state, proposed_at, proposed_by,"
			+ " reason, settled_at, settled_by from recommendation_summary_proposal ";

	private final JdbcClient jdbc;

	private final AuditTrail audit;

	private final Clock clock;

	SummaryProposals(JdbcClient jdbc, AuditTrail audit, Clock clock) {
		this.jdbc = jdbc;
		this.audit = audit;
		this.clock = clock;
	}

	/** The newest proposal for this case. */
	Optional<SummaryProposal> newest(String caseNumber) {
		return Optional.ofNullable(newest(List.of(caseNumber)).get(caseNumber));
	}

	/** The newest proposal for each of these cases that has one, read at once. */
	Map<String, SummaryProposal> newest(Collection<String> caseNumbers) {
		return last("where case_number in (:numbers) order by id", caseNumbers);
	}

	/** What was agreed last for each of these cases. */
	Map<String, SummaryProposal> agreed(Collection<String> caseNumbers) {
		return last("where case_number in (:numbers) and state = 'AGREED' order by id", caseNumbers);
	}

	private Map<String, SummaryProposal> last(String which, Collection<String> caseNumbers) {
		Map<String, SummaryProposal> last = new LinkedHashMap<>();
		if (!caseNumbers.isEmpty()) {
			this.jdbc.sql(SELECT + which)
				.param("numbers", caseNumbers)
				.query((row, index) -> map(row))
				.list()
				.forEach(proposal -> last.put(proposal.caseNumber(), proposal));
		}
		return last;
	}

	/** Keeps a proposal; whoever proposes has locked the case. */
	void propose(String caseNumber, int revision, String summary, String userId) {
		this.jdbc
			.sql("insert into recommendation_summary_proposal (case_number, open_case, revision, summary, state,"
					+ " proposed_at, proposed_by, reason) values (:number, :number, :revision, :summary, 'OPEN', :now,"
					+ " :user, '')")
			.param("number", caseNumber)
			.param("revision", revision)
			.param("summary", summary)
			.param("now", now())
			.param("user", userId)
			.update();
		this.audit.record(userId, "case.summary-propose", caseNumber);
	}

	/** The enterprise agrees to the open proposal. */
	void agree(String caseNumber, String userId) {
		settle(caseNumber, State.AGREED, "", userId);
		this.audit.record(userId, "case.summary-agree", caseNumber);
	}

	/** The enterprise does not agree to it. */
	void decline(String caseNumber, String reason, String userId) {
		settle(caseNumber, State.DECLINED, reason, userId);
		this.audit.record(userId, "case.summary-decline", caseNumber);
	}

	/** The officer takes it back. */
	void retract(String caseNumber, String userId) {
		settle(caseNumber, State.RETRACTED, "", userId);
		this.audit.record(userId, "case.summary-retract", caseNumber);
	}

	private void settle(String caseNumber, State state, String reason, String userId) {
		int settled = this.jdbc
			.sql("update recommendation_summary_proposal set open_case = null, state = :state, reason = :reason,"
					+ " settled_at = :now, settled_by = :user where open_case = :number")
			.param("state", state.name())
			.param("reason", reason)
			.param("now", now())
			.param("user", userId)
			.param("number", caseNumber)
			.update();
		if (settled != 1) {
			throw new IllegalStateException("no open summary proposal of " + caseNumber);
		}
	}

	private OffsetDateTime now() {
		return this.clock.instant().atZone(Campaign.ZONE).toOffsetDateTime();
	}

	private static SummaryProposal map(ResultSet row) throws SQLException {
		OffsetDateTime settledAt = row.getObject("settled_at", OffsetDateTime.class);
		String settledBy = row.getString("settled_by");
		return new SummaryProposal(row.getLong("id"), row.getString("case_number"), row.getInt("revision"),
				row.getString("summary"), State.valueOf(row.getString("state")),
				row.getObject("proposed_at", OffsetDateTime.class).toInstant(), row.getString("proposed_by"),
				row.getString("reason"), (settledAt != null) ? settledAt.toInstant() : Instant.EPOCH,
				(settledBy != null) ? settledBy : "");
	}

}
