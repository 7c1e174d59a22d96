package io.huhang.recommendation;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

import io.huhang.campaign.Campaign;
import io.huhang.campaign.Campaigns;
import io.huhang.campaign.Reminders;
import io.huhang.campaign.WorkingCalendar;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

@DisplayName("各环节的期限（通知二（三），C16）")
class ClosingDatesTests {

	@Test
	@DisplayName("补齐纸质材料：5个工作日，可以在报送截止之后")
	void letsPaperBeSuppliedAfterTheDeadline() {
		WorkingCalendar calendar = mock(WorkingCalendar.class);
		when(calendar.plus(LocalDate.of(2024, 12, 31), 5)).thenReturn(LocalDate.of(2025, 1, 8));
		ClosingDates dates = new ClosingDates(Campaigns.packaged(), calendar, mock(Reviews.class),
				mock(Reopenings.class), mock(Reminders.class),
				Clock.fixed(Instant.parse("2024-12-31T08:00:00Z"), Campaign.ZONE));

		assertThat(dates.ofSupplement()).isEqualTo(Instant.parse("2025-01-08T16:00:00Z"))
			.isAfter(dates.ofRecommendations());
	}

}
