package io.huhang.story;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.EachTestAsStarted;
import io.huhang.HuhangTest;
import io.huhang.Lists;
import io.huhang.PassedCases;
import io.huhang.approval.PartnerOpinion;
import io.huhang.approval.Way;
import io.huhang.attachment.Attachments;
import io.huhang.draft.Drafts;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.process.Accounts;
import io.huhang.process.CaseRecommendationProcess;
import io.huhang.recommendation.PartnerReviews;
import io.huhang.recommendation.RankedLists;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@BrowserTest
@EachTestAsStarted
@HuhangTest
@DisplayName("排序、复核和会签在 Tasklist 中：每一步都看到整份名单，改动和退回说得清楚")
class RankingStoryTests {

	private static final String JOINT = "HH2024-TJ-330000-joint";

	private static final Person PARTNER = person("story-ca-officer", "申样例", Role.OFFICER);

	private static final Person PARTNER_LEADER = person("story-ca-leader", "酉样例", Role.LEADER);

	@LocalServerPort
	private int port;

	private final Cases cases;

	private final ProcessEngine engine;

	private final Drafts drafts;

	private final Lists lists;

	private final PassedCases passed;

	@Autowired
	private Accounts accounts;

	@Autowired
	private RankedLists ranked;

	private Browsers browsers;

	private List<String> numbers;

	RankingStoryTests(Cases cases, ProcessEngine engine, Drafts drafts, Attachments attachments, JdbcClient database) {
		this.cases = cases;
		this.engine = engine;
		this.drafts = drafts;
		this.lists = new Lists(cases, engine, drafts, attachments, database);
		this.passed = new PassedCases(database, drafts);
	}

	@BeforeEach
	void open() {
		this.browsers = new Browsers();
		this.numbers = this.passed.add(Cast.AUTHORITY, 1, 3);
	}

	@AfterEach
	void close() {
		this.browsers.close();
	}

	@Test
	@DisplayName("排序：序号填错了在该行说明、顺序不变；问题写明是哪个案例，改了一处少一处")
	void deskSaysWhichCaseAndWhatIsLeft() {
		begin(Map.of());
		Desk officer = desk(Cast.OFFICER).openTask("案例排序");
		Page page = officer.page();
		page.locator("form.annex.loaded").waitFor();
		for (String wrong : List.of("0", "99", "1.5", "abc", "-3")) {
			Locator rank = row(page, 1).locator(".rank");
			rank.fill(wrong);
			rank.press("Tab");
			PlaywrightAssertions.assertThat(row(page, 1).locator(".misplaced"))
				.hasText("序号应为1至3的整数，“%s”不能采用，顺序没有改动。".formatted(wrong));
			PlaywrightAssertions.assertThat(rank).hasValue("2");
		}
		officer.shoot("ranking-wrong-number");
		row(page, 1).locator(".rank").fill("１");
		row(page, 1).locator(".rank").press("Tab");
		PlaywrightAssertions.assertThat(row(page, 1).locator(".rank")).hasValue("1");
		assertThat(page.locator(".misplaced").count()).isZero();

		row(page, 0).locator(".opinion").selectOption("RESERVE");
		row(page, 2).locator(".opinion").selectOption("DECLINE");
		officer.press();
		assertThat(officer.problems()).containsExactly("备选第1个案例“第1个样例案例”：请填写列为备选的理由。（通知二（二））",
				"不推荐的案例“第3个样例案例”：请填写不推荐的理由。（通知二（二））");
		officer.shoot("ranking-problems");
		row(page, 0).locator(".why").fill("材料有待补充。");
		PlaywrightAssertions.assertThat(page.locator("[data-problems] h2")).hasText("还有 1 处需要修改");
		PlaywrightAssertions.assertThat(page.locator(".desk .jump")).hasText("1 处需要修改");
		row(page, 2).locator(".opinion").selectOption("RECOMMEND");
		PlaywrightAssertions.assertThat(page.locator("[data-problems]")).hasText("所列各处均已改动，请重新提交，系统再次检查。");
		PlaywrightAssertions.assertThat(page.locator(".desk .jump")).isHidden();
		officer.shoot("ranking-mended").complete();
	}

	@Test
	@DisplayName("复核：整份名单在一页上，退回须写意见；改选同意后照样可以提交")
	void headDecidesOverTheWholeList() {
		begin(Map.of());
		this.lists.complete(Lists.NUMBER, Cast.OFFICER);
		Desk head = desk(Cast.HEAD).openTask("复核排序");
		Page page = head.page();
		page.locator("form.annex.loaded").waitFor();
		PlaywrightAssertions.assertThat(page.locator("[data-ranked] tbody tr")).hasCount(3);
		PlaywrightAssertions.assertThat(page.locator("[data-text=next]")).hasText("报局领导签发");
		assertThat(head
			.fetch(page.locator("[data-ranked] a", new Page.LocatorOptions().setHasText("附件3")).getAttribute("href")))
			.startsWith('%', 'P', 'D', 'F');
		head.choose("decision", "RETURN").press();
		assertThat(head.problems()).containsExactly("请填写理由，对方将看到这段文字。（通知二（二））");
		PlaywrightAssertions.assertThat(page.locator("#problem-reason")).isVisible();
		head.shoot("review-list-problem").choose("decision", "PASS").type("reason", "顺序恰当。").complete();

		PlaywrightAssertions
			.assertThat(
					desk(Cast.LEADER).openTask("签发推荐").shoot("approve-with-opinion").page().locator("[data-ranked]"))
			.containsText("复核意见　丁样例：同意。顺序恰当。");
	}

