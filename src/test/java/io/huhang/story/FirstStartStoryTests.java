package io.huhang.story;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import io.huhang.FirstStartTest;
import io.huhang.Mailbox;
import io.huhang.application.CaseForms;
import io.huhang.organization.StaffWorkbook;
import io.huhang.process.AccountDesk;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@BrowserTest
@FirstStartTest
@DisplayName("从首次启动到开始申报：首个管理员改密、导入一个主管部门、受邀人启用账号、企业注册")
class FirstStartStoryTests {

	private static final String OWN = "Gengxin@2024-kouling";

	private static final String AUTHORITY = "浙江省经济和信息化厅";

	private static final String OFFICER = "jingban@zj.example.cn";

	private static final String ENTERPRISE = "示例首日装备有限公司";

	private static final String CONTACT = "lianxi@shouri.example.cn";

	private static final String CODE = CaseForms.code(820_001);

	private static final List<List<String>> PEOPLE = List.of(List.of("吴经办", OFFICER, "0571-87000001", AUTHORITY, "经办人"),
			List.of("郑处长", "chuzhang@zj.example.cn", "0571-87000002", AUTHORITY, "处室负责人"),
			List.of("王局长", "juzhang@zj.example.cn", "0571-87000003", AUTHORITY, "局领导"));

	@LocalServerPort
	private int port;

	private final AccountDesk desk;

	private final Mailbox mailbox;

	FirstStartStoryTests(AccountDesk desk, Mailbox mailbox) {
		this.desk = desk;
		this.mailbox = mailbox;
	}

	@Test
	@DisplayName("空系统起步，全部在页面上办成；初始密码、错误名单、错误代码和用过的链接都被挡住")
	void firstDay() {
		try (Browsers browsers = new Browsers()) {
			choosesAnOwnPassword(browsers.open());
			try (Desk administrator = browsers.open(base(), FirstStartTest.ADMINISTRATOR, OWN)) {
				importsAnAuthority(administrator.page());
			}
			acceptsTheInvitation(browsers.open());
			try (Desk officer = browsers.open(base(), OFFICER, OWN)) {
				findsColleagues(officer.shoot("first-home").page());
			}
			registers(browsers.open());
			try (Desk contact = browsers.open(base(), CONTACT, OWN)) {
				begins(contact);
			}
		}
	}

	private void choosesAnOwnPassword(Page page) {
		page.navigate(base() + "/login");
		page.locator("#username").fill(FirstStartTest.ADMINISTRATOR);
		page.locator("#password").fill(FirstStartTest.PASSWORD);
		page.locator("form.stack button").click();
		assertThat(page.locator("h1")).hasText("修改密码");
		page.navigate(base() + "/people");
		assertThat(page.locator("h1")).hasText("修改密码");
		page.locator("#current").fill(FirstStartTest.PASSWORD);
		choosePassword(page, FirstStartTest.PASSWORD);
		assertThat(page.getByText("新密码不得与原密码相同")).isVisible();
		Desk.shoot(page, "first-start-password");
		page.locator("#current").fill(FirstStartTest.PASSWORD);
		choosePassword(page, OWN);
		assertThat(page.getByText("密码已修改")).isVisible();
		Desk.shoot(page, "first-start-home");
	}

	private void importsAnAuthority(Page page) {
		page.locator(".card").filter(new Locator.FilterOptions().setHasText("人员管理")).click();
		assertThat(page.locator("caption")).hasText("共 1 人");
		Desk.shoot(page, "first-start-people");
		link(page, "批量导入").click();
		Desk.shoot(page, "first-start-import");
		Download template = page.waitForDownload(() -> link(page, "下载模板（.xlsx）").click());
		assertThat(template.suggestedFilename()).isEqualTo("人员导入模板.xlsx");
		byte[] empty = content(template);

		List<String> wrong = List.of("吴经办", OFFICER, "0571-87000001", "浙江省经信厅", "经办人");
		upload(page, fill(empty, List.of(wrong, PEOPLE.get(1))));
		assertThat(page.locator("tbody td").allInnerTexts()).containsExactly("2", "单位", "D2",
				"“单位”中的“浙江省经信厅”不在下拉列表中，是否应为“浙江省经济和信息化厅”？请填写全称。");
		Desk.shoot(page, "first-start-import-problems");
		link(page, "重新上传").click();

		upload(page, fill(empty, PEOPLE));
		assertThat(page.locator("tbody tr td:nth-child(2)").allInnerTexts()).containsExactly("吴经办", "郑处长", "王局长");
		assertThat(this.mailbox.kinds(OFFICER)).isEmpty();
		Desk.shoot(page, "first-start-import-preview");
		button(page, "确认导入").click();
		assertThat(page.locator("h1")).hasText("名单已导入");
		assertThat(page.getByRole(AriaRole.STATUS)).containsText("已导入3人");
		Desk.shoot(page, "first-start-imported");
		link(page, "查看已邀请的人员").click();
		assertThat(page.locator("caption")).hasText("共 3 人");
		Desk.shoot(page, "first-start-invited");
	}

