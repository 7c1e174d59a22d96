package io.huhang.web;

import java.util.List;
import java.util.Map;

import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.Lists;
import io.huhang.Mailbox;
import io.huhang.Visitor;
import io.huhang.application.CaseApplications;
import io.huhang.application.Drafts;
import io.huhang.attachment.Attachments;
import io.huhang.organization.Person;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@HuhangTest
@DisplayName("撤回：主管部门作出决定前由联系人确认，编号不再办理（通知二（一））")
class WithdrawalTests {

	private static final Map<String, String> CONFIRMED = Map.of("confirmed", "true", "reason", "改由通信管理局受理。");

	@LocalServerPort
	private int port;

	private final Cases cases;

	private final Lists lists;

	private final ProcessEngine engine;

	private final CaseApplications applications;

	private final Mailbox mailbox;

	WithdrawalTests(Cases cases, ProcessEngine engine, Drafts drafts, Attachments attachments,
			CaseApplications applications, Mailbox mailbox, JdbcClient database) {
		this.cases = cases;
		this.lists = new Lists(cases, engine, drafts, attachments, database);
		this.engine = engine;
		this.applications = applications;
		this.mailbox = mailbox;
	}

	@AfterEach
	void end() {
		this.lists.endAll();
	}

	@Test
	@DisplayName("审核中撤回：任务没有了，经办人收到信，编号关闭，可以重新发起并取得新编号")
	void withdrawsAFiledCase() {
		String number = this.lists.file();
		Visitor applicant = Visitor.of(Cast.APPLICANT_A, this.port);

		assertThat(applicant.get(path(number)).body()).contains("撤回后，<strong>%s</strong>".formatted(number),
				"action=\"%s\"".formatted(path(number)));
		assertThat(applicant.submit(path(number), CONFIRMED).statusCode()).isEqualTo(302);

		assertThat(this.cases.task(number)).isNull();
		assertThat(running(number)).isZero();
		assertThat(this.mailbox.newest(Cast.OFFICER.email())).contains("已撤回", "改由通信管理局受理。");
		assertThat(applicant.open("/cases/" + number).body()).contains("撤回本申报，编号不再办理。", "已撤回");
		assertThat(this.applications.get(number).live()).isFalse();
		assertThat(this.cases.begin(Cast.APPLICANT_A)).isNotEqualTo(number);
	}

	@Test
	@DisplayName("没有确认的不撤回；撤回两次，第二次说明已办结")
	void asksForAConfirmation() {
		String number = this.cases.begin(Cast.APPLICANT_A);
		Visitor applicant = Visitor.of(Cast.APPLICANT_A, this.port);
		applicant.get(path(number));

		assertThat(applicant.submit(path(number), Map.of("reason", "")).body()).contains("请确认撤回：撤回后本编号不再办理，不能恢复。");
		assertThat(running(number)).isEqualTo(1);
		assertThat(applicant.submit(path(number), CONFIRMED).statusCode()).isEqualTo(302);
		assertThat(applicant.submit(path(number), CONFIRMED).statusCode()).isEqualTo(422);
	}

	@Test
	@DisplayName("复核同意后不能自行撤回")
	void refusesAfterTheDecision() {
		String number = this.lists.file();
		this.lists.decide(number, Cast.OFFICER, "PASS");
		this.lists.decide(number, Cast.HEAD, "PASS");
		Visitor applicant = Visitor.of(Cast.APPLICANT_A, this.port);
		applicant.get(path(number));

		assertThat(applicant.submit(path(number), CONFIRMED).body()).contains("本申报已由主管部门作出决定或已办结，不能自行撤回");
		assertThat(running(number)).isEqualTo(1);
	}

	@Test
	@DisplayName("别的单位、主管部门和部里都不能替申报单位撤回")
	void refusesEverybodyElse() {
		String number = this.cases.begin(Cast.APPLICANT_A);

		for (Person stranger : List.of(Cast.APPLICANT_B, Cast.OFFICER, Cast.HEAD, Cast.COORDINATOR)) {
			Visitor visitor = Visitor.of(stranger, this.port);
			visitor.get("/");
			assertThat(visitor.submit(path(number), CONFIRMED).statusCode()).as(stranger.id()).isEqualTo(404);
		}
		assertThat(running(number)).isEqualTo(1);
	}

	private static String path(String number) {
		return "/cases/" + number + "/withdrawal";
	}

	private long running(String number) {
		return this.engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(number).count();
	}

}
