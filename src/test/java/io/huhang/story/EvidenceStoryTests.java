package io.huhang.story;

import java.nio.file.Paths;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.application.CaseForms;
import io.huhang.application.Revisions;
import io.huhang.attachment.Attachments;
import io.huhang.attachment.SampleFiles;
import io.huhang.attachment.StoredFile;
import io.huhang.draft.Drafts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@BrowserTest
@HuhangTest
@DisplayName("证明材料在申报表中：逐项上传，一份多用，断网重试，刷新不丢（附件1 三，填表须知二）")
class EvidenceStoryTests {

	@LocalServerPort
	private int port;

	private final Cases cases;

	private final Drafts drafts;

	private final Attachments attachments;

	private Browsers browsers;

	private String number;

	EvidenceStoryTests(Cases cases, Drafts drafts, Attachments attachments) {
		this.cases = cases;
		this.drafts = drafts;
		this.attachments = attachments;
	}

	@BeforeEach
	void open() {
		this.browsers = new Browsers();
		this.number = this.cases.begin(Cast.APPLICANT_A);
		this.drafts.save(this.number, Revisions.FORM, 0, CaseForms.aCase().form(), Cast.APPLICANT_A.id());
	}

	@AfterEach
	void close() {
		this.browsers.close();
		this.cases.endAll();
	}

	@Test
	@DisplayName("从缺三项到齐备")
	void fillsTheSlots() {
		Desk desk = this.browsers.open("http://localhost:" + this.port, Cast.APPLICANT_A.id(), Cast.PASSWORD);
		List<String> violations = new CopyOnWriteArrayList<>();
		desk.page().onConsoleMessage(message -> {
			if (message.text().contains("Content Security Policy")) {
				violations.add(message.text());
			}
		});
		desk.openTask("填写申报书");
		state(desk, "本方向需附材料 3 项，还缺 3 项。");
		shoot(desk, "empty");

		uploadsInSpiteOfACutConnection(desk);
		desk.attach("evidence-D1-assessment", "评测与整改报告.pdf", SampleFiles.pdf(3));
		state(desk, "本方向需附材料 3 项，还缺 1 项。");
		refusesAnOfficeFileInASlot(desk);
		usesOneFileTwice(desk);
		desk.attach("evidence", "风险台账.xlsx", SampleFiles.xlsx());
		desk.attach("evidence", "误传.pdf", SampleFiles.pdf(1));
		saved(desk);
		shoot(desk, "complete");

		staysAfterAReload(desk);
		takesTheWrongFileAway(desk);
		keepsFilesWhenTheDirectionChanges(desk);
		assertThat(violations).isEmpty();
		assertThat(this.attachments.of(this.number, Revisions.EVIDENCE)).extracting(StoredFile::name)
			.containsExactly("定级报告.pdf", "评测与整改报告.pdf", "风险台账.xlsx");
	}

	// The same file once more under the same key: it is kept once.
	private void uploadsInSpiteOfACutConnection(Desk desk) {
		desk.page().route("**/files/evidence", route -> route.abort("connectionreset"));
		Locator slot = slot(desk, "D1-rating");
		slot.locator("input[type=file]")
			.setInputFiles(new FilePayload("定级报告.pdf", "application/pdf", SampleFiles.pdf(2)));
		PlaywrightAssertions.assertThat(slot).containsText("网络中断，文件未上传。");
		shoot(desk, "cut");
		desk.page().unroute("**/files/evidence");
		slot.getByText("重试").click();
		PlaywrightAssertions.assertThat(slot.locator(".mark")).hasText("已提供");
	}

	private void refusesAnOfficeFileInASlot(Desk desk) {
		Locator slot = slot(desk, "D1-rectification");
		slot.locator("input[type=file]")
			.setInputFiles(new FilePayload("整改报告.docx", "application/octet-stream", new byte[] { 1 }));
		PlaywrightAssertions.assertThat(slot).containsText("不能装订，请转换为PDF后上传");
		slot.getByText("移除").click();
	}

	private void usesOneFileTwice(Desk desk) {
		Desk.tick(desk.page().getByLabel("评测与整改报告.pdf 作为 整改报告"));
		PlaywrightAssertions.assertThat(slot(desk, "D1-rectification").locator(".mark")).hasText("已提供");
		state(desk, "本方向需附材料 3 项，已齐备。");
	}

	private void staysAfterAReload(Desk desk) {
		desk.openTask("填写申报书");
		state(desk, "本方向需附材料 3 项，已齐备。");
		PlaywrightAssertions.assertThat(desk.page().getByLabel("评测与整改报告.pdf 作为 评测报告")).isChecked();
		PlaywrightAssertions.assertThat(desk.page().getByLabel("评测与整改报告.pdf 作为 整改报告")).isChecked();
		PlaywrightAssertions.assertThat(desk.page().getByLabel("误传.pdf 作为 定级报告")).not().isChecked();
		Locator preview = desk.page().getByLabel("预览 评测与整改报告.pdf");
		desk.visit(preview.getAttribute("href"));
		PlaywrightAssertions.assertThat(desk.page().locator("img")).hasCount(3);
		desk.shoot("evidence-preview").openTask("填写申报书");
		state(desk, "本方向需附材料 3 项，已齐备。");
	}

	private void takesTheWrongFileAway(Desk desk) {
		Locator delete = desk.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("删除 误传.pdf"));
		delete.click();
		delete.click();
		PlaywrightAssertions.assertThat(delete).hasCount(0);
	}

	private void keepsFilesWhenTheDirectionChanges(Desk desk) {
		desk.choose("direction", "D3");
		state(desk, "本方向需附材料 2 项，还缺 2 项。");
		PlaywrightAssertions.assertThat(desk.page().locator("td.use").first()).containsText("未归类");
		shoot(desk, "other-direction");
		desk.choose("direction", "D1").choose("industrialLevel", "三级");
		state(desk, "本方向需附材料 3 项，已齐备。");
		saved(desk);
	}

	private static Locator slot(Desk desk, String id) {
		return desk.page().locator("[data-field='evidence-%s']".formatted(id));
	}

	private static void state(Desk desk, String text) {
		PlaywrightAssertions.assertThat(desk.page().locator("[data-evidence-state]")).hasText(text);
	}

	/** The part of the form that holds the evidence, however long it is. */
	private static void shoot(Desk desk, String name) {
		desk.page().setViewportSize(1500, 5000);
		desk.page()
			.locator("section.sheet:has([data-slots])")
			.screenshot(new Locator.ScreenshotOptions()
				.setPath(Paths.get("target", "screenshots", "evidence-" + name + ".png")));
		desk.page().setViewportSize(1500, 1000);
	}

	private static void saved(Desk desk) {
		PlaywrightAssertions.assertThat(desk.page().locator("[data-state]")).containsText("已保存");
	}

}
