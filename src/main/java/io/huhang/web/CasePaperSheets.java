package io.huhang.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import io.huhang.campaign.ChineseDates;
import io.huhang.document.PaperSeal;
import io.huhang.draft.Draft;
import io.huhang.organization.Authorities;
import io.huhang.organization.Person;
import io.huhang.recommendation.CapRule;
import io.huhang.recommendation.Dispatches;
import io.huhang.recommendation.ExcessOutcome;
import io.huhang.recommendation.Excesses;
import io.huhang.recommendation.ExpectedPaper;
import io.huhang.recommendation.ListPaper;
import io.huhang.recommendation.ListSealing;
import io.huhang.recommendation.MissingPaper;
import io.huhang.recommendation.PaperRegistration;
import io.huhang.recommendation.RankedList;
import io.huhang.recommendation.RankedLists;
import io.huhang.recommendation.Recommendations;

import org.springframework.stereotype.Component;

/** What registerCasePaper.html shows when it opens. */
@Component
class CasePaperSheets {

	private final Recommendations recommendations;

	private final RankedLists lists;

	private final PaperRegistration registration;

	private final Dispatches dispatches;

	private final CapRule rule;

	private final Excesses excesses;

	private final PaperRoundLines rounds;

	private final DraftEditors editors;

	private final Authorities authorities;

	CasePaperSheets(Recommendations recommendations, RankedLists lists, PaperRegistration registration,
			Dispatches dispatches, CapRule rule, Excesses excesses, PaperRoundLines rounds, DraftEditors editors,
			Authorities authorities) {
		this.recommendations = recommendations;
		this.lists = lists;
		this.registration = registration;
		this.dispatches = dispatches;
		this.rule = rule;
		this.excesses = excesses;
		this.rounds = rounds;
		this.editors = editors;
		this.authorities = authorities;
	}

	/**
	 * The sheet.
	 *
	 * @param dispatched how and when the paper left, or empty
	 * @param round the round that is open, counted from 1
	 * @param excess what may become of a list above the cap; nothing where it is not
	 * asked
	 * @param excessSettled what became of it in an earlier round, or empty
	 * @param missing what is missing by the draft
	 */
	record Sheet(String number, int listVersion, String authorityName, String dispatched, int round, int caseCount,
			int cap, List<Choice> excess, String excessSettled, List<PaperRoundLines.Line> rounds, List<Row> rows,
			List<MissingPaper> missing, int version, String savedAt, String savedBy, ListPaper paper) {
	}

	/** One thing to choose. */
	record Choice(String value, String label) {
	}

	/**
	 * One item to count.
	 *
	 * @param number and revision stand on each of its pages, with the fingerprint
	 * @param pages of each original; 0 where the record does not know
	 */
	record Row(String key, int rank, String title, String unitName, String number, int revision, String fingerprint,
			int copies, int pages, List<PaperSeal> seals, String exemption) {
	}

	/** The sheet of the round that is open. */
	Sheet of(String number, Optional<Draft> draft, Person reader) {
		RankedList list = this.lists.latest(number);
		ListPaper paper = this.registration.draft(number);
		return new Sheet(number, list.version(), this.authorities.names(this.recommendations.get(number).authorities()),
				dispatched(number), this.registration.round(number), list.ranking().recommended().size(),
				this.rule.cap(), excess(list), excessSettled(number), this.rounds.of(number),
				this.registration.items(number).stream().map(CasePaperSheets::row).toList(),
				this.registration.missing(number, paper), draft.map(Draft::version).orElse(0),
				draft.map(saved -> ChineseDates.minute(saved.savedAt())).orElse(""), this.editors.of(draft, reader),
				paper);
	}

	private List<Choice> excess(RankedList list) {
		return this.registration.asksAboutExcess(list.recommendationNumber()) ? this.rule.allowed(list.ranking())
			.stream()
			.map(outcome -> new Choice(outcome.name(), outcome.label()))
			.toList() : List.of();
	}

	private String excessSettled(String number) {
		return this.excesses.reception(number).map(Excesses.Reception::outcome).map(ExcessOutcome::label).orElse("");
	}

	private String dispatched(String number) {
		return this.dispatches.find(number).map(CasePaperSheets::dispatched).orElse("");
	}

	private static String dispatched(ListSealing sealing) {
		return "%s寄出，%s".formatted(ChineseDates.day(LocalDate.parse(sealing.dispatchedOn())),
				sealing.parcel().described());
	}

	private static Row row(ExpectedPaper expected) {
		return new Row(expected.item().key(), expected.rank(), expected.item().title(), expected.unitName(),
				expected.item().stamp().number(), expected.item().stamp().revision(), expected.item().fingerprint(),
				expected.item().copies(), expected.item().pages(), expected.item().seals(), expected.exemption());
	}

}
