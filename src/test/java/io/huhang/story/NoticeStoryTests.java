package io.huhang.story;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import io.huhang.application.CaseForms;
import io.huhang.attachment.SampleFiles;
import io.huhang.campaign.Sha256;
import io.huhang.document.Texts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two cases of 浙江 travel from 申报 to 报送, and those left behind meet the New Year, as their
 * people see it.
 */
@BrowserTest
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "spring.datasource.url=jdbc:h2:mem:story;DB_CLOSE_DELAY=-1", "huhang.demo.enabled=true",
				"huhang.demo.start=2024-11-11T09:00:00+08:00", "huhang.mail.send=false",
				"huhang.files.folder=${java.io.tmpdir}/huhang-story-${random.uuid}" })
class NoticeStoryTests {

	private static final String PASSWORD = "Huhang@2024";

	private static final String MAKER = "浙江海澜智造有限公司";

	private static final String CARRIER = "杭州钱江通信有限公司";

	private static final CaseForms MAKER_CASE = CaseForms.aCase()
		.with("unitName", MAKER)
		.with("unifiedCode", "91330100MA2HA1LN51")
		.with("preCheckWanted", "true");

	private static final Map<String, List<String>> SLOTS = Map.of("D1",
			List.of("D1-rating", "D1-assessment", "D1-rectification"), "D5",
			List.of("D5-traffic", "D5-platform", "D5-service"));

	private static final CaseForms CARRIER_CASE = CaseForms.aTelecomCase()
		.with("unitName", CARRIER)
		.with("unifiedCode", "91330100MA2QJTX153");

	private static final List<String> TYPED = List.of("caseName", "filingDate", "unitName", "unifiedCode",
			"establishedOn", "address", "registeredCapitalWan", "contactName", "contactPhone", "fax", "email",
			"profile", "overview", "results", "signer", "summary", "workFrom", "workTo");

	@LocalServerPort
	private int port;

	private Browsers browsers;

	private Desk maker;

	private Desk carrier;

	private Desk officer;

	private Desk head;

	private Desk leader;

	/** The scanned cover of each case, as it was sealed last. */
	private final Map<String, byte[]> covers = new LinkedHashMap<>();

	@BeforeEach
	void openWindows() {
		this.browsers = new Browsers();
		this.maker = desk("hailan");
		this.carrier = desk("qianjiang");
		this.officer = desk("zj-jingban");
		this.head = desk("zj-chuzhang");
		this.leader = desk("zj-juzhang");
	}

	@AfterEach
	void closeWindows() {
		this.browsers.close();
	}

	@Test
	@DisplayName("两个案例从申报走到报送：填报、预审、用印、退回补正、审核、复核、排序、签发、用印、报送、签收；演示时钟走到元旦，未报的先收到提醒、后收到逾期通知；办结接收、形式审查（通知二（一）至二（四））")
	void twoCasesTravelFromTheFirstDraftToTheMinistry() throws IOException {
		String makerNumber = beginsApplication(this.maker, "D1");
		String carrierNumber = beginsApplication(this.carrier, "D5");
		assertThat(List.of(makerNumber, carrierNumber)).containsExactly("HH2024-AL-330000-0003",
				"HH2024-AL-330000-0004");

		refusesAnEmptyForm(this.maker);
		fillsIn(this.maker, MAKER_CASE);
		keepsTheDraftWhenTheBrowserCloses();
		completesTheForm(this.maker);
		passesThePreCheck(makerNumber);
		filesTheSealedPaper(this.maker, makerNumber, MAKER_CASE, 1);

		this.carrier.openTask("填写申报书");
		fillsIn(this.carrier, CARRIER_CASE);
		completesTheForm(this.carrier);
		goesBackToTheForm(this.carrier);
		filesTheSealedPaper(this.carrier, carrierNumber, CARRIER_CASE, 2);
		goesRoundAsTheNextRevision(carrierNumber);

		checksAndReviews(MAKER_CASE);
		checksAndReviews(CARRIER_CASE);

		ranksTheCarrierFirst(carrierNumber);
		this.head.openTask("复核排序").shoot("review-ranking").decide("同意", "");
		consentsAsThePartner();
		this.leader.openTask("签发推荐").shoot("approve").decide("签发", "");
		sealsAndDispatches(List.of(carrierNumber, makerNumber));
		receivesBothSets(makerNumber);
		findsThePackageComplete(carrierNumber, makerNumber);
		showsNobodyAnothersCase(makerNumber);
		turnsTheYear(makerNumber);
		checksTheFormalities();
	}

