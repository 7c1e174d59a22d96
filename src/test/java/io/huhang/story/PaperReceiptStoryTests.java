package io.huhang.story;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.Lists;
import io.huhang.PassedCases;
import io.huhang.attachment.Attachments;
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
@DisplayName("登记纸质材料在 Tasklist 中：扫码、缺件、补齐、再次登记")
class PaperReceiptStoryTests {

	private static final String SECOND = PassedCases.number(Cast.AUTHORITY, 2);

	@LocalServerPort
	private int port;

	private final Lists lists;

	private final PassedCases passed;

	private Browsers browsers;

	PaperReceiptStoryTests(Cases cases, ProcessEngine engine, Drafts drafts, Attachments attachments,
			JdbcClient database) {
		this.lists = new Lists(cases, engine, drafts, attachments, database);
		this.passed = new PassedCases(database, drafts);
	}

	@BeforeEach
	void open() {
		this.browsers = new Browsers();
		this.passed.add(Cast.AUTHORITY, 1, 20);
		this.lists.atReceipt();
	}

	@AfterEach
	void close() {
		this.browsers.close();
		this.lists.endAll();
		this.passed.removeAll();
	}

	@Test
	@DisplayName("20个案例：一次全部齐全，缺的一章交推荐单位补，扫码回到这一件，勾选都还在（通知二（三））")
	void countsTwentyCasesInTwoRounds() {
		Desk ministry = desk(Cast.MIIT_OFFICER);
		ministry.openTask("登记纸质材料").shoot("paper-empty");
		findsPages(ministry);
		missesASeal(ministry);
		supplies(desk(Cast.OFFICER));
		returnsByTheVerifiedPage(ministry);

		ministry.visit("/recommendations/" + Lists.NUMBER).shoot("paper-received");
		assertThat(ministry.page().locator("main").innerText()).contains("第1次登记：缺件", "第2次登记：齐全", "已签收");
	}

	private static void findsPages(Desk ministry) {
		scan(ministry, "/verify/HH2024-AL-330000-9999/1/f");
		PlaywrightAssertions.assertThat(scanned(ministry)).hasText("HH2024-AL-330000-9999不是本名单的材料，请核对后另行登记。");
		scan(ministry, "/verify/%s/1/abcd".formatted(SECOND));
		PlaywrightAssertions.assertThat(scanned(ministry)).containsText("不符");
		PlaywrightAssertions.assertThat(matching(ministry)).not().isChecked();
		scan(ministry, "/verify/%s/1/f".formatted(SECOND));
		PlaywrightAssertions.assertThat(scanned(ministry)).containsText("版本和指纹一致");
		PlaywrightAssertions.assertThat(matching(ministry)).isChecked();
		ministry.shoot("paper-scanned");
	}

	private static void missesASeal(Desk ministry) {
		ministry.page().locator("[data-all]").click();
		PlaywrightAssertions.assertThat(tally(ministry)).hasText("22／22");
		second(ministry).locator("[data-seal=paging]").uncheck();
		PlaywrightAssertions.assertThat(second(ministry).locator("[data-gap]")).hasText("缺骑缝章。");
		PlaywrightAssertions.assertThat(tally(ministry)).hasText("21／22");
		ministry.choose("outcome", "COMPLETE").press();
		assertThat(ministry.problems()).containsExactly("第2个案例“第2个样例案例”：缺骑缝章。（通知二（三））");
		ministry.shoot("paper-problem");
		ministry.choose("outcome", "MISSING");
		PlaywrightAssertions.assertThat(ministry.page().locator("[data-missing]")).containsText("第2个案例“第2个样例案例”：缺骑缝章");
		ministry.page().setViewportSize(800, 1000);
		ministry.shoot("paper-narrow");
		ministry.page().setViewportSize(1500, 1000);
		ministry.complete();
	}

	private static void supplies(Desk officer) {
		officer.openTask("补齐纸质材料");
		PlaywrightAssertions.assertThat(officer.page().locator("[data-missing]")).hasText("第2个案例“第2个样例案例”：缺骑缝章。");
		officer.type("carrier", "中国邮政 EMS")
			.type("waybill", "EMS0002")
			.type("sentOn", "2024-11-11")
			.type("remark", "已补盖骑缝章。")
			.shoot("paper-supply")
			.complete();
	}

	private static void returnsByTheVerifiedPage(Desk ministry) {
		ministry.openTask("登记纸质材料");
		ministry.visit("/verify/%s/1/f".formatted(SECOND)).shoot("verify-link");
		ministry.page().getByText("登记这份纸质材料").click();
		ministry.page().locator("form.annex.loaded").waitFor();
		scanned(ministry).waitFor();
		PlaywrightAssertions.assertThat(scanned(ministry)).containsText("版本和指纹一致");
		PlaywrightAssertions.assertThat(tally(ministry)).hasText("21／22");
		PlaywrightAssertions.assertThat(second(ministry).locator(".correction")).hasText("上次：缺骑缝章。");
		ministry.shoot("paper-again");
		second(ministry).locator("[data-complete]").click();
		PlaywrightAssertions.assertThat(tally(ministry)).hasText("22／22");
		ministry.choose("outcome", "COMPLETE").complete();
	}

	private static void scan(Desk desk, String path) {
		Locator field = desk.page().locator("[data-page]");
		field.fill("https://huhang.example.cn" + path);
		field.press("Enter");
	}

	private static Locator scanned(Desk desk) {
		return desk.page().locator("[data-scanned]");
	}

	private static Locator second(Desk desk) {
		return desk.page().locator("[data-item='%s']".formatted(SECOND));
	}

	private static Locator matching(Desk desk) {
		return second(desk).locator("[data-matching]");
	}

	private static Locator tally(Desk desk) {
		return desk.page().locator("[data-text=tally]");
	}

	private Desk desk(Person person) {
		return this.browsers.desk("http://localhost:" + this.port, person.id(), Cast.PASSWORD);
	}

}
