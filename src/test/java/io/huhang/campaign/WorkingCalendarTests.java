package io.huhang.campaign;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DisplayName("工作日按国务院办公厅的节假日安排计算")
class WorkingCalendarTests {

	private final WorkingCalendar calendar = new WorkingCalendar(new ConfigFiles());

	@ParameterizedTest(name = "{0}后第{1}个工作日是{2}")
	@CsvSource({ "2024-09-27,5,2024-10-10", "2024-12-31,5,2025-01-08", "2025-01-24,5,2025-02-07",
			"2025-09-26,7,2025-10-13", "2026-02-13,5,2026-02-27", "2024-11-11,0,2024-11-11",
			"2024-11-15,1,2024-11-18" })
	@DisplayName("起始当日不计入（民法典第二百零一条）")
	void countsForwardWithoutTheFirstDay(LocalDate start, int days, LocalDate expected) {
		assertThat(this.calendar.plus(start, days)).isEqualTo(expected);
	}

	@ParameterizedTest(name = "{0}前第{1}个工作日是{2}")
	@CsvSource({ "2024-12-31,10,2024-12-17", "2024-10-08,1,2024-09-30", "2024-10-10,4,2024-09-29",
			"2025-01-01,1,2024-12-31" })
	@DisplayName("向前推算同样不计起始当日")
	void countsBackward(LocalDate start, int days, LocalDate expected) {
		assertThat(this.calendar.minus(start, days)).isEqualTo(expected);
	}

	@ParameterizedTest(name = "{0}年{1}个工作日")
	@CsvSource({ "2024,251", "2025,248", "2026,248" })
	@DisplayName("三年的工作日总数")
	void knowsThreeYears(int year, long workingDays) {
		long counted = IntStream.rangeClosed(1, LocalDate.of(year, 12, 31).getDayOfYear())
			.mapToObj(day -> LocalDate.ofYearDay(year, day))
			.filter(this.calendar::isWorkingDay)
			.count();

		assertThat(counted).isEqualTo(workingDays);
		assertThat(this.calendar.knows(year)).isTrue();
	}

	@Test
	@DisplayName("没有安排表的年份不算已知")
	void doesNotKnowTheYearsAround() {
		assertThat(this.calendar.knows(2023)).isFalse();
		assertThat(this.calendar.knows(2027)).isFalse();
	}

	@ParameterizedTest(name = "{0}年")
	@CsvSource(delimiter = '|', value = {
			"2024|01-01 02-10/02-17 04-04/04-06 05-01/05-05 06-10 09-15/09-17 10-01/10-07|02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12",
			"2025|01-01 01-28/02-04 04-04/04-06 05-01/05-05 05-31/06-02 10-01/10-08|01-26 02-08 04-27 09-28 10-11",
			"2026|01-01/01-03 02-15/02-23 04-04/04-06 05-01/05-05 06-19/06-21 09-25/09-27 10-01/10-07|01-04 02-14 02-28 05-09 09-20 10-10" })
	@DisplayName("逐日与国务院办公厅公布的放假和调休日期一致")
	void agreesDayByDayWithThePublishedTables(int year, String off, String working) {
		Set<LocalDate> rest = days(year, off);
		Set<LocalDate> work = days(year, working);

		for (LocalDate day = LocalDate.of(year, 1, 1); day.getYear() == year; day = day.plusDays(1)) {
			boolean weekday = day.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue();
			assertThat(this.calendar.isWorkingDay(day)).as("%s", day)
				.isEqualTo(work.contains(day) || (weekday && !rest.contains(day)));
		}
	}

	private static Set<LocalDate> days(int year, String spans) {
		Set<LocalDate> days = new HashSet<>();
		for (String span : spans.split(" ")) {
			String[] ends = span.split("/");
			LocalDate last = LocalDate.parse(year + "-" + ends[ends.length - 1]);
			LocalDate.parse(year + "-" + ends[0]).datesUntil(last.plusDays(1)).forEach(days::add);
		}
		return days;
	}

	@Test
	@DisplayName("未知年份按周一至周五扣除法定固定节日推算，并记下该年，从不默默推算")
	void countsThroughAnUnknownYearProvisionallyAndNotesIt() {
		assertThat(this.calendar.plus(LocalDate.of(2023, 11, 12), 5)).isEqualTo("2023-11-17");
		assertThat(this.calendar.guessedYears()).containsExactly(2023);

		assertThat(this.calendar.plus(LocalDate.of(2026, 12, 30), 5)).isEqualTo("2027-01-07");
		assertThat(this.calendar.plus(LocalDate.of(2027, 9, 30), 1)).isEqualTo("2027-10-04");

		assertThat(this.calendar.guessedYears()).containsExactly(2023, 2027);
	}

	@Test
	@DisplayName("已知年份内的推算不记任何年份；所及年份缺表可以查出")
	void namesTheYearsWithoutATable() {
		this.calendar.plus(LocalDate.of(2026, 2, 13), 5);

		assertThat(this.calendar.guessedYears()).isEmpty();
		assertThat(this.calendar.unknownYears(LocalDate.of(2023, 12, 31), LocalDate.of(2028, 1, 1)))
			.containsExactly(2023, 2027, 2028);
		assertThat(this.calendar.unknownYears(LocalDate.of(2024, 1, 1), LocalDate.of(2026, 12, 31))).isEmpty();
	}

	@Test
	@DisplayName("错误的单元格指出文件、行、列和要求")
	void namesTheWrongCell() {
		assertThatThrownBy(() -> calendar("date,kind\n2024-01-01,OFF\n2024-13-01,OFF\n"))
			.isInstanceOf(InvalidConfigurationException.class)
			.hasMessage(
					"config/calendar.csv: line 3, column date = \"2024-13-01\": expected a date such as 2024-12-31");
		assertThatThrownBy(() -> calendar("date,kind\n2024-01-01,休\n"))
			.hasMessage("config/calendar.csv: line 2, column kind = \"休\": expected OFF or WORK");
		assertThatThrownBy(() -> calendar("date,kind\n2024-01-01\n"))
			.hasMessage("config/calendar.csv: line 2: expected 2 cells");
		assertThatThrownBy(() -> calendar("day,kind\n"))
			.hasMessage("config/calendar.csv: line 1: expected the columns date,kind");
	}

	private static WorkingCalendar calendar(String table) {
		return new WorkingCalendar(new ConfigFiles() {
			@Override
			public Resource find(String name) {
				return new ByteArrayResource(table.getBytes(StandardCharsets.UTF_8)) {
					@Override
					public String getFilename() {
						return name;
					}
				};
			}
		});
	}

}
