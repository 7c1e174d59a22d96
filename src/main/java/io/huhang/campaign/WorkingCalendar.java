package io.huhang.campaign;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;

/**
 * Working days (工作日) of the State Council's yearly tables, from
 * {@code config/calendar.csv}. A year without a table is never guessed silently:
 * {@link #knows} tells.
 */
@Component
public class WorkingCalendar {

	private final Map<LocalDate, Boolean> workingByDate = new TreeMap<>();

	private final Set<Integer> years;

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

	public boolean isWorkingDay(LocalDate day) {
		boolean weekday = day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY;
		return this.workingByDate.getOrDefault(day, weekday);
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
