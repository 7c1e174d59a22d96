package io.huhang.recommendation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.huhang.application.CaseApplication;
import io.huhang.application.Drafts;
import io.huhang.audit.AuditTrail;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.campaign.Sha256;
import io.huhang.recommendation.Ranking.Entry;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The frozen versions of each authority's list. */
@Repository
public class RankedLists {

	/** The form whose draft becomes a list. */
	public static final String FORM = "rankCases";

	private final JdbcClient jdbc;

	private final Recommendations recommendations;

	private final Drafts drafts;

	private final Campaign campaign;

	private final AuditTrail audit;

	private final Clock clock;

	RankedLists(JdbcClient jdbc, Recommendations recommendations, Drafts drafts, Campaign campaign, AuditTrail audit,
			Clock clock) {
		this.jdbc = jdbc;
		this.recommendations = recommendations;
		this.drafts = drafts;
		this.campaign = campaign;
		this.audit = audit;
		this.clock = clock;
	}

	/**
	 * The ranking as last saved, with every candidate on it: new ones stand at the end.
	 */
	public Ranking draft(String number) {
		Ranking saved = this.drafts.read(number, FORM, Ranking.class, new Ranking(List.of(), ""));
		List<String> candidates = candidates(number);
		List<Entry> entries = new ArrayList<>(
				saved.entries().stream().filter(entry -> candidates.contains(entry.caseNumber())).toList());
		Set<String> known = new HashSet<>(entries.stream().map(Entry::caseNumber).toList());
		candidates.stream()
			.filter(candidate -> !known.contains(candidate))
			.forEach(candidate -> entries.add(new Entry(candidate, "true", "")));
		return new Ranking(List.copyOf(entries), saved.excessReason());
	}

	/** Everything that stands against this ranking. */
	public List<Problem> check(String number) {
		Ranking ranking = draft(number);
		List<Problem> problems = new ArrayList<>();
		if (ranking.entries().stream().map(Entry::caseNumber).distinct().count() != ranking.entries().size()) {
			problems.add(new Problem("entries", "同一案例在名单中重复出现，请刷新后重新排序。", "通知二（二）"));
		}
		if (ranking.recommended().isEmpty()) {
			problems.add(new Problem("entries", "请至少推荐一个案例。", "通知二（二）"));
		}
		ranking.entries()
			.stream()
			.filter(entry -> !entry.isRecommended() && entry.reason().isBlank())
			.forEach(entry -> problems.add(new Problem("reason-" + entry.caseNumber(), "请填写不推荐该案例的理由。", "通知二（二）")));
		if (ranking.recommended().size() > this.campaign.recommendationCap() && ranking.excessReason().isBlank()) {
			problems.add(new Problem("excessReason", "推荐案例%d个，原则上不超过%d个，请填写超额说明。"
				.formatted(ranking.recommended().size(), this.campaign.recommendationCap()), "通知二（二）"));
		}
		return problems;
	}

	/**
	 * Freezes the ranking as the next version of the list.
	 * @throws RefusedException if something stands against it
	 */
	@Transactional
	public RankedList freeze(String number, String userId) {
		this.recommendations.lock(number);
		List<Problem> problems = check(number);
		if (!problems.isEmpty()) {
			throw new RefusedException(problems);
		}
		int version = find(number).map(RankedList::version).orElse(0) + 1;
		String content = this.drafts.write(draft(number));
		this.jdbc
			.sql("insert into recommendation_list (recommendation_number, version, content, fingerprint, frozen_at,"
					+ " frozen_by) values (:number, :version, :content, :fingerprint, :now, :user)")
			.param("number", number)
			.param("version", version)
			.param("content", content)
			.param("fingerprint", Sha256.hex(String.join("\n", number, Integer.toString(version), content)))
			.param("now", this.clock.instant().atZone(Campaign.ZONE).toOffsetDateTime())
			.param("user", userId)
			.update();
		this.audit.record(userId, "recommendation.rank", number + "/" + version);
		return latest(number);
	}

	/** The newest frozen list, or empty before the first. */
	public Optional<RankedList> find(String number) {
		return query("order by version desc fetch first 1 rows only", number, 0);
	}

	/** One frozen version of the list, or empty. */
	public Optional<RankedList> find(String number, int version) {
		return query("and version = :version", number, version);
	}

	/**
	 * The newest frozen list.
	 * @throws java.util.NoSuchElementException before the first
	 */
	public RankedList latest(String number) {
		return find(number).orElseThrow();
	}

	private Optional<RankedList> query(String which, String number, int version) {
		return this.jdbc
			.sql("select recommendation_number, version, content, fingerprint, frozen_at, frozen_by"
					+ " from recommendation_list where recommendation_number = :number " + which)
			.param("number", number)
			.param("version", version)
			.query((row, index) -> new RankedList(row.getString("recommendation_number"), row.getInt("version"),
					this.drafts.parse(row.getString("content"), Ranking.class), row.getString("fingerprint"),
					row.getObject("frozen_at", OffsetDateTime.class).toInstant(), row.getString("frozen_by")))
			.optional();
	}

	private List<String> candidates(String number) {
		List<String> authorities = this.recommendations.get(number).authorities();
		return this.recommendations.candidates(authorities).stream().map(CaseApplication::number).toList();
	}

}
