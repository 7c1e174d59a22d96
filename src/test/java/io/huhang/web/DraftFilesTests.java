package io.huhang.web;

import java.util.List;
import java.util.stream.Stream;

import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.Lists;
import io.huhang.Visitor;
import io.huhang.application.Filings;
import io.huhang.application.Revisions;
import io.huhang.attachment.Attachments;
import io.huhang.draft.Drafts;
import io.huhang.organization.Person;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@HuhangTest
@DisplayName("没有交出来的材料别人看不到：草稿的文件只供本单位，未提交的申报不到部里（附件1 填表须知三）")
class DraftFilesTests {

	@LocalServerPort
	private int port;

	private final Cases cases;

	private final Lists lists;

	private final Attachments attachments;

	DraftFilesTests(Cases cases, ProcessEngine engine, Drafts drafts, Attachments attachments, JdbcClient database) {
		this.cases = cases;
		this.lists = new Lists(cases, engine, drafts, attachments, database);
		this.attachments = attachments;
	}

	@AfterEach
	void end() {
		this.lists.endAll();
	}

	static Stream<Person> ministry() {
		return Stream.of(Cast.MIIT_OFFICER, Cast.MIIT_HEAD, Cast.MIIT_LEADER, Cast.COORDINATOR, Cast.AUDITOR);
	}

	static Stream<Person> authority() {
		return Stream.of(Cast.OFFICER, Cast.HEAD, Cast.LEADER);
	}

	@ParameterizedTest
	@MethodSource({ "ministry", "authority" })
	@DisplayName("填写中的申报：文件、预览和页面图片如同没有；对照：本单位看得到")
	void keepsADraftToItsEnterprise(Person person) {
		String file = this.cases.attach(this.cases.begin(Cast.APPLICANT_A), Cast.APPLICANT_A);

		assertThat(statuses(person, file)).containsOnly(404);
		assertThat(statuses(Cast.APPLICANT_A, file)).containsOnly(200);
	}

	@ParameterizedTest
	@MethodSource("ministry")
	@DisplayName("预审中还没有盖章提交的：受理单位看得到，部里看不到文件和填写内容")
	void keepsWhatWasNeverFiledFromTheMinistry(Person person) {
		String number = this.cases.handInForPreCheck();
		String file = evidence(number);

		assertThat(statuses(Cast.OFFICER, file)).containsOnly(200);
		assertThat(statuses(person, file)).containsOnly(404);
		assertThat(Visitor.of(person, this.port).open("/cases/" + number).body()).contains("申报单位尚未提交盖章的申报材料。")
			.doesNotContain("证明材料.png", "填写内容</h2>");
	}

	@ParameterizedTest
	@MethodSource("ministry")
	@DisplayName("提交以后：部里看得到提交的文件和扫描件，看不到此后上传的")
	void showsWhatWasFiledAndNothingLater(Person person) {
		String number = this.lists.file();
		String later = this.cases.attach(number, Cast.APPLICANT_A);
		String scan = this.attachments.of(number, Filings.scanSlot(1)).get(0).id().toString();

		assertThat(statuses(person, evidence(number))).containsOnly(200);
		assertThat(statuses(person, scan)).containsOnly(200);
		assertThat(statuses(person, later)).containsOnly(404);
		assertThat(statuses(Cast.OFFICER, later)).containsOnly(404);
	}

	private String evidence(String number) {
		return this.attachments.of(number, Revisions.EVIDENCE).get(0).id().toString();
	}

	private List<Integer> statuses(Person person, String id) {
		Visitor visitor = Visitor.of(person, this.port);
		return Stream.of("/files/" + id, "/files/" + id + "/preview", "/files/" + id + "/pages/1")
			.map(path -> visitor.get(path).statusCode())
			.toList();
	}

}
