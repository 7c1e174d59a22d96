package io.huhang.recommendation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import io.huhang.application.CaseApplication;
import io.huhang.application.CaseApplications;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
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

	private final PaperRegistration registration;

	private final PaperRounds rounds;

	private final Receipts receipts;

	private final ClosingDates closingDates;

	private final CaseApplications cases;

	private final Announcements announcements;

	ListReception(Recommendations recommendations, RankedLists lists, CapRule rule, Excesses excesses,
			PaperRegistration registration, PaperRounds rounds, Receipts receipts, ClosingDates closingDates,
			CaseApplications cases, Announcements announcements) {
		this.recommendations = recommendations;
		this.lists = lists;
		this.rule = rule;
		this.excesses = excesses;
		this.registration = registration;
		this.rounds = rounds;
		this.receipts = receipts;
		this.closingDates = closingDates;
		this.cases = cases;
		this.announcements = announcements;
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
		List<MissingPaper> missing = this.registration.missing(number, paper);
		settleExcess(number, paper, userId);
		if (!isRefused(number)) {
			record(taskId, number, paper, missing, userId);
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

	private void record(String taskId, String number, ListPaper paper, List<MissingPaper> missing, String userId) {
		Instant dueAt = this.closingDates.ofSupplement();
		int round = this.rounds.record(taskId, number, paper, missing, dueAt, userId);
		if (missing.isEmpty()) {
			this.receipts.registerPaper(number, paper.remark(), userId);
			this.announcements.tellAuthority("paper-registered", number, "paper", Role.OFFICER,
					Map.of("receivedOn", ChineseDates.day(LocalDate.parse(paper.receivedOn()))));
		}
		else {
			this.announcements.tellAuthority("paper-missing", number, "round-" + round, Role.OFFICER,
					Map.of("missing", missing.stream().map(MissingPaper::sentence).toList(), "deadline",
							ChineseDates.deadline(dueAt), "remark", paper.remark()));
		}
	}

	/** Whether the newest round found something missing. */
	public boolean isMissing(String number) {
		return this.rounds.newest(number).filter(round -> !round.missing().isEmpty()).isPresent();
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
