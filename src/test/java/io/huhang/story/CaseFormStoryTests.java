package io.huhang.story;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.application.CaseForms;
import io.huhang.application.Revisions;
import io.huhang.campaign.WordCount;
import io.huhang.campaign.WordCounts;
import io.huhang.document.NoticeText;
import io.huhang.draft.Drafts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@BrowserTest
@HuhangTest
@DisplayName("填写申报书的页面：文字与附件1逐行一致，字数与服务器一致，提示可以确认")
class CaseFormStoryTests {

	/** All words of the form in their order, with a box where the annex has one. */
	private static final String WORDS = """
			form => {
			  const walk = document.createTreeWalker(form, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
			  const words = [];
			  while (walk.nextNode()) {
			    const node = walk.currentNode;
			    if (node.nodeType === Node.TEXT_NODE) {
			      words.push(node.nodeValue);
			    } else if (node.matches('[data-choices] input[type=radio], [data-choices] input[type=checkbox]')) {
			      words.push('□');
			    }
			  }
			  return words.join('');
			}""";

	private static final String COUNTS = """
			async texts => {
			  const { wordCount } = await import('/assets/forms/word-count.js');
			  return texts.map(text => wordCount(text));
			}""";

	@LocalServerPort
	private int port;

	private final Cases cases;

	private final Drafts drafts;

	private final Revisions revisions;

	private Browsers browsers;

	private Desk desk;

	private String number;

	CaseFormStoryTests(Cases cases, Drafts drafts, Revisions revisions) {
		this.cases = cases;
		this.drafts = drafts;
		this.revisions = revisions;
	}

	@BeforeEach
	void open() {
		this.number = this.cases.begin(Cast.APPLICANT_A);
		CaseForms form = CaseForms.aCase()
			.with("registeredCapitalWan", "50000000")
			.with("fax", "没有")
			.provenBy(this.cases.attach(this.number, Cast.APPLICANT_A));
		this.drafts.save(this.number, Revisions.FORM, 0, form.form(), Cast.APPLICANT_A.id());
		this.browsers = new Browsers();
		this.desk = this.browsers.open("http://localhost:" + this.port, Cast.APPLICANT_A.id(), Cast.PASSWORD);
		this.desk.openTask("填写申报书");
		PlaywrightAssertions.assertThat(form().locator("[data-text=number]")).hasText(this.number);
	}

	@AfterEach
	void close() {
		this.browsers.close();
		this.cases.endAll();
	}

	@Test
	@DisplayName("五个方向的页面文字都与附件1逐行一致，顺序不变；别的方向的填写说明不出现（附件1）")
	void showsTheAnnexLineByLine() {
		for (String direction : List.of("D1", "D2", "D3", "D4", "D5")) {
			this.desk.choose("direction", direction);
			String words = (String) form().evaluate(WORDS);

			assertThat(NoticeText.missing(words, NoticeText.of("annex1.txt", direction))).as(direction).isEmpty();
			assertThat(NoticeText.missing(words, NoticeText.of("annex1.txt", direction.equals("D1") ? "D2" : "D1")))
				.as(direction)
				.hasSize(2);
		}
	}

	@Test
	@DisplayName("页面上的字数与服务器一致：共同的例子和一千段任意文字（R44，R82）")
	void countsAsTheServerDoes() {
		List<String> texts = Stream.concat(WordCounts.vectors().stream().map(WordCounts.Vector::text), anyTexts())
			.toList();

		assertThat(this.desk.page().evaluate(COUNTS, texts)).isEqualTo(texts.stream().map(WordCount::of).toList());
	}

