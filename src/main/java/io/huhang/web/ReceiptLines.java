package io.huhang.web;

import java.util.List;
import java.util.Optional;

import io.huhang.approval.Verdict;
import io.huhang.campaign.ChineseDates;
import io.huhang.document.PaperCount;
import io.huhang.paper.ExpectedPaper;
import io.huhang.paper.PaperRound;
import io.huhang.paper.PaperRounds;
import io.huhang.recommendation.ElectronicChecks.Check;
import io.huhang.recommendation.ElectronicChecks;
import io.huhang.recommendation.ListPaperItems;

import org.springframework.stereotype.Component;

/** Both receipts of a list as people read them, item by item (C17). */
@Component
class ReceiptLines {

	private final ListPaperItems items;

	private final PaperRounds rounds;

	private final ElectronicChecks checks;

	private final DecisionLines decisions;

	ReceiptLines(ListPaperItems items, PaperRounds rounds, ElectronicChecks checks, DecisionLines decisions) {
		this.items = items;
		this.rounds = rounds;
		this.checks = checks;
		this.decisions = decisions;
	}

	/** One item: what has come of its paper, and of its files. */
	record Line(String title, String unitName, String paper, String electronic) {
	}

	/** Every item of a list that has left, in its order. */
	List<Line> of(String number) {
		List<PaperRound> found = this.rounds.of(number);
		String electronic = this.checks.of(number)
			.stream()
			.reduce((first, last) -> last)
			.map(this::electronic)
			.orElse("未核对");
		return this.items.of(number)
			.stream()
			.map(item -> new Line((item.rank() > 0) ? item.rank() + ". " + item.item().title() : item.item().title(),
					item.unitName(), paper(item, found), electronic))
			.toList();
	}

	private String paper(ExpectedPaper item, List<PaperRound> found) {
		if (!item.isRequired()) {
			return item.exemption();
		}
		if (found.isEmpty()) {
			return "未登记";
		}
		return since(item.item().key(), found).map(round -> complete(item, round)).orElse("缺件");
	}

	/** The round that found the item complete, if no later one has found otherwise. */
	private static Optional<PaperRound> since(String key, List<PaperRound> found) {
		PaperRound since = null;
		for (PaperRound round : found) {
			since = !round.isComplete(key) ? null : (since != null) ? since : round;
		}
		return Optional.ofNullable(since);
	}

	private String complete(ExpectedPaper item, PaperRound round) {
		PaperCount count = round.paper().count(item.item().key());
		return "齐全，%s份%s　%s".formatted(count.copies(), count.pages().isEmpty() ? "" : "，每份" + count.pages() + "页",
				by(round.registeredBy(), ChineseDates.minute(round.registeredAt())));
	}

	private String electronic(Check check) {
		return "%s　%s".formatted(Verdict.PASS.equals(check.verdict().decision()) ? "与清单一致" : "不一致，待重新核对",
				by(check.checkedBy(), ChineseDates.minute(check.checkedAt())));
	}

	private String by(String userId, String at) {
		return this.decisions.name(userId) + "　" + at;
	}

}
