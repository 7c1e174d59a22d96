package io.huhang.story;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.application.CaseForm;
import io.huhang.application.Revisions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@BrowserTest
@HuhangTest
@DisplayName("草稿：自动保存、断网、两个窗口的冲突、检查和 Ctrl+S")
class DraftStoryTests {

	private static final Pattern SAVED = Pattern.compile("已保存 \\d\\d:\\d\\d");

	@LocalServerPort
	private int port;

	private final Cases cases;

	private final Revisions revisions;

	private Browsers browsers;

	private String number;

	DraftStoryTests(Cases cases, Revisions revisions) {
		this.cases = cases;
		this.revisions = revisions;
	}

	@BeforeEach
	void open() {
		this.browsers = new Browsers();
		this.number = this.cases.begin(Cast.APPLICANT_A);
	}

	@AfterEach
	void close() {
		this.browsers.close();
		this.cases.endAll();
	}

	@Test
	@DisplayName("两个窗口同填：后保存的一方看到两份内容，逐处选择，什么都不丢")
	void showsBothVersions() {
		Desk first = desk().openTask("填写申报书");
		Desk second = desk().openTask("填写申报书");
		first.type("caseName", "先保存的名称").type("fax", "无");
		PlaywrightAssertions.assertThat(state(first)).hasText(SAVED);

		// Both before the first of them is saved, however slowly they are typed.
		second.page().context().setOffline(true);
		second.type("caseName", "后保存的名称").type("address", "示例路9号");
		second.page().context().setOffline(false);

		Locator conflict = second.page().locator("[data-conflict]");
		PlaywrightAssertions.assertThat(conflict).isVisible();
		PlaywrightAssertions.assertThat(conflict.locator("h2"))
			.hasText(Pattern.compile("本人于11月11日.+在其他窗口保存，与您填写的内容有 3 处不同"));
		assertThat(conflict.locator("tbody th").allInnerTexts()).containsExactly("案例名称", "单位地址", "传真");
		assertThat(conflict.locator("tbody .content").allInnerTexts()).containsExactly("后保存的名称", "先保存的名称", "示例路9号",
				"（未填）", "（未填）", "无");
		assertThat(chosen(conflict)).containsExactly("mine", "mine", "theirs");
		second.shoot("draft-conflict");
		Desk.tick(conflict.locator("tr[data-name=caseName] input[value=theirs]"));
		conflict.locator("button").last().click();

		PlaywrightAssertions.assertThat(state(second)).hasText(SAVED);
		PlaywrightAssertions.assertThat(conflict).isHidden();
		CaseForm draft = this.revisions.draft(this.number);
		assertThat(List.of(draft.caseName(), draft.address(), draft.fax())).containsExactly("先保存的名称", "示例路9号", "无");
		second.shoot("draft-merged");
	}

	@Test
	@DisplayName("Ctrl+S 立即保存，不弹出浏览器的另存为；断网时说明，恢复后自动保存")
	void savesWithTheKeyboard() {
		Desk desk = desk().openTask("填写申报书");
		desk.page().locator("form.annex.loaded").waitFor();
		desk.page().locator("[name=caseName]").pressSequentially("键盘保存");
		desk.page().keyboard().press("Control+s");
		PlaywrightAssertions.assertThat(state(desk)).hasText(SAVED);
		assertThat(this.revisions.draft(this.number).caseName()).isEqualTo("键盘保存");

		desk.page().context().setOffline(true);
		desk.type("address", "断网时填写");
		PlaywrightAssertions.assertThat(state(desk)).hasText(Pattern.compile("网络.+恢复后自动保存"));
		desk.shoot("draft-offline");
		desk.page().context().setOffline(false);
		PlaywrightAssertions.assertThat(state(desk)).hasText(SAVED);
		assertThat(this.revisions.draft(this.number).address()).isEqualTo("断网时填写");
	}

