package io.huhang.campaign;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Working days (工作日) of the State Council's yearly tables, from
 * {@code config/calendar.csv}. A year without a table is never guessed silently:
 * {@link #knows} tells.
 */
@Component
public class WorkingCalendar {

	private static final Logger log = LoggerFactory.getLogger(WorkingCalendar.class);

	private static final Set<MonthDay> FIXED = Set.of(MonthDay.of(1, 1), MonthDay.of(5, 1), MonthDay.of(5, 2),
			MonthDay.of(10, 1), MonthDay.of(10, 2), MonthDay.of(10, 3));

	private final Map<LocalDate, Boolean> workingByDate = new TreeMap<>();

	private final Set<Integer> years;

	/** Years without a table that somebody has counted through. */
	private final Set<Integer> guessed = new ConcurrentSkipListSet<>();

	WorkingCalendar(ConfigFiles files) {
		Resource source = files.find("calendar.csv");
		for (CsvRow row : CsvRow.read(source, "date", "kind")) {
			this.workingByDate.put(date(row), working(row));
		}
		this.years = this.workingByDate.keySet().stream().map(LocalDate::getYear).collect(Collectors.toSet());
	}

	/** Whether the State Council's table of this year has been entered. */
	public boolean knows(int year) {
		return this.years.contains(year);
	}

	/** The years without a table from this day to that one, both included. */
	public SortedSet<Integer> unknownYears(LocalDate begin, LocalDate end) {
		return IntStream.rangeClosed(begin.getYear(), end.getYear())
			.filter(year -> !knows(year))
			.boxed()
			.collect(Collectors.toCollection(TreeSet::new));
	}

	/** The years without a table that a date was counted through since the start. */
	public SortedSet<Integer> guessedYears() {
		return new TreeSet<>(this.guessed);
	}

	/**
	 * Whether people work on this day. In a year without a table: Monday to Friday but
	 * for what the law fixes by date (《全国年节及纪念日放假办法》第二条), and the year is noted.
	 */
	public boolean isWorkingDay(LocalDate day) {
		boolean weekday = day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
		if (knows(day.getYear())) {
			return this.workingByDate.getOrDefault(day, weekday);
		}
		if (this.guessed.add(day.getYear())) {
			log.warn("working days are provisional year={}: config/calendar.csv has no table of it", day.getYear());
		}
		return weekday && !FIXED.contains(MonthDay.from(day));
	}

	/** The n-th working day after this day, which itself does not count (民法典 第二百零一条). */
	public LocalDate plus(LocalDate day, int workingDays) {
		return walk(day, workingDays, 1);
	}

	/** The n-th working day before this day, which itself does not count. */
	public LocalDate minus(LocalDate day, int workingDays) {
		return walk(day, workingDays, -1);
	}

	private LocalDate walk(LocalDate day, int workingDays, int step) {
		LocalDate current = day;
		for (int left = workingDays; left > 0;) {
			current = current.plusDays(step);
			left -= isWorkingDay(current) ? 1 : 0;
		}
		return current;
	}

	private static LocalDate date(CsvRow row) {
		try {
			return LocalDate.parse(row.value("date"));
		}
		catch (DateTimeParseException ex) {
			throw row.invalid("date", "a date such as 2024-12-31");
		}
	}

	private static boolean working(CsvRow row) {
		return switch (row.value("kind")) {
			case "WORK" -> true;
			case "OFF" -> false;
			default -> throw row.invalid("kind", "OFF or WORK");
		};
	}

}