	private void acceptsTheInvitation(Page page) {
		assertThat(this.mailbox.kinds(OFFICER)).containsExactly("account-invited");
		page.setContent(this.mailbox.newest(OFFICER));
		Desk.shoot(page, "first-start-letter-invited");
		String link = this.mailbox.link(OFFICER);
		page.navigate(base() + link);
		page.locator("[name=privacyVersion]").check();
		Desk.shoot(page, "first-start-invitation");
		choosePassword(page, OWN);
		assertThat(page.getByText("账号已启用")).isVisible();
		Desk.shoot(page, "first-start-enabled");
		page.navigate(base() + link);
		assertThat(page.locator("#password")).hasCount(0);
		Desk.shoot(page, "first-start-used-link");
	}

	private void findsColleagues(Page page) {
		page.locator(".card").filter(new Locator.FilterOptions().setHasText("人员管理")).click();
		assertThat(page.locator("tbody tr td:first-child").allInnerTexts()).containsExactlyInAnyOrder("吴经办", "郑处长",
				"王局长");
		Desk.shoot(page, "first-start-colleagues");
	}

	private void registers(Page page) {
		page.navigate(base() + "/login");
		link(page, "注册申报单位账号").click();
		page.locator("#uscc").fill(CODE.substring(0, 16) + "00");
		page.locator("#enterpriseName").fill(ENTERPRISE);
		page.locator("#name").fill("孙联系");
		page.locator("#email").fill(CONTACT);
		page.locator("#phone").fill("13900000021");
		page.locator("[name=privacyVersion]").check();
		page.locator("form.stack button").click();
		assertThat(page.locator(".wrong")).hasCount(1);
		Desk.shoot(page, "first-start-wrong-code");
		page.locator("#uscc").fill(CODE);
		page.locator("form.stack button").click();
		assertThat(page.locator("h1")).hasText("请查收邮件");
		Desk.shoot(page, "first-start-letter-sent");
		this.desk.answer();
		String link = this.mailbox.link(CONTACT);
		page.setContent(this.mailbox.newest(CONTACT));
		Desk.shoot(page, "first-start-letter-registration");
		page.navigate(base() + link);
		Desk.shoot(page, "first-start-register-confirm");
		choosePassword(page, OWN);
		assertThat(page.locator("h1")).not().hasText("确认注册");
		Desk.shoot(page, "first-start-registered");
	}

	private void begins(Desk contact) {
		contact.shoot("first-home");
		Page page = contact.visit("/organization").page();
		assertThat(page.locator("main")).containsText(ENTERPRISE);
		assertThat(page.locator("tbody")).containsText("孙联系 联系人");
		contact.shoot("first-organization");
		contact.beginProcess("典型案例申报");
		assertThat(page.locator("[name=authority]")).containsText(AUTHORITY);
		contact.shoot("first-begin");
	}

	private static Locator link(Page page, String name) {
		return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

	private static Locator button(Page page, String name) {
		return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

	private static void choosePassword(Page page, String password) {
		page.locator("#password").fill(password);
		page.locator("#repeated").fill(password);
		page.locator("form.stack button").click();
	}

	private static void upload(Page page, byte[] file) {
		page.locator("#file").setInputFiles(new FilePayload("首批人员.xlsx", StaffWorkbook.MEDIA_TYPE, file));
		button(page, "上传并校验").click();
		assertThat(page.locator("h1")).hasText("核对导入名单");
	}

	/** The template as a person fills it in. */
	private static byte[] fill(byte[] template, List<List<String>> lines) {
		try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(template));
				ByteArrayOutputStream out = new ByteArrayOutputStream()) {
			XSSFSheet sheet = workbook.getSheet("人员名单");
			for (int line = 0; line < lines.size(); line++) {
				XSSFRow row = sheet.createRow(line + 1);
				for (int cell = 0; cell < lines.get(line).size(); cell++) {
					row.createCell(cell).setCellValue(lines.get(line).get(cell));
				}
			}
			workbook.write(out);
			return out.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static byte[] content(Download download) {
		try {
			return Files.readAllBytes(download.path());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private String base() {
		return "http://localhost:" + this.port;
	}

}
