package io.huhang.campaign;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Dates as official Chinese writes them: without leading zeros, in the notice's zone. */
public final class ChineseDates {

	private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.CHINA);

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm", Locale.CHINA);

	private static final DateTimeFormatter SECOND = DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm:ss", Locale.CHINA);

	private ChineseDates() {
	}

	/** Such as 2024年12月31日. */
	public static String day(LocalDate day) {
		return DAY.format(day);
	}

	/** Such as 2024年11月11日 09:05. */
	public static String minute(Instant instant) {
		return MINUTE.format(instant.atZone(Campaign.ZONE));
	}

	/** Such as 2024年11月11日 09:05:07. */
	public static String second(Instant instant) {
		return SECOND.format(instant.atZone(Campaign.ZONE));
	}

	/**
	 * An exclusive instant as people say it: midnight is 24:00 of the day before, such as
	 * 2024年12月31日24:00.
	 */
	public static String deadline(Instant exclusive) {
		LocalDateTime local = LocalDateTime.ofInstant(exclusive, Campaign.ZONE);
		return local.toLocalTime().toSecondOfDay() == 0 ? day(local.toLocalDate().minusDays(1)) + "24:00"
				: MINUTE.format(local);
	}

	/** The day that this ISO text names, or empty for any other text. */
	public static Optional<LocalDate> iso(String text) {
		try {
			return Optional.of(LocalDate.parse(text));
		}
		catch (DateTimeException ex) {
			return Optional.empty();
		}
	}

	/** An ISO day or month as the annexes write it; what is no date stays as typed. */
	public static String typed(String text) {
		try {
			if (text.length() == "2024-11".length()) {
				YearMonth month = YearMonth.parse(text);
				return month.getYear() + "年" + month.getMonthValue() + "月";
			}
			return day(LocalDate.parse(text));
		}
		catch (DateTimeException ex) {
			return text;
		}
	}

}
