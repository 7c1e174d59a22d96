package io.huhang.story;

import java.io.ByteArrayInputStream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.Lists;
import io.huhang.application.CaseForms;
import io.huhang.application.Filings;
import io.huhang.attachment.Attachments;
import io.huhang.attachment.SampleFiles;
import io.huhang.draft.Drafts;
import io.huhang.organization.Person;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@BrowserTest
@HuhangTest
@DisplayName("退回补正在 Tasklist 中：勾选、标注、改正、标出自行改动（通知二（二））")
class CorrectionStoryTests {

	@LocalServerPort
	private int port;

	private final Cases cases;

	private final Lists lists;

	private final Drafts drafts;

	private final Attachments attachments;

	private Browsers browsers;

	private String number;

	CorrectionStoryTests(Cases cases, ProcessEngine engine, Drafts drafts, Attachments attachments,
			JdbcClient database) {
		this.cases = cases;
		this.lists = new Lists(cases, engine, drafts, attachments, database);
		this.drafts = drafts;
		this.attachments = attachments;
	}

	@BeforeEach
	void open() {
		this.browsers = new Browsers();
		this.number = this.lists.file();
	}

	@AfterEach
	void close() {
		this.browsers.close();
		this.lists.endAll();
	}

	@Test
	@DisplayName("经办人勾选三个栏目和一个文件；文件的标注在该文件一行；申报单位看到标注，改正并另改一处；经办人看到自行改动")
	void oneRoundOfCorrection() {
		Desk officer = desk(Cast.OFFICER);
		returnsThreeFieldsAndAFile(officer);
		Desk applicant = desk(Cast.APPLICANT_A);
		seesWhatToCorrect(applicant);
		correctsAndChangesMore(applicant);
		this.lists.decide(this.number, Cast.OFFICER, "PASS");
		sealsAgain();
		seesWhatNobodyAskedFor(officer);
	}

	private void returnsThreeFieldsAndAFile(Desk officer) {
		officer.openTask("审核").choose("decision", "RETURN").press();
		assertThat(officer.problems()).containsExactly("退回的，请至少勾选一处须补正的栏目或文件，并逐处写明要求。（通知二（二））");
		Desk.tick(officer.shoot("check-without-tick").page().locator("[data-tick=address]"));
		officer.press();
		Locator row = officer.page().locator("tr[data-field='correction-address']");
		PlaywrightAssertions.assertThat(row.locator("td:last-child .problem"))
			.containsText("请写明“单位地址”须补正什么，申报单位将看到这段文字。");
		assertThat(row.locator("> *").count()).isEqualTo(3);
		officer.shoot("check-without-reason");
		String file = officer.page().locator("[data-tick^='file:']").first().getAttribute("data-tick");
		officer.tick("address", "请与营业执照上的住所一致。")
			.tick("results", "请补充通报处置的起数。")
			.tick(file, "图片不清晰，请重新扫描。")
			.tick("signer", "请核对姓名。");
		PlaywrightAssertions.assertThat(officer.page().locator("[data-tally]")).hasText("已勾选 4 处须补正。");
		PlaywrightAssertions.assertThat(officer.page().locator("[data-state]")).containsText("已保存");
		officer.shoot("check-ticked").complete();
	}

	private void seesWhatToCorrect(Desk applicant) {
		applicant.openTask("填写申报书");
		Locator list = applicant.page().locator("[data-corrections] li");
		PlaywrightAssertions.assertThat(list).hasCount(4);
		assertThat(list.allInnerTexts()).containsExactly("单位地址：请与营业执照上的住所一致。", "证明材料 证明材料.png：图片不清晰，请重新扫描。",
				"成效与亮点：请补充通报处置的起数。", "签署人姓名：请核对姓名。");
		PlaywrightAssertions.assertThat(applicant.page().locator("[data-field=address] .correction"))
			.hasText("须补正：请与营业执照上的住所一致。");
		seesTheFileToCorrect(applicant, list.nth(1));
		applicant.shoot("returned");
		list.nth(2).locator("button").click();
		PlaywrightAssertions.assertThat(applicant.page().locator("[name=results]")).isFocused();
		applicant.shoot("returned-jump");
	}

