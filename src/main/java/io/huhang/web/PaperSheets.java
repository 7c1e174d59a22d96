package io.huhang.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import io.huhang.approval.Parcel;
import io.huhang.campaign.ChineseDates;
import io.huhang.document.PaperSeal;
import io.huhang.draft.Draft;
import io.huhang.draft.Drafts;
import io.huhang.organization.Authorities;
import io.huhang.organization.Person;
import io.huhang.paper.ExpectedPaper;
import io.huhang.paper.MissingPaper;
import io.huhang.paper.PaperCounting;

import org.springframework.stereotype.Component;

/**
 * What each form that counts paper shows when it opens, of a list or of a region's
 * application.
 */
@Component
class PaperSheets {

	private final PaperCounting counting;

	private final PaperRoundLines rounds;

	private final DraftEditors editors;

	private final Authorities authorities;

	private final Drafts drafts;

	PaperSheets(PaperCounting counting, PaperRoundLines rounds, DraftEditors editors, Authorities authorities,
			Drafts drafts) {
		this.counting = counting;
		this.rounds = rounds;
		this.editors = editors;
		this.authorities = authorities;
		this.drafts = drafts;
	}

	/**
	 * What is counted.
	 *
	 * @param form the draft form of the round that is open
	 * @param senders keys of the authorities that have sent it
	 * @param parcel how it left, or empty
	 * @param missing what is missing by the draft
	 */
	record Counted(String number, String form, List<String> senders, Optional<Parcel> parcel, List<ExpectedPaper> items,
			List<MissingPaper> missing) {
	}

	/**
	 * The sheet.
	 *
	 * @param dispatched how and when the paper left, or empty
	 * @param round the round that is open, counted from 1
	 * @param missing what is missing by the draft
	 */
	record Sheet(String number, String authorityName, String dispatched, int round, List<PaperRoundLines.Line> rounds,
			List<Row> rows, List<MissingPaper> missing, int version, String savedAt, String savedBy) {
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

	/** The draft as saved, and what is missing by it. */
	record Saved(int version, String savedAt, List<MissingPaper> missing) {

		static Saved of(Draft draft, List<MissingPaper> missing) {
			return new Saved(draft.version(), ChineseDates.minute(draft.savedAt()), missing);
		}

	}

	/** What a reader gun typed off a page. */
	record PageText(String text) {

		/** What a browser leaves out was not typed. */
		PageText {
			text = (text != null) ? text : "";
		}

	}

	/** The sheet of the round that is open. */
	Sheet of(Counted counted, Person reader) {
		Optional<Draft> draft = this.drafts.find(counted.number(), counted.form());
		return new Sheet(counted.number(), this.authorities.names(counted.senders()),
				counted.parcel().map(PaperSheets::dispatched).orElse(""), this.counting.round(counted.number()),
				this.rounds.of(counted.number()), counted.items().stream().map(PaperSheets::row).toList(),
				counted.missing(), draft.map(Draft::version).orElse(0),
				draft.map(saved -> ChineseDates.minute(saved.savedAt())).orElse(""), this.editors.of(draft, reader));
	}

	private static String dispatched(Parcel parcel) {
		return "%s寄出，%s".formatted(ChineseDates.day(LocalDate.parse(parcel.dispatchedOn())), parcel.described());
	}

	private static Row row(ExpectedPaper expected) {
		return new Row(expected.item().key(), expected.rank(), expected.item().title(), expected.unitName(),
				expected.item().stamp().number(), expected.item().stamp().revision(), expected.item().fingerprint(),
				expected.item().copies(), expected.item().pages(), expected.item().seals(), expected.exemption());
	}

}
