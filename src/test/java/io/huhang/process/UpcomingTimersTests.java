package io.huhang.process;

import java.util.List;

import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.process.UpcomingTimers.Timer;
import io.huhang.recommendation.ClosingDates;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@HuhangTest
@DisplayName("接下来到期的定时事项：按时间先后，写明业务编号和图上的名称")
class UpcomingTimersTests {

	private static final int ALL = 1000;

	private final Cases cases;

	private final ClosingDates closingDates;

	private final UpcomingTimers timers;

	UpcomingTimersTests(Cases cases, ClosingDates closingDates, UpcomingTimers timers) {
		this.cases = cases;
		this.closingDates = closingDates;
		this.timers = timers;
	}

	@AfterEach
	void end() {
		this.cases.endAll();
	}

	@Test
	@DisplayName("填报中的案例：申报截止在列（通知二（三））")
	void namesTheClosingOfAnOpenCase() {
		String number = this.cases.begin(Cast.APPLICANT_A);

		List<Timer> all = this.timers.next(ALL);

		List<Timer> ofTheCase = all.stream().filter(timer -> timer.number().equals(number)).toList();
		assertThat(ofTheCase).extracting(Timer::due).contains(this.closingDates.ofFirstFilings(Cast.AUTHORITY));
		assertThat(ofTheCase).extracting(Timer::label)
			.allSatisfy(label -> assertThat(label).containsPattern("\\p{IsHan}"));
		assertThat(all).extracting(Timer::due).isSorted();
		assertThat(this.timers.next(1)).containsExactly(all.get(0));
	}

}
