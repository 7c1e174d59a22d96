package io.huhang.story;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.Regions;
import io.huhang.organization.Person;
import io.huhang.region.RegionForms;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

@BrowserTest
@HuhangTest
@DisplayName("发起和办理的按钮在 Tasklist 中：还缺什么说得清楚，改正后总能提交")
class StartFormStoryTests {

	@LocalServerPort
	private int port;

	private final ApplicationContext product;

	private Browsers browsers;

	StartFormStoryTests(ApplicationContext product) {
		this.product = product;
	}

	@BeforeEach
	void open() {
		this.browsers = new Browsers();
	}

	@AfterEach
	void close() {
		this.browsers.close();
	}

	@Test
	@DisplayName("典型案例申报：发起按钮旁写明还须选择和勾选什么")
	void saysWhatTheStartWaitsFor() {
		Desk maker = desk(Cast.APPLICANT_A).beginProcess("典型案例申报");
		Locator wanting = maker.page().locator(".modal-dialog .wanting");
		PlaywrightAssertions.assertThat(wanting).hasText("发起前还须：选择受理申报材料的地方主管部门、选择申报方向、阅读并同意个人信息处理告知。");
		wanting.scrollIntoViewIfNeeded();
		maker.shoot("start-wanting");
		System.out
			.println("DISABLED " + maker.page().locator("button[ng-click='startProcessInstance()']").isDisabled());
		maker.page().locator("select[name=authority]").selectOption("330000-iit");
		PlaywrightAssertions.assertThat(wanting).hasText("发起前还须：选择申报方向、阅读并同意个人信息处理告知。");
		System.out
			.println("DISABLED " + maker.page().locator("button[ng-click='startProcessInstance()']").isDisabled());
		maker.choose("direction", "D1").choose("privacyVersion", "true");
		PlaywrightAssertions.assertThat(wanting).isHidden();
		maker.start();
	}

	@Test
	@DisplayName("典型案例推荐：没有可以推荐的案例时，打开就说明")
	void saysThatThereIsNothingToRecommend() {
		Desk officer = desk(Cast.OFFICER).beginProcess("典型案例推荐");
		PlaywrightAssertions.assertThat(officer.page().locator(".modal-dialog [data-problems]"))
			.hasText("目前没有审核通过、可以推荐的案例，请在办结审核（复核）后再启动推荐。");
		officer.shoot("start-nothing");
		officer.page().locator("button[ng-click='startProcessInstance()']").click();
		PlaywrightAssertions.assertThat(officer.page().locator(".modal-dialog [data-problems]"))
			.hasText("目前没有审核通过、可以推荐的案例，请在办结审核（复核）后再启动推荐。");
	}

	@Test
	@DisplayName("Camunda 表单：退回未写理由被指出后改选同意，提交按钮可以使用，连点两下只提交一次")
	void camundaFormCanBeHandedInAfterAnError() {
		Regions regions = new Regions(this.product);
		String number = regions.open(Cast.OFFICER, "OVERALL", "SINGLE");
		regions.fillIn(number, Cast.OFFICER, RegionForms.aRegion("OVERALL"));
		Desk head = desk(Cast.HEAD).openTask("审核申报书");
		Locator form = head.page().locator(".fjs-container");
		Desk.tick(head.page().getByLabel("退回", new Page.GetByLabelOptions().setExact(true)));
		head.press();
		PlaywrightAssertions.assertThat(form).containsText("请填写此项。");
		PlaywrightAssertions.assertThat(head.page().locator(".page-notifications")).containsText("请按标红处的提示填写后重新提交。");
		head.shoot("camunda-form-error");

		Desk.tick(head.page().getByLabel("同意", new Page.GetByLabelOptions().setExact(true)));
		Locator button = head.page().locator("button[ng-click='complete()']");
		button.dblclick();
		button.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
		PlaywrightAssertions.assertThat(head.page().locator(".page-notifications")).not().containsText("未找到");
		assertThat(regions.task(number).getTaskDefinitionKey()).isEqualTo("approveRegionApplication");
	}

	private Desk desk(Person person) {
		return this.browsers.desk("http://localhost:" + this.port, person.id(), Cast.PASSWORD);
	}

}
