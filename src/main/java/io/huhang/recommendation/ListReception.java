package io.huhang.recommendation;

import java.util.List;
import java.util.Map;

import io.huhang.application.CaseApplication;
import io.huhang.application.CaseApplications;
import io.huhang.organization.Role;
import io.huhang.recommendation.Excesses.Reception;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The ministry receives the paper of a list, and says what becomes of one above the cap
 * (R19, R21, C13), with the letters that tell of it.
 */
@Component
public class ListReception {

	private final Recommendations recommendations;

	private final RankedLists lists;

	private final CapRule rule;

	private final Excesses excesses;

	private final Receipts receipts;

	private final CaseApplications cases;

	private final Announcements announcements;

	ListReception(Recommendations recommendations, RankedLists lists, CapRule rule, Excesses excesses,
			Receipts receipts, CaseApplications cases, Announcements announcements) {
		this.recommendations = recommendations;
		this.lists = lists;
		this.rule = rule;
		this.excesses = excesses;
		this.receipts = receipts;
		this.cases = cases;
		this.announcements = announcements;
	}

	/**
	 * Registers the paper, or refuses a list above the cap where the policy says so.
	 * @throws io.huhang.campaign.RefusedException if paper or seals are missing, or the
	 * policy asks for another answer
	 */
	@Transactional
	public void register(String number, PaperArrival paper, String userId) {
		if (!paper.isRefused()) {
			this.receipts.registerPaper(number, paper.copies(), paper.sealed(), paper.remark(), userId);
		}
		this.recommendations.lock(number);
		RankedList list = this.lists.latest(number);
		ExcessOutcome outcome = this.rule.require(list.ranking(), paper.excess());
		if (outcome != ExcessOutcome.NONE) {
			this.excesses.receive(list, outcome, userId);
		}
		tell(number, list.ranking(), outcome);
	}

	private void tell(String number, Ranking ranking, ExcessOutcome outcome) {
		if (outcome != ExcessOutcome.REFUSE) {
			this.announcements.tellAuthority("paper-registered", number, "paper", Role.OFFICER, Map.of());
		}
		if (outcome == ExcessOutcome.CUT || outcome == ExcessOutcome.REFUSE) {
			String kind = (outcome == ExcessOutcome.CUT) ? "recommendation-excess-refused"
					: "recommendation-list-refused";
			Map<String, Object> details = Map.of("recommendedCount", ranking.recommended().size(), "cap",
					this.rule.cap(), "refusedCases", names(refused(ranking, outcome, this.rule.cap())));
			List.of(Role.OFFICER, Role.HEAD, Role.LEADER)
				.forEach(role -> this.announcements.tellAuthority(kind, number, "excess", role, details));
		}
	}

	/** Whether the list was refused as a whole. */
	public boolean isRefused(String number) {
		return this.excesses.reception(number)
			.filter(reception -> reception.outcome() == ExcessOutcome.REFUSE)
			.isPresent();
	}

	/**
	 * The cases that were not received; each ends with a letter that says nothing of its
	 * place.
	 */
	@Transactional
	public List<String> closeRefused(String number) {
		List<String> refused = this.excesses.reception(number)
			.map(reception -> refused(number, reception))
			.orElse(List.of());
		List<String> live = this.cases.all(refused)
			.stream()
			.filter(CaseApplication::live)
			.map(CaseApplication::number)
			.toList();
		live.forEach(caseNumber -> {
			this.cases.close(caseNumber);
			this.announcements.tellApplicant("case-not-received", caseNumber, number, Map.of());
		});
		return live;
	}

	private List<String> refused(String number, Reception reception) {
		Ranking ranking = this.lists.find(number, reception.version()).orElseThrow().ranking();
		return refused(ranking, reception.outcome(), reception.cap());
	}

	private static List<String> refused(Ranking ranking, ExcessOutcome outcome, int cap) {
		List<String> recommended = ranking.recommended();
		return switch (outcome) {
			case NONE, ALL -> List.of();
			case CUT -> recommended.subList(cap, recommended.size());
			case REFUSE -> recommended;
		};
	}

	private List<String> names(List<String> numbers) {
		return this.cases.all(numbers)
			.stream()
			.map(found -> "%s（%s，%s）".formatted(found.caseName(), found.unitName(), found.number()))
			.toList();
	}

}