	@Test
	@DisplayName("登录失效时正在填写：离开前询问，转到登录页也不丢，重新登录后可以恢复，恢复后不再保留；大段文字也一样")
	void keepsWhatWasTypedWhenTheLoginEnds() {
		Desk desk = desk().openTask("填写申报书");
		desk.page().locator("form.annex.loaded").waitFor();
		List<String> questions = new CopyOnWriteArrayList<>();
		desk.page().onDialog(question -> {
			questions.add(question.type());
			question.accept();
		});
		desk.page().context().clearCookies();
		desk.type("caseName", "登录失效时填写").type("overview", "长".repeat(30_000));
		desk.page().waitForURL("**/login");
		assertThat(questions).containsExactly("beforeunload");
		assertThat(this.revisions.draft(this.number).caseName()).isEmpty();

		desk.logIn(Cast.PASSWORD).openTask("填写申报书");
		Locator offer = desk.page().locator("[data-recovery]");
		PlaywrightAssertions.assertThat(offer).containsText("发现未保存的内容");
		desk.shoot("draft-kept");
		offer.getByText("恢复", new Locator.GetByTextOptions().setExact(true)).click();

		PlaywrightAssertions.assertThat(state(desk)).hasText(SAVED);
		CaseForm draft = this.revisions.draft(this.number);
		assertThat(List.of(draft.caseName(), draft.overview())).containsExactly("登录失效时填写", "长".repeat(30_000));
		assertThat(desk.page().evaluate("Object.keys(sessionStorage).filter(key => key.startsWith('huhang-')).length"))
			.isEqualTo(0);
	}

	@Test
	@DisplayName("提交时正在检查的内容不能再改，交出的就是检查过的；没有通过的可以继续填写")
	void handsInWhatWasChecked() {
		Desk desk = desk().openTask("填写申报书");
		desk.page().locator("form.annex.loaded").waitFor();
		Locator work = desk.page().locator("[data-work]");
		AtomicReference<Route> asked = new AtomicReference<>();
		desk.page().route("**/check", asked::set);
		desk.page().waitForRequest("**/check", desk::press);

		PlaywrightAssertions.assertThat(work).hasAttribute("inert", "");
		assertThat(
				desk.page().evaluate("document.querySelector('[name=caseName]').focus(), document.activeElement.name"))
			.isNotEqualTo("caseName");

		desk.page().waitForCondition(() -> asked.get() != null);
		asked.get().resume();
		assertThat(desk.problems()).isNotEmpty();
		PlaywrightAssertions.assertThat(work).not().hasAttribute("inert", "");
		desk.type("caseName", "检查以后填写");
		PlaywrightAssertions.assertThat(state(desk)).hasText(SAVED);
	}

	@Test
	@DisplayName("检查：不提交，逐部分说明还有几项，每一项可以跳到栏目")
	void checksWithoutSubmitting() {
		Desk desk = desk().openTask("填写申报书");
		desk.type("signer", "周立群").page().locator("[data-check]").click();

		Locator checklist = desk.page().locator("[data-checklist]");
		PlaywrightAssertions.assertThat(checklist).isVisible();
		assertThat(checklist.locator("ul > li > strong").allInnerTexts()).startsWith("封面", "一、申报单位基本情况", "三、总体情况",
				"附件：证明材料", "四、成效与亮点", "五、真实性承诺", "案例简述");
		PlaywrightAssertions.assertThat(checklist.locator("ul > li").nth(4)).containsText("1 项待填");
		desk.shoot("checklist");
		checklist.locator("ul > li").nth(4).locator("button").click();
		PlaywrightAssertions.assertThat(desk.page().locator("[name=results]")).isFocused();
		assertThat(this.cases.task(this.number).getTaskDefinitionKey()).isEqualTo("fillCaseApplication");
	}

	private static Locator state(Desk desk) {
		return desk.page().locator("[data-state]");
	}

	private static List<Object> chosen(Locator conflict) {
		return List
			.copyOf((List<?>) conflict.locator("input:checked").evaluateAll("boxes => boxes.map(box => box.value)"));
	}

	private Desk desk() {
		return this.browsers.open("http://localhost:" + this.port, Cast.APPLICANT_A.id(), Cast.PASSWORD);
	}

}