	private String beginsApplication(Desk desk, String direction) {
		desk.beginProcess("典型案例申报");
		desk.page().locator("select[name=authority]").selectOption("330000-iit");
		desk.choose("direction", direction).choose("privacyVersion", "true").shoot("start").start();
		desk.openTask("填写申报书");
		Locator number = desk.page().locator("form.annex [data-text=number]");
		PlaywrightAssertions.assertThat(number).hasText(Pattern.compile("HH2024-AL-330000-\\d{4}"));
		return number.innerText();
	}

	private void refusesAnEmptyForm(Desk desk) {
		desk.press();
		assertThat(desk.problems()).anyMatch(problem -> problem.contains("案例名称"))
			.anyMatch(problem -> problem.contains("证明材料"));
		desk.shoot("problems");
	}

	private void fillsIn(Desk desk, CaseForms form) {
		Map<String, Object> values = form.values();
		TYPED.forEach(field -> desk.type(field, (String) values.get(field)));
		desk.choose("ownership", (String) values.get("ownership"));
		((List<?>) values.get("categories")).forEach(category -> desk.choose("category", (String) category));
		if (values.containsKey("industrialLevel")) {
			desk.choose("industrialLevel", (String) values.get("industrialLevel"));
		}
		List.of("ownsRights", "appliesAlone", "noSecrets").forEach(tick -> desk.choose(tick, "true"));
		if (values.containsKey("preCheckWanted")) {
			desk.choose("preCheckWanted", "true");
		}
		SLOTS.get((String) values.get("direction"))
			.forEach(slot -> desk.attach("evidence-" + slot, slot + ".pdf", SampleFiles.pdf(2)));
		desk.attach("evidence", "补充材料.pdf", SampleFiles.pdf(3));
		PlaywrightAssertions.assertThat(desk.page().locator("[data-state]")).containsText("已保存");
	}

	private void keepsTheDraftWhenTheBrowserCloses() {
		this.maker.close();
		this.maker = desk("hailan");
		this.maker.openTask("填写申报书");
		Locator name = this.maker.page().locator("[name=caseName]");
		PlaywrightAssertions.assertThat(name).hasValue((String) MAKER_CASE.values().get("caseName"));
	}

	private void completesTheForm(Desk desk) {
		desk.shoot("filled").complete();
	}

	private void passesThePreCheck(String number) {
		this.officer.openTask("网上预审", MAKER).shoot("pre-check").decide("可以盖章", "");
		this.officer.visit("/cases/" + number).shoot("case-page");
	}

	private void goesBackToTheForm(Desk desk) {
		desk.openTask("盖章后提交").choose("choice", "REVISE").complete();
		desk.openTask("填写申报书");
		completesTheForm(desk);
	}

	private void filesTheSealedPaper(Desk desk, String number, CaseForms form, int revision) throws IOException {
		desk.openTask("盖章后提交", (String) form.values().get("caseName"));
		byte[] bound = desk.download("申报书（含附件合订本）.pdf");
		assertShowsEverything(Texts.ofPdf(bound), form);
		assertShowsEverything(Texts.ofWord(desk.download("申报书.docx")), form);
		assertThat(Texts.ofPdf(bound)).contains(number, "第%d版".formatted(revision));
		this.covers.put(number, SampleFiles.firstPage(bound));
		desk.attach("scan", "盖章扫描件.pdf", SampleFiles.scanned(bound));
		List.of("coverSeal", "declarationSeal", "signature", "pagingSeal", "truthful")
			.forEach(tick -> desk.choose(tick, "true"));
		desk.shoot("seal-r" + revision).complete();
	}

	private static void assertShowsEverything(String document, CaseForms form) {
		String text = Texts.bare(document);
		TYPED.stream()
			.filter(field -> !List.of("filingDate", "establishedOn", "summary", "workFrom", "workTo").contains(field))
			.forEach(field -> assertThat(text).as(field).contains(Texts.bare((String) form.values().get(field))));
	}

