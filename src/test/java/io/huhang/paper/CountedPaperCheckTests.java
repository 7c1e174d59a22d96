package io.huhang.paper;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.huhang.campaign.Problem;
import io.huhang.document.PaperCount;
import io.huhang.document.PaperItem;
import io.huhang.document.PaperSeal;
import io.huhang.document.Stamp;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("登记纸质材料：齐全才能登记齐全，缺件的逐件说明（通知二（三），附件1 填表须知三）")
class CountedPaperCheckTests {

	private static final CountedPaperCheck CHECK = new CountedPaperCheck(Optional.of(LocalDate.of(2024, 12, 30)),
			LocalDate.of(2025, 1, 6));

	private static final String DAY = "2025-01-03";

	private static final ExpectedPaper ANNEX3 = new ExpectedPaper(item("annex3", "附件3"), 0, "", "");

	private static final ExpectedPaper FIRST = new ExpectedPaper(item("0001", "甲案例"), 1, "甲企业", "");

	private static final ExpectedPaper WITHDRAWN = new ExpectedPaper(item("0002", "乙案例"), 2, "乙企业", "本案例已撤回，不须清点。");

	private static final List<ExpectedPaper> ITEMS = List.of(ANNEX3, FIRST, WITHDRAWN);

	@Test
	@DisplayName("各件齐全：登记齐全没有问题；撤回的案例不须清点")
	void findsNothingAgainstACompleteSet() {
		assertThat(CHECK.problems(paper(CountedPaper.COMPLETE, full("annex3"), full("0001")), ITEMS)).isEmpty();
	}

	@Test
	@DisplayName("缺一件登记齐全：说明是哪一件、缺什么")
	void refusesCompleteWhereSomethingIsMissing() {
		assertThat(CHECK.problems(paper(CountedPaper.COMPLETE, full("annex3"), count("0001", "1", "")), ITEMS))
			.containsExactly(problem("item-0001", "第1个案例“甲案例”：应收原件2份，收到1份；缺骑缝章；版本和内容指纹未核对一致（应为第1版，0abc）。"));
	}

	@Test
	@DisplayName("缺件：列出缺少的材料和说明；没有清点过的不能登记")
	void listsWhatIsMissing() {
		CountedPaper paper = paper(CountedPaper.MISSING, full("annex3"),
				new PaperCount("0001", "0", "", List.of(), "", "信封内没有。"));

		assertThat(CHECK.problems(paper, ITEMS)).isEmpty();
		assertThat(CountedPaperCheck.missing(paper, ITEMS))
			.containsExactly(new MissingPaper("0001", "第1个案例“甲案例”", List.of("应收原件2份，未收到"), "信封内没有。"));
		assertThat(CountedPaperCheck.missing(paper, ITEMS).get(0).sentence())
			.isEqualTo("第1个案例“甲案例”：应收原件2份，未收到（信封内没有）。");
		assertThat(CHECK.problems(paper(CountedPaper.MISSING, full("annex3")), ITEMS))
			.containsExactly(problem("item-0001", "第1个案例“甲案例”：请清点份数和页数，没有收到的份数填0。"));
	}

	@Test
	@DisplayName("各件齐全却登记缺件：说明应选齐全")
	void refusesMissingWhereNothingIs() {
		assertThat(CHECK.problems(paper(CountedPaper.MISSING, full("annex3"), full("0001")), ITEMS))
			.containsExactly(problem("outcome", "各项材料均已齐全，登记结果请选择“齐全”。"));
	}

	@ParameterizedTest
	@CsvSource({ "''", "PASS", "complete" })
	@DisplayName("没有结果或没有这种结果：请选择")
	void asksForAnOutcome(String outcome) {
		assertThat(CHECK.problems(paper(outcome, full("annex3"), full("0001")), ITEMS))
			.containsExactly(problem("outcome", "请选择登记结果。"));
	}

	@ParameterizedTest
	@CsvSource(value = { "2025-01-06|", "2024-12-30|", "2025-01-07|收到日期不能晚于今天（2025年1月6日）。",
			"2024-12-29|收到日期不能早于寄出日期（2024年12月30日），请核对。", "''|请填写收到纸质材料的日期。", "元月|收到日期“元月”不是有效日期，请按2024-12-31的格式填写。" },
			delimiter = '|')
	@DisplayName("收到日期：寄出当天到今天；截止前寄出、一月到达的照常登记（C16）")
	void checksTheDayOfArrival(String day, String text) {
		CountedPaper paper = new CountedPaper(CountedPaper.COMPLETE, day, List.of(full("annex3"), full("0001")), "");

		assertThat(CHECK.problems(paper, ITEMS))
			.isEqualTo(Stream.ofNullable(text).map(found -> problem("receivedOn", found)).toList());
	}

	@Test
	@DisplayName("多出的份数、过长的说明和备注：一次全部说明")
	void collectsEverythingTyped() {
		CountedPaper paper = new CountedPaper(CountedPaper.MISSING, DAY,
				List.of(new PaperCount("annex3", "3", "", List.of(), "", ""),
						new PaperCount("0001", "0", "", List.of(), "", "长".repeat(501))),
				"长".repeat(2001));

		assertThat(CHECK.problems(paper, ITEMS)).containsExactly(
				problem("item-annex3", "附件3：登记3份，多于应报送的2份，请重新清点，多出的退回。"),
				problem("item-0001", "第1个案例“甲案例”：说明超过500字，请删减。"), problem("remark", "备注超过2000字，请删减。"));
	}

	@Test
	@DisplayName("下一次登记：已清点的保留，结果和说明重填")
	void keepsTheCountsForTheNextRound() {
		CountedPaper again = paper(CountedPaper.MISSING, full("annex3"),
				new PaperCount("0001", "1", "", List.of("paging"), "true", "缺一份。"))
			.again("2025-01-13");

		assertThat(again).isEqualTo(new CountedPaper("", "2025-01-13",
				List.of(full("annex3"), new PaperCount("0001", "1", "", List.of("paging"), "true", "")), ""));
	}

	private static PaperItem item(String key, String title) {
		return new PaperItem(key, title, new Stamp(key, 1, "0abc", "", false), 2, 0,
				List.of(new PaperSeal("paging", "骑缝章")));
	}

	private static CountedPaper paper(String outcome, PaperCount... counts) {
		return new CountedPaper(outcome, DAY, List.of(counts), "");
	}

	private static PaperCount full(String key) {
		return count(key, "2", "true", "paging");
	}

	private static PaperCount count(String key, String copies, String matching, String... seals) {
		return new PaperCount(key, copies, "", List.of(seals), matching, "");
	}

	private static Problem problem(String field, String text) {
		return new Problem(field, text, "通知二（三）");
	}

}
