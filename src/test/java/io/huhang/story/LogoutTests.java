package io.huhang.story;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import io.huhang.Cast;
import io.huhang.HuhangTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@BrowserTest
@HuhangTest
@DisplayName("从 Tasklist 退出，或会话过期：回到门户登录页")
class LogoutTests {

	private static final String TASKLIST = "/camunda/app/tasklist/default/";

	@LocalServerPort
	private int port;

	@Test
	@DisplayName("退出后停在登录页，脚本均被安全策略放行")
	void logoutLeadsToThePortalsLogin() {
		List<String> violations = new CopyOnWriteArrayList<>();
		try (Browsers browsers = new Browsers(); Desk desk = open(browsers)) {
			desk.page().onConsoleMessage(message -> {
				if (message.text().contains("Content Security Policy")) {
					violations.add(message.text());
				}
			});
			Page page = desk.visit(TASKLIST).page();
			page.locator(".account.dropdown > a").click();
			page.locator(".logout a").click();

			assertThat(page).hasURL(Pattern.compile("/login\\?logout$"));
			assertThat(page.getByText("您已退出登录。")).isVisible();
			assertThat(violations).isEmpty();
		}
	}

	@Test
	@DisplayName("会话过期后，下一步操作转到登录页")
	void expiredSessionLeadsToThePortalsLogin() {
		try (Browsers browsers = new Browsers(); Desk desk = open(browsers)) {
			Page page = desk.visit(TASKLIST).page();
			page.locator(".start-process-action a").waitFor();
			page.context().clearCookies();
			act(page);

			assertThat(page).hasURL(Pattern.compile("/login$"));
		}
	}

	// The list may refresh, and leave, before a person is as fast, or while it acts.
	private static void act(Page page) {
		try {
			page.evaluate("document.querySelector('.start-process-action a')?.click()");
		}
		catch (PlaywrightException ex) {
			assertThat(ex).hasMessageContaining("navigation");
		}
	}

	private Desk open(Browsers browsers) {
		return browsers.open("http://localhost:" + this.port, Cast.OFFICER.id(), Cast.PASSWORD);
	}

}