	private void goesRoundAsTheNextRevision(String number) throws IOException {
		this.officer.openTask("审核", CARRIER).tick("results", "请在成效与亮点中补充通报处置的起数。").shoot("check").decide("退回补正", "");
		this.carrier.openTask("填写申报书", CARRIER);
		PlaywrightAssertions.assertThat(this.carrier.page().locator("[data-returned]"))
			.containsText("请在成效与亮点中补充通报处置的起数。");
		this.carrier.type("results", "2024年监测工业企业1260家，通报处置重点事件215起，平均处置时间缩短一半。");
		completesTheForm(this.carrier);
		filesTheSealedPaper(this.carrier, number,
				CARRIER_CASE.with("results", "2024年监测工业企业1260家，通报处置重点事件215起，平均处置时间缩短一半。"), 3);
	}

	private void checksAndReviews(CaseForms form) {
		String unit = (String) form.values().get("unitName");
		this.officer.openTask("审核", unit).score().shoot("scored").decide("通过", "");
		this.head.openTask("复核", unit).shoot("review").decide("同意", "");
	}

	private void ranksTheCarrierFirst(String carrierNumber) {
		this.officer.beginProcess("典型案例推荐").choose("mode", "JOINT").shoot("start-list").start();
		this.officer.openTask("案例排序");
		Page page = this.officer.page();
		page.locator("tr[data-case='%s'] [data-move='-1']".formatted(carrierNumber)).click();
		PlaywrightAssertions.assertThat(page.locator("tr[data-case]").first()).hasAttribute("data-case", carrierNumber);
		this.officer.shoot("ranking").complete();
	}

	private void consentsAsThePartner() {
		desk("tg-jingban").openTask("会签意见").type("reason", "顺序已经两单位商定。").shoot("comment").complete();
		Desk partner = desk("tg-juzhang").openTask("会签");
		PlaywrightAssertions.assertThat(partner.page().locator("[data-ranked]")).containsText("顺序已经两单位商定。");
		partner.choose("decision", "PASS").press();
		assertThat(partner.problems()).singleElement().asString().contains("请勾选同意第1版名单");
		partner.choose("agreed", "true").shoot("consent").complete();
	}

	private void sealsAndDispatches(List<String> caseNumbers) throws IOException {
		this.officer.openTask("用印与寄送");
		byte[] annex3 = this.officer.download("附件3 典型案例推荐汇总表.pdf");
		String text = Texts.bare(Texts.ofPdf(annex3));
		assertThat(text.indexOf(CARRIER)).isPositive().isLessThan(text.indexOf(MAKER));
		assertThat(text).contains(Texts.bare((String) MAKER_CASE.values().get("summary")));
		assertThat(text).contains("推荐单位（盖章）：浙江省经济和信息化厅浙江省通信管理局");
		sealsTheLetter();
		this.officer.choose("annex3Seal", "true")
			.choose("partnerSeal", "true")
			.attach("annex3Scan", "附件3盖章.pdf", SampleFiles.scanned(annex3));
		for (String number : caseNumbers) {
			this.officer.choose("cover-" + number, "true")
				.choose("partnerCover-" + number, "true")
				.type("copies-" + number, "2")
				.attach("coverScan-" + number, "封面.pdf", this.covers.get(caseNumbers.get(0)));
		}
		refusesTheCoverOfAnotherCase(caseNumbers.get(1));
		this.officer.type("copies", "2")
			.type("carrier", "机要交换")
			.type("waybill", "ZJ20241111001")
			.type("dispatchedOn", "2024-11-11")
			.shoot("seal-list")
			.complete();
	}

	private void refusesTheCoverOfAnotherCase(String number) {
		Locator said = this.officer.page().locator("[data-field='coverScan-%s'] .said".formatted(number));
		PlaywrightAssertions.assertThat(said).containsText("扫描件第1页上的二维码属于");
		PlaywrightAssertions.assertThat(said).containsText("应为" + number);
		this.officer.shoot("cover-of-another").attach("coverScan-" + number, "封面.pdf", this.covers.get(number));
		PlaywrightAssertions.assertThat(said).hasText("扫描件共1页，识别出本版二维码。");
	}

