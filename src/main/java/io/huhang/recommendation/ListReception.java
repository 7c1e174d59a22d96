package io.huhang.recommendation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import io.huhang.application.CaseApplication;
import io.huhang.application.CaseApplications;
import io.huhang.audit.AuditTrail;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.Role;
import io.huhang.paper.ExpectedPaper;
import io.huhang.paper.PaperCounting;
import io.huhang.paper.PaperRound;
import io.huhang.paper.PaperSupplements;
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

	private final PaperRegistration registration;

	private final PaperCounting counting;

	private final PaperSupplements supplements;

	private final Receipts receipts;

	private final CaseApplications cases;

	private final Announcements announcements;

	private final AuditTrail audit;

	ListReception(Recommendations recommendations, RankedLists lists, CapRule rule, Excesses excesses,
			PaperRegistration registration, PaperCounting counting, PaperSupplements supplements, Receipts receipts,
			CaseApplications cases, Announcements announcements, AuditTrail audit) {
		this.recommendations = recommendations;
		this.lists = lists;
		this.rule = rule;
		this.excesses = excesses;
		this.registration = registration;
		this.counting = counting;
		this.supplements = supplements;
		this.receipts = receipts;
		this.cases = cases;
		this.announcements = announcements;
		this.audit = audit;
	}

	/**
	 * Registers what the officer has counted: complete, or with what is missing; or
	 * refuses a list above the cap where the policy says so.
	 * @throws RefusedException if something stands against it
	 */
	@Transactional
	public void register(String taskId, String number, String userId) {
		this.recommendations.lock(number);
		List<Problem> problems = this.registration.check(number);
		if (!problems.isEmpty()) {
			throw new RefusedException(problems);
		}
		ListPaper paper = this.registration.draft(number);
		List<ExpectedPaper> items = this.registration.items(number, paper);
		settleExcess(number, paper, userId);
		if (!isRefused(number)) {
			record(number, this.counting.record(taskId, number, paper.counted(), items, userId));
		}
	}

	// Asked once: a later round finds it settled.
	private void settleExcess(String number, ListPaper paper, String userId) {
		if (this.registration.asksAboutExcess(number)) {
			RankedList list = this.lists.latest(number);
			ExcessOutcome outcome = ExcessOutcome.of(paper.excess()).orElseThrow();
			this.excesses.receive(list, outcome, userId);
			tellExcess(number, list.ranking(), outcome);
		}
	}

	private void record(String number, PaperRound round) {
		if (round.missing().isEmpty()) {
			this.receipts.registerPaper(number, round.paper().remark(), round.registeredBy());
			this.announcements.tellAuthority("paper-registered", number, "paper", Role.OFFICER,
					Map.of("receivedOn", ChineseDates.day(LocalDate.parse(round.paper().receivedOn()))));
		}
		else {
			this.audit.record(round.registeredBy(), "recommendation.find-missing", number + "/" + round.round());
			this.announcements.tellAuthority("paper-missing", number, "round-" + round.round(), Role.OFFICER,
					round.details());
		}
	}

	/** Whether the newest round found something missing. */
	public boolean isMissing(String number) {
		return this.counting.isMissing(number);
	}

	/**
	 * Records that what was missing is on its way.
	 * @throws RefusedException if something stands against it
	 */
	@Transactional
	public void supply(String taskId, String number, String userId) {
		this.recommendations.lock(number);
		int round = this.supplements.supply(taskId, number, userId);
		this.audit.record(userId, "recommendation.supply-paper", number + "/" + round);
	}

	/** Until when what is missing should be sent. */
	public Instant supplementDue(String number) {
		return this.supplements.dueAt(number);
	}

	private void tellExcess(String number, Ranking ranking, ExcessOutcome outcome) {
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
