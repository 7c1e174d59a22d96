package io.huhang.recommendation;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.huhang.application.CaseForm;
import io.huhang.application.Revisions;
import io.huhang.approval.Verdict;
import io.huhang.campaign.ChineseDates;
import io.huhang.recommendation.ListDecisions.ListDecision;
import io.huhang.recommendation.ListDecisions.Step;
import io.huhang.recommendation.Ranking.Entry;
import io.huhang.recommendation.SigningSheet.Said;

import org.springframework.stereotype.Component;

/** Lays the newest version of a list beside the one that somebody has decided on. */
@Component
public class EarlierVersions {

	/** What the authority that leads has to do with: everything. */
	public static final Set<Step> ANY = Set.of(Step.values());

	/** What the authority that joins has said itself. */
	public static final Set<Step> PARTNERS = Set.of(Step.COMMENT, Step.CONSENT);

	private final RankedLists lists;

	private final ListDecisions decisions;

	private final ListOpinions opinions;

	private final Revisions revisions;

	EarlierVersions(RankedLists lists, ListDecisions decisions, ListOpinions opinions, Revisions revisions) {
		this.lists = lists;
		this.decisions = decisions;
		this.opinions = opinions;
		this.revisions = revisions;
	}

	/** The last version before the newest about which one of these steps was taken. */
	public Optional<EarlierVersion> of(String number, Set<Step> steps) {
		RankedList newest = this.lists.latest(number);
		List<ListDecision> before = this.decisions.of(number)
			.stream()
			.filter(decision -> decision.version() < newest.version())
			.toList();
		return before.stream()
			.filter(decision -> steps.contains(decision.step()))
			.reduce((first, last) -> last)
			.flatMap(decision -> this.lists.find(number, decision.version()))
			.map(list -> of(list, newest, before));
	}

	private EarlierVersion of(RankedList list, RankedList newest, List<ListDecision> before) {
		return new EarlierVersion(list.version(), lapsed(before), changes(list, newest),
				before.stream().filter(decision -> decision.version() >= list.version()).map(this::said).toList());
	}

	// A consent holds for exactly one version, and so does a comment without one.
	private String lapsed(List<ListDecision> before) {
		return before.stream()
			.filter(decision -> decision.step() == Step.COMMENT || decision.step() == Step.CONSENT)
			.filter(decision -> Verdict.PASS.equals(decision.verdict().decision()))
			.reduce((first, last) -> last)
			.map(decision -> "对第%d版的%s（%s，%s）只对该版有效，不适用于本版。".formatted(decision.version(), decision.step().label(),
					this.opinions.signer(decision), ChineseDates.minute(decision.decidedAt())))
			.orElse("");
	}

	private List<String> changes(RankedList list, RankedList newest) {
		Set<String> numbers = new HashSet<>();
		List.of(list, newest)
			.forEach(version -> version.ranking().entries().stream().map(Entry::caseNumber).forEach(numbers::add));
		Map<String, CaseForm> forms = this.revisions.latestForms(numbers);
		return new ListChanges(list, newest, forms).sentences();
	}

	private Said said(ListDecision decision) {
		Said said = this.opinions.said(decision);
		return new Said("第%d版%s".formatted(decision.version(), said.step()), said.text());
	}

}
