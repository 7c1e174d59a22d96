package io.huhang.recommendation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.huhang.approval.Verdict;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.draft.Drafts;
import io.huhang.organization.People;
import io.huhang.organization.Role;
import io.huhang.paper.ExpectedPaper;
import io.huhang.paper.PaperCounting;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 确认电子材料: the coordinator compares the electronic set with its manifest and with the
 * paper, item by item, until all agree (R22, R31, C17). Only then it counts as received.
 */
@Component
public class ElectronicComparisons {

	/** The form whose draft is recorded. */
	public static final String FORM = "confirmElectronicSet";

	/** Key of the package as a whole among the items. */
	public static final String PACKAGE = "package";

	private static final String CLAUSE = "附件1 填表须知四";

	private static final int LONGEST_DIFFERENCE = 500;

	private static final int LONGEST_REMARK = 2000;

	private final Recommendations recommendations;

	private final ListPaperItems papers;

	private final ElectronicChecks checks;

	private final Receipts receipts;

	private final PaperCounting counting;

	private final Announcements announcements;

	private final People people;

	private final Drafts drafts;

	ElectronicComparisons(Recommendations recommendations, ListPaperItems papers, ElectronicChecks checks,
			Receipts receipts, PaperCounting counting, Announcements announcements, People people, Drafts drafts) {
		this.recommendations = recommendations;
		this.papers = papers;
		this.checks = checks;
		this.receipts = receipts;
		this.counting = counting;
		this.announcements = announcements;
		this.people = people;
		this.drafts = drafts;
	}

	/**
	 * One item to compare.
	 *
	 * @param title how a sentence calls it
	 * @param exemption why nobody has to compare it; empty for what is required
	 */
	public record Item(String key, String title, String unitName, String exemption) {
	}

	/** The package as a whole, then every item of the list in its order. */
	public List<Item> items(String number) {
		return Stream
			.concat(Stream.of(new Item(PACKAGE, "报送包和报送清单", "", "")),
					this.papers.of(number)
						.stream()
						.map(paper -> new Item(paper.item().key(), paper.called(), paper.unitName(),
								paper.isRequired() ? "" : paper.exemption().replace("清点", "核对"))))
			.toList();
	}

	/** The round that is open, counted from 1. */
	public int round(String number) {
		return this.checks.newest(number).map(ElectronicChecks.Check::round).orElse(0) + 1;
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
	public List<Problem> check(String number) {
		ElectronicComparison comparison = draft(number);
		List<Problem> problems = new ArrayList<>();
		required(number).forEach(item -> check(problems, item, comparison.item(item.key())));
		if (comparison.remark().length() > LONGEST_REMARK) {
			problems.add(new Problem("remark", "说明超过%d字，请删减。".formatted(LONGEST_REMARK), CLAUSE));
		}
		return problems;
	}

	private static void check(List<Problem> problems, Item item, ElectronicComparison.Item marked) {
		String field = "item-" + item.key();
		if (!marked.differs() && !ElectronicComparison.SAME.equals(marked.result())) {
			problems.add(new Problem(field, "请核对%s，选择一致或者不一致。".formatted(item.title()), CLAUSE));
		}
		else if (marked.differs() && marked.remark().isEmpty()) {
			problems.add(new Problem(field, "请写明%s的不一致之处，推荐单位将看到这段文字。".formatted(item.title()), CLAUSE));
		}
		else if (marked.differs() && marked.remark().length() > LONGEST_DIFFERENCE) {
			problems.add(new Problem(field,
					"%s的不一致之处现%d字，超过%d字，请删减。".formatted(item.title(), marked.remark().length(), LONGEST_DIFFERENCE),
					CLAUSE));
		}
	}

	private List<Item> required(String number) {
		return items(number).stream().filter(item -> item.exemption().isEmpty()).toList();
	}

	/**
	 * Records what is drafted; what does not agree is told to the authority, which
	 * corrects it, and to the coordinators.
	 * @throws RefusedException if an item is not marked, or nothing says what differs
	 */
	@Transactional
	public void record(String taskId, String number, String userId) {
		this.recommendations.lock(number);
		List<Problem> problems = check(number);
		if (!problems.isEmpty()) {
			throw new RefusedException(problems);
		}
		ElectronicComparison comparison = draft(number);
		List<ElectronicDifference> differences = differences(number, comparison);
		Instant dueAt = this.counting.supplementDue();
		int round = round(number);
		this.checks.insert(taskId, number,
				new Verdict(differences.isEmpty() ? Verdict.PASS : Verdict.RETURN, comparison.remark()), differences,
				dueAt, userId);
		if (differences.isEmpty()) {
			this.receipts.confirmElectronicSet(number, comparison.remark(), userId);
		}
		else {
			tell(number, round, differences, comparison.remark(), dueAt);
		}
	}

	private List<ElectronicDifference> differences(String number, ElectronicComparison comparison) {
		return required(number).stream()
			.filter(item -> comparison.item(item.key()).differs())
			.map(item -> new ElectronicDifference(item.key(), item.title(), comparison.item(item.key()).remark()))
			.toList();
	}

	// Each comparison is a fact of its own.
	private void tell(String number, int round, List<ElectronicDifference> differences, String remark, Instant dueAt) {
		String step = "check-" + round;
		Map<String, Object> details = Map.of("differences",
				differences.stream().map(ElectronicDifference::sentence).toList(), "remark", remark, "deadline",
				ChineseDates.deadline(dueAt));
		this.announcements.tellAuthority("electronic-set-differs", number, step, Role.OFFICER, details);
		this.announcements.tell("electronic-set-differs", number, step, this.people.with(Role.COORDINATOR, ""),
				details);
	}

}
