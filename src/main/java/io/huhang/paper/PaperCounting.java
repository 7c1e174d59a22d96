package io.huhang.paper;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import io.huhang.campaign.Campaign;
import io.huhang.campaign.Problem;
import io.huhang.campaign.WorkingCalendar;
import io.huhang.document.PageCode;
import io.huhang.document.PaperItem.Match;

import org.springframework.stereotype.Component;

/**
 * 逐件清点: what whoever receives paper does alike, be it of a list or of a region's
 * application (R21, R30). What has to arrive is theirs to say.
 */
@Component
public class PaperCounting {

	private final PaperRounds rounds;

	private final Campaign campaign;

	private final WorkingCalendar calendar;

	private final Clock clock;

	PaperCounting(PaperRounds rounds, Campaign campaign, WorkingCalendar calendar, Clock clock) {
		this.rounds = rounds;
		this.campaign = campaign;
		this.calendar = calendar;
		this.clock = clock;
	}

	/** The round that is open, counted from 1. */
	public int round(String number) {
		return this.rounds.newest(number).map(PaperRound::round).orElse(0) + 1;
	}

	/** The draft form of the round that is open. */
	public String form(String form, String number) {
		return "%s-%d".formatted(form, round(number));
	}

	/** With this the open round begins; a later one with what was found before. */
	public CountedPaper begin(String number) {
		String today = LocalDate.now(this.clock).toString();
		return this.rounds.newest(number)
			.map(round -> round.paper().again(today))
			.orElseGet(() -> new CountedPaper("", today, List.of(), ""));
	}

	/**
	 * Everything that stands against registering what was counted.
	 * @param dispatchedOn when the paper left, as typed: it cannot have come before
	 */
	public List<Problem> check(String number, CountedPaper paper, List<ExpectedPaper> items,
			Optional<String> dispatchedOn) {
		return new CountedPaperCheck(sentOn(number, dispatchedOn), LocalDate.now(this.clock)).problems(paper, items);
	}

	/** When the paper left, or what was sent after it. */
	private Optional<LocalDate> sentOn(String number, Optional<String> dispatchedOn) {
		return this.rounds.newest(number)
			.flatMap(PaperRound::supply)
			.map(supply -> supply.supplement().sentOn())
			.or(() -> dispatchedOn)
			.flatMap(PaperCounting::day);
	}

	private static Optional<LocalDate> day(String typed) {
		try {
			return Optional.of(LocalDate.parse(typed));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	/** What is missing of each required item. */
	public List<MissingPaper> missing(CountedPaper paper, List<ExpectedPaper> items) {
		return CountedPaperCheck.missing(paper, items);
	}

	/**
	 * Says what a page belongs to, by what its QR code says (填表须知四).
	 * @param whole how people call what the items are of, such as 本名单
	 */
	public PageFound read(String text, List<ExpectedPaper> items, String whole) {
		Optional<PageCode> code = PageCode.read(text);
		if (code.isEmpty()) {
			return new PageFound("", false, "未识别到本系统的二维码，请对准页面上的二维码重新扫描。");
		}
		return items.stream()
			.filter(item -> item.item().match(code.get()) != Match.FOREIGN)
			.findFirst()
			.map(item -> page(item, code.get()))
			.orElseGet(() -> new PageFound("", false, "%s不是%s的材料，请核对后另行登记。".formatted(code.get().number(), whole)));
	}

	private static PageFound page(ExpectedPaper expected, PageCode code) {
		String key = expected.item().key();
		if (!expected.isRequired()) {
			return new PageFound(key, false, "%s：%s".formatted(expected.called(), expected.exemption()));
		}
		int revision = expected.item().stamp().revision();
		return switch (expected.item().match(code)) {
			case SAME -> new PageFound(key, true, "%s：版本和指纹一致（第%d版）。".formatted(expected.called(), revision));
			case OLDER -> new PageFound(key, false,
					"%s：旧版，该页是第%d版，应为第%d版。".formatted(expected.called(), code.revision(), revision));
			default -> new PageFound(key, false, "%s：不符，该页的版本或内容指纹与系统记录不一致，请核对。".formatted(expected.called()));
		};
	}

	/** Records the open round; the task's id lets it count once. */
	public PaperRound record(String taskId, String number, CountedPaper paper, List<ExpectedPaper> items,
			String userId) {
		List<MissingPaper> missing = missing(paper, items);
		Optional<Instant> dueAt = missing.isEmpty() ? Optional.empty() : Optional.of(supplementDue());
		this.rounds.record(taskId, number,
				new PaperRound(round(number), paper, missing, dueAt, userId, this.clock.instant(), Optional.empty()));
		return this.rounds.newest(number).orElseThrow();
	}

	/**
	 * Until when paper that is found missing now should be sent: paper may come after the
	 * deadline (C16).
	 */
	public Instant supplementDue() {
		LocalDate last = this.calendar.plus(LocalDate.now(this.clock), this.campaign.supplementLimit());
		return last.plusDays(1).atStartOfDay(Campaign.ZONE).toInstant();
	}

	/** Whether the newest round found something missing. */
	public boolean isMissing(String number) {
		return this.rounds.newest(number).filter(round -> !round.missing().isEmpty()).isPresent();
	}

}
