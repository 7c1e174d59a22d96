package io.huhang.paper;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Problem;
import io.huhang.campaign.RefusedException;
import io.huhang.campaign.TypedDay;
import io.huhang.draft.Drafts;

import org.springframework.stereotype.Component;

/**
 * 补齐纸质材料: the authority sends what the ministry's officer found missing, of a list or of
 * a region's application (R21, R30).
 */
@Component
public class PaperSupplements {

	/** The form whose draft is recorded. */
	public static final String FORM = "supplyPaper";

	private static final String CLAUSE = "通知二（三）";

	private static final int LONGEST_NAME = 100;

	private static final int LONGEST_REMARK = 2000;

	private final PaperRounds rounds;

	private final Drafts drafts;

	private final Clock clock;

	PaperSupplements(PaperRounds rounds, Drafts drafts, Clock clock) {
		this.rounds = rounds;
		this.drafts = drafts;
		this.clock = clock;
	}

	/** The round that found something missing. */
	public PaperRound asked(String number) {
		return this.rounds.newest(number).orElseThrow();
	}

	/** The draft form of what the newest round asks for. */
	public String form(String number) {
		return "%s-%d".formatted(FORM, asked(number).round());
	}

	/** What has been typed so far. */
	public PaperSupplement draft(String number) {
		return this.drafts.read(number, form(number), PaperSupplement.class, PaperSupplement.empty());
	}

	/** Until when it is to be supplied. */
	public Instant dueAt(String number) {
		return asked(number).dueAt().orElseThrow();
	}

	/** Everything that stands against recording what is drafted. */
	public List<Problem> check(String number) {
		PaperSupplement supplement = draft(number);
		List<Problem> problems = new ArrayList<>();
		given(problems, "carrier", supplement.carrier(), "请填写寄送方式或承运单位。");
		given(problems, "waybill", supplement.waybill(), "请填写运单号；专人送达的填写“专人送达”。");
		sentOn(supplement.sentOn(), asked(number)).map(text -> new Problem("sentOn", text, CLAUSE))
			.ifPresent(problems::add);
		if (supplement.remark().length() > LONGEST_REMARK) {
			problems.add(new Problem("remark", "说明超过%d字，请删减。".formatted(LONGEST_REMARK), CLAUSE));
		}
		return problems;
	}

	private static void given(List<Problem> problems, String field, String typed, String demand) {
		if (typed.isEmpty()) {
			problems.add(new Problem(field, demand, CLAUSE));
		}
		else if (typed.length() > LONGEST_NAME) {
			problems.add(new Problem(field, "内容超过%d字，请删减。".formatted(LONGEST_NAME), CLAUSE));
		}
	}

	private Optional<String> sentOn(String typed, PaperRound round) {
		LocalDate received = LocalDate.parse(round.paper().receivedOn());
		return new TypedDay("寄送日期", typed).fault("请填写寄送日期。", day -> {
			if (day.isAfter(LocalDate.now(this.clock))) {
				return Optional.of("寄送日期不能晚于今天。");
			}
			return day.isBefore(received)
					? Optional.of("寄送日期不能早于部里收到前一批材料的日期（%s）。".formatted(ChineseDates.day(received))) : Optional.empty();
		});
	}

	/**
	 * Records that it is on its way, for whoever has locked what it belongs to.
	 * @return the round that is supplied
	 * @throws RefusedException if something is missing
	 */
	public int supply(String taskId, String number, String userId) {
		List<Problem> problems = check(number);
		if (!problems.isEmpty()) {
			throw new RefusedException(problems);
		}
		int round = asked(number).round();
		this.rounds.supply(taskId, number, round, draft(number), userId);
		return round;
	}

}
