package io.huhang.recommendation;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import io.huhang.application.CaseApplication;
import io.huhang.audit.AuditTrail;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.campaign.Sha256;
import io.huhang.draft.Drafts;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.recommendation.Ranking.Entry;
import io.huhang.recommendation.RankingDrafts.Desk;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The frozen versions of each authority's list. */
@Repository
public class RankedLists {

	private final JdbcClient jdbc;

	private final Recommendations recommendations;

	private final RankingDrafts desks;

	private final OtherLists others;

	private final Summaries summaries;

	private final People people;

	private final Drafts drafts;

	private final Campaign campaign;

	private final AuditTrail audit;

	private final Clock clock;

	RankedLists(JdbcClient jdbc, Recommendations recommendations, RankingDrafts desks, OtherLists others,
			Summaries summaries, People people, Drafts drafts, Campaign campaign, AuditTrail audit, Clock clock) {
		this.jdbc = jdbc;
		this.recommendations = recommendations;
		this.desks = desks;
		this.others = others;
		this.summaries = summaries;
		this.people = people;
		this.drafts = drafts;
		this.campaign = campaign;
		this.audit = audit;
		this.clock = clock;
	}

	/** Everything that stands against freezing the ranking as it is now. */
	public List<Problem> check(String number) {
		return check(this.desks.open(number));
	}

	// Who presses the button must have seen who has gone, and who has come.
	private List<Problem> check(Desk desk) {
		Map<String, String> names = names(desk);
		List<Problem> problems = new ArrayList<>(
				new RankingCheck(this.campaign.recommendationCap(), names).problems(desk.ranking()));
		problems.addAll(this.summaries.unanswered(desk));
		desk.gone()
			.forEach(gone -> problems.add(new Problem("entries", "“%s”%s，已移出名单，其后的案例依次前移。请核对顺序后重新提交。"
				.formatted(gone.caseName(), gone.live() ? "已由另一份名单报送" : "已撤回或者办结"), "通知二（二）")));
		desk.ranking()
			.recommended()
			.stream()
			.filter(desk.held()::containsKey)
			.forEach(caseNumber -> problems.add(new Problem("opinion-" + caseNumber,
					"第%d个案例“%s”：已列入推荐名单%s，同一案例只能由一份名单推荐，请改选备选或者不推荐。".formatted(
							desk.ranking().recommended().indexOf(caseNumber) + 1, names.get(caseNumber),
							desk.held().get(caseNumber)),
					"通知二（一）")));
		return problems;
	}

	private static Map<String, String> names(Desk desk) {
		return desk.candidates().stream().collect(Collectors.toMap(CaseApplication::number, CaseApplication::caseName));
	}

	/**
	 * Freezes the ranking as the next version of the list.
	 * @throws RefusedException if something stands against it
	 */
	@Transactional
	public RankedList freeze(String number, String userId) {
		this.others.lockAll(this.recommendations.get(number).authorities());
		this.recommendations.lock(number);
		Desk desk = this.desks.open(number);
		List<Problem> problems = check(desk);
		if (!problems.isEmpty()) {
			throw new RefusedException(problems);
		}
		int version = find(number).map(RankedList::version).orElse(0) + 1;
		String content = this.drafts.write(desk.ranking());
		String texts = this.drafts.write(texts(desk.ranking(), userId));
		this.jdbc
			.sql("insert into recommendation_list (recommendation_number, version, content, texts, fingerprint,"
					+ " frozen_at, frozen_by) values (:number, :version, :content, :texts, :fingerprint, :now, :user)")
			.param("number", number)
			.param("version", version)
			.param("content", content)
			.param("texts", texts)
			.param("fingerprint", Sha256.hex(String.join("\n", number, Integer.toString(version), content, texts)))
			.param("now", this.clock.instant().atZone(Campaign.ZONE).toOffsetDateTime())
			.param("user", userId)
			.update();
		this.audit.record(userId, "recommendation.rank", number + "/" + version);
		return latest(number);
	}

	private ListTexts texts(Ranking ranking, String userId) {
		Person contact = this.people.get(userId);
		return new ListTexts(this.summaries.of(ranking.entries().stream().map(Entry::caseNumber).toList()),
				contact.name(), contact.phone());
	}

	/** The newest frozen list, or empty before the first. */
	public Optional<RankedList> find(String number) {
		return query("order by version desc fetch first 1 rows only", number, 0).stream().findFirst();
	}

	/** One frozen version of the list, or empty. */
	public Optional<RankedList> find(String number, int version) {
		return query("and version = :version", number, version).stream().findFirst();
	}

	/** Every frozen version, the first one first. */
	public List<RankedList> versions(String number) {
		return query("order by version", number, 0);
	}

	/**
	 * The newest frozen list.
	 * @throws java.util.NoSuchElementException before the first
	 */
	public RankedList latest(String number) {
		return find(number).orElseThrow();
	}

	// Versions from before the texts were kept print what is true when they are asked.
	private ListTexts texts(String kept, String frozenBy) {
		return (kept != null) ? this.drafts.parse(kept, ListTexts.class)
				: this.people.find(frozenBy)
					.map(person -> new ListTexts(Map.of(), person.name(), person.phone()))
					.orElseGet(() -> new ListTexts(Map.of(), "", ""));
	}

	private List<RankedList> query(String which, String number, int version) {
		return this.jdbc
			.sql("select recommendation_number, version, content, texts, fingerprint, frozen_at, frozen_by"
					+ " from recommendation_list where recommendation_number = :number " + which)
			.param("number", number)
			.param("version", version)
			.query((row, index) -> new RankedList(row.getString("recommendation_number"), row.getInt("version"),
					this.drafts.parse(row.getString("content"), Ranking.class),
					texts(row.getString("texts"), row.getString("frozen_by")), row.getString("fingerprint"),
					row.getObject("frozen_at", OffsetDateTime.class).toInstant(), row.getString("frozen_by")))
			.list();
	}

}
