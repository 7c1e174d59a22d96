package io.huhang.story;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import io.huhang.Cast;
import io.huhang.HuhangTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@BrowserTest
@HuhangTest
@DisplayName("首次打开待办、运行监控、用户管理、首页：译文来得再晚，也不出现词条代码")
class FirstTextsTests {

	private static final int LATE_MILLIS = 1500;

	private static final int PATIENCE_MILLIS = 60_000;

	/** Notes, whenever the browser is about to paint, what is nothing but a key. */
	private static final String WATCH = """
			window.keysSeen = [];
			const note = text => {
			  if (/^[A-Z]+(_[A-Z]+)+$/.test((text || '').trim())) {
			    window.keysSeen.push(text.trim());
			  }
			};
			const look = node => {
			  if (node.nodeType === Node.TEXT_NODE) {
			    note(node.nodeValue);
			    return;
			  }
			  ['title', 'placeholder', 'aria-label'].forEach(name => note(node.getAttribute?.(name)));
			  node.childNodes.forEach(look);
			};
			const watch = () => {
			  look(document);
			  window.requestAnimationFrame(watch);
			};
			window.requestAnimationFrame(watch);
			""";

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@CsvSource({ "tasklist, 发起流程", "cockpit, 流程定义", "admin, 用户", "welcome, 门户" })
	@DisplayName("译文迟到一秒半：先等待，再以中文显示，期间没有词条代码")
	void waitsForItsTexts(String app, String chinese) {
		AtomicInteger asked = new AtomicInteger();
		try (Browsers browsers = new Browsers();
				Desk desk = browsers.open("http://localhost:" + this.port, Cast.ADMINISTRATOR.id(), Cast.PASSWORD)) {
			Page page = desk.page();
			page.addInitScript(WATCH);
			page.route("**/locales/zh.json*", route -> answerLate(route, asked));
			desk.visit("/camunda/app/%s/default/".formatted(app));
			assertThat(page.locator("body")).containsText(chinese,
					new ContainsTextOptions().setTimeout(PATIENCE_MILLIS));

			assertThat(page.evaluate("window.keysSeen")).isEqualTo(List.of());
			assertThat(asked).hasPositiveValue();
		}
	}

	// Not a sleep: the browser's own timer, while the page goes on.
	private static void answerLate(Route route, AtomicInteger asked) {
		asked.incrementAndGet();
		route.request().frame().page().waitForTimeout(LATE_MILLIS);
		route.resume();
	}

}
