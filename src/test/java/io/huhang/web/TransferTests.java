package io.huhang.web;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;

import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.Lists;
import io.huhang.Mailbox;
import io.huhang.Visitor;
import io.huhang.attachment.Attachments;
import io.huhang.draft.Drafts;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.process.Accounts;
import io.huhang.process.CaseRecommendationProcess;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
@DisplayName("转办：交给本单位同级人员，写明理由，留痕，接办人收到邮件（系统规则）")
class TransferTests {

	private static final Person SECOND_OFFICER = person("test-transfer-officer", "申样例", Role.OFFICER, Cast.AUTHORITY);

	private static final Person SECOND_HEAD = person("test-transfer-head", "酉样例", Role.HEAD, Cast.AUTHORITY);

	private static final Person GONE_OFFICER = person("test-transfer-gone", "戌样例", Role.OFFICER, Cast.AUTHORITY);

	private static final String REASON = "外出参加培训，请代为办理。";

	@LocalServerPort
	private int port;

	private final Cases cases;

	private final Lists lists;

	private final ProcessEngine engine;

	private final Accounts accounts;

	private final Mailbox mailbox;

	private final JdbcClient database;

	private String number;

	TransferTests(Cases cases, ProcessEngine engine, Drafts drafts, Attachments attachments, Accounts accounts,
			Mailbox mailbox, JdbcClient database) {
		this.cases = cases;
		this.lists = new Lists(cases, engine, drafts, attachments, database);
		this.engine = engine;
		this.accounts = accounts;
		this.mailbox = mailbox;
		this.database = database;
	}

	@BeforeEach
	void file() {
		if (this.engine.getIdentityService().createUserQuery().userId(SECOND_OFFICER.id()).count() == 0) {
			List.of(SECOND_OFFICER, SECOND_HEAD, GONE_OFFICER)
				.forEach(person -> this.accounts.create(person, Cast.PASSWORD));
			this.accounts.deactivate(GONE_OFFICER.id());
		}
		this.number = this.lists.file();
	}

	@AfterEach
	void end() {
		this.cases.endAll();
	}

	@Test
	@DisplayName("转给同级同事：待办归其办理，留痕、进转办记录、发邮件；申报单位看不到")
	void handsATaskToAColleague() {
		this.lists.claim(this.cases.task(this.number), Cast.OFFICER);
		Visitor officer = Visitor.of(Cast.OFFICER, this.port);
		assertThat(officer.open(path()).body()).contains(SECOND_OFFICER.name())
			.doesNotContain(GONE_OFFICER.name(), Cast.HEAD.name(), Cast.FOREIGN_OFFICER.name());

		HttpResponse<String> answer = officer.submit(path(),
				Map.of("colleague", SECOND_OFFICER.id(), "reason", " " + REASON + " "));

		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(this.cases.task(this.number).getAssignee()).isEqualTo(SECOND_OFFICER.id());
		assertThat(this.mailbox.newest(SECOND_OFFICER.email())).contains("丙样例已将之江示例装备制造有限公司典型案例的审核转由您办理", REASON);
		assertThat(casePage(Cast.HEAD)).contains("审核：丙样例 转 申样例", REASON);
		for (Person outsider : List.of(Cast.APPLICANT_A, Cast.MIIT_OFFICER, Cast.COORDINATOR, Cast.AUDITOR)) {
			assertThat(casePage(outsider)).as(outsider.id()).contains(this.number).doesNotContain("转办", REASON);
		}
		assertThat(this.database.sql(
				"select count(*) from audit_entry where actor = :actor and action = 'task.transfer' and subject = :subject")
			.param("actor", Cast.OFFICER.id())
			.param("subject", this.number + "/" + SECOND_OFFICER.id())
			.query(Integer.class)
			.single()).isEqualTo(1);
		assertThat(officer.get("/api/tasks/" + this.cases.task(this.number).getId() + "/case-check").statusCode())
			.isEqualTo(404);
		this.lists.decide(this.number, SECOND_OFFICER, "PASS");
		assertThat(this.cases.task(this.number).getTaskDefinitionKey()).isEqualTo("reviewCase");
	}

