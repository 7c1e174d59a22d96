package io.huhang.web;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.Lists;
import io.huhang.Mailbox;
import io.huhang.Visitor;
import io.huhang.application.CaseApplications;
import io.huhang.application.CaseForms;
import io.huhang.attachment.Attachments;
import io.huhang.campaign.Sha256;
import io.huhang.document.Texts;
import io.huhang.draft.Drafts;
import io.huhang.organization.Person;
import io.huhang.process.CaseRecommendationProcess;
import io.huhang.recommendation.RankedList;
import io.huhang.recommendation.RankedLists;
import io.huhang.recommendation.SummaryConsents;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
@DisplayName("修改简述：经办人建议，申报单位同意后才用于附件3（附件3 案例申报方向和简述，R82）")
class SummaryTests {

	private static final String ORIGINAL = (String) CaseForms.aCase().values().get("summary");

	private static final String OTHER = "建立分类分级防护体系，完成定级、评测和整改，形成可复制的做法。";

	private static final String THIRD = "完成自主定级和符合性评测，整改率百分之百。";

	@LocalServerPort
	private int port;

	private final Cases cases;

	private final Lists lists;

	private final ProcessEngine engine;

	private final CaseApplications applications;

	private final RankedLists ranked;

	private final SummaryConsents consents;

	private final Mailbox mailbox;

	private final JdbcClient database;

	private final ObjectMapper json;

	SummaryTests(Cases cases, ProcessEngine engine, Drafts drafts, Attachments attachments,
			CaseApplications applications, RankedLists ranked, SummaryConsents consents, Mailbox mailbox,
			JdbcClient database, ObjectMapper json) {
		this.cases = cases;
		this.lists = new Lists(cases, engine, drafts, attachments, database);
		this.engine = engine;
		this.applications = applications;
		this.ranked = ranked;
		this.consents = consents;
		this.mailbox = mailbox;
		this.database = database;
		this.json = json;
	}

	@AfterEach
	void end() {
		this.lists.endAll();
	}

	@Test
	@DisplayName("申报单位对照原文和建议后同意：经办人收到信，排序、附件3、签报都用修改后的文字，申报书不变")
	void usesWhatTheEnterpriseHasAgreedTo() throws IOException {
		String number = passed();
		Visitor officer = visitor(Cast.OFFICER);
		assertThat(officer.get("/cases/" + number).body()).contains(proposal(number), "修改简述");
		assertThat(officer.submit(proposal(number), Map.of("summary", OTHER)).statusCode()).isEqualTo(302);
		assertThat(this.mailbox.newest(Cast.APPLICANT_A.email())).contains("建议修改推荐汇总表中使用的案例简述").doesNotContain(OTHER);
		Visitor applicant = visitor(Cast.APPLICANT_A);
		assertThat(applicant.get("/cases/" + number).body()).contains(answer(number), "待申报单位答复");
		assertThat(applicant.get(answer(number)).body()).contains(ORIGINAL, OTHER).doesNotContain("序号", "名次", "备选");

		agree(number);

		assertThat(this.mailbox.newest(Cast.OFFICER.email())).contains("同意按建议修改");
		open();
		JsonNode line = this.json.readTree(officer.get(ranking()).body()).get("cases").get(0);
		assertThat(List.of(line.get("summary").textValue(), line.get("summaryNote").textValue(),
				line.get("summaryLink").textValue()))
			.isEqualTo(List.of(OTHER, "简述已按申报单位同意的文字修改", proposal(number)));
		this.lists.complete(Lists.NUMBER, Cast.OFFICER);
		RankedList frozen = this.ranked.latest(Lists.NUMBER);
		assertThat(frozen.texts().summaries()).isEqualTo(Map.of(number, OTHER));
		assertThat(pdf("annex3-preview")).contains(Texts.bare(OTHER)).doesNotContain(Texts.bare(ORIGINAL));
		assertThat(pdf("signing-sheet")).contains(Texts.bare(OTHER)).doesNotContain(Texts.bare(ORIGINAL));
		assertThat(officer.get("/cases/" + number).body()).contains(ORIGINAL);
	}

