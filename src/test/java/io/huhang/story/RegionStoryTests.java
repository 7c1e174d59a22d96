package io.huhang.story;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.huhang.Regions;
import io.huhang.attachment.SampleFiles;
import io.huhang.document.Texts;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.process.Accounts;
import io.huhang.region.RegionForms;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** 附件2 from its start to 签收, as its people see it. */
@BrowserTest
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.datasource.url=jdbc:h2:mem:regionstory;DB_CLOSE_DELAY=-1", "huhang.demo.enabled=true",
				"huhang.demo.start=2024-11-11T09:00:00+08:00", "huhang.mail.send=false",
				"huhang.files.folder=${java.io.tmpdir}/huhang-story-${random.uuid}" })
class RegionStoryTests {

	private static final String PASSWORD = "Huhang@2024";

	private static final String CITY = "440300-iit";

	/** One of a kind each, so that a document shows which blank it stands in. */
	private static final Map<String, String> NUMBERS = Map.of("level3", "3", "level2", "112", "level1", "2045",
			"assessed", "57", "fiveSteps", "41");

	@LocalServerPort
	private int port;

	@Autowired
	private ApplicationContext product;

	private Browsers browsers;

	@BeforeEach
	void openWindows(@Autowired Accounts accounts, @Autowired People people) {
		this.browsers = new Browsers();
		if (people.find("sz-jingban").isEmpty()) {
			accounts.create(cityPerson("sz-jingban", "何深", Role.OFFICER), PASSWORD);
			accounts.create(cityPerson("sz-chuzhang", "罗圳", Role.HEAD), PASSWORD);
		}
	}

	@AfterEach
	void closeWindows() {
		this.browsers.close();
	}

	@Test
	@DisplayName("联合申报从发起走到等待遴选：填报、退回、会签、签发、用印、单独寄送、签收（通知一（二）、二（一）、二（三））")
	void jointApplicationTravelsToTheMinistry() throws IOException {
		Desk officer = desk("zj-jingban");
		String number = begins(officer, "JOINT");
		fillsIn(officer, RegionForms.jointly("SAFETY"));
		refusesAWrongNumber(officer);
		readsTheWhole(officer);
		officer.complete();
		isReturned(officer);
		desk("zj-chuzhang").openTask("审核申报书").shoot("region-review-2").decide("同意", "");
		consentsAsThePartner();
		desk("zj-juzhang").openTask("签发申报书").choose("decision", "PASS").shoot("region-approve").complete();
		byte[] bound = sealsAndSendsAlone(officer);
		String fingerprint = officer.visit("/regions/" + number)
			.shoot("region-sent")
			.page()
			.locator(".facts code")
			.innerText();
		registersThePaper(number, pagesOf(bound), fingerprint);
		confirmsTheFiles();
		PlaywrightAssertions
			.assertThat(officer.visit("/regions/" + number).shoot("region-waiting").page().locator(".facts"))
			.containsText("等待遴选结果");
		officer.visit("/regions").shoot("regions");
		assertThat(desk("tg-jingban").status("/regions/" + number)).isEqualTo(200);
		assertThat(desk("hailan").status("/regions/" + number)).isEqualTo(404);
		assertThat(desk("sz-jingban").status("/regions/" + number)).isEqualTo(404);
	}

	@Test
	@DisplayName("计划单列市单独申报：部不同意、再次发起后同意，线下签批，用印前撤回（通知一（二））")
	void cityAppliesWithTheConsentOfTheMinistry() {
		Desk officer = desk("sz-jingban");
		beginsInTheCity(officer);
		desk("bu-jingban").openTask("答复是否同意申报").shoot("region-opening").decide("不同意", "请与广东省通信管理局商定后再申报。");
		officer.visit("/regions").shoot("regions-refused").page().locator("main tbody a").first().click();
		PlaywrightAssertions.assertThat(officer.shoot("region-refused").page().locator("main"))
			.containsText("请与广东省通信管理局商定后再申报。");

		beginsInTheCity(officer);
		desk("bu-jingban").openTask("答复是否同意申报").decide("同意申报", "");
		officer.openTask("填报申报书");
		String number = officer.page().locator("form.annex [data-text=number]").innerText();
		// Typing is the other story's.
		new Regions(this.product).type(number, cityPerson("sz-jingban", "何深", Role.OFFICER),
				RegionForms.aRegion("OVERALL"));
		officer.openTask("填报申报书").shoot("region-filled").complete();
		desk("sz-chuzhang").openTask("审核申报书").decide("同意", "");
		officer.openTask("签发申报书").shoot("region-paper-empty").press();
		assertThat(officer.problems()).extracting(text -> text.replaceAll("（.*", ""))
			.containsExactly("请上传领导签批后的签报扫描件。", "请填写签批人姓名。", "请填写签报上的签批日期。", "请选择处理结论。");
		assertThat(officer.shoot("region-paper-problems").fetch("/regions/" + number + "/signing-sheet"))
			.startsWith('%', 'P', 'D', 'F');
		officer.attach("approvalScan", "签报.pdf", SampleFiles.pdf(1))
			.type("signer", "郑局长")
			.type("signedOn", "2024-11-11")
			.choose("decision", "PASS")
			.shoot("region-paper")
			.complete();
		officer.openTask("用印与寄送").shoot("region-seal");
		withdraws(officer, number);
	}

