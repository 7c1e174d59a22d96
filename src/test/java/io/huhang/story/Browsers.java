package io.huhang.story;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;

/**
 * Windows of one Chromium, Debian's, driven by Playwright. It is started once: each start
 * takes seconds, and the windows of a test share nothing with those of another.
 */
final class Browsers implements AutoCloseable {

	/** Where Debian's package puts it; another place can be named in the environment. */
	static final Path CHROMIUM = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));

	// A busy machine may take its time; what is wrong stays wrong.
	private static final double PATIENCE = 30_000;

	private static Browser started;

	private final Browser browser = browser();

	private final Map<String, Desk> desks = new HashMap<>();

	private final List<BrowserContext> windows = new ArrayList<>();

	private static Browser browser() {
		if (started == null || !started.isConnected()) {
			started = start();
		}
		return started;
	}

	// Ends with the process.
	private static Browser start() {
		Map<String, String> environment = new HashMap<>(System.getenv());
		environment.put("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
		PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
		return Playwright.create(new Playwright.CreateOptions().setEnv(environment))
			.chromium()
			.launch(new LaunchOptions().setExecutablePath(CHROMIUM)
				.setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
						"--disable-background-networking", "--disable-component-update", "--disable-sync")));
	}

	/**
	 * The window of this person, logged in: the same one until it is closed, since each
	 * open Tasklist goes on asking for news.
	 */
	Desk desk(String baseUrl, String userId, String password) {
		return this.desks.compute(userId,
				(id, desk) -> (desk != null && !desk.page().isClosed()) ? desk : open(baseUrl, id, password));
	}

	/** A window of its own for one person, logged in. */
	Desk open(String baseUrl, String userId, String password) {
		return new Desk(window(1500, 1000), baseUrl, userId, password);
	}

	/** A window of its own for somebody who is not logged in. */
	Page open() {
		return window(1200, 900);
	}

	private Page window(int width, int height) {
		BrowserContext window = this.browser.newContext(new Browser.NewContextOptions().setLocale("zh-CN")
			.setTimezoneId("Asia/Shanghai")
			.setViewportSize(width, height));
		this.windows.add(window);
		return window.newPage();
	}

	@Override
	public void close() {
		this.windows.forEach(BrowserContext::close);
	}

}
