package io.huhang.process;

import java.time.Duration;
import java.util.Optional;

import io.huhang.campaign.CampaignClock;
import io.huhang.campaign.StartRefusedException;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.mockito.Mockito;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("正式环境不用演示过的数据库（设计§8）")
class SampleDataCheckTests {

	private final People people = Mockito.mock(People.class);

	private final CampaignClock clock = Mockito.mock(CampaignClock.class);

	private final SampleDataCheck check = new SampleDataCheck(this.people, this.clock);

	@BeforeEach
	void empty() {
		Mockito.when(this.people.find(Mockito.anyString())).thenReturn(Optional.empty());
		Mockito.when(this.clock.offset()).thenReturn(Duration.ofDays(-2));
	}

	private void add(String id, String email) {
		Mockito.when(this.people.find(id))
			.thenReturn(Optional.of(new Person(id, "甲样例", email, "13900000000", Role.ADMINISTRATOR, "")));
	}

	@Test
	@DisplayName("空数据库可以启动，自有账号名为 admin 也可以")
	void startsWithoutSamples() {
		add("admin", "admin@miit.example");

		assertThatCode(this.check::afterSingletonsInstantiated).doesNotThrowAnyException();
	}

	@Test
	@DisplayName("有演示账号、演示时钟：拒绝启动，逐项说明")
	void refusesSamplesAndTheirClock() {
		add("hailan", "hailan@example.cn");
		add("admin", "admin@example.cn");
		Mockito.when(this.clock.isDemo()).thenReturn(true);

		assertThatExceptionOfType(StartRefusedException.class).isThrownBy(this.check::afterSingletonsInstantiated)
			.withMessage("the database has sample accounts of the demo: hailan, admin\n"
					+ "the database's clock is the demo's, PT-48H off: production begins with an empty database");
	}

}