	@Test
	@DisplayName("问题须修改；提示与问题看得出区别，勾选“已核对”后可以提交，改了内容须重新核对")
	void confirmsADoubt() {
		this.desk.press();
		assertThat(this.desk.problems()).hasSize(2);
		Locator doubt = form().locator("[data-field=registeredCapitalWan]");
		PlaywrightAssertions.assertThat(doubt).containsText("单位是万元吗");
		PlaywrightAssertions.assertThat(form().locator("[data-field=fax] .confirm")).hasCount(0);
		PlaywrightAssertions.assertThat(form().locator("[data-problems]")).containsText("有 1 处需要修改");
		PlaywrightAssertions.assertThat(form().locator("[data-problems]")).containsText("有 1 处需要核对");
		this.desk.shoot("doubt-and-problem");

		confirm(doubt);
		this.desk.type("fax", "无").type("registeredCapitalWan", "60000000").press();
		PlaywrightAssertions.assertThat(form().locator("[data-problems]")).containsText("60000000万元");
		assertThat(this.desk.problems()).hasSize(1);
		PlaywrightAssertions.assertThat(doubt.locator(".confirm input")).not().isChecked();
		this.desk.shoot("doubt");

		confirm(doubt);
		this.desk.complete();
		assertThat(this.revisions.latest(this.number).orElseThrow().confirmed()).singleElement()
			.extracting(confirmed -> confirmed.field())
			.isEqualTo("registeredCapitalWan");
	}

	@Test
	@DisplayName("选了不能申报的方向，页面说明由谁申报；换成可以申报的三个方向，方向和级别不再有问题（附件1 三，C3）")
	void namesWhoMayApplyAndTakesWhoMay() {
		this.desk.choose("direction", "D5").press();
		PlaywrightAssertions.assertThat(form().locator("[data-field=direction] .problem"))
			.containsText("“网络安全威胁监测服务案例”由基础电信企业申报");

		this.desk.choose("direction", "D1").choose("industrialLevel", "二级");
		assertNoProblemWithTheDirection();
		this.desk.choose("direction", "D3");
		assertNoProblemWithTheDirection();
		this.desk.choose("direction", "D4");
		assertNoProblemWithTheDirection();
	}

	private void assertNoProblemWithTheDirection() {
		this.desk.page().waitForResponse(response -> response.url().endsWith("/check"), this.desk::press);
		PlaywrightAssertions.assertThat(form().locator("[data-problems]")).containsText("传真");
		for (String field : List.of("direction", "industrialLevel", "vehicleLevel")) {
			PlaywrightAssertions.assertThat(form().locator("[data-field=%s] .problem".formatted(field))).hasCount(0);
		}
	}

	@Test
	@DisplayName("选择分支机构负责人，签章处的称谓随之改变并保存（附件1 五）")
	void changesWhoSigns() {
		PlaywrightAssertions.assertThat(form().locator(".on-paper")).containsText("法定代表人签章：");

		this.desk.choose("signerRole", "HEAD_OF_BRANCH");

		PlaywrightAssertions.assertThat(form().locator(".on-paper")).containsText("负责人签章：");
		PlaywrightAssertions.assertThat(form().locator("[data-state]")).containsText("已保存");
		assertThat(this.revisions.draft(this.number).signerRole()).isEqualTo("HEAD_OF_BRANCH");
		this.desk.page().setViewportSize(1500, 5200);
		this.desk.shoot("whole-form");
	}

	private static void confirm(Locator field) {
		Desk.tick(field.getByLabel("已核对，仍按此填报"));
	}

	private Locator form() {
		return this.desk.page().locator("form.annex");
	}

	// From where both Unicode tables agree: Latin, accents, punctuation, kana, Chinese,
	// full
	// width, emoji, blanks.
	private static Stream<String> anyTexts() {
		Map<Integer, Integer> ranges = Map.of(0x09, 0x0D, 0x20, 0x17F, 0x300, 0x36F, 0x2000, 0x2064, 0x2460, 0x27BF,
				0x3000, 0x303F, 0x4E00, 0x9FA5, 0xFF01, 0xFF60, 0x1F600, 0x1F64F, 0x20000, 0x20100);
		List<Integer> starts = ranges.keySet().stream().sorted().toList();
		Random random = new Random(926);
		return IntStream.range(0, 1000).mapToObj(text -> IntStream.range(0, random.nextInt(40)).mapToObj(place -> {
			int start = starts.get(random.nextInt(starts.size()));
			return Character.toString(start + random.nextInt(ranges.get(start) - start + 1));
		}).collect(Collectors.joining()));
	}

}
