package io.huhang.story;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.Mailbox;
import io.huhang.application.CaseForms;
import io.huhang.organization.People;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.process.AccountDesk;
import io.huhang.process.Accounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

@BrowserTest
@HuhangTest
@DisplayName("从首个管理员到共同填写：首次登录改密、单位注册、邀请同事、同事填写、联系人接手提交")
class RegistrationStoryTests {

	private static final String NEW_PASSWORD = "Gengxin@2024-mima";

	private static final String CODE = CaseForms.code(810_001);

	private static final String TASKLIST = "/camunda/app/tasklist/default/#/?task=";

	@LocalServerPort
	private int port;

	private final Accounts accounts;

	private final People people;

	private final AccountDesk desk;

	private final Mailbox mailbox;

	private final Cases cases;

	RegistrationStoryTests(Accounts accounts, People people, AccountDesk desk, Mailbox mailbox, Cases cases) {
		this.accounts = accounts;
		this.people = people;
		this.desk = desk;
		this.mailbox = mailbox;
		this.cases = cases;
	}

	@AfterEach
	void end() {
		this.cases.endAll();
	}

	@Test
	@DisplayName("不用脚本即可注册和管理人员；同事保存的草稿显示姓名，联系人接手后提交")
	void enterpriseArrivesAndWorksTogether() {
		try (Browsers browsers = new Browsers()) {
			administratorChoosesAnOwnPassword(browsers.open());
			Page contact = browsers.open();
			registers(contact);
			Person colleague = invites(contact, browsers.open());
			worksTogether(contact, browsers, colleague);
		}
	}

	private void administratorChoosesAnOwnPassword(Page page) {
		String id = this.accounts.newId();
		this.accounts.create(new Person(id, "午样例", id + "@example.cn", "", Role.AUDITOR, ""), Cast.PASSWORD);
		this.people.renewCredentials(id, true);
		logIn(page, id + "@example.cn", Cast.PASSWORD);
		assertThat(page.getByText("您正在使用他人设置的初始密码")).isVisible();
		Desk.shoot(page, "registration-password");
		page.locator("#current").fill(Cast.PASSWORD);
		choosePassword(page, "修改密码", NEW_PASSWORD);
		assertThat(page.getByText("密码已修改")).isVisible();
	}

	private void registers(Page page) {
		page.navigate(base() + "/login");
		Desk.shoot(page, "registration-login");
		page.getByText("注册申报单位账号").click();
		page.locator("form.stack button").click();
		assertThat(page.locator(".wrong").first()).isVisible();
		Desk.shoot(page, "registration-register-problems");
		page.locator("#uscc").fill(CODE);
		page.locator("#enterpriseName").fill("示例共填装备有限公司");
		page.locator("#name").fill("周联系");
		page.locator("#email").fill("story-contact@example.cn");
		page.locator("#phone").fill("13900000001");
		page.locator("[name=privacyVersion]").check();
		page.locator("form.stack button").click();
		assertThat(page.locator("h1")).hasText("请查收邮件");
		Desk.shoot(page, "registration-letter-sent");
		this.desk.answer();
		page.navigate(base() + this.mailbox.link("story-contact@example.cn"));
		Desk.shoot(page, "registration-register-confirm");
		choosePassword(page, "完成注册", NEW_PASSWORD);
		logIn(page, "story-contact@example.cn", NEW_PASSWORD);
	}

	private Person invites(Page contact, Page colleague) {
		contact.navigate(base() + "/organization");
		contact.locator("#name").fill("吴同事");
		contact.locator("#email").fill("story-colleague@example.cn");
		contact.locator("#phone").fill("0571-87000009");
		contact.getByText("发送邀请").click();
		assertThat(contact.getByText("邀请邮件已发出")).isVisible();
		Desk.shoot(contact, "registration-organization");
		colleague.navigate(base() + this.mailbox.link("story-colleague@example.cn"));
		Desk.shoot(colleague, "registration-invitation");
		colleague.locator("[name=privacyVersion]").check();
		choosePassword(colleague, "启用账号", NEW_PASSWORD);
		assertThat(colleague.getByText("账号已启用")).isVisible();
		colleague.navigate(base() + "/account/recovery");
		Desk.shoot(colleague, "registration-recovery");
		colleague.navigate(base() + "/account/recovery/nothing");
		Desk.shoot(colleague, "registration-dead-link");
		return this.people.findByLogin("story-colleague@example.cn").orElseThrow();
	}

	private void worksTogether(Page contactPage, Browsers browsers, Person colleague) {
		Person contact = this.people.findByLogin("story-contact@example.cn").orElseThrow();
		String number = this.cases.begin(contact);
		try (Desk desk = browsers.open(base(), colleague.id(), NEW_PASSWORD)) {
			Page page = desk.visit(TASKLIST + this.cases.task(number).getId()).page();
			page.locator("[data-held]").waitFor();
			assertThat(page.locator("[data-held]")).containsText("本任务目前由周联系办理，您可以查看");
			assertThat(page.locator("[data-unclaimed]")).isHidden();
			Desk.shoot(page, "registration-held");
			desk.visit("/cases/" + number);
			assertThat(page.getByText("目前由周联系办理")).isVisible();
			Desk.shoot(page, "registration-case");
			page.getByText("由我接手").click();
			page.locator("[name=caseName]").waitFor();
			assertThat(page.locator("[name=caseName]")).isEnabled();
			page.waitForResponse(answer -> answer.url().endsWith("/draft") && answer.status() == 200,
					() -> page.locator("[name=caseName]").fill("共同填写的案例"));
			desk.press();
			assertThat(page.locator("[data-problems]")).containsText("仅单位联系人 周联系 可以提交");
			Desk.shoot(page, "registration-not-the-contact");
		}
		contactPage.navigate(base() + "/cases/" + number);
		contactPage.getByText("由我接手").click();
		assertThat(contactPage.locator("[data-state]")).containsText("最近由 吴同事 于");
		Desk.shoot(contactPage, "registration-last-editor");
	}

	private void logIn(Page page, String name, String password) {
		page.navigate(base() + "/login");
		page.locator("#username").fill(name);
		page.locator("#password").fill(password);
		page.locator("form.stack button").click();
	}

	private static void choosePassword(Page page, String button, String password) {
		page.locator("#password").fill(password);
		page.locator("#repeated").fill(password);
		page.locator("form.stack button").filter(new Locator.FilterOptions().setHasText(button)).click();
	}

	private String base() {
		return "http://localhost:" + this.port;
	}

}
