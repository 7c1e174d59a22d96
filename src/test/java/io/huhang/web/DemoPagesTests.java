package io.huhang.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.huhang.Cast;
import io.huhang.audit.AuditTrail;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.RefusedException;
import io.huhang.organization.Person;
import io.huhang.process.DemoClock;
import io.huhang.process.UpcomingTimers;
import io.huhang.process.UpcomingTimers.Timer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mockito.Mockito;

import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.ExtendedModelMap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

@DisplayName("演示时钟：协调人按小时或天向后调整，看到接下来的定时事项")
class DemoPagesTests {

	private final DemoClock demoClock = Mockito.mock(DemoClock.class);

	private final UpcomingTimers timers = Mockito.mock(UpcomingTimers.class);

	private final AuditTrail audit = Mockito.mock(AuditTrail.class);

	private final ExtendedModelMap model = new ExtendedModelMap();

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	private final DemoPages pages = new DemoPages(this.demoClock, this.timers,
			Clock.fixed(Instant.parse("2024-11-11T01:00:30Z"), Campaign.ZONE), this.audit);

	@ParameterizedTest(name = "{0} {1}")
	@CsvSource({ "5,HOURS,2024-11-11T06:00:00Z,2024-11-11 14:00", "50,DAYS,2024-12-31T01:00:00Z,2024-12-31 09:00" })
	@DisplayName("从页面所示时间起算，记入操作留痕")
	void movesByHoursOrDays(String count, String unit, Instant target, String recorded) {
		assertThat(this.pages.step("2024-11-11 09:00", count, unit, this.model, Cast.COORDINATOR, this.response))
			.isEqualTo("redirect:/clock");

		verify(this.demoClock).advanceTo(target);
		verify(this.audit).record(Cast.COORDINATOR.id(), "clock.advance", recorded);
	}

	@ParameterizedTest(name = "{0}|{1}|{2}")
	@CsvSource(delimiter = '|', value = { "2024-11-11 09:00|0|DAYS|请填写1至9999的整数，并选择小时或者天。",
			"2024-11-11 09:00|-3|DAYS|请填写1至9999的整数，并选择小时或者天。", "2024-11-11 09:00|1.5|HOURS|请填写1至9999的整数，并选择小时或者天。",
			"2024-11-11 09:00|99999|HOURS|请填写1至9999的整数，并选择小时或者天。", "2024-11-11 09:00|1|YEARS|请填写1至9999的整数，并选择小时或者天。",
			"gestern|1|DAYS|本页面显示的时间不能识别，请刷新页面后重新调整。" })
	@DisplayName("写错的，说明怎样填写，时间不变")
	void wrongStepsAreExplained(String from, String count, String unit, String problem) {
		assertThat(this.pages.step(from, count, unit, this.model, Cast.COORDINATOR, this.response)).isEqualTo("clock");

		assertThat(this.response.getStatus()).isEqualTo(422);
		assertThat(this.model).containsEntry("problem", problem).containsEntry("from", "2024-11-11 09:00");
		verifyNoInteractions(this.demoClock, this.audit);
	}

	@ParameterizedTest
	@CsvSource({ "2024-02-30 09:00", "2024-12-31T09:00", "31.12.2024" })
	@DisplayName("不存在的日期和别的格式不猜")
	void datesAreNotGuessed(String target) {
		this.pages.advance(target, this.model, Cast.COORDINATOR, this.response);

		assertThat(this.model).containsEntry("problem", "请按“2024-12-31 09:00”的格式填写时间。").containsEntry("target", target);
		verifyNoInteractions(this.demoClock);
	}

	@Test
	@DisplayName("连点两次只调整一次：第二次因时间已过被拒，不留痕")
	void aSecondClickMovesNothing() {
		doThrow(new RefusedException("target", "演示时间只能向后调整，请选择晚于当前的时间。", "系统规则")).when(this.demoClock).advanceTo(any());

		this.pages.step("2024-11-11 08:00", "1", "HOURS", this.model, Cast.COORDINATOR, this.response);

		assertThat(this.model).containsEntry("problem", "演示时间只能向后调整，请选择晚于当前的时间。");
		verifyNoInteractions(this.audit);
	}

	@Test
	@DisplayName("列出接下来的定时事项，已到期的注明正在触发")
	void listsWhatComesNext() {
		when(this.timers.next(anyInt()))
			.thenReturn(List.of(new Timer(Instant.parse("2024-11-11T01:00:30Z"), "HH2024-AL-330000-0001", "申报截止前7天"),
					new Timer(Instant.parse("2024-12-17T16:00:00Z"), "HH2024-AL-330000-0001", "申报截止")));

		this.pages.clock(this.model, Cast.COORDINATOR);

		assertThat(this.model.get("timers"))
			.isEqualTo(List.of(new DemoPages.TimerLine("2024年11月11日 09:00", true, "HH2024-AL-330000-0001", "申报截止前7天"),
					new DemoPages.TimerLine("2024年12月18日 00:00", false, "HH2024-AL-330000-0001", "申报截止")));
	}

	@ParameterizedTest
	@MethodSource("others")
	@DisplayName("其他任何人：与不存在的页面一样，时间不变")
	void looksMissingToOthers(Person person) {
		assertThatThrownBy(() -> this.pages.clock(this.model, person)).isInstanceOf(MissingException.class);
		assertThatThrownBy(() -> this.pages.advance("2024-12-31 09:00", this.model, person, this.response))
			.isInstanceOf(MissingException.class);
		assertThatThrownBy(() -> this.pages.step("2024-11-11 09:00", "1", "DAYS", this.model, person, this.response))
			.isInstanceOf(MissingException.class);
		verifyNoInteractions(this.demoClock, this.audit);
	}

	static Stream<Person> others() {
		return Stream.concat(Cast.OUTSIDERS.stream(), Cast.STAFF.stream()).filter(person -> person != Cast.COORDINATOR);
	}

}