	private void withdraws(Desk officer, String number) {
		Page page = officer.visit("/regions/" + number).shoot("region-before-withdrawal").page();
		page.getByText("撤回申报").click();
		page.locator("main button").last().click();
		assertThat(page.locator(".problem").allInnerTexts()).isNotEmpty();
		officer.shoot("region-withdrawal-problems").type("reason", "数据还需核实。");
		Desk.tick(page.locator("[name=confirmed]"));
		page.locator("main button").last().click();
		PlaywrightAssertions
			.assertThat(officer.visit("/regions/" + number).shoot("region-withdrawn").page().locator("main"))
			.containsText("数据还需核实。");
	}

	private static void beginsInTheCity(Desk officer) {
		officer.beginProcess("成效突出地区申报");
		officer.choose("direction", "OVERALL").choose("mode", "SINGLE").choose("privacyVersion", "true");
		officer.shoot("region-start").start();
	}

	private static String begins(Desk officer, String mode) {
		officer.beginProcess("成效突出地区申报");
		officer.choose("direction", "SAFETY").choose("mode", mode).choose("privacyVersion", "true");
		officer.shoot("region-start").start();
		officer.openTask("填报申报书").shoot("region-empty").press();
		assertThat(officer.problems()).anyMatch(problem -> problem.contains("三级工业互联网企业"));
		officer.shoot("region-problems");
		return officer.page().locator("form.annex [data-text=number]").innerText();
	}

	private static void fillsIn(Desk officer, RegionForms sample) {
		NUMBERS.forEach(sample::number);
		sample.form().values().forEach((name, text) -> fill(officer.page(), name, text));
		for (Locator list : officer.page().locator(".name-list").all()) {
			paste(list);
		}
		officer.attach("measures", "若干措施.pdf", SampleFiles.pdf(2));
		PlaywrightAssertions.assertThat(officer.page().locator("[data-state]")).containsText("已保存");
	}

	private static void fill(Page page, String name, String text) {
		Locator fields = page.locator("form.annex [name='%s']".formatted(name));
		if (fields.count() == 0 || text.isEmpty()) {
			return;
		}
		if (fields.first().evaluate("field => field.type").toString().matches("radio|checkbox")) {
			Desk.tick(page.locator("form.annex [name='%s'][value='%s']".formatted(name, text)));
		}
		else {
			fields.fill(text);
		}
	}

	/** As many rows as the number says, the way they come from a spreadsheet. */
	private static void paste(Locator list) {
		int rows = Integer.parseInt(list.locator(".tally").innerText().replaceAll(".*\\D(\\d+)$", "$1"));
		list.locator("summary").click();
		list.getByText("添加一行").click();
		boolean grouped = list.getAttribute("data-field").equals("list-monitored");
		String text = IntStream.rangeClosed(1, rows)
			.mapToObj(row -> "样例企业%d\t\t%s".formatted(row, !grouped ? "装备制造" : (row > 3) ? "车联网企业" : "重点工业企业"))
			.collect(Collectors.joining("\r\n"));
		list.locator("[data-cell='0-0']").evaluate("""
				(cell, text) => {
				  const clipboardData = new DataTransfer();
				  clipboardData.setData('text/plain', text);
				  cell.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
				}""", text);
		PlaywrightAssertions.assertThat(list.locator("[data-cell$='-0']")).hasCount(rows);
	}

	private static void refusesAWrongNumber(Desk officer) {
		officer.type("number-fiveSteps", "58").type("number-level2", "一百").press();
		Locator problems = officer.page().locator("[data-problems]");
		PlaywrightAssertions.assertThat(problems).containsText("现为“一百”，应为数字");
		// What is mended while the form is checked would go with it.
		officer.shoot("region-no-number").type("number-level2", "112");
		officer.page().waitForResponse(response -> response.url().endsWith("/check"), officer::press);
		PlaywrightAssertions.assertThat(problems).not().containsText("一百");
		assertThat(officer.problems()).singleElement().asString().contains("完成“五步走”全环节工作的企业", "为58，大于“完成符合性评测的企业”（57）");
		officer.shoot("region-wrong-number").type("number-fiveSteps", "41");
	}