	// The link gives what was typed last, although nobody has waited for it to be saved.
	private void sealsTheLetter() throws IOException {
		this.officer.type("letterNumber", "浙经信网安[2024]12号").type("letterDate", "2024-11-11").press();
		assertThat(this.officer.problems()).anySatisfy(problem -> assertThat(problem).contains("应改为“浙经信网安〔2024〕12号”"));
		this.officer.type("letterNumber", "浙经信网安〔2024〕12号");
		Page page = this.officer.page();
		Download letter = page.waitForDownload(() -> page.locator("[data-letter='pdf']").click());
		byte[] pdf = Files.readAllBytes(letter.path());
		assertThat(Texts.bare(Texts.ofPdf(pdf))).contains("浙经信网安〔2024〕12号", "联合推荐典型案例2个", "2024年11月11日")
			.doesNotContain("草稿");
		this.officer.attach("letterScan", "报送函盖章.pdf", SampleFiles.scanned(pdf));
	}

	private void receivesBothSets(String makerNumber) {
		Desk ministry = desk("bu-jingban");
		ministry.openTask("登记纸质材料");
		PlaywrightAssertions.assertThat(ministry.page().locator("[data-item]")).hasCount(4);
		ministry.page().locator("[data-all]").click();
		PlaywrightAssertions.assertThat(ministry.page().locator("[data-text=tally]")).hasText("4／4");
		ministry.choose("outcome", "COMPLETE").shoot("paper").complete();
		Desk coordinator = desk("xietiao");
		coordinator.openTask("确认电子材料");
		coordinator.page().locator("[data-all]").click();
		coordinator.choose("result-" + makerNumber, "DIFFERS")
			.type("remark-" + makerNumber, "封面扫描件不清晰。")
			.shoot("electronic-differs")
			.complete();
		corrects(makerNumber);
		coordinator.openTask("确认电子材料");
		PlaywrightAssertions
			.assertThat(coordinator.page().locator("[data-item='%s'] .correction".formatted(makerNumber)))
			.hasText("上次不一致：封面扫描件不清晰。");
		coordinator.page().locator("[data-all]").click();
		coordinator.shoot("electronic").complete();
		coordinator.visit("/letters").shoot("inbox");
		assertThat(coordinator.page().locator("main").innerText()).contains("zhangyu8@caict.ac.cn");
		coordinator.visit("/cases?q=" + MAKER).shoot("search");
		assertThat(coordinator.page().locator("main tbody").first().innerText()).contains(MAKER, "等待遴选");
	}

	private void corrects(String number) {
		this.officer.openTask("更正电子材料");
		PlaywrightAssertions.assertThat(this.officer.page().locator("[data-differences]")).containsText("封面扫描件不清晰。");
		this.officer.press();
		assertThat(this.officer.problems()).singleElement().asString().contains("没有更换扫描件的");
		this.officer.attach("coverScan-" + number, "封面重扫.pdf", SampleFiles.scanned(this.covers.get(number)));
		PlaywrightAssertions
			.assertThat(this.officer.page().locator("[data-field='coverScan-%s'] .said".formatted(number)))
			.hasText("扫描件共1页，识别出本版二维码。");
		this.officer.shoot("electronic-correct").complete();
	}

	private void findsThePackageComplete(String carrierNumber, String makerNumber) throws IOException {
		Desk coordinator = desk("xietiao");
		coordinator.visit("/recommendations/HH2024-TJ-330000-joint").shoot("recommendation");
		Map<String, byte[]> files = unzip(coordinator.download("HH2024-TJ-330000-joint报送包.zip"));
		Map<String, String> sums = new LinkedHashMap<>();
		new String(files.get("SHA256SUMS"), StandardCharsets.UTF_8).lines()
			.forEach(line -> sums.put(line.substring(66), line.substring(0, 64)));
		Map<String, String> computed = new LinkedHashMap<>();
		files.forEach((path, content) -> computed.put(path, Sha256.hex(content)));
		computed.remove("SHA256SUMS");
		assertThat(computed).isEqualTo(sums);
		assertThat(files.keySet()).contains("00_报送函/报送函.docx", "00_报送函/报送函.pdf", "00_报送函/盖章扫描件.pdf",
				"01_%s_%s/申报书.docx".formatted(carrierNumber, CARRIER),
				"01_%s_%s/申报书盖章扫描件.pdf".formatted(carrierNumber, CARRIER),
				"02_%s_%s/证明材料/01_D1-rating.pdf".formatted(makerNumber, MAKER),
				"02_%s_%s/封面（推荐单位盖章）扫描件.pdf".formatted(makerNumber, MAKER));
		String manifest = new String(files.get("报送清单.csv"), StandardCharsets.UTF_8);
		sums.remove("报送清单.csv");
		sums.forEach((path, sum) -> assertThat(manifest).contains("\"%s\",%d,".formatted(path, files.get(path).length),
				sum));
	}

