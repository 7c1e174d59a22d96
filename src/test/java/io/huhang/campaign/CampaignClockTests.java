package io.huhang.campaign;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

import javax.sql.DataSource;

import io.huhang.SqlTest;
import io.huhang.TestDatabase;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@SqlTest
@DisplayName("演示时钟只能向后，调到几点就是几点")
class CampaignClockTests {

	private static final Instant NEW_YEAR = Instant.parse("2024-12-31T16:00:00Z");

	private CampaignClock clock;

	@BeforeEach
	void begin() throws SQLException {
		DataSource source = TestDatabase.newDataSource();
		Flyway.configure().dataSource(source).locations("classpath:db/migration/campaign").load().migrate();
		this.clock = new CampaignClock(JdbcClient.create(source), new DatabaseKind(source));
		this.clock.beginAt(Instant.parse("2024-11-11T01:00:00.250Z"));
	}

	@Test
	@DisplayName("调到元旦零点：已是零点，不是前一秒")
	void isNotBeforeWhatWasAskedFor() {
		this.clock.advanceTo(NEW_YEAR);

		assertThat(this.clock.instant()).isBetween(NEW_YEAR, NEW_YEAR.plusSeconds(30));
	}

	@Test
	@DisplayName("不能退回，也不能一次走得太远")
	void neverGoesBack() {
		this.clock.advanceTo(NEW_YEAR);

		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.clock.advanceTo(NEW_YEAR.minus(Duration.ofMinutes(1))));
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.clock.advanceTo(NEW_YEAR.plus(CampaignClock.FARTHEST).plus(Duration.ofMinutes(1))));
	}

}
