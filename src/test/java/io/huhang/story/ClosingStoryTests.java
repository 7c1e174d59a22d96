package io.huhang.story;

import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.EachTestAsStarted;
import io.huhang.HuhangTest;
import io.huhang.process.DemoClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@BrowserTest
@HuhangTest
@EachTestAsStarted
@DisplayName("表单开着时到了截止：当即显示已截止，提交被拒绝并说明服务器时间（通知二（三））")
class ClosingStoryTests {

	private static final Instant CLOSING = Instant.parse("2024-12-17T16:00:00Z");

	private static final Duration LEFT = Duration.ofMinutes(20);

	@LocalServerPort
	private int port;

	private final Cases cases;

	private final DemoClock clock;

	private Browsers browsers;

	ClosingStoryTests(Cases cases, DemoClock clock) {
		this.cases = cases;
		this.clock = clock;
	}

	@BeforeEach
	void open() {
		this.cases.endAll();
		this.browsers = new Browsers();
	}

	@AfterEach
	void close() {
		this.browsers.close();
		this.cases.endAll();
	}

	@Test
	@DisplayName("盖章后提交：截止前打开，到点不用刷新就显示已截止，此后提交看到截止时间和服务器时间")
	void saysClosedAtThatInstant() {
		this.cases.sealed();
		Desk desk = this.browsers.desk("http://localhost:" + this.port, Cast.APPLICANT_A.id(), Cast.PASSWORD);
		this.clock.advanceTo(CLOSING.minus(LEFT));
		desk.page().clock().install();
		desk.openTask("盖章后提交");
		Locator left = desk.page().locator("[data-left]");
		PlaywrightAssertions.assertThat(left).not().hasText("（已截止）");

		this.clock.advanceTo(CLOSING.plusSeconds(1));
		desk.page().clock().fastForward(LEFT.toMillis());

		PlaywrightAssertions.assertThat(left).hasText("（已截止）");
		desk.shoot("closed").press();

		assertThat(desk.problems()).first()
			.asString()
			.matches(Pattern.compile("申报已于2024年12月17日24:00截止（服务器时间2024年12月18日 00:0\\d），不能再提交。.*"));
	}

}
