package io.huhang.web;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.huhang.organization.Person;
import io.huhang.recommendation.CapRule;
import io.huhang.recommendation.Dispatches;
import io.huhang.recommendation.ExcessOutcome;
import io.huhang.recommendation.Excesses;
import io.huhang.recommendation.ListPaper;
import io.huhang.recommendation.ListSealing;
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

	private final PaperSheets sheets;

	CasePaperSheets(Recommendations recommendations, RankedLists lists, PaperRegistration registration,
			Dispatches dispatches, CapRule rule, Excesses excesses, PaperSheets sheets) {
		this.recommendations = recommendations;
		this.lists = lists;
		this.registration = registration;
		this.dispatches = dispatches;
		this.rule = rule;
		this.excesses = excesses;
		this.sheets = sheets;
	}

	/**
	 * The sheet.
	 *
	 * @param excess what may become of a list above the cap; nothing where it is not
	 * asked
	 * @param excessSettled what became of it in an earlier round, or empty
	 */
	record Sheet(@JsonUnwrapped PaperSheets.Sheet common, int listVersion, int caseCount, int cap, List<Choice> excess,
			String excessSettled, ListPaper paper) {
	}

	/** One thing to choose. */
	record Choice(String value, String label) {
	}

	/** The sheet of the round that is open. */
	Sheet of(String number, Person reader) {
		RankedList list = this.lists.latest(number);
		ListPaper paper = this.registration.draft(number);
		PaperSheets.Counted counted = new PaperSheets.Counted(number, this.registration.form(number),
				this.recommendations.get(number).authorities(), this.dispatches.find(number).map(ListSealing::parcel),
				this.registration.items(number), this.registration.missing(number, paper));
		return new Sheet(this.sheets.of(counted, reader), list.version(), list.ranking().recommended().size(),
				this.rule.cap(), excess(list), excessSettled(number), paper);
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

}