	@Test
	@DisplayName("同样的转办再来一次：已转走，说明原因，不再办一次")
	void answersASecondTransfer() {
		Visitor officer = Visitor.of(Cast.OFFICER, this.port);
		Map<String, String> form = Map.of("colleague", SECOND_OFFICER.id(), "reason", REASON);
		officer.open(path());
		assertThat(officer.submit(path(), form).statusCode()).isEqualTo(302);

		HttpResponse<String> again = officer.submit(path(), form);

		assertThat(again.statusCode()).isEqualTo(422);
		assertThat(again.body()).contains("该待办已办结、已转办或已由他人领取");
		assertThat(this.database.sql("select count(*) from recommendation_transfer where subject = :number")
			.param("number", this.number)
			.query(Integer.class)
			.single()).isEqualTo(1);
	}

	@Test
	@DisplayName("转给其他层级、其他单位、停用的、本人、不存在的人，没有理由、理由过长：在栏目处拒绝，任务不动")
	void refusesTheWrongColleague() {
		Visitor officer = Visitor.of(Cast.OFFICER, this.port);
		officer.open(path());
		for (String wrong : List.of(Cast.HEAD.id(), Cast.LEADER.id(), Cast.FOREIGN_OFFICER.id(), GONE_OFFICER.id(),
				Cast.APPLICANT_A.id(), Cast.MIIT_OFFICER.id(), "nobody", "")) {
			assertThat(refusal(officer, wrong, REASON)).as(wrong).isEqualTo("请选择本单位在用的同级人员：不能转办给其他层级、其他单位或已停用的人员。");
		}
		assertThat(refusal(officer, Cast.OFFICER.id(), REASON)).isEqualTo("不能转办给本人，请选择其他同级人员。");
		assertThat(refusal(officer, SECOND_OFFICER.id(), "  ")).isEqualTo("请填写转办理由，接办人将看到这段文字。");
		assertThat(refusal(officer, SECOND_OFFICER.id(), "字".repeat(501))).isEqualTo("转办理由现501字，超过500字，请删减。");

		assertThat(this.cases.task(this.number).getAssignee()).isNull();
	}

	@Test
	@DisplayName("别人领取的、别的层级的任务不能转办；处室负责人转给处室负责人")
	void handsOverOnlyWhatIsOnesOwn() {
		this.lists.claim(this.cases.task(this.number), Cast.OFFICER);
		for (Person stranger : List.of(SECOND_OFFICER, Cast.HEAD, Cast.LEADER)) {
			assertThat(Visitor.of(stranger, this.port).open(path()).body()).as(stranger.id()).contains("目前没有可以由您转办的待办");
		}
		for (Person stranger : List.of(Cast.APPLICANT_A, Cast.FOREIGN_OFFICER, Cast.MIIT_OFFICER, Cast.COORDINATOR)) {
			assertThat(Visitor.of(stranger, this.port).open(path()).statusCode()).as(stranger.id()).isEqualTo(404);
		}
		this.lists.decide(this.number, Cast.OFFICER, "PASS");
		Visitor head = Visitor.of(Cast.HEAD, this.port);
		head.open(path());
		assertThat(refusal(head, SECOND_OFFICER.id(), REASON)).startsWith("请选择本单位在用的同级人员");

		assertThat(head.submit(path(), Map.of("colleague", SECOND_HEAD.id(), "reason", REASON)).statusCode())
			.isEqualTo(302);
		assertThat(this.cases.task(this.number).getAssignee()).isEqualTo(SECOND_HEAD.id());
	}

