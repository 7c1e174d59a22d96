package io.huhang.paper;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

import io.huhang.campaign.Campaign;
import io.huhang.campaign.Campaigns;
import io.huhang.campaign.WorkingCalendar;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

@DisplayName("补齐纸质材料的期限（通知二（三），C16）")
class PaperCountingTests {

	@Test
	@DisplayName("补齐纸质材料：5个工作日，可以在报送截止之后")
	void letsPaperBeSuppliedAfterTheDeadline() {
		WorkingCalendar calendar = mock(WorkingCalendar.class);
		when(calendar.plus(LocalDate.of(2024, 12, 31), 5)).thenReturn(LocalDate.of(2025, 1, 8));
		Campaign campaign = Campaigns.packaged();
		PaperCounting counting = new PaperCounting(mock(PaperRounds.class), campaign, calendar,
				Clock.fixed(Instant.parse("2024-12-31T08:00:00Z"), Campaign.ZONE));

		assertThat(counting.supplementDue()).isEqualTo(Instant.parse("2025-01-08T16:00:00Z"))
			.isAfter(campaign.deadline().toInstant());
	}

}
