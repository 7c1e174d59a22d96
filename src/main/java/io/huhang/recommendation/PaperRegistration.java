package io.huhang.recommendation;

import java.util.ArrayList;
import java.util.List;

import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Problem;
import io.huhang.draft.Drafts;
import io.huhang.paper.ExpectedPaper;
import io.huhang.paper.MissingPaper;
import io.huhang.paper.PageFound;
import io.huhang.paper.PaperCounting;

import org.springframework.stereotype.Component;

/**
 * 登记纸质材料: what the ministry's officer has counted so far of what a list brings, round by
 * round.
 */
@Component
public class PaperRegistration {

	/** The form whose draft is registered. */
	public static final String FORM = "registerCasePaper";

	private final RankedLists lists;

	private final ListPaperItems items;

	private final PaperCounting counting;

	private final Dispatches dispatches;

	private final CapRule rule;

	private final Excesses excesses;

	private final Drafts drafts;

	PaperRegistration(RankedLists lists, ListPaperItems items, PaperCounting counting, Dispatches dispatches,
			CapRule rule, Excesses excesses, Drafts drafts) {
		this.lists = lists;
		this.items = items;
		this.counting = counting;
		this.dispatches = dispatches;
		this.rule = rule;
		this.excesses = excesses;
		this.drafts = drafts;
	}

	/** The draft form of the round that is open. */
	public String form(String number) {
		return this.counting.form(FORM, number);
	}

	/** What has been typed so far; a later round begins with what was found before. */
	public ListPaper draft(String number) {
		return this.drafts.read(number, form(number), ListPaper.class, ListPaper.begin(this.counting.begin(number)));
	}

	/** Whether it must still be said what becomes of cases above the cap. */
	public boolean asksAboutExcess(String number) {
		return this.rule.isExceeded(this.lists.latest(number).ranking()) && this.excesses.reception(number).isEmpty();
	}

	/** The items of the list. */
	public List<ExpectedPaper> items(String number) {
		return this.items.of(number);
	}

	/** The items, of which this draft may not receive all. */
	List<ExpectedPaper> items(String number, ListPaper paper) {
		boolean cut = paper.isCut() && asksAboutExcess(number);
		return this.items.of(number)
			.stream()
			.map(item -> (cut && item.rank() > this.rule.cap()) ? item.exempt("超过上限，不予接收，不须清点。") : item)
			.toList();
	}

	/** Everything that stands against registering what is drafted. */
	public List<Problem> check(String number) {
		ListPaper paper = draft(number);
		List<Problem> problems = new ArrayList<>();
		boolean undecided = this.excesses.reception(number).isEmpty();
		if (undecided) {
			this.rule.problem(this.lists.latest(number).ranking(), paper.excess()).ifPresent(problems::add);
		}
		if (!undecided || !paper.isRefused()) {
			problems.addAll(this.counting.check(number, paper.counted(), items(number, paper),
					this.dispatches.find(number).map(ListSealing::dispatchedOn)));
		}
		return problems;
	}

	/** What is missing of each required item. */
	public List<MissingPaper> missing(String number, ListPaper paper) {
		return this.counting.missing(paper.counted(), items(number, paper));
	}

	/** Says what a page belongs to, by what its QR code says (填表须知四). */
	public PageFound read(String number, String text) {
		return this.counting.read(text, items(number, draft(number)), "本名单");
	}

}
