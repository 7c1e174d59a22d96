package io.huhang.web;

import java.util.Map;

import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.Visitor;
import io.huhang.organization.Enterprises;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.process.Accounts;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@HuhangTest
@DisplayName("同事共同填写一份申报书，仅联系人提交")
class SharedDraftTests {

	private static final String REFUSED = "仅单位联系人 甲样例 可以提交，请联系其提交，或由其在“本单位”页面变更联系人。";

	@LocalServerPort
	private int port;

	private final Accounts accounts;

	private final Enterprises enterprises;

	private final Cases cases;

	private final ProcessEngine engine;

	private Person colleague;

	private String number;

	private String taskId;

	SharedDraftTests(Accounts accounts, Enterprises enterprises, Cases cases, ProcessEngine engine) {
		this.accounts = accounts;
		this.enterprises = enterprises;
		this.cases = cases;
		this.engine = engine;
	}

	@BeforeEach
	void begin() {
		String id = this.accounts.newId();
		this.colleague = new Person(id, "未样例", id + "@example.cn", "13900000000", Role.APPLICANT,
				Cast.APPLICANT_A.organization());
		this.accounts.create(this.colleague, Cast.PASSWORD);
		this.number = this.cases.begin(Cast.APPLICANT_A);
		this.taskId = this.cases.task(this.number).getId();
	}

	@AfterEach
	void end() {
		this.cases.endAll();
		this.accounts.deactivate(this.colleague.id());
	}

	@Test
	@DisplayName("同事可以打开和接手；其他单位的人不能")
	void colleagueTakesOver() {
		Visitor visitor = Visitor.of(this.colleague, this.port);
		Visitor foreigner = Visitor.of(Cast.APPLICANT_B, this.port);
		String sheet = "/api/tasks/" + this.taskId + "/case-application";

		assertThat(visitor.get(sheet).statusCode()).isEqualTo(200);
		assertThat(foreigner.get(sheet).statusCode()).isEqualTo(404);
		assertThat(visitor.open("/cases/" + this.number).body()).contains("目前由甲样例办理", "由我接手");
		assertThat(foreigner.submit("/cases/" + this.number + "/task", Map.of()).statusCode()).isEqualTo(404);
		assertThat(assignee()).isEqualTo(Cast.APPLICANT_A.id());
		assertThat(visitor.submit("/cases/" + this.number + "/task", Map.of()).statusCode()).isEqualTo(302);
		assertThat(assignee()).isEqualTo(this.colleague.id());
	}

	@Test
	@DisplayName("同事打开他人正在办理的任务：说明由谁办理；本人办理的、无人办理的不说明")
	void formTellsWhoHoldsTheTask() {
		Visitor visitor = Visitor.of(this.colleague, this.port);
		Visitor contact = Visitor.of(Cast.APPLICANT_A, this.port);
		String sheet = "/api/tasks/" + this.taskId + "/case-application";

		assertThat(visitor.get(sheet).body()).contains("\"holder\":\"甲样例\"");
		assertThat(contact.get(sheet).body()).contains("\"holder\":\"\"");
		this.engine.getTaskService().setAssignee(this.taskId, null);
		assertThat(visitor.get(sheet).body()).contains("\"holder\":\"\"");
		visitor.submit("/cases/" + this.number + "/task", Map.of());
		assertThat(visitor.get(sheet).body()).contains("\"holder\":\"\"");
		assertThat(contact.get(sheet).body()).contains("\"holder\":\"未样例\"");
	}

	@Test
	@DisplayName("同事检查时说明由谁提交；绕过表单提交、发起也拒绝")
	void onlyTheContactSubmits() {
		Visitor visitor = Visitor.of(this.colleague, this.port);
		Visitor contact = Visitor.of(Cast.APPLICANT_A, this.port);
		String check = "/api/tasks/" + this.taskId + "/case-application/check";

		assertThat(visitor.post(check, "").body()).contains(REFUSED);
		assertThat(contact.post(check, "").body()).contains("案例名称").doesNotContain("仅单位联系人");
		this.engine.getTaskService().setAssignee(this.taskId, this.colleague.id());
		assertThatThrownBy(
				() -> this.cases.as(this.colleague, () -> this.engine.getTaskService().complete(this.taskId)))
			.hasMessageContaining(REFUSED);
		assertThatThrownBy(() -> this.cases.begin(this.colleague)).hasMessageContaining(REFUSED);
	}

	@Test
	@DisplayName("变更联系人后，新联系人可以提交，原联系人不能")
	void newContactSubmits() {
		this.enterprises.appoint(this.colleague.organization(), this.colleague.id());
		String check = "/api/tasks/" + this.taskId + "/case-application/check";

		try {
			assertThat(Visitor.of(this.colleague, this.port).post(check, "").body()).doesNotContain("仅单位联系人");
			assertThat(Visitor.of(Cast.APPLICANT_A, this.port).post(check, "").body()).contains("仅单位联系人 未样例 可以提交");
		}
		finally {
			this.enterprises.appoint(this.colleague.organization(), Cast.APPLICANT_A.id());
		}
	}

	private String assignee() {
		return this.engine.getTaskService().createTaskQuery().taskId(this.taskId).singleResult().getAssignee();
	}

}
