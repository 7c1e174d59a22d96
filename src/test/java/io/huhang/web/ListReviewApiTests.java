package io.huhang.web;

import java.io.IOException;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.Lists;
import io.huhang.Visitor;
import io.huhang.attachment.Attachments;
import io.huhang.draft.Drafts;
import io.huhang.organization.Person;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
@DisplayName("复核排序的办理接口：处室负责人看到整份名单，草稿存在服务器上")
class ListReviewApiTests {

	private static final String RETURNED = "{\"version\":0,\"review\":{\"decision\":\"RETURN\",\"reason\":\"\"}}";

	@LocalServerPort
	private int port;

	private final Cases cases;

	private final ObjectMapper json;

	private final Lists lists;

	private String path;

	private String caseNumber;

	ListReviewApiTests(Cases cases, ProcessEngine engine, Drafts drafts, Attachments attachments, JdbcClient database,
			ObjectMapper json) {
		this.cases = cases;
		this.json = json;
		this.lists = new Lists(cases, engine, drafts, attachments, database);
	}

	@BeforeEach
	void bringTheListToItsReview() {
		this.caseNumber = this.lists.file();
		this.lists.decide(this.caseNumber, Cast.OFFICER, "PASS");
		this.lists.decide(this.caseNumber, Cast.HEAD, "PASS");
		this.lists.rank();
		this.path = "/api/tasks/%s/list-review".formatted(this.cases.task(Lists.NUMBER).getId());
	}

	@AfterEach
	void end() {
		this.lists.endAll();
	}

	@Test
	@DisplayName("名单、简述、评分和下一步都在一页上；第一版没有前一版")
	void headSeesTheWholeList() throws IOException {
		JsonNode sheet = this.json.readTree(Visitor.of(Cast.HEAD, this.port).get(this.path).body());

		assertThat(sheet.at("/list/recommended")).hasSize(1);
		assertThat(sheet.at("/list/recommended/0/summary").textValue()).isNotEmpty();
		assertThat(sheet.at("/scores/" + this.caseNumber).intValue()).isEqualTo(86);
		assertThat(sheet.get("next").textValue()).isEqualTo("报局领导签发");
		assertThat(sheet.get("barred").textValue()).isEmpty();
		assertThat(sheet.get("earlier").isNull()).isTrue();
	}

	@Test
	@DisplayName("草稿再次打开还在；退回没有意见的，在该栏指出")
	void keepsTheDraftAndNamesTheField() throws IOException {
		Visitor head = Visitor.of(Cast.HEAD, this.port);

		assertThat(head.send("PUT", this.path + "/draft", RETURNED).statusCode()).isEqualTo(200);

		JsonNode sheet = this.json.readTree(head.get(this.path).body());
		assertThat(sheet.at("/review/decision").textValue()).isEqualTo("RETURN");
		assertThat(sheet.get("version").intValue()).isEqualTo(1);
		JsonNode problems = this.json.readTree(head.post(this.path + "/check", "").body());
		assertThat(problems).hasSize(1);
		assertThat(problems.at("/0/field").textValue()).isEqualTo("reason");
	}

	static Stream<Person> others() {
		return Stream.of(Cast.OFFICER, Cast.LEADER, Cast.FOREIGN_OFFICER, Cast.APPLICANT_A, Cast.EXPERT,
				Cast.MIIT_OFFICER, Cast.COORDINATOR);
	}

	@ParameterizedTest
	@MethodSource("others")
	@DisplayName("其他人：没有这个任务")
	void othersFindNoTask(Person other) {
		Visitor visitor = Visitor.of(other, this.port);

		assertThat(visitor.get(this.path).statusCode()).isEqualTo(404);
		assertThat(visitor.send("PUT", this.path + "/draft", RETURNED).statusCode()).isEqualTo(404);
		assertThat(visitor.post(this.path + "/check", "").statusCode()).isEqualTo(404);
	}

}
