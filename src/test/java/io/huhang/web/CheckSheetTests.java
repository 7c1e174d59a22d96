package io.huhang.web;

import java.util.List;
import java.util.Map;

import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.Lists;
import io.huhang.Visitor;
import io.huhang.attachment.Attachments;
import io.huhang.campaign.RefusedException;
import io.huhang.draft.Drafts;
import io.huhang.organization.Person;
import io.huhang.recommendation.CaseChecks;
import org.assertj.core.api.Assertions;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
@DisplayName("评价留在本单位，审核和复核由两人办理（通知二（二）：公平、公正、公开、择优）")
class CheckSheetTests {

	private static final String REMARK = "监测覆盖面广，处置及时。";

	@LocalServerPort
	private int port;

	private final Cases cases;

	private final Lists lists;

	private final ProcessEngine engine;

	private final JdbcClient database;

	private String number;

	CheckSheetTests(Cases cases, ProcessEngine engine, Drafts drafts, Attachments attachments, JdbcClient database) {
		this.cases = cases;
		this.lists = new Lists(cases, engine, drafts, attachments, database);
		this.engine = engine;
		this.database = database;
	}

	@BeforeEach
	void file() {
		this.number = this.lists.file();
	}

	@AfterEach
	void end() {
		this.lists.endAll();
	}

	@Test
	@DisplayName("复核人在复核表上看到评分、合计、评语和办理记录；案例页面上本单位三级都看得到")
	void showsTheScoresToTheAuthority() {
		this.lists.decide(this.number, Cast.OFFICER, "PASS");

		String sheet = Visitor.of(Cast.HEAD, this.port).get(reviewPath()).body();

		assertThat(sheet).contains(
				"\"scores\":[{\"label\":\"公平\",\"points\":\"18\",\"most\":20},{\"label\":\"公正\",\"points\":\"17\",\"most\":20}",
				"\"total\":\"86／100\"", REMARK, "\"barred\":\"\"");
		for (Person reader : List.of(Cast.OFFICER, Cast.HEAD, Cast.LEADER)) {
			assertThat(casePage(reader)).as(reader.id()).contains("<h2>评价</h2>", "86／100", REMARK);
		}
	}

	@Test
	@DisplayName("申报单位、部里、协调人、审计看不到评分和评语；其他主管部门连案例也看不到")
	void hidesTheScoresFromEverybodyElse() {
		this.lists.decide(this.number, Cast.OFFICER, "PASS");

		for (Person reader : List.of(Cast.APPLICANT_A, Cast.MIIT_OFFICER, Cast.MIIT_HEAD, Cast.MIIT_LEADER,
				Cast.COORDINATOR, Cast.AUDITOR)) {
			assertThat(casePage(reader)).as(reader.id()).contains(this.number).doesNotContain("评价", "86／100", REMARK);
		}
		assertThat(Visitor.of(Cast.FOREIGN_OFFICER, this.port).get("/cases/" + this.number).statusCode())
			.isEqualTo(404);
		for (Person stranger : List.of(Cast.OFFICER, Cast.LEADER, Cast.FOREIGN_OFFICER, Cast.APPLICANT_A,
				Cast.MIIT_OFFICER)) {
			assertThat(Visitor.of(stranger, this.port).get(reviewPath()).statusCode()).as(stranger.id()).isEqualTo(404);
		}
	}

	@Test
	@DisplayName("评分和评语不进引擎的表、信件和文书")
	void staysOutOfEngineLettersAndDocuments() {
		this.lists.decide(this.number, Cast.OFFICER, "PASS");
		this.lists.decide(this.number, Cast.HEAD, "PASS");

		for (String column : List.of("ACT_RU_VARIABLE.TEXT_", "ACT_HI_VARINST.TEXT_", "ACT_HI_COMMENT.MESSAGE_",
				"ACT_HI_TASKINST.DESCRIPTION_", "mail_letter.html", "application_revision.content",
				"application_filing.content")) {
			String[] place = column.split("\\.");
			assertThat(this.database
				.sql("select count(*) from %s where cast(%s as varchar) like :remark".formatted(place[0], place[1]))
				.param("remark", "%处置及时%")
				.query(Long.class)
				.single()).as(column).isZero();
		}
	}