	@Test
	@DisplayName("不同意的写明理由：仍用原简述，经办人看到理由，可以另提建议")
	void keepsTheApplicantsTextWhereItDeclines() {
		String number = passed();
		propose(number, OTHER);
		Visitor applicant = visitor(Cast.APPLICANT_A);

		assertThat(applicant.submit(answer(number), decision(number, "DECLINE", "不")).body())
			.contains("“不同意的理由”请填写5至500个字。");
		assertThat(applicant.submit(answer(number), decision(number, "", "")).body()).contains("请选择同意或不同意。");
		assertThat(applicant.submit(answer(number), decision(number, "DECLINE", "建议的文字漏了评测结论。")).statusCode())
			.isEqualTo(302);

		assertThat(this.consents.used(number)).isEqualTo(ORIGINAL);
		assertThat(this.mailbox.newest(Cast.OFFICER.email())).contains("建议的文字漏了评测结论。");
		assertThat(visitor(Cast.OFFICER).get(proposal(number)).body()).contains("建议的文字漏了评测结论。", "征求申报单位意见");
		propose(number, THIRD);
		agree(number);
		assertThat(this.consents.used(number)).isEqualTo(THIRD);
	}

	@Test
	@DisplayName("推荐的案例有建议待答复的，名单不能提交，点名案例、说明办法；收回后可以提交")
	void refusesToFreezeWhileOneIsOpen() throws IOException {
		String number = passed();
		propose(number, OTHER);
		open();
		Visitor officer = visitor(Cast.OFFICER);

		assertThat(this.json.readTree(officer.post(ranking() + "/check", "{}").body()).findValuesAsText("text"))
			.singleElement()
			.asString()
			.endsWith("（%s）的简述修改建议尚待申报单位答复，名单暂不能提交。请待其答复后再提交，或在该案例的“修改简述”页面收回建议。".formatted(number));

		assertThat(officer.submit(retraction(number), Map.of()).statusCode()).isEqualTo(302);
		assertThat(officer.submit(retraction(number), Map.of()).statusCode()).isEqualTo(302);
		assertThat(this.mailbox.kinds(Cast.APPLICANT_A.email())).startsWith("case-summary-retracted",
				"case-summary-proposed");
		this.lists.complete(Lists.NUMBER, Cast.OFFICER);
		assertThat(this.ranked.latest(Lists.NUMBER).texts().summaries()).isEqualTo(Map.of(number, ORIGINAL));
	}

	@Test
	@DisplayName("定稿后才同意的，不改已定稿的版本；以前没有留存文字的版本，指纹不变，照印申报书的简述")
	void leavesAFrozenVersionAsItIs() throws IOException {
		String number = passed();
		this.lists.rank();
		RankedList before = this.ranked.latest(Lists.NUMBER);
		propose(number, OTHER);
		agree(number);

		assertThat(this.ranked.latest(Lists.NUMBER)).isEqualTo(before);
		assertThat(pdf("annex3-preview")).contains(Texts.bare(ORIGINAL)).doesNotContain(Texts.bare(OTHER));
		this.database.sql("update recommendation_list set texts = null").update();

		assertThat(this.ranked.latest(Lists.NUMBER).fingerprint()).isEqualTo(before.fingerprint());
		assertThat(pdf("annex3-preview")).contains(Texts.bare(ORIGINAL), "联系人：丙样例");
	}

	@Test
	@DisplayName("修改后的文字计入名单指纹：退回重排、文字不同，指纹就不同")
	void bindsTheTextsToTheFingerprint() {
		String number = passed();
		this.lists.rank();
		this.lists.decide(Lists.NUMBER, Cast.HEAD, "RETURN");
		propose(number, OTHER);
		agree(number);
		this.lists.complete(Lists.NUMBER, Cast.OFFICER);
		String agreed = this.ranked.latest(Lists.NUMBER).fingerprint();
		String content = this.database
			.sql("select content from recommendation_list where recommendation_number = :number and version = 2")
			.param("number", Lists.NUMBER)
			.query(String.class)
			.single();

		assertThat(agreed).isNotEqualTo(Sha256.hex(String.join("\n", Lists.NUMBER, "2", content)));
		assertThat(this.ranked.find(Lists.NUMBER, 1).orElseThrow().texts().summaries())
			.isEqualTo(Map.of(number, ORIGINAL));
	}

	@Test
	@DisplayName("重复点击只办一次；看着旧建议答复的，请其重新核对")
	void answersARepeatedClickOnce() {
		String number = passed();
		propose(number, OTHER);
		propose(number, OTHER);
		assertThat(proposals(number)).isEqualTo(1);
		assertThat(visitor(Cast.OFFICER).submit(proposal(number), Map.of("summary", THIRD)).body())
			.contains("已有一条修改建议待申报单位答复。");
		Map<String, String> seen = decision(number, "AGREE", "");
		visitor(Cast.OFFICER).submit(retraction(number), Map.of());
		propose(number, THIRD);

		Visitor applicant = visitor(Cast.APPLICANT_A);
		assertThat(applicant.submit(answer(number), seen).body()).contains("受理单位已更换建议的文字，请刷新页面，核对后重新答复。");
		agree(number);
		agree(number);
		assertThat(applicant.submit(answer(number), decision(number, "DECLINE", "改变主意，不同意。")).body())
			.contains("该建议已经答复或收回");
		assertThat(this.consents.used(number)).isEqualTo(THIRD);
		assertThat(this.database
			.sql("select count(*) from mail_letter where subject_number = :number and kind = 'case-summary-agreed'")
			.param("number", number)
			.query(Integer.class)
			.single()).isEqualTo(1);
	}