	// Only the ticked file's row is marked; without the file the reason stays in sight.
	private void seesTheFileToCorrect(Desk applicant, Locator line) {
		Locator rows = applicant.page().locator("[data-field^='file:']");
		PlaywrightAssertions.assertThat(rows).hasCount(1);
		PlaywrightAssertions.assertThat(rows.locator(".correction")).hasText("须补正：图片不清晰，请重新扫描。");
		PlaywrightAssertions.assertThat(applicant.page().locator("[data-files] > .correction")).hasCount(0);
		line.locator("button").click();
		PlaywrightAssertions.assertThat(rows.locator("input[type=checkbox]").first()).isFocused();
		applicant.shoot("returned-file");
	}

	// When the file is taken away, what was asked about it stays in sight.
	private void replacesTheFile(Desk applicant) {
		Locator rows = applicant.page().locator("[data-field^='file:']");
		applicant.attach("evidence", "清晰的扫描件.pdf", SampleFiles.pdf(2));
		PlaywrightAssertions.assertThat(rows).hasCount(2);
		PlaywrightAssertions.assertThat(rows.last().locator(".correction")).hasCount(0);
		rows.last().locator("input[type=checkbox]").all().forEach(Locator::check);
		Locator deletion = rows.first().locator("button");
		deletion.click();
		deletion.click();
		PlaywrightAssertions.assertThat(rows).hasCount(1);
		PlaywrightAssertions.assertThat(applicant.page().locator("[data-files] > .correction"))
			.hasText("须补正（证明材料 证明材料.png，现已删除）：图片不清晰，请重新扫描。");
		applicant.shoot("returned-file-gone");
	}

	private void correctsAndChangesMore(Desk applicant) {
		applicant.type("address", "浙江省杭州市滨江区示例路2号")
			.type("results", "2024年消除风险46项，通报处置215起。")
			.type("contactPhone", "13800138001");
		replacesTheFile(applicant);
		applicant.press();
		assertThat(applicant.problems()).containsExactly("“签署人姓名”要求补正，现与第1版相同，请核对。（通知二（二））");
		Desk.tick(applicant.page().locator("[data-field=signer] [data-confirmation]"));
		applicant.shoot("returned-untouched").complete();
	}

	private void sealsAgain() {
		this.drafts.save(this.number, Filings.form(2), 0, Cases.sealing(), Cast.APPLICANT_A.id());
		this.lists.runJobs(this.number);
		this.attachments.add(this.number, Filings.scanSlot(2), "盖章扫描件.pdf",
				new ByteArrayInputStream(SampleFiles.pdf(1)), Cast.APPLICANT_A.id());
		this.lists.complete(this.number, Cast.APPLICANT_A);
		this.lists.runJobs(this.number);
	}

	private void seesWhatNobodyAskedFor(Desk officer) {
		officer.openTask("审核");
		PlaywrightAssertions.assertThat(officer.page().locator("[data-unasked-list] tr")).hasCount(1);
		assertThat(officer.page().locator("[data-unasked-list] th").allInnerTexts()).containsExactly("联系电话");
		assertThat(officer.page().locator("[data-unasked-list] td").allInnerTexts()).containsExactly("13800138000",
				"13800138001");
		assertThat(officer.page().locator("[data-asked-list] td:last-child").allInnerTexts()).containsExactly("已改动",
				"已改动", "已改动", "未改动");
		officer.shoot("check-answered");
		officer.visit("/cases/" + this.number + "/revisions/1/2").shoot("difference");
		assertThat(officer.page().locator("main").innerText()).contains("自行改动", "按要求改动", "清晰的扫描件.pdf（2页）");
	}

	private Desk desk(Person person) {
		return this.browsers.desk("http://localhost:" + this.port, person.id(), Cast.PASSWORD);
	}

}
