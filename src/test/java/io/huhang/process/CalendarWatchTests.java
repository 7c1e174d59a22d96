package io.huhang.process;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.huhang.Cast;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.CampaignDates;
import io.huhang.campaign.Campaigns;
import io.huhang.mail.Letters;
import io.huhang.organization.People;
import io.huhang.organization.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

@DisplayName("缺少放假安排的年份提示协调人（工作日，民法典第二百零一条）")
class CalendarWatchTests {

	private final People people = Mockito.mock(People.class);

	private final Letters letters = Mockito.mock(Letters.class);

	@BeforeEach
	void prepare() {
		when(this.people.with(Role.COORDINATOR, "")).thenReturn(List.of(Cast.COORDINATOR));
	}

	private CalendarWatch on(String day) {
		CampaignDates dates = Mockito.mock(CampaignDates.class);
		when(dates.deadline()).thenReturn(Campaigns.packaged().deadline().toInstant());
		return new CalendarWatch(Campaigns.calendar(), dates, this.people, this.letters,
				Clock.fixed(Instant.parse(day + "T01:00:00Z"), Campaign.ZONE));
	}

	@Test
	@DisplayName("本次活动期间各年都有安排：不提示，不写信")
	void isSilentWhileTheTablesReach() {
		CalendarWatch watch = on("2024-11-11");

		watch.tell();

		assertThat(watch.yearsWithoutTable()).isEmpty();
		verifyNoInteractions(this.letters);
	}

	@Test
	@DisplayName("期限可能跨入缺少安排的年份：提前两个月提示，并给每位协调人写信")
	void flagsTheYearBeforeItBegins() {
		assertThat(on("2026-11-01").yearsWithoutTable()).isEmpty();
		CalendarWatch watch = on("2026-11-02");

		watch.tell();

		assertThat(watch.yearsWithoutTable()).containsExactly(2027);
		verify(this.letters).write("calendar-missing", "calendar-2027", "missing", Cast.COORDINATOR.email(),
				Cast.COORDINATOR.name(), Map.of("year", "2027"), List.of());
	}

}