	@Test
	@DisplayName("联合名单退回后：经办人知道谁退回、须重新会签；会签单位看到原会签失效、改了什么、此前的意见（C14）")
	void laterVersionSaysWhatHasChanged() {
		List.of(PARTNER, PARTNER_LEADER).forEach(person -> this.accounts.create(person, Cast.PASSWORD));
		begin(Map.of("mode", "JOINT"));
		this.lists.complete(JOINT, Cast.OFFICER);
		Desk head = desk(Cast.HEAD).openTask("复核排序");
		PlaywrightAssertions.assertThat(head.page().locator("[data-text=next]")).hasText("送浙江省通信管理局会签，会签同意后报本单位局领导签发");
		head.choose("decision", "PASS").complete();
		desk(PARTNER).openTask("会签意见").type("reason", "建议调整前两名。").complete();
		this.drafts.save(JOINT, PartnerReviews.form(PartnerReviews.CONSENT, 1, Way.ONLINE), 0,
				new PartnerOpinion("PASS", "", this.ranked.latest(JOINT).fingerprint(), "", ""), PARTNER_LEADER.id());
		this.lists.complete(JOINT, PARTNER_LEADER);
		desk(Cast.LEADER).openTask("签发推荐").choose("decision", "RETURN").type("reason", "请按会签意见调整。").complete();

		Desk officer = desk(Cast.OFFICER).openTask("案例排序");
		Page page = officer.page();
		page.locator("form.annex.loaded").waitFor();
		PlaywrightAssertions.assertThat(page.locator("[data-returned]"))
			.containsText(Pattern.compile("第1版名单由浙江省经济和信息化厅局领导戊样例于2024年11月11日 \\d\\d:\\d\\d在“签发推荐”环节退回"));
		PlaywrightAssertions.assertThat(page.locator("[data-returned]")).containsText("请按会签意见调整。");
		PlaywrightAssertions.assertThat(page.locator("[data-renewal]")).containsText("须由浙江省通信管理局重新提出意见、重新会签");
		officer.shoot("ranking-returned");
		row(page, 1).locator("[data-move='-1']").click();
		row(page, 2).locator(".opinion").selectOption("RESERVE");
		row(page, 2).locator(".why").fill("材料有待补充。");
		officer.complete();
		this.lists.decide(JOINT, Cast.HEAD, "PASS");

		Desk partner = desk(PARTNER).openTask("会签意见");
		tellsTheChanges(partner.page().locator("[data-earlier]"));
		partner.shoot("comment-again").complete();
		Desk consenter = desk(PARTNER_LEADER).openTask("会签");
		tellsTheChanges(consenter.page().locator("[data-earlier]"));
		consenter.choose("decision", "PASS").shoot("consent-again");
		Desk.tick(consenter.page().locator("[name=agreed]"));
		consenter.complete();
		Desk leader = desk(Cast.LEADER).openTask("签发推荐").shoot("approve-again");
		tellsTheChanges(leader.page().locator("[data-earlier]"));
	}

	@Test
	@DisplayName("修改简述：填写时显示字数，可以返回案例页")
	void summaryPageCounts() {
		Desk officer = desk(Cast.OFFICER).visit("/cases/%s/summary/proposal".formatted(this.numbers.get(0)));
		Locator count = officer.page().locator("[data-counts=summary]");
		officer.type("summary", "完成自主定级3级和评测。");
		PlaywrightAssertions.assertThat(count).hasText("已填 12 / 100 字");
		officer.type("summary", "长".repeat(101)).shoot("summary-counted");
		PlaywrightAssertions.assertThat(count).hasClass(Pattern.compile("wrong"));
		officer.page().getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("返回").setExact(true)).click();
		officer.page().waitForURL("**/cases/" + this.numbers.get(0));
	}

	private static void tellsTheChanges(Locator earlier) {
		PlaywrightAssertions.assertThat(earlier).containsText("对第1版的会签（酉样例，2024年11月11日");
		PlaywrightAssertions.assertThat(earlier).containsText("只对该版有效，不适用于本版");
		assertThat(earlier.locator("ul").first().locator("li").allInnerTexts())
			.containsExactly("“第2个样例案例”：由推荐第2位改为推荐第1位。", "“第3个样例案例”：由推荐第3位改为备选第1位。");
		PlaywrightAssertions.assertThat(earlier).containsText("第1版会签单位意见　申样例：建议调整前两名。");
		PlaywrightAssertions.assertThat(earlier).containsText("第1版签发　戊样例：退回。请按会签意见调整。");
	}

	private void begin(Map<String, Object> answers) {
		this.cases.as(Cast.OFFICER, () -> this.engine.getRuntimeService()
			.startProcessInstanceByKey(CaseRecommendationProcess.KEY, answers));
	}

	private Locator row(Page page, int index) {
		return page.locator("tr[data-case='%s']".formatted(this.numbers.get(index)));
	}

	private Desk desk(Person person) {
		return this.browsers.desk("http://localhost:" + this.port, person.id(), Cast.PASSWORD);
	}

	private static Person person(String id, String name, Role role) {
		return new Person(id, name, id + "@example.cn", "13900000000", role, "330000-ca");
	}

}
