package io.huhang.recommendation;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.huhang.application.CaseApplication;
import io.huhang.application.CaseApplications;
import io.huhang.application.Filings;
import io.huhang.application.Revisions;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.DateMove.Scope;
import io.huhang.campaign.DateMoves;
import io.huhang.campaign.Problem;
import io.huhang.campaign.Reminders;
import io.huhang.campaign.WorkingCalendar;
import io.huhang.organization.Authorities;

import org.springframework.stereotype.Component;

/** What stands against moving a closing date, or should be looked at (通知二（三）). */
@Component
class DateMoveRules {

	static final int LONGEST_REASON = 500;

	private static final String CLAUSE = "通知二（三）";

	// Whoever works against the old date learns of the new one before.
	private static final Duration NOTICE = Duration.ofHours(1);

	private final ClosingDates closingDates;

	private final CaseApplications cases;

	private final Filings filings;

	private final Revisions revisions;

	private final CorrectionRounds rounds;

	private final Authorities authorities;

	private final DateMoves moves;

	private final WorkingCalendar calendar;

	private final Reminders reminders;

	private final Clock clock;

	DateMoveRules(ClosingDates closingDates, CaseApplications cases, Filings filings, Revisions revisions,
			CorrectionRounds rounds, Authorities authorities, DateMoves moves, WorkingCalendar calendar,
			Reminders reminders, Clock clock) {
		this.closingDates = closingDates;
		this.cases = cases;
		this.filings = filings;
		this.revisions = revisions;
		this.rounds = rounds;
		this.authorities = authorities;
		this.moves = moves;
		this.calendar = calendar;
		this.reminders = reminders;
		this.clock = clock;
	}

	/** Everything at once; warnings that were confirmed are left out. */
	List<Problem> check(Scope scope, TypedDateMove typed) {
		List<Problem> problems = new ArrayList<>();
		Optional<Problem> subject = subject(scope, typed.subject());
		subject.ifPresent(problems::add);
		Optional<Instant> closing = ReopeningCheck.instant(typed.closing());
		if (closing.isEmpty()) {
			problems.add(unreadable(typed.closing()));
		}
		else if (subject.isEmpty()) {
			problems.addAll(date(scope, typed.subject(), closing.get()));
		}
		reason(typed.reason()).ifPresent(problems::add);
		return problems.stream()
			.filter(problem -> problem.blocks() || !typed.confirmations().contains(problem.confirmation()))
			.toList();
	}

	/**
	 * What stands against this date at this moment: looked at again when it is decided.
	 */
	List<Problem> date(Scope scope, String subject, Instant closing) {
		Instant current = current(scope, subject);
		List<Problem> problems = Stream
			.of(past(closing), unchanged(closing, current), tooLate(current), bounds(scope, subject, closing, current))
			.flatMap(Optional::stream)
			.toList();
		return problems.isEmpty() ? doubts(closing, current) : problems;
	}

	/** The closing date that holds for this subject now. */
	Instant current(Scope scope, String subject) {
		return switch (scope) {
			case CAMPAIGN -> this.closingDates.ofRecommendations();
			case AUTHORITY -> this.closingDates.ofAuthority(subject);
			case CASE -> this.closingDates.of(subject);
			case FILING -> this.closingDates.ofFirstFilings(subject);
		};
	}

	private Optional<Problem> subject(Scope scope, String subject) {
		if (scope == Scope.AUTHORITY && !this.authorities.accepts(subject)) {
			return Optional.of(new Problem("authority", "请选择要延期的推荐单位。", CLAUSE));
		}
		if (scope == Scope.CASE && this.cases.find(subject).filter(this::isBeingFilled).isEmpty()) {
			return Optional
				.of(new Problem("caseNumber", "请填写正在填报的案例编号，如HH2024-AL-330000-0007；已提交或者已办结的案例不能延期。", CLAUSE));
		}
		if (this.moves.isProposed(scope, subject)) {
			return Optional.of(new Problem("scope", "同一截止时间已有待审定的调整，请等审定后再提出。", CLAUSE));
		}
		return Optional.empty();
	}

	private boolean isBeingFilled(CaseApplication found) {
		int newest = this.revisions.newest(found.number());
		return found.live() && (this.filings.filedAt(found.number()).isEmpty()
				|| this.rounds.returned(found.number()).filter(review -> review.revision() == newest).isPresent());
	}

