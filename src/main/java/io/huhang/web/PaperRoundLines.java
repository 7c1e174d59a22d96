package io.huhang.web;

import java.time.LocalDate;
import java.util.List;

import io.huhang.approval.Parcel;
import io.huhang.campaign.ChineseDates;
import io.huhang.paper.MissingPaper;
import io.huhang.paper.PaperRound.Supply;
import io.huhang.paper.PaperRound;
import io.huhang.paper.PaperRounds;
import io.huhang.paper.PaperSupplement;

import org.springframework.stereotype.Component;

/** The rounds of counting paper as people read them. */
@Component
class PaperRoundLines {

	private final PaperRounds rounds;

	private final DecisionLines decisions;

	PaperRoundLines(PaperRounds rounds, DecisionLines decisions) {
		this.rounds = rounds;
		this.decisions = decisions;
	}

	/**
	 * One round.
	 *
	 * @param items keys of the items of which something was missing
	 * @param missing a sentence for each of them
	 * @param supplied how it was sent, or empty
	 */
	record Line(int round, String result, String by, List<String> items, List<String> missing, String remark,
			String deadline, String supplied) {
	}

	/** The rounds of this list or application, the oldest first. */
	List<Line> of(String number) {
		return this.rounds.of(number).stream().map(this::line).toList();
	}

	/** One round. */
	Line line(PaperRound round) {
		String by = "%s收到，%s于%s登记".formatted(day(round.paper().receivedOn()), this.decisions.name(round.registeredBy()),
				ChineseDates.minute(round.registeredAt()));
		return new Line(round.round(), round.missing().isEmpty() ? "齐全" : "缺件", by,
				round.missing().stream().map(MissingPaper::key).toList(),
				round.missing().stream().map(MissingPaper::sentence).toList(), round.paper().remark(),
				round.dueAt().map(ChineseDates::deadline).orElse(""), round.supply().map(this::supplied).orElse(""));
	}

	private String supplied(Supply supply) {
		PaperSupplement supplement = supply.supplement();
		return "补齐材料于%s寄出，%s，%s于%s登记%s".formatted(day(supplement.sentOn()),
				new Parcel(supplement.carrier(), supplement.waybill(), supplement.sentOn()).described(),
				this.decisions.name(supply.suppliedBy()), ChineseDates.minute(supply.suppliedAt()),
				supplement.remark().isEmpty() ? "。" : "；说明：" + supplement.remark());
	}

	private static String day(String iso) {
		return ChineseDates.day(LocalDate.parse(iso));
	}

}
