package io.huhang.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.huhang.campaign.ChineseDates;
import io.huhang.document.PaperCount;
import io.huhang.electronic.ElectronicChecks;
import io.huhang.electronic.ElectronicChecks.Check;
import io.huhang.electronic.ElectronicItem;
import io.huhang.paper.ExpectedPaper;
import io.huhang.paper.PaperRound;
import io.huhang.paper.PaperRounds;
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
		List<PaperRound> rounds = this.rounds.of(number);
		Optional<Check> check = this.checks.newest(number);
		Stream<Line> whole = check.flatMap(found -> found.difference(ElectronicItem.PACKAGE))
			.map(difference -> new Line(difference.title(), "", "", electronic(difference.key(), check)))
			.stream();
		return Stream
			.concat(whole,
					this.items.of(number)
						.stream()
						.map(item -> new Line(
								(item.rank() > 0) ? item.rank() + ". " + item.item().title() : item.item().title(),
								item.unitName(), paper(item, rounds),
								item.isRequired() ? electronic(item.item().key(), check) : "")))
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

	private String electronic(String key, Optional<Check> check) {
		return check.map(found -> electronic(key, found)).orElse("未核对");
	}

	private String electronic(String key, Check check) {
		String by = by(check.checkedBy(), ChineseDates.minute(check.checkedAt()));
		if (check.differs() && check.corrected().isPresent()) {
			return check.difference(key).isPresent() ? "已更正，待重新核对" : "待重新核对";
		}
		// An earlier comparison did not say in which item.
		if (check.differs() && check.differences().isEmpty()) {
			return "不一致，待重新核对　" + by;
		}
		return check.difference(key)
			.map(difference -> "不一致：%s　%s".formatted(difference.remark(), by))
			.orElse("一致　" + by);
	}

	private String by(String userId, String at) {
		return this.decisions.name(userId) + "　" + at;
	}

}