	private static Problem unreadable(String typed) {
		String how = "请按2025-01-10（含当日，至24:00）或者2025-01-10 17:00的格式填写北京时间。";
		return new Problem("closing",
				typed.isEmpty() ? "请填写新的截止时间。" + how : "新的截止时间“%s”不是有效的日期。%s".formatted(typed, how), CLAUSE);
	}

	private Optional<Problem> past(Instant closing) {
		return closing.isAfter(this.clock.instant()) ? Optional.empty()
				: problem("新的截止时间须晚于现在（服务器时间%s），请改填。".formatted(ChineseDates.minute(this.clock.instant())));
	}

	private static Optional<Problem> unchanged(Instant closing, Instant current) {
		return closing.equals(current) ? problem("新的截止时间与现行截止时间（%s）相同，请改填。".formatted(ChineseDates.deadline(current)))
				: Optional.empty();
	}

	private Optional<Problem> tooLate(Instant current) {
		return this.clock.instant().plus(NOTICE).isBefore(current) ? Optional.empty()
				: problem("现行截止时间（%s）已过或者不足1小时，不能再调整；逾期的名单由部里决定是否重新开放。".formatted(ChineseDates.deadline(current)));
	}

	private Optional<Problem> bounds(Scope scope, String subject, Instant closing, Instant current) {
		return switch (scope) {
			case CAMPAIGN -> Optional.empty();
			case AUTHORITY -> closing.isAfter(current) ? Optional.empty() : problem(later(current));
			case CASE -> closing.isAfter(current)
					? notAfter(closing, this.closingDates.ofAuthority(this.cases.get(subject).authority()))
					: problem(later(current));
			case FILING -> notAfter(closing, this.closingDates.ofAuthority(subject));
		};
	}

	private static String later(Instant current) {
		return "延期的截止时间须晚于现行截止时间（%s），请改填。".formatted(ChineseDates.deadline(current));
	}

	private static Optional<Problem> notAfter(Instant closing, Instant reporting) {
		return closing.isAfter(reporting)
				? problem("不能晚于推荐单位的报送截止时间（%s），请改填。".formatted(ChineseDates.deadline(reporting))) : Optional.empty();
	}

	private List<Problem> doubts(Instant closing, Instant current) {
		LocalDate day = closing.minusNanos(1).atZone(Campaign.ZONE).toLocalDate();
		List<Problem> doubts = new ArrayList<>();
		if (!this.calendar.knows(day.getYear())) {
			doubts.add(doubt("%d年的节假日安排尚未录入，请核对%s是否为工作日。".formatted(day.getYear(), ChineseDates.day(day)),
					"calendar/" + day));
		}
		else if (!this.calendar.isWorkingDay(day)) {
			doubts.add(doubt("%s不是工作日，请核对；相邻的工作日为%s和%s。".formatted(ChineseDates.day(day),
					ChineseDates.day(this.calendar.minus(day, 1)), ChineseDates.day(this.calendar.plus(day, 1))),
					"holiday/" + day));
		}
		if (closing.isBefore(current)) {
			doubts.add(doubt(earlier(closing, current), "earlier/" + day));
		}
		return doubts;
	}

	private String earlier(Instant closing, Instant current) {
		String told = this.reminders.fallen(current, Instant.EPOCH, this.clock.instant())
			.map(rung -> "已经发出“距截止还有%s”的提醒，".formatted(Reminders.label(rung)))
			.orElse("");
		return "%s新的截止时间（%s）早于现行截止时间（%s），请核对是否确需提前。".formatted(told, ChineseDates.deadline(closing),
				ChineseDates.deadline(current));
	}

	private static Optional<Problem> reason(String reason) {
		if (reason.isEmpty()) {
			return Optional.of(new Problem("reason", "请填写理由，相关单位将看到这段文字。", CLAUSE));
		}
		return (reason.length() <= LONGEST_REASON) ? Optional.empty() : Optional
			.of(new Problem("reason", "理由现%d字，超过%d字，请删减。".formatted(reason.length(), LONGEST_REASON), CLAUSE));
	}

	private static Optional<Problem> problem(String text) {
		return Optional.of(new Problem("closing", text, CLAUSE));
	}

	private static Problem doubt(String text, String confirmation) {
		return new Problem("closing", text, CLAUSE, confirmation);
	}

}
