package io.huhang.electronic;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.huhang.approval.Verdict;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.draft.Drafts;
import io.huhang.electronic.ElectronicChecks.Check;
import io.huhang.paper.PaperCounting;

import org.springframework.stereotype.Component;

/**
 * 核对电子材料: the coordinator compares an electronic set with its manifest and with the
 * paper, item by item, until all agree (R22, R31, C17).
 */
@Component
public class ElectronicComparisons {

	private static final String FORM = "confirmElectronicSet";

	private static final int LONGEST_DIFFERENCE = 500;

	private static final int LONGEST_REMARK = 2000;

	private final ElectronicChecks checks;

	private final PaperCounting counting;

	private final Drafts drafts;

	private final Clock clock;

	ElectronicComparisons(ElectronicChecks checks, PaperCounting counting, Drafts drafts, Clock clock) {
		this.checks = checks;
		this.counting = counting;
		this.drafts = drafts;
		this.clock = clock;
	}

	/** The package as a whole, then every item in its order. */
	public List<ElectronicItem> items(ElectronicSet set, String number) {
		return Stream
			.concat(Stream.of(ElectronicItem.wholePackage()), set.items(number).stream().map(ElectronicItem::of))
			.toList();
	}

	/** The round that is open, counted from 1. */
	public int round(String number) {
		return this.checks.newest(number).map(Check::round).orElse(0) + 1;
	}

	/** The draft form of the round that is open. */
	public String form(String number) {
		return "%s-%d".formatted(FORM, round(number));
	}

	/** What has been marked so far; each round begins anew. */
	public ElectronicComparison draft(String number) {
		return this.drafts.read(number, form(number), ElectronicComparison.class, ElectronicComparison.empty());
	}

	/** Everything that stands against recording what is drafted. */
	public List<Problem> check(ElectronicSet set, String number) {
		ElectronicComparison comparison = draft(number);
		List<Problem> problems = new ArrayList<>();
		required(set, number).forEach(item -> fault(set, item, comparison.item(item.key()))
			.map(text -> new Problem("item-" + item.key(), text, clause(set)))
			.ifPresent(problems::add));
		if (comparison.remark().length() > LONGEST_REMARK) {
			problems.add(new Problem("remark", "说明超过%d字，请删减。".formatted(LONGEST_REMARK), clause(set)));
		}
		return problems;
	}

	private static Optional<String> fault(ElectronicSet set, ElectronicItem item, ElectronicComparison.Item marked) {
		if (!marked.differs()) {
			return ElectronicComparison.SAME.equals(marked.result()) ? Optional.empty()
					: Optional.of("请核对%s，选择一致或者不一致。".formatted(item.title()));
		}
		if (marked.remark().isEmpty()) {
			return Optional.of("请写明%s的不一致之处，%s将看到这段文字。".formatted(item.title(), set.sender()));
		}
		return (marked.remark().length() <= LONGEST_DIFFERENCE) ? Optional.empty() : Optional
			.of("%s的不一致之处现%d字，超过%d字，请删减。".formatted(item.title(), marked.remark().length(), LONGEST_DIFFERENCE));
	}

	static String clause(ElectronicSet set) {
		return set.annex() + " 填表须知四";
	}

	private List<ElectronicItem> required(ElectronicSet set, String number) {
		return items(set, number).stream().filter(item -> item.exemption().isEmpty()).toList();
	}

	/**
	 * Records what is drafted, for whoever has locked what the set belongs to.
	 * @return the comparison: what does not agree is to be corrected
	 * @throws RefusedException if an item is not marked, or nothing says what differs
	 */
	public Check record(String taskId, ElectronicSet set, String number, String userId) {
		List<Problem> problems = check(set, number);
		if (!problems.isEmpty()) {
			throw new RefusedException(problems);
		}
		ElectronicComparison comparison = draft(number);
		List<ElectronicDifference> differences = required(set, number).stream()
			.filter(item -> comparison.item(item.key()).differs())
			.map(item -> new ElectronicDifference(item.key(), item.title(), comparison.item(item.key()).remark()))
			.toList();
		Optional<Instant> dueAt = differences.isEmpty() ? Optional.empty() : Optional.of(this.counting.supplementDue());
		Verdict verdict = new Verdict(differences.isEmpty() ? Verdict.PASS : Verdict.RETURN, comparison.remark());
		Check check = new Check(round(number), taskId, verdict, differences, dueAt, userId, this.clock.instant(),
				Optional.empty());
		this.checks.insert(number, check);
		return check;
	}

	/** Whether the newest comparison found a difference. */
	public boolean differs(String number) {
		return this.checks.newest(number).filter(Check::differs).isPresent();
	}

	/** What a letter about a comparison that found a difference says. */
	public static Map<String, Object> details(ElectronicSet set, Check check) {
		return Map.of("sender", set.sender(), "differences",
				check.differences().stream().map(ElectronicDifference::sentence).toList(), "remark",
				check.verdict().reason(), "deadline", check.dueAt().orElseThrow());
	}

}
