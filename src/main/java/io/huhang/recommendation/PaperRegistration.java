package io.huhang.recommendation;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Problem;
import io.huhang.document.PageCode;
import io.huhang.document.PaperItem.Match;
import io.huhang.draft.Drafts;

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

	private final PaperRounds rounds;

	private final Dispatches dispatches;

	private final CapRule rule;

	private final Excesses excesses;

	private final Drafts drafts;

	private final Clock clock;

	PaperRegistration(RankedLists lists, ListPaperItems items, PaperRounds rounds, Dispatches dispatches, CapRule rule,
			Excesses excesses, Drafts drafts, Clock clock) {
		this.lists = lists;
		this.items = items;
		this.rounds = rounds;
		this.dispatches = dispatches;
		this.rule = rule;
		this.excesses = excesses;
		this.drafts = drafts;
		this.clock = clock;
	}

	/**
	 * What a page in hand has to do with the list.
	 *
	 * @param key of the item that it belongs to; empty for none
	 * @param matches whether it is of the revision that is recommended
	 * @param text the same as people read it
	 */
	public record Page(String key, boolean matches, String text) {
	}

	/** The draft form of the round that is open. */
	public String form(String number) {
		return "%s-%d".formatted(FORM, round(number));
	}

	/** The round that is open, counted from 1. */
	public int round(String number) {
		return this.rounds.newest(number).map(PaperRound::round).orElse(0) + 1;
	}

	/** What has been typed so far; a later round begins with what was found before. */
	public ListPaper draft(String number) {
		String today = LocalDate.now(this.clock).toString();
		ListPaper begin = this.rounds.newest(number)
			.map(round -> round.paper().again(today))
			.orElseGet(() -> ListPaper.begin(today));
		return this.drafts.read(number, form(number), ListPaper.class, begin);
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
	private List<ExpectedPaper> items(String number, ListPaper paper) {
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
			problems.addAll(new ListPaperCheck(sentOn(number), LocalDate.now(this.clock)).problems(paper,
					items(number, paper)));
		}
		return problems;
	}

	/** What is missing of each required item. */
	public List<MissingPaper> missing(String number, ListPaper paper) {
		return ListPaperCheck.missing(paper, items(number, paper));
	}

	/** When the paper left, or what was sent after it: it cannot have come before. */
	public Optional<LocalDate> sentOn(String number) {
		return this.rounds.newest(number)
			.flatMap(PaperRound::supply)
			.map(supply -> supply.supplement().sentOn())
			.or(() -> this.dispatches.find(number).map(ListSealing::dispatchedOn))
			.flatMap(ChineseDates::iso);
	}

	/** Says what a page belongs to, by what its QR code says (填表须知四). */
	public Page read(String number, String text) {
		Optional<PageCode> code = PageCode.read(text);
		if (code.isEmpty()) {
			return new Page("", false, "未识别到本系统的二维码，请对准页面上的二维码重新扫描。");
		}
		return items(number, draft(number)).stream()
			.filter(item -> item.item().match(code.get()) != Match.FOREIGN)
			.findFirst()
			.map(item -> page(item, code.get()))
			.orElseGet(() -> new Page("", false, "%s不是本名单的材料，请核对后另行登记。".formatted(code.get().number())));
	}

	private static Page page(ExpectedPaper expected, PageCode code) {
		String key = expected.item().key();
		if (!expected.isRequired()) {
			return new Page(key, false, "%s：%s".formatted(expected.called(), expected.exemption()));
		}
		int revision = expected.item().stamp().revision();
		return switch (expected.item().match(code)) {
			case SAME -> new Page(key, true, "%s：版本和指纹一致（第%d版）。".formatted(expected.called(), revision));
			case OLDER ->
				new Page(key, false, "%s：旧版，该页是第%d版，应为第%d版。".formatted(expected.called(), code.revision(), revision));
			default -> new Page(key, false, "%s：不符，该页的版本或内容指纹与系统记录不一致，请核对。".formatted(expected.called()));
		};
	}

}