	private static void readsTheWhole(Desk officer) {
		officer.shoot("region-filled");
		Page summary = officer.page().waitForPopup(() -> officer.page().locator("[data-summary]").click());
		PlaywrightAssertions.assertThat(summary.locator("body")).containsText("其中完成符合性评测的企业 57 家");
		Desk.shoot(summary, "zj-jingban-region-summary");
		summary.close();
	}

	private void isReturned(Desk officer) {
		Desk head = desk("zj-chuzhang");
		head.openTask("审核申报书").shoot("region-review");
		head.decide("退回", "请在总体成效中补充服务企业的数量。");
		officer.openTask("填报申报书");
		PlaywrightAssertions.assertThat(officer.page().locator("[data-returned]")).containsText("请在总体成效中补充服务企业的数量。");
		officer.shoot("region-returned").type("section-results", "全年服务企业2160家，消除风险隐患3项。");
		PlaywrightAssertions.assertThat(officer.page().locator("[data-state]")).containsText("已保存");
		officer.complete();
	}

	private void consentsAsThePartner() {
		Desk partner = desk("tg-juzhang").openTask("会签申报书");
		partner.choose("decision", "PASS").press();
		assertThat(partner.problems()).singleElement().asString().contains("请勾选");
		partner.shoot("region-consent-problem").choose("agreed", "true").shoot("region-consent").complete();
	}

	private static byte[] sealsAndSendsAlone(Desk officer) throws IOException {
		officer.openTask("用印与寄送");
		byte[] bound = officer.download("成效突出地区申报书（含附件合订本）.pdf");
		for (String document : List.of(Texts.ofPdf(bound), Texts.ofWord(officer.download("成效突出地区申报书.docx")))) {
			assertThat(Texts.bare(document)).contains("三级工业互联网企业3家", "二级工业互联网企业112家", "一级工业互联网企业2045家", "完成符合性评测的企业57家",
					"工作的企业41家", "浙江省通信管理局", "全年服务企业2160家", "样例企业3");
		}
		Files.write(Path.of("target", "screenshots", "region-bound.pdf"), bound);
		officer.press();
		assertThat(officer.problems()).isNotEmpty();
		officer.shoot("region-seal-problems");
		List.of("seal", "partnerSeal", "crossSeal").forEach(tick -> officer.choose(tick, "true"));
		officer.attach("sealedScan", "申报书盖章.pdf", SampleFiles.scanned(bound))
			.type("copies", "2")
			.choose("way", "ALONE")
			.type("dispatchedOn", "2024-11-11")
			.type("carrier", "机要交换")
			.type("waybill", "ZJ20241111002")
			.shoot("region-seal")
			.complete();
		return bound;
	}

	private void registersThePaper(String number, int pages, String fingerprint) {
		Desk ministry = desk("bu-jingban").openTask("登记纸质材料");
		Locator item = ministry.page().locator("[data-item=application]");
		Locator scanned = ministry.page().locator("[data-scanned]");
		scan(ministry, "/verify/%s/2/abcd".formatted(number));
		PlaywrightAssertions.assertThat(scanned).containsText("不符");
		scan(ministry, "/verify/%s/2/%s".formatted(number, fingerprint));
		PlaywrightAssertions.assertThat(scanned).containsText("版本和指纹一致");
		item.locator("[data-complete]").click();
		item.locator("[data-pages]").fill("1");
		ministry.choose("outcome", "COMPLETE").press();
		assertThat(ministry.problems()).singleElement().asString().contains("每份应为%d页，收到的为1页".formatted(pages));
		ministry.shoot("region-paper-wrong");
		item.locator("[data-complete]").click();
		ministry.choose("outcome", "COMPLETE").shoot("region-paper").complete();
	}

	private static void scan(Desk ministry, String page) {
		Locator field = ministry.page().locator("[data-page]");
		field.fill("https://huhang.example.cn" + page);
		field.press("Enter");
	}

	private void confirmsTheFiles() {
		Desk coordinator = desk("xietiao").openTask("确认电子材料");
		coordinator.page().locator("[data-all]").click();
		coordinator.shoot("region-electronic").complete();
		coordinator.visit("/letters").shoot("region-inbox");
	}

	private static int pagesOf(byte[] pdf) throws IOException {
		try (PDDocument document = Loader.loadPDF(pdf)) {
			return document.getNumberOfPages();
		}
	}

	private static Person cityPerson(String id, String name, Role role) {
		return new Person(id, name, id + "@example.cn", "0755-88000001", role, CITY);
	}

	private Desk desk(String userId) {
		return this.browsers.desk("http://localhost:" + this.port, userId, PASSWORD);
	}

}
