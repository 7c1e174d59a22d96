package io.huhang.campaign;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
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

	@Test
	@DisplayName("未知年份只按周末计算")
	void takesWeekdaysOfAnUnknownYearForWorkingDays() {
		assertThat(this.calendar.plus(LocalDate.of(2023, 11, 12), 5)).isEqualTo("2023-11-17");
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