	@Test
	@DisplayName("审核过本版的人（岗位变更后）不列为复核的接办人，报出也拒绝")
	void refusesWhoHasCheckedTheRevision() {
		this.lists.decide(this.number, Cast.OFFICER, "PASS");
		this.database
			.sql("update recommendation_review set decided_by = :user where case_number = :number and step = 'CHECK'")
			.param("user", SECOND_HEAD.id())
			.param("number", this.number)
			.update();
		Visitor head = Visitor.of(Cast.HEAD, this.port);

		assertThat(head.open(path()).body()).doesNotContain(SECOND_HEAD.name());
		assertThat(refusal(head, SECOND_HEAD.id(), REASON)).isEqualTo("酉样例已在另一层级对本版材料作出决定，不能再办理，请选择其他人员。");
	}

	@Test
	@DisplayName("名单的待办同样转办：排序、复核、签发各转给同级；另一单位、申报单位和部里看不到")
	void handsTheTasksOfAListOver() {
		this.lists.decide(this.number, Cast.OFFICER, "PASS");
		this.lists.decide(this.number, Cast.HEAD, "PASS");
		this.cases.as(Cast.OFFICER,
				() -> this.engine.getRuntimeService().startProcessInstanceByKey(CaseRecommendationProcess.KEY));
		this.number = Lists.NUMBER;

		assertThat(Visitor.of(Cast.OFFICER, this.port).open(path()).body()).contains("典型案例推荐名单", SECOND_OFFICER.name())
			.doesNotContain(Cast.HEAD.name());
		assertThat(transfer(Cast.OFFICER, Cast.HEAD)).isEqualTo(422);
		for (Person stranger : List.of(Cast.APPLICANT_A, Cast.FOREIGN_OFFICER, Cast.MIIT_OFFICER, Cast.COORDINATOR)) {
			assertThat(transfer(stranger, SECOND_OFFICER)).as(stranger.id()).isEqualTo(404);
		}
		assertThat(transfer(Cast.OFFICER, SECOND_OFFICER)).isEqualTo(302);
		assertThat(this.mailbox.newest(SECOND_OFFICER.email())).contains("丙样例已将浙江省经济和信息化厅典型案例推荐的案例排序转由您办理", REASON);
		this.lists.complete(this.number, SECOND_OFFICER);

		assertThat(transfer(Cast.HEAD, SECOND_HEAD)).isEqualTo(302);
		this.lists.decide(this.number, SECOND_HEAD, "PASS");
		Visitor officer = Visitor.of(Cast.OFFICER, this.port);
		assertThat(officer.open(path()).body()).contains(SECOND_OFFICER.name()).doesNotContain(Cast.LEADER.name());
		assertThat(transfer(Cast.LEADER, SECOND_OFFICER)).isEqualTo(422);

		String page = "/recommendations/" + this.number;
		assertThat(officer.open(page).body()).contains("案例排序：丙样例 转 申样例", "复核排序：丁样例 转 酉样例", REASON);
		assertThat(Visitor.of(Cast.MIIT_OFFICER, this.port).open(page).body()).doesNotContain("转办", REASON);
		this.lists.endAll();
	}

	private int transfer(Person from, Person to) {
		Visitor visitor = Visitor.of(from, this.port);
		visitor.open(path());
		return visitor.submit(path(), Map.of("colleague", to.id(), "reason", REASON)).statusCode();
	}

	private String refusal(Visitor visitor, String colleague, String reason) {
		HttpResponse<String> answer = visitor.submit(path(), Map.of("colleague", colleague, "reason", reason));
		assertThat(answer.statusCode()).isEqualTo(422);
		String body = answer.body();
		int at = body.indexOf("class=\"wrong\">");
		// Where nobody is left to choose there is no field to show it at.
		return (at < 0) ? body.replaceAll("(?s).*class=\"problem\" role=\"alert\">([^<]*)<.*", "$1")
				: body.substring(at + 14, body.indexOf('<', at));
	}

	private String casePage(Person person) {
		return Visitor.of(person, this.port).open("/cases/" + this.number).body();
	}

	private String path() {
		return (this.number.equals(Lists.NUMBER) ? "/recommendations/" : "/cases/") + this.number + "/transfer";
	}

	private static Person person(String id, String name, Role role, String organization) {
		return new Person(id, name, id + "@example.cn", "13900000000", role, organization);
	}

}