	private void showsNobodyAnothersCase(String makerNumber) {
		assertThat(this.maker.status("/cases/" + makerNumber)).isEqualTo(200);
		assertThat(this.carrier.status("/cases/" + makerNumber)).isEqualTo(404);
		assertThat(this.carrier.status("/recommendations/HH2024-TJ-330000-joint")).isEqualTo(404);
	}

	private void turnsTheYear(String makerNumber) {
		Desk coordinator = desk("xietiao");
		moves(coordinator, "2024-12-17 00:05");
		coordinator.visit("/letters?kind=deadline-reminder&recipient=yuexi@example.cn").awaits("距截止还有1天");
		coordinator.shoot("inbox-reminded");
		moves(coordinator, "2025-01-01 00:05");
		coordinator.visit("/letters?kind=case-overdue").awaits("yuexi@example.cn").shoot("inbox-overdue");
		assertThat(coordinator.page().locator("main tbody").innerText()).doesNotContain(makerNumber);
		coordinator.page().locator("main tbody a").first().click();
		PlaywrightAssertions.assertThat(coordinator.page().locator("main")).containsText("典型案例逾期未报");
		coordinator.shoot("letter-overdue");
		Desk late = desk("yuexi");
		late.visit("/cases/HH2024-AL-330000-0001");
		PlaywrightAssertions.assertThat(late.page().locator("main")).containsText("逾期未报");
		late.shoot("overdue-case");
	}

	private void checksTheFormalities() {
		Desk ministry = desk("bu-jingban");
		ministry.openTask("办结接收");
		PlaywrightAssertions.assertThat(ministry.page().locator("[data-arrivals] tr")).hasCount(1);
		ministry.shoot("close-reception").complete();
		Desk coordinator = desk("xietiao").openTask("准备形式审查", MAKER)
			.choose("decision", "PASS")
			.shoot("prepare-formalities");
		coordinator.page().locator("[data-remark=paper]").fill("骑缝章略淡，可以辨认。");
		coordinator.complete();
		ministry.openTask("形式审查", MAKER).choose("decision", "CORRECT").press();
		PlaywrightAssertions.assertThat(ministry.page().locator("[data-checks]")).containsText("骑缝章略淡，可以辨认。");
		assertThat(ministry.problems()).singleElement().asString().contains("请写明须补正的内容");
		ministry.type("reason", "请补交评测机构的资质证明。").shoot("check-formalities").complete();
		this.officer.openTask("形式审查补正", MAKER);
		PlaywrightAssertions.assertThat(this.officer.page().locator("[data-trail]")).containsText("请补交评测机构的资质证明。");
		this.officer.page()
			.locator("#material")
			.setInputFiles(new FilePayload("资质证明.pdf", "application/pdf", SampleFiles.pdf(1)));
		PlaywrightAssertions.assertThat(this.officer.page().locator("[data-list]")).containsText("资质证明.pdf");
		this.officer.type("reason", "已补交。").shoot("correct-formalities").complete();
		ministry.openTask("形式审查", MAKER);
		PlaywrightAssertions.assertThat(ministry.page().locator("[data-materials]")).containsText("资质证明.pdf");
		ministry.choose("decision", "PASS").shoot("check-again").complete();
		ministry.visit("/evaluations").shoot("evaluations");
		assertThat(ministry.page().locator("main tbody").innerText()).contains(MAKER, "审查通过", CARRIER, "评审中");
		ministry.page().locator("main tbody a").first().click();
		ministry.shoot("evaluation");
	}

	private static void moves(Desk coordinator, String target) {
		coordinator.visit("/clock");
		coordinator.page().locator("button[value='%s']".formatted(target)).click();
		PlaywrightAssertions.assertThat(coordinator.page().locator("main strong").first())
			.containsText(target.substring(11));
	}

	private static Map<String, byte[]> unzip(byte[] content) throws IOException {
		Map<String, byte[]> files = new LinkedHashMap<>();
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content), StandardCharsets.UTF_8)) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				files.put(entry.getName(), zip.readAllBytes());
			}
		}
		return files;
	}

	private Desk desk(String userId) {
		return this.browsers.desk("http://localhost:" + this.port, userId, PASSWORD);
	}

}