	@Test
	@DisplayName("没有评分的通过不办，任务留在原处；退回经办人后，原评价还在表上，复核意见写在上方")
	void asksForScoresAndKeepsThemOverAReturn() {
		Task check = this.cases.task(this.number);
		this.lists.claim(check, Cast.OFFICER);
		assertThat(refusal(check, Cast.OFFICER, "PASS"))
			.isEqualTo("请为“公平”评分，填写0至20的整数。；请为“公正”评分，填写0至20的整数。；请为“公开”评分，填写0至20的整数。；请为“择优”评分，填写0至40的整数。");

		this.lists.decide(this.number, Cast.OFFICER, "PASS");
		this.lists.decide(this.number, Cast.HEAD, "RETURN");

		Task again = this.cases.task(this.number);
		assertThat(again.getTaskDefinitionKey()).isEqualTo(CaseChecks.CHECK);
		assertThat(again.getId()).isNotEqualTo(check.getId());
		assertThat(again.getAssignee()).isNull();
		assertThat(again.getDueDate().toInstant()).isEqualTo("2024-11-18T16:00:00Z");
		this.lists.claim(again, Cast.OFFICER);
		Visitor officer = Visitor.of(Cast.OFFICER, this.port);
		String path = "/api/tasks/" + again.getId() + "/case-check";
		assertThat(officer.get(path).body()).contains("\"FAIR\":\"18\"", REMARK,
				"\"returned\":{\"step\":\"复核\",\"decision\":\"退回经办人\",\"reason\":\"请调整。\"");
		String save = "{\"version\":1,\"check\":{\"decision\":\"PASS\",\"sheet\":{\"scores\":{\"FAIR\":\"20\",\"JUST\":\"17\",\"OPEN\":\"16\",\"BEST\":\"35\"}}}}";
		assertThat(officer.send("PUT", path + "/draft", save).statusCode()).isEqualTo(200);
		assertThat(officer.post(path + "/check", "{}").body()).isEqualTo("[]");
		this.lists.decide(this.number, Cast.OFFICER, "PASS");
		assertThat(casePage(Cast.HEAD)).contains("86／100", "88／100");
	}

	@Test
	@DisplayName("审核过本版的人（岗位变更后）不能复核：表上说明，检查和办结都拒绝；对照：别人可以")
	void refusesTheReviewOfOnesOwnCheck() {
		this.lists.decide(this.number, Cast.OFFICER, "PASS");
		checkedBy(Cast.HEAD);
		Task review = this.cases.task(this.number);
		this.lists.claim(review, Cast.HEAD);
		String why = "本案例第1版由您审核，须由其他人复核。请退领任务，由本单位同级人员领取，或者在案例页面转办。";

		Visitor head = Visitor.of(Cast.HEAD, this.port);
		assertThat(head.get(reviewPath()).body()).contains("\"barred\":\"" + why + "\"");
		head.send("PUT", reviewPath() + "/draft", "{\"version\":0,\"review\":{\"decision\":\"PASS\"}}");
		assertThat(head.post(reviewPath() + "/check", "{}").body()).contains(why);
		assertThat(refusal(review, Cast.HEAD, "PASS")).isEqualTo(why);
		assertThat(this.cases.task(this.number).getId()).isEqualTo(review.getId());

		checkedBy(Cast.OFFICER);
		assertThat(head.post(reviewPath() + "/check", "{}").body()).isEqualTo("[]");
		this.lists.decide(this.number, Cast.HEAD, "PASS");
	}

	@Test
	@DisplayName("排序的人（岗位变更后）不能复核自己排的名单；对照：别人可以")
	void refusesTheReviewOfOnesOwnList() {
		this.lists.decide(this.number, Cast.OFFICER, "PASS");
		this.lists.decide(this.number, Cast.HEAD, "PASS");
		this.lists.rank();
		rankedBy(Cast.HEAD);
		Task review = this.cases.task(Lists.NUMBER);
		this.lists.claim(review, Cast.HEAD);

		assertThat(refusal(review, Cast.HEAD, "PASS")).isEqualTo("本名单由您排序提交，须由其他人复核。请退领任务，由本单位同级人员领取。");

		rankedBy(Cast.OFFICER);
		this.lists.decide(Lists.NUMBER, Cast.HEAD, "PASS");
		assertThat(this.cases.task(Lists.NUMBER).getTaskDefinitionKey()).isEqualTo("approveRecommendation");
	}

	private void rankedBy(Person person) {
		this.database.sql("update recommendation_list set frozen_by = :user where recommendation_number = :number")
			.param("user", person.id())
			.param("number", Lists.NUMBER)
			.update();
	}

	@Test
	@DisplayName("复核退回过本版的人（岗位变更后）不能再来审核本版")
	void refusesTheCheckOfWhoHasReviewed() {
		this.lists.decide(this.number, Cast.OFFICER, "PASS");
		this.lists.decide(this.number, Cast.HEAD, "RETURN");
		this.database.sql("update recommendation_review set decided_by = :user where step = 'REVIEW'")
			.param("user", Cast.OFFICER.id())
			.update();
		Task check = this.cases.task(this.number);
		this.lists.claim(check, Cast.OFFICER);

		assertThat(refusal(check, Cast.OFFICER, "PASS")).startsWith("本案例第1版由您复核过，须由其他人审核。");
	}

	// As if this person had been the officer then.
	private void checkedBy(Person person) {
		this.database
			.sql("update recommendation_review set decided_by = :user where case_number = :number and step = 'CHECK'")
			.param("user", person.id())
			.param("number", this.number)
			.update();
	}

	private String refusal(Task task, Person person, String decision) {
		Throwable thrown = Assertions.catchThrowable(() -> this.cases.as(person, () -> this.engine.getFormService()
			.submitTaskForm(task.getId(), Map.of("decision", decision, "reason", ""))));
		while (!(thrown instanceof RefusedException) && thrown != null) {
			thrown = thrown.getCause();
		}
		return thrown.getMessage();
	}

	private String reviewPath() {
		return "/api/tasks/" + this.cases.task(this.number).getId() + "/case-review";
	}

	private String casePage(Person person) {
		return Visitor.of(person, this.port).open("/cases/" + this.number).body();
	}

}
