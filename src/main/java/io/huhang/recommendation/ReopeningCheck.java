package io.huhang.recommendation;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.huhang.campaign.Campaign;
import io.huhang.campaign.ChineseDates;
import io.huhang.campaign.Problem;

/**
 * What the decision about a missed closing date must have (通知二（三）).
 *
 * @param now the moment of the decision
 * @param latest the last instant that may be the new closing date
 */
record ReopeningCheck(Instant now, Instant latest) {

	static final int LONGEST_REASON = 2000;

	private static final String CLAUSE = "通知二（三）";

	private static final Pattern TYPED = Pattern
		.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?(?:\\s*(\\d{1,2}):(\\d{2}))?");

	/** Everything that stands against this decision. */
	List<Problem> problems(Reopening typed) {
		List<Problem> problems = new ArrayList<>();
		if (!typed.reopens() && !Reopening.END.equals(typed.decision())) {
			problems.add(new Problem("decision", "请选择是否重新开放报送。", CLAUSE));
		}
		if (typed.reopens()) {
			closing(typed).map(text -> new Problem("closing", text, CLAUSE)).ifPresent(problems::add);
		}
		if (typed.reason().isEmpty()) {
			problems.add(new Problem("reason", "请填写理由，推荐单位将看到这段文字。", CLAUSE));
		}
		if (typed.reason().length() > LONGEST_REASON) {
			problems.add(new Problem("reason", "理由现%d字，超过%d字，请删减。".formatted(typed.reason().length(), LONGEST_REASON),
					CLAUSE));
		}
		return problems;
	}

	private Optional<String> closing(Reopening typed) {
		Optional<Instant> closing = instant(typed.closing());
		if (closing.isEmpty() && !typed.closing().isBlank()) {
			return Optional
				.of("新的报送截止时间“%s”不是有效日期，请按2025-01-15（含当日）或者2025-01-15 17:00的格式填写。".formatted(typed.closing()));
		}
		if (closing.isEmpty()) {
			return Optional.of("请填写新的报送截止时间，如2025-01-15（含当日）或者2025-01-15 17:00。");
		}
		if (!closing.get().isAfter(this.now)) {
			return Optional.of("新的报送截止时间须晚于现在（服务器时间%s），请改填。".formatted(ChineseDates.minute(this.now)));
		}
		return closing.filter(instant -> instant.isAfter(this.latest))
			.map(instant -> "新的报送截止时间最晚为%s，请改填。".formatted(ChineseDates.deadline(this.latest)));
	}

	/**
	 * The first instant that is too late: of a day the end, of a minute the minute
	 * itself. Empty for what is no date.
	 */
	static Optional<Instant> instant(String typed) {
		Matcher parts = TYPED.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC));
		if (!parts.matches()) {
			return Optional.empty();
		}
		try {
			LocalDate day = LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
			boolean whole = parts.group(4) == null || parts.group(4).equals("24") && parts.group(5).equals("00");
			return Optional.of((whole ? day.plusDays(1).atStartOfDay()
					: day.atTime(LocalTime.of(number(parts, 4), number(parts, 5))))
				.atZone(Campaign.ZONE)
				.toInstant());
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	private static int number(Matcher parts, int group) {
		return Integer.parseInt(parts.group(group));
	}

}
