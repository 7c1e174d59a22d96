package io.huhang.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Problem;
import io.huhang.campaign.TypedDay;
import io.huhang.document.PaperCount;

/**
 * What stands against registering paper as it was counted (R21, R30).
 *
 * @param earliest the day on which the paper left; empty where nobody has said so
 * @param today the day of the registration
 */
record CountedPaperCheck(Optional<LocalDate> earliest, LocalDate today) {

	private static final String CLAUSE = "通知二（三）";

	private static final int LONGEST_REMARK = 2000;

	private static final int LONGEST_ITEM_REMARK = 500;

	/** How the field of an item is called. */
	static String field(ExpectedPaper paper) {
		return "item-" + paper.item().key();
	}

	/** Every problem, those of required items in their order. */
	List<Problem> problems(CountedPaper paper, List<ExpectedPaper> items) {
		List<Problem> problems = new ArrayList<>();
		receivedOn(paper.receivedOn()).map(text -> new Problem("receivedOn", text, CLAUSE)).ifPresent(problems::add);
		items.stream().filter(ExpectedPaper::isRequired).forEach(item -> ofItem(problems, item, paper));
		outcome(paper, items).map(text -> new Problem("outcome", text, CLAUSE)).ifPresent(problems::add);
		if (paper.remark().length() > LONGEST_REMARK) {
			problems.add(new Problem("remark", "备注超过%d字，请删减。".formatted(LONGEST_REMARK), CLAUSE));
		}
		return problems;
	}

	private Optional<String> receivedOn(String typed) {
		return new TypedDay("收到日期", typed).fault("请填写收到纸质材料的日期。",
				day -> day.isAfter(this.today) ? Optional.of("收到日期不能晚于今天（%s）。".formatted(ChineseDates.day(this.today)))
						: this.earliest.filter(day::isBefore)
							.map(sent -> "收到日期不能早于寄出日期（%s），请核对。".formatted(ChineseDates.day(sent))));
	}

	private static void ofItem(List<Problem> problems, ExpectedPaper expected, CountedPaper paper) {
		PaperCount count = paper.count(expected.item().key());
		List<String> clauses = new ArrayList<>(expected.item().faults(count));
		if (count.remark().length() > LONGEST_ITEM_REMARK) {
			clauses.add("说明超过%d字，请删减".formatted(LONGEST_ITEM_REMARK));
		}
		if (clauses.isEmpty() && CountedPaper.COMPLETE.equals(paper.outcome())) {
			clauses.addAll(expected.item().missing(count));
		}
		else if (clauses.isEmpty() && paper.isMissing() && !expected.item().isCounted(count)) {
			clauses.add("请清点份数和页数，没有收到的份数填0");
		}
		if (!clauses.isEmpty()) {
			problems.add(new Problem(field(expected), "%s：%s。".formatted(expected.called(), String.join("；", clauses)),
					CLAUSE));
		}
	}

	private static Optional<String> outcome(CountedPaper paper, List<ExpectedPaper> items) {
		if (CountedPaper.COMPLETE.equals(paper.outcome())) {
			return Optional.empty();
		}
		if (!paper.isMissing()) {
			return Optional.of("请选择登记结果。");
		}
		return missing(paper, items).isEmpty() ? Optional.of("各项材料均已齐全，登记结果请选择“齐全”。") : Optional.empty();
	}

	/** What is missing of the required items. */
	static List<MissingPaper> missing(CountedPaper paper, List<ExpectedPaper> items) {
		return items.stream()
			.filter(ExpectedPaper::isRequired)
			.map(expected -> missing(paper.count(expected.item().key()), expected))
			.filter(missing -> !missing.clauses().isEmpty())
			.toList();
	}

	private static MissingPaper missing(PaperCount count, ExpectedPaper expected) {
		return new MissingPaper(expected.item().key(), expected.called(), expected.item().missing(count),
				count.remark());
	}

}