	@Test
	@DisplayName("尚未审核通过的不能建议；案例撤回后，未答复的建议终止")
	void endsWithTheCase() {
		String filed = this.lists.file();
		assertThat(visitor(Cast.OFFICER).open(proposal(filed)).statusCode()).isEqualTo(404);
		this.lists.decide(filed, Cast.OFFICER, "PASS");
		this.lists.decide(filed, Cast.HEAD, "PASS");
		propose(filed, OTHER);
		Map<String, String> seen = decision(filed, "AGREE", "");

		this.applications.close(filed);

		Visitor applicant = visitor(Cast.APPLICANT_A);
		assertThat(applicant.submit(answer(filed), seen).body()).contains("本申报已办结或已报送部里，简述修改建议不再办理。");
		assertThat(visitor(Cast.OFFICER).submit(proposal(filed), Map.of("summary", THIRD)).statusCode()).isEqualTo(422);
		assertThat(this.consents.isOpen(this.applications.get(filed))).isFalse();
	}

	@Test
	@DisplayName("别的单位、别的主管部门、本单位其他层级和部里都不能建议；别人不能替申报单位答复")
	void refusesEverybodyElse() {
		String number = passed();
		for (Person stranger : List.of(Cast.APPLICANT_A, Cast.APPLICANT_B, Cast.HEAD, Cast.LEADER, Cast.FOREIGN_OFFICER,
				Cast.MIIT_OFFICER, Cast.COORDINATOR, Cast.AUDITOR)) {
			assertThat(visitor(stranger).submit(proposal(number), Map.of("summary", OTHER)).statusCode())
				.as(stranger.id())
				.isEqualTo(404);
		}
		propose(number, OTHER);
		for (Person stranger : List.of(Cast.APPLICANT_B, Cast.OFFICER, Cast.HEAD, Cast.FOREIGN_OFFICER,
				Cast.MIIT_OFFICER, Cast.COORDINATOR)) {
			assertThat(visitor(stranger).submit(answer(number), decision(number, "AGREE", "")).statusCode())
				.as(stranger.id())
				.isEqualTo(404);
		}
		assertThat(this.consents.used(number)).isEqualTo(ORIGINAL);
	}

	private String passed() {
		String number = this.lists.file();
		this.lists.decide(number, Cast.OFFICER, "PASS");
		this.lists.decide(number, Cast.HEAD, "PASS");
		return number;
	}

	private void open() {
		this.cases.as(Cast.OFFICER,
				() -> this.engine.getRuntimeService().startProcessInstanceByKey(CaseRecommendationProcess.KEY));
		this.lists.claim(this.cases.task(Lists.NUMBER), Cast.OFFICER);
	}

	private void propose(String number, String summary) {
		assertThat(visitor(Cast.OFFICER).submit(proposal(number), Map.of("summary", summary)).statusCode())
			.isEqualTo(302);
	}

	private void agree(String number) {
		assertThat(visitor(Cast.APPLICANT_A).submit(answer(number), decision(number, "AGREE", "")).statusCode())
			.isEqualTo(302);
	}

	private Map<String, String> decision(String number, String decision, String reason) {
		return Map.of("proposal", Long.toString(this.consents.newest(number).orElseThrow().id()), "decision", decision,
				"reason", reason);
	}

	private int proposals(String number) {
		return this.database.sql("select count(*) from recommendation_summary_proposal where case_number = :number")
			.param("number", number)
			.query(Integer.class)
			.single();
	}

	private String pdf(String document) throws IOException {
		return Texts.bare(Texts
			.ofPdf(visitor(Cast.OFFICER).download("/recommendations/%s/%s".formatted(Lists.NUMBER, document))));
	}

	private String ranking() {
		return "/api/tasks/%s/ranking".formatted(this.cases.task(Lists.NUMBER).getId());
	}

	private Visitor visitor(Person person) {
		Visitor visitor = Visitor.of(person, this.port);
		visitor.get("/");
		return visitor;
	}

	private static String proposal(String number) {
		return "/cases/%s/summary/proposal".formatted(number);
	}

	private static String retraction(String number) {
		return "/cases/%s/summary/retraction".formatted(number);
	}

	private static String answer(String number) {
		return "/cases/%s/summary/answer".formatted(number);
	}

}
