package io.huhang.story;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.Lists;
import io.huhang.attachment.Attachments;
import io.huhang.attachment.SampleFiles;
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
@DisplayName("签发推荐在 Tasklist 中：领导在线签发，经办人登记线下签批")
class PaperApprovalStoryTests {

	@LocalServerPort
	private int port;

	private final Lists lists;

	private Browsers browsers;

	PaperApprovalStoryTests(Cases cases, ProcessEngine engine, Drafts drafts, Attachments attachments,
			JdbcClient database) {
		this.lists = new Lists(cases, engine, drafts, attachments, database);
	}

	@BeforeEach
	void open() {
		this.browsers = new Browsers();
		this.lists.atApproval();
	}

	@AfterEach
	void close() {
		this.browsers.close();
		this.lists.endAll();
	}

	@Test
	@DisplayName("经办人登记线下签批：缺什么在该项说明，补齐后办结，推荐页写明线下签批")
	void officerRecordsWhatWasSignedOnPaper() {
		Desk officer = desk(Cast.OFFICER);
		List<String> violations = new CopyOnWriteArrayList<>();
		officer.page().onConsoleMessage(message -> {
			if (message.text().contains("Content Security Policy")) {
				violations.add(message.text());
			}
		});
		officer.openTask("签发推荐").shoot("paper-approval-empty").press();
		assertThat(officer.problems()).extracting(text -> text.replaceAll("（.*", ""))
			.containsExactly("请上传领导签批后的签报扫描件。", "请填写签批人姓名。", "请填写签报上的签批日期。", "请选择处理结论。");
		officer.shoot("paper-approval-problems");

		assertThat(officer.fetch("/recommendations/" + Lists.NUMBER + "/signing-sheet")).startsWith('%', 'P', 'D', 'F');
		officer.attach("approvalScan", "签报.pdf", SampleFiles.pdf(1))
			.type("signer", "周样例")
			.type("signedOn", "2024年11月11日")
			.choose("decision", "PASS")
			.shoot("paper-approval")
			.complete();

		officer.visit("/recommendations/" + Lists.NUMBER).shoot("paper-approval-page");
		PlaywrightAssertions.assertThat(officer.page().locator(".trail"))
			.containsText("周样例　局领导（线下签批，2024年11月11日，由丙样例登记，见扫描件）");
		assertThat(violations).isEmpty();
	}

	@Test
	@DisplayName("局领导退回修改须写理由，经办人排序时看到理由")
	void leaderReturnsTheListOnline() {
		Desk leader = desk(Cast.LEADER);
		leader.openTask("签发推荐").choose("decision", "RETURN").press();
		assertThat(leader.problems()).containsExactly("请填写理由，对方将看到这段文字。（通知二（二））");
		leader.openTask("签发推荐").type("reason", "请补充推荐说明。").shoot("approval-return").complete();

		Desk officer = desk(Cast.OFFICER);
		officer.openTask("案例排序");
		PlaywrightAssertions.assertThat(officer.page().locator("[data-returned]")).containsText("请补充推荐说明。");
	}

	@Test
	@DisplayName("处室负责人设置审核层级")
	void headMergesLevels() {
		Desk head = desk(Cast.HEAD);
		head.visit("/authority/levels").choose("merging", "HEAD_LEADER").shoot("levels");
		head.page().getByText("保存", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true)).click();
		PlaywrightAssertions.assertThat(head.page().locator(".facts").first()).containsText("处室负责人与局领导合并");
	}

	private Desk desk(Person person) {
		return this.browsers.desk("http://localhost:" + this.port, person.id(), Cast.PASSWORD);
	}

}
