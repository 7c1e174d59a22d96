package io.huhang.story;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.Regions;
import io.huhang.organization.Person;
import io.huhang.region.RegionForms;
import io.huhang.region.RegionRevisions;
import io.huhang.region.RegionSealing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

@BrowserTest
@HuhangTest
@DisplayName("登记地区申报书在 Tasklist 中：扫码、缺件、补齐、再次登记")
class RegionPaperStoryTests {

	private static final String ITEM = "[data-item=application]";

	@LocalServerPort
	private int port;

	private final RegionRevisions revisions;

	private final Regions regions;

	private Browsers browsers;

	private String number;

	RegionPaperStoryTests(ApplicationContext product, RegionRevisions revisions) {
		this.revisions = revisions;
		this.regions = new Regions(product);
	}

	@BeforeEach
	void send() {
		this.browsers = new Browsers();
		this.number = this.regions.open(Cast.OFFICER, "OVERALL", "SINGLE");
		this.regions.fillIn(this.number, Cast.OFFICER, RegionForms.aRegion("OVERALL"));
		this.regions.decide(this.number, Cast.HEAD, "PASS");
		this.regions.approve(this.number, Cast.LEADER, "PASS");
		this.regions.seal(this.number, Cast.OFFICER, RegionSealing.ALONE);
	}

	@AfterEach
	void close() {
		this.browsers.close();
		this.regions.endAll();
	}

	@Test
	@DisplayName("缺骑缝章的交申报单位补，扫码回到申报书，勾选都还在，补齐后签收（通知二（三），附件2 填表须知三）")
	void countsAnApplicationInTwoRounds() {
		Desk ministry = desk(Cast.MIIT_OFFICER);
		ministry.openTask("登记纸质材料").shoot("region-paper-empty");
		scans(ministry);
		missesASeal(ministry);
		supplies(desk(Cast.OFFICER));
		returnsByTheVerifiedPage(ministry);

		ministry.visit("/regions/" + this.number).shoot("region-paper-received");
		assertThat(ministry.page().locator("main").innerText()).contains("第1次登记：缺件", "第2次登记：齐全", "已签收，2份");
	}

	private void scans(Desk ministry) {
		scan(ministry, "/verify/%s/1/abcd".formatted(this.number));
		PlaywrightAssertions.assertThat(scanned(ministry)).containsText("不符");
		PlaywrightAssertions.assertThat(matching(ministry)).not().isChecked();
		scan(ministry, page());
		PlaywrightAssertions.assertThat(scanned(ministry)).containsText("版本和指纹一致");
		PlaywrightAssertions.assertThat(matching(ministry)).isChecked();
	}

	private static void missesASeal(Desk ministry) {
		ministry.page().locator(ITEM + " [data-complete]").click();
		ministry.page().locator(ITEM + " [data-seal=paging]").uncheck();
		PlaywrightAssertions.assertThat(ministry.page().locator(ITEM + " [data-gap]")).hasText("缺骑缝章。");
		ministry.choose("outcome", "COMPLETE").press();
		assertThat(ministry.problems()).containsExactly("附件2 成效突出地区申报书（含附件）：缺骑缝章。（通知二（三））");
		ministry.shoot("region-paper-problem");
		ministry.choose("outcome", "MISSING");
		PlaywrightAssertions.assertThat(ministry.page().locator("[data-missing]")).containsText("缺骑缝章");
		ministry.shoot("region-paper-missing").complete();
	}

	private static void supplies(Desk officer) {
		officer.openTask("补齐纸质材料");
		PlaywrightAssertions.assertThat(officer.page().locator("[data-missing]")).hasText("附件2 成效突出地区申报书（含附件）：缺骑缝章。");
		PlaywrightAssertions.assertThat(officer.page().getByText("打开申报材料")).isVisible();
		officer.type("carrier", "中国邮政 EMS")
			.type("waybill", "EMS0002")
			.type("sentOn", "2024-11-11")
			.type("remark", "已补盖骑缝章。")
			.shoot("region-paper-supply")
			.complete();
	}

	private void returnsByTheVerifiedPage(Desk ministry) {
		ministry.openTask("登记纸质材料");
		ministry.visit(page()).shoot("region-verify-link");
		ministry.page().getByText("登记这份纸质材料").click();
		ministry.page().locator("form.annex.loaded").waitFor();
		PlaywrightAssertions.assertThat(scanned(ministry)).containsText("版本和指纹一致");
		PlaywrightAssertions.assertThat(ministry.page().locator(ITEM + " .correction")).containsText("上次：");
		PlaywrightAssertions.assertThat(ministry.page().locator(ITEM + " [data-seal]:checked")).hasCount(1);
		ministry.shoot("region-paper-again");
		ministry.page().locator(ITEM + " [data-complete]").click();
		PlaywrightAssertions.assertThat(ministry.page().locator(ITEM + " [data-mark]")).hasText("齐全");
		ministry.choose("outcome", "COMPLETE").complete();
	}

	private String page() {
		return "/verify/%s/1/%s".formatted(this.number,
				this.revisions.latest(this.number).orElseThrow().shortFingerprint());
	}

	private static void scan(Desk desk, String path) {
		Locator field = desk.page().locator("[data-page]");
		field.fill("https://huhang.example.cn" + path);
		field.press("Enter");
	}

	private static Locator scanned(Desk desk) {
		return desk.page().locator("[data-scanned]");
	}

	private static Locator matching(Desk desk) {
		return desk.page().locator(ITEM + " [data-matching]");
	}

	private Desk desk(Person person) {
		return this.browsers.desk("http://localhost:" + this.port, person.id(), Cast.PASSWORD);
	}

}
