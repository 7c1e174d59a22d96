package io.huhang.story;

import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** One person at one window: what they do in portal and Tasklist. */
final class Desk implements AutoCloseable {

	private static final double SLOW = 60_000;

	private static final int PATIENCE = 90;

	private static final Path SHOTS = Paths.get("target", "screenshots");

	// Each picture takes a second, and in CI nobody looks at it.
	private static final boolean UNWATCHED = System.getenv("CI") != null;

	private final String baseUrl;

	private final String userId;

	private final Page page;

	Desk(Page page, String baseUrl, String userId, String password) {
		this.baseUrl = baseUrl;
		this.userId = userId;
		this.page = page;
		this.page.setDefaultTimeout(SLOW);
		logIn(password);
		assertThat(this.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).containsText("您好");
	}

	/** Logs in at this window, for the first time or again. */
	Desk logIn(String password) {
		this.page.navigate(this.baseUrl + "/login");
		this.page.getByLabel("登录名或邮箱").fill(this.userId);
		this.page.getByLabel("密码").fill(password);
		this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("登录")).click();
		this.page.waitForURL(url -> !url.endsWith("/login"));
		return this;
	}

	Page page() {
		return this.page;
	}

	/** Looks again until the portal's page at hand shows this text in its list. */
	Desk awaits(String text) {
		lookUntilThere(this.page.locator("main table").getByText(text).first());
		return this;
	}

	/** Opens a page of the portal. */
	Desk visit(String path) {
		this.page.navigate(this.baseUrl + path);
		return this;
	}

	/** Opens the start form of this process in Tasklist. */
	Desk beginProcess(String name) {
		visit("/camunda/app/tasklist/default/");
		this.page.locator(".start-process-action a").click();
		this.page.locator(".modal-dialog").getByText(name, new Locator.GetByTextOptions().setExact(true)).click();
		this.page.locator(".modal-dialog form.annex").waitFor();
		return this;
	}

	/** Presses the start form's button and waits until the form is gone. */
	Desk start() {
		this.page.locator("button[ng-click='startProcessInstance()']").click();
		this.page.locator(".modal-dialog")
			.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
		return this;
	}

	/**
	 * Opens the task whose title contains all these words, claiming it where it is
	 * offered to a group.
	 */
	Desk openTask(String... words) {
		visit("/camunda/app/tasklist/default/");
		Locator task = this.page.locator("ol.tasks-list > li.task");
		for (String word : words) {
			task = task.filter(new Locator.FilterOptions().setHasText(word));
		}
		lookUntilThere(task.first());
		task.first().locator("h4").click();
		Locator claim = this.page.locator("button[ng-click='claim()']");
		Locator complete = this.page.locator("button[ng-click='complete()']");
		claim.or(this.page.locator("button[ng-click='unclaim()']")).first().waitFor();
		if (claim.isVisible()) {
			claim.click();
		}
		complete.waitFor();
		this.page.locator("form.annex.loaded, .fjs-container").first().waitFor();
		return this;
	}

	/** Types into a field of the form. */
	Desk type(String field, String text) {
		this.page.locator("[name='%s']".formatted(field)).fill(text);
		return this;
	}

	/** Chooses or ticks. */
	Desk choose(String field, String value) {
		tick(this.page.locator("input[name='%s'][value='%s']".formatted(field, value)));
		return this;
	}

	// Without the mouse, which misses what an answer of the server moves away.
	static void tick(Locator box) {
		assertThat(box).isEnabled();
		if (!box.isChecked()) {
			box.dispatchEvent("click");
		}
		assertThat(box).isChecked();
	}

	/** Ticks a place of the application for a correction and says why. */
	Desk tick(String target, String reason) {
		tick(this.page.locator("[data-tick='%s']".formatted(target)));
		this.page.locator("[data-reason='%s']".formatted(target)).fill(reason);
		return this;
	}

	/** Scores every criterion of 评价. */
	Desk score() {
		Locator scores = this.page.locator("[data-score]:enabled");
		scores.first().waitFor();
		for (Locator score : scores.all()) {
			score.fill("16");
		}
		return this;
	}

	/**
	 * Puts a file into the slot of this field and waits until the server has taken it.
	 */
	Desk attach(String field, String name, byte[] content) {
		Locator slot = this.page.locator("[data-field='%s'] input[type=file]".formatted(field)).first();
		this.page.waitForResponse(response -> response.url().contains("/files/") && response.status() == 201,
				() -> slot.setInputFiles(new FilePayload(name, "application/octet-stream", content)));
		return this;
	}

	/** Presses Tasklist's own button. */
	Desk press() {
		Locator button = this.page.locator("button[ng-click='complete()']");
		assertThat(button).isEnabled();
		button.click();
		return this;
	}

	/** Presses Tasklist's own button and waits until the form is gone. */
	Desk complete() {
		press();
		this.page.locator("button[ng-click='complete()']")
			.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
		return this;
	}

	/** The problems as listed above the form. */
	List<String> problems() {
		Locator box = this.page.locator("[data-problems]");
		assertThat(box).isVisible();
		return box.locator("li").allInnerTexts();
	}

	/** Decides in a Camunda Form. */
	Desk decide(String label, String reason) {
		tick(this.page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)));
		if (!reason.isEmpty()) {
			this.page.getByLabel(Pattern.compile("理由")).fill(reason);
		}
		return complete();
	}

	/** What a link of the current page leads to, fetched as this person. */
	byte[] download(String linkText) {
		Locator link = this.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(linkText)).first();
		return fetch(link.getAttribute("href"));
	}

	/** Fetches a path as this person. */
	byte[] fetch(String path) {
		return this.page.request().get(this.baseUrl + path).body();
	}

	/** The status of a path for this person. */
	int status(String path) {
		return this.page.request().get(this.baseUrl + path).status();
	}

	/** Keeps a picture for people to look at. */
	Desk shoot(String name) {
		shoot(this.page, this.userId + "-" + name);
		return this;
	}

	/** Keeps a picture of a window of somebody who is not logged in yet. */
	static void shoot(Page page, String name) {
		if (!UNWATCHED) {
			page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")).setFullPage(true));
		}
	}

	// Documents are made in the background and lists refresh slowly: look again until it
	// is there.
	private void lookUntilThere(Locator wanted) {
		for (int look = 1; look < PATIENCE && !wanted.isVisible(); look++) {
			this.page.waitForTimeout(1000);
			if (look % 5 == 0) {
				this.page.reload();
			}
		}
		assertThat(wanted).isVisible();
	}

	@Override
	public void close() {
		this.page.context().close();
	}

}
