package io.huhang.recommendation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import io.huhang.application.CaseApplication;
import io.huhang.application.CaseApplications;
import io.huhang.campaign.RefusedException;
import io.huhang.draft.Draft;
import io.huhang.draft.Drafts;
import io.huhang.recommendation.Ranking.Entry;

import org.springframework.stereotype.Component;

/**
 * A list while it is being ordered. Cases come and go meanwhile: one newly reviewed waits
 * for an opinion, one withdrawn leaves without a gap.
 */
@Component
public class RankingDrafts {

	/** The form whose draft becomes a list. */
	public static final String FORM = "rankCases";

	private static final String CLAUSE = "通知二（二）";

	private final Recommendations recommendations;

	private final CaseApplications cases;

	private final OtherLists others;

	private final Drafts drafts;

	RankingDrafts(Recommendations recommendations, CaseApplications cases, OtherLists others, Drafts drafts) {
		this.recommendations = recommendations;
		this.cases = cases;
		this.others = others;
		this.drafts = drafts;
	}

	/**
	 * A draft beside the cases as they are now.
	 *
	 * @param saved what was saved last; empty before the first save
	 * @param ranking the same for every candidate and nobody else
	 * @param candidates the cases that can be ranked
	 * @param gone cases of the saved draft that have ended meanwhile, or have left with
	 * another list
	 * @param held which other list recommends a candidate, by its number
	 */
	public record Desk(Optional<Draft> saved, Ranking ranking, List<CaseApplication> candidates,
			List<CaseApplication> gone, Map<String, String> held) {
	}

	/** The desk of this recommendation. */
	public Desk open(String number) {
		List<CaseApplication> candidates = this.recommendations.candidatesOf(number);
		Optional<Draft> saved = this.drafts.find(number, FORM);
		Ranking typed = saved.map(draft -> this.drafts.parse(draft.content(), Ranking.class)).orElse(Ranking.empty());
		Map<String, String> held = held(number);
		return new Desk(saved, merged(typed, candidates, held.keySet(), saved.isEmpty()), candidates,
				this.cases.all(strangers(typed, candidates)), held);
	}

	private Map<String, String> held(String number) {
		Map<String, String> held = new HashMap<>();
		this.others.holders(this.recommendations.get(number).authorities(), number)
			.forEach((caseNumber, holder) -> held.put(caseNumber, holder.number()));
		return held;
	}

	/**
	 * Saves over the version that the officer had before their eyes.
	 * @throws RefusedException if a case stands on it twice, or one that this list cannot
	 * recommend
	 */
	public Draft save(String number, int expectedVersion, Ranking ranking, String userId) {
		if (!ranking.repeated().isEmpty()) {
			throw new RefusedException("entries", "同一案例在名单中重复出现，未保存。请刷新页面后重新排序。", CLAUSE);
		}
		requireOwn(number, ranking);
		return this.drafts.save(number, FORM, expectedVersion, ranking.grouped(), userId);
	}

	private void requireOwn(String number, Ranking ranking) {
		Set<String> others = strangers(ranking, this.recommendations.candidatesOf(number));
		List<String> authorities = this.recommendations.get(number).authorities();
		Set<String> left = this.others.left(authorities, number);
		List<CaseApplication> ended = this.cases.all(others)
			.stream()
			.filter(found -> (!found.live() || left.contains(found.number()))
					&& authorities.contains(found.authority()))
			.toList();
		if (ended.size() < others.size()) {
			throw new RefusedException("entries", "名单中有不属于本单位或者尚未审核通过的案例，未保存。请刷新页面后重新排序。", CLAUSE);
		}
	}

	// Before anybody has saved, all are proposed; what comes later, or stands on another
	// list, waits to be judged.
	private static Ranking merged(Ranking typed, List<CaseApplication> candidates, Set<String> held,
			boolean untouched) {
		Set<String> newcomers = numbers(candidates);
		List<Entry> entries = new ArrayList<>(
				typed.entries().stream().filter(entry -> newcomers.contains(entry.caseNumber())).toList());
		entries.forEach(entry -> newcomers.remove(entry.caseNumber()));
		Opinion first = untouched ? Opinion.RECOMMEND : Opinion.OPEN;
		newcomers
			.forEach(newcomer -> entries.add(new Entry(newcomer, held.contains(newcomer) ? Opinion.OPEN : first, "")));
		return new Ranking(entries, typed.excessReason()).grouped();
	}

	private static Set<String> strangers(Ranking ranking, List<CaseApplication> candidates) {
		Set<String> strangers = ranking.entries()
			.stream()
			.map(Entry::caseNumber)
			.collect(Collectors.toCollection(LinkedHashSet::new));
		strangers.removeAll(numbers(candidates));
		return strangers;
	}

	private static Set<String> numbers(List<CaseApplication> applications) {
		return applications.stream().map(CaseApplication::number).collect(Collectors.toCollection(LinkedHashSet::new));
	}

}
