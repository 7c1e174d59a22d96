package io.huhang.story;

import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** One person at one window: what they do in portal and Tasklist, in their own words. */
final class Desk implements AutoCloseable {

	private static final double SLOW = 60_000;

	private static final Path SHOTS = Paths.get("target", "screenshots");

	private final String baseUrl;

	private final String userId;

	private final Page page;

	Desk(Browser browser, String baseUrl, String userId, String password) {
		this.baseUrl = baseUrl;
		this.userId = userId;
		this.page = browser
			.newContext(new Browser.NewContextOptions().setLocale("zh-CN")
				.setTimezoneId("Asia/Shanghai")
				.setViewportSize(1500, 1000)
				.setAcceptDownloads(true))
			.newPage();
		this.page.setDefaultTimeout(SLOW);
		this.page.navigate(baseUrl + "/login");
		this.page.getByLabel("用户名").fill(userId);
		this.page.getByLabel("密码").fill(password);
		this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("登录")).click();
		assertThat(this.page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1))).containsText("您好");
	}

	Page page() {
		return this.page;
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
		this.page.locator(".modal-footer .btn-primary").click();
		this.page.locator(".modal-dialog")
			.waitFor(new Locator.WaitForOptions()
				.setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
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
		waitForTask(task);
		task.first().locator("h4").click();
		this.page.locator("[cam-tasklist-task-form], .form-pane, .task-details").first().waitFor();
		Locator claim = this.page.locator(".claim-control .claim, button.claim, .claim");
		this.page.locator(".task-card .name, .task-details h2").first().waitFor();
		if (claim.count() > 0 && claim.first().isVisible()) {
			claim.first().click();
		}
		return this;
	}

	// Documents are made in the background: look again until the task is there.
	private void waitForTask(Locator task) {
		for (int look = 0; look < 60 && task.count() == 0; look++) {
			this.page.waitForTimeout(1000);
			if (look % 5 == 4) {
				this.page.reload();
			}
		}
		assertThat(task.first()).isVisible();
	}

	/** Types into a field of the form. */
	Desk type(String field, String text) {
		Locator input = this.page.locator("[name='%s']".formatted(field));
		assertThat(input).isEnabled();
		input.fill(text);
		return this;
	}

	/** Chooses or ticks. */
	Desk choose(String field, String value) {
		this.page.locator("input[name='%s'][value='%s']".formatted(field, value)).check();
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

	/** Presses Tasklist's own button and expects the form to be gone. */
	Desk complete() {
		press();
		assertThat(this.page.locator(".notifications")).containsText("成功");
		return this;
	}

	/** Presses Tasklist's own button. */
	Desk press() {
		this.page.locator(".form-actions .btn-primary, .btn-complete, button[ng-click*='complete']").last().click();
		return this;
	}

	/** The problems that stand at the fields. */
	List<String> problems() {
		Locator box = this.page.locator("[data-problems]");
		assertThat(box).isVisible();
		return box.locator("li").allInnerTexts();
	}

	/** Decides in a Camunda Form. */
	Desk decide(String label, String reason) {
		this.page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).check();
		if (!reason.isEmpty()) {
			this.page.getByLabel(Pattern.compile("理由|意见")).last().fill(reason);
		}
		return complete();
	}

	/** Downloads what a link leads to. */
	byte[] download(Locator link) {
		Download download = this.page.waitForDownload(link::click);
		try (java.io.InputStream content = download.createReadStream()) {
			return content.readAllBytes();
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	/** Keeps a picture for people to look at. */
	Desk shoot(String name) {
		this.page.screenshot(new Page.ScreenshotOptions().setPath(SHOTS.resolve(this.userId + "-" + name + ".png"))
			.setFullPage(true));
		return this;
	}

	@Override
	public void close() {
		this.page.context().close();
	}

}
