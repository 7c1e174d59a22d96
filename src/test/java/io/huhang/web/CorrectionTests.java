package io.huhang.web;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.huhang.CampaignJobs;
import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.Lists;
import io.huhang.Mailbox;
import io.huhang.Visitor;
import io.huhang.application.CaseForms;
import io.huhang.application.EvidencePlan;
import io.huhang.application.Revisions;
import io.huhang.attachment.Attachments;
import io.huhang.attachment.SampleFiles;
import io.huhang.campaign.RefusedException;
import io.huhang.draft.Drafts;
import io.huhang.organization.Person;
import io.huhang.recommendation.CaseCheck;
import io.huhang.recommendation.CaseChecks;
import io.huhang.recommendation.MissedFilings;
import io.huhang.recommendation.Correction;
import io.huhang.recommendation.CorrectionRounds;
import io.huhang.recommendation.CorrectionRounds.Answer;
import io.huhang.recommendation.CorrectionRounds.Asked;
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
import static org.assertj.core.api.Assertions.tuple;

@PageTest
@DisplayName("退回补正：逐处勾选、对照修改、未要求的改动标出（通知二（二））")
class CorrectionTests {

	@LocalServerPort
	private int port;

	private final Cases cases;

	private final Lists lists;

	private final ProcessEngine engine;

	private final Drafts drafts;

	private final Attachments attachments;

	private final CorrectionRounds rounds;

	private final MissedFilings missedFilings;

	private final CampaignJobs campaign;

	private final Mailbox mailbox;

	private final ObjectMapper json;

	private String number;

	private String evidence;

	CorrectionTests(Cases cases, ProcessEngine engine, Drafts drafts, Attachments attachments, CorrectionRounds rounds,
			MissedFilings missedFilings, CampaignJobs campaign, Mailbox mailbox, JdbcClient database,
			ObjectMapper json) {
		this.cases = cases;
		this.lists = new Lists(cases, engine, drafts, attachments, database);
		this.engine = engine;
		this.drafts = drafts;
		this.attachments = attachments;
		this.rounds = rounds;
		this.missedFilings = missedFilings;
		this.campaign = campaign;
		this.mailbox = mailbox;
		this.json = json;
	}

	@BeforeEach
	void file() {
		this.number = this.lists.file();
		this.evidence = this.attachments.of(this.number, Revisions.EVIDENCE).get(0).id().toString();
		this.lists.claim(this.cases.task(this.number), Cast.OFFICER);
	}

	@AfterEach
	void end() {
		this.lists.endAll();
	}

	@Test
	@DisplayName("经办人看到每个栏目、每个文件和扫描件，草稿随填随存，旧窗口不覆盖")
	void showsTheOfficerEveryPlace() {
		Visitor officer = Visitor.of(Cast.OFFICER, this.port);
		String path = "/api/tasks/" + this.cases.task(this.number).getId() + "/case-check";

		JsonNode sheet = tree(officer.get(path));

		assertThat(sheet.get("places")).extracting(place -> place.get("target").textValue())
			.contains("caseName", "evidence", "file:" + this.evidence, "results", "scan")
			.doesNotContain("preCheckWanted");
		String save = "{\"version\":0,\"check\":{\"decision\":\"RETURN\",\"reason\":\"\",\"corrections\":[{\"target\":\"results\",\"reason\":\"请补充。\"}]}}";
		assertThat(officer.send("PUT", path + "/draft", save).statusCode()).isEqualTo(200);
		assertThat(officer.send("PUT", path + "/draft", save.replace("请补充", "别的")).statusCode()).isEqualTo(409);
		assertThat(tree(officer.get(path)).at("/check/corrections/0/reason").textValue()).isEqualTo("请补充。");
		assertThat(officer.post(path + "/check", "{}").body()).isEqualTo("[]");
	}

	@Test
	@DisplayName("经办人在每个文件旁看到它作为哪项材料，未提供的材料看到理由，与案例页面相同")
	void showsTheOfficerWhatEachFileProves() {
		assertThat(text("file:" + this.evidence)).isEqualTo("定级报告、评测报告、整改报告");
		assertThat(text("evidence")).isEqualTo("共1个文件");
		returns(new Correction("evidence", "请核对。"));
		EvidencePlan plan = new EvidencePlan(Map.of(this.evidence, List.of("D1-rating", "D1-assessment")),
				Map.of("D1-rectification", "评测全部符合。"));

		this.drafts.save(this.number, Revisions.FORM, 1,
				CaseForms.aCase().with("preCheckWanted", "true").form().with(plan), Cast.APPLICANT_A.id());
		this.lists.complete(this.number, Cast.APPLICANT_A);

		this.lists.claim(this.cases.task(this.number), Cast.OFFICER);
		assertThat(text("file:" + this.evidence)).isEqualTo("定级报告、评测报告");
		assertThat(text("evidence")).isEqualTo("共1个文件\n整改报告：未提供。理由：评测全部符合。");
	}

	private String text(String target) {
		JsonNode places = tree(Visitor.of(Cast.OFFICER, this.port)
			.get("/api/tasks/" + this.cases.task(this.number).getId() + "/case-check")).get("places");
		return StreamSupport.stream(places.spliterator(), false)
			.filter(place -> place.get("target").textValue().equals(target))
			.map(place -> place.get("text").textValue())
			.findFirst()
			.orElseThrow();
	}

	@Test
	@DisplayName("退回：勾选逐处留存，申报单位在信里和表上看到，期限另算")
	void tellsTheApplicantWhatToCorrect() {
		returns(new Correction("results", "请补充通报处置的起数。"), new Correction("file:" + this.evidence, "图片不清晰，请重新扫描。"));

		assertThat(this.rounds.asked(this.number, 1)).extracting(Asked::target)
			.containsExactly("results", "file:" + this.evidence);
		assertThat(this.mailbox.newest(Cast.APPLICANT_A.email())).contains("成效与亮点", "请补充通报处置的起数。", "证明材料 证明材料.png",
				"图片不清晰，请重新扫描。", "2024年11月18日24:00");
		JsonNode returned = tree(Visitor.of(Cast.APPLICANT_A, this.port)
			.get("/api/tasks/" + this.cases.task(this.number).getId() + "/case-application"));
		assertThat(returned.get("deadline").textValue()).isEqualTo("2024年11月18日24:00");
		assertThat(returned.at("/returned/reason").textValue()).isEqualTo("共2处须补正，要求见逐处说明。");
		assertThat(returned.at("/returned/corrections"))
			.extracting(item -> item.get("target").textValue(), item -> item.get("label").textValue(),
					item -> item.get("reason").textValue())
			.containsExactly(tuple("results", "成效与亮点", "请补充通报处置的起数。"),
					tuple("file:" + this.evidence, "证明材料 证明材料.png", "图片不清晰，请重新扫描。"));
	}

	@Test
	@DisplayName("补正期间的提醒：写明补正期限和须补正之处（通知二（二））")
	void remindsOfTheCorrectionInItsOwnWords() {
		returns(new Correction("results", "请补充通报处置的起数。"), new Correction("file:" + this.evidence, "图片不清晰，请重新扫描。"));

		this.campaign.at(Instant.parse("2024-11-15T16:00:30Z"));

		assertThat(newest(Cast.APPLICANT_A.email())).contains("距截止还有3天", "补正材料尚未提交", "2024年11月18日24:00", "须补正2处：",
				"成效与亮点（请补充通报处置的起数。）", "证明材料 证明材料.png（图片不清晰，请重新扫描。）");
		assertThat(newest(Cast.OFFICER.email())).contains("申报单位尚未提交申报书", this.number);
	}

	@Test
	@DisplayName("逾期未补正的告知说补正期限，不说申报材料未提交（通知二（二））")
	void tellsThatTheCorrectionIsOverdue() {
		returns(new Correction("results", "请补充通报处置的起数。"));

		this.missedFilings.close(List.of(this.number));

		assertThat(newest(Cast.APPLICANT_A.email())).contains("截至补正期限2024年11月18日24:00，贵单位的补正材料未提交")
			.doesNotContain("申报材料未提交");
	}

	@Test
	@DisplayName("补正后：要求的和未要求的改动分开，未改动的指出")
	void flagsWhatNobodyAskedFor() {
		returns(new Correction("results", "请补充通报处置的起数。"), new Correction("signer", "请核对姓名。"),
				new Correction("evidence", "请补充评测报告。"));

		resubmits(CaseForms.aCase().with("results", "2024年消除风险46项，通报处置215起。").with("address", "浙江省杭州市滨江区示例路2号"));

		Answer answer = this.rounds.answer(this.number).orElseThrow();
		assertThat(List.of(answer.older(), answer.newer())).isEqualTo(List.of(1, 2));
		assertThat(answer.changes()).extracting(change -> change.change().label(), CorrectionRounds.Change::asked)
			.containsExactly(tuple("单位地址", false), tuple("证明材料（新增）", true), tuple("成效与亮点", true));
		assertThat(answer.untouched()).extracting(Asked::target).containsExactly("signer");
	}

	@Test
	@DisplayName("补正时要求之处原样未动的，逐处提示，可以确认；改动了的不提示（通知二（二））")
	void asksTheApplicantAboutWhatIsAsItWas() {
		returns(new Correction("results", "请补充通报处置的起数。"), new Correction("signer", "请核对姓名。"),
				new Correction("file:" + this.evidence, "图片不清晰，请重新扫描。"), new Correction("scan", "缺骑缝章。"));
		this.lists.claim(this.cases.task(this.number), Cast.APPLICANT_A);
		assertThat(doubts()).containsExactly("“成效与亮点”要求补正，现与第1版相同，请核对。", "“签署人姓名”要求补正，现与第1版相同，请核对。",
				"“证明材料 证明材料.png”要求补正，现与第1版相同，请核对。");

		this.drafts.save(this.number, Revisions.FORM, 1,
				CaseForms.aCase()
					.with("results", "2024年消除风险46项，通报处置215起。")
					.with("confirmations", List.of("untouched/1/signer"))
					.provenBy(this.evidence)
					.form(),
				Cast.APPLICANT_A.id());

		assertThat(doubts()).containsExactly("“证明材料 证明材料.png”要求补正，现与第1版相同，请核对。");
	}

	private List<String> doubts() {
		JsonNode found = tree(Visitor.of(Cast.APPLICANT_A, this.port)
			.post("/api/tasks/" + this.cases.task(this.number).getId() + "/case-application/check", "{}"));
		return found.findValuesAsText("text");
	}

	@Test
	@DisplayName("两版差异：本单位和受理单位看得到，别的单位如同没有")
	void showsTheDifferenceToBothSidesOnly() {
		returns(new Correction("results", "请补充通报处置的起数。"));
		resubmits(CaseForms.aCase().with("results", "消除风险46项。").with("address", "浙江省杭州市滨江区示例路2号"));
		String path = "/cases/" + this.number + "/revisions/1/2";

		for (Person reader : List.of(Cast.APPLICANT_A, Cast.OFFICER, Cast.HEAD, Cast.MIIT_OFFICER)) {
			assertThat(Visitor.of(reader, this.port).open(path).body()).as(reader.id())
				.contains("第1版与第2版的差异", "消除风险46项。", "按要求改动", "示例路2号", "自行改动");
		}
		for (Person stranger : List.of(Cast.APPLICANT_B, Cast.FOREIGN_OFFICER, Cast.EXPERT)) {
			assertThat(Visitor.of(stranger, this.port).open(path).statusCode()).as(stranger.id()).isEqualTo(404);
		}
		assertThat(Visitor.of(Cast.OFFICER, this.port).open("/cases/" + this.number + "/revisions/1/3").statusCode())
			.isEqualTo(404);
	}

	@Test
	@DisplayName("绕开表单的退回、通过：没有勾选的退回和有勾选的通过都不办，任务留在原处")
	void refusesWhatGoesRoundTheForm() {
		assertThat(refusal("RETURN", "请补充。")).isEqualTo("退回的，请至少勾选一处须补正的栏目或文件，并逐处写明要求。");
		draft(new Correction("results", "请补充。"));
		assertThat(refusal("PASS", "")).isEqualTo("已勾选1处须补正，结论不能是通过；确无问题的，请先取消勾选。");

		assertThat(this.cases.task(this.number).getTaskDefinitionKey()).isEqualTo("checkCase");
		assertThat(this.rounds.asked(this.number, 1)).isEmpty();
	}

	private void returns(Correction... ticked) {
		draft(ticked);
		complete("RETURN", "");
	}

	private void draft(Correction... ticked) {
		this.drafts.save(this.number, CaseChecks.form(CaseChecks.CHECK, 1), 0,
				new CaseCheck("RETURN", "", List.of(ticked)), Cast.OFFICER.id());
	}

	private void complete(String decision, String reason) {
		Task task = this.cases.task(this.number);
		this.cases.as(Cast.OFFICER, () -> this.engine.getFormService()
			.submitTaskForm(task.getId(), Map.of("decision", decision, "reason", reason)));
	}

	private String refusal(String decision, String reason) {
		Throwable thrown = Assertions.catchThrowable(() -> complete(decision, reason));
		while (!(thrown instanceof RefusedException) && thrown != null) {
			thrown = thrown.getCause();
		}
		return ((RefusedException) thrown).problems().get(0).text();
	}

	private void resubmits(CaseForms form) {
		this.drafts.save(this.number, Revisions.FORM, 1, form.provenBy(this.evidence).form(), Cast.APPLICANT_A.id());
		this.attachments.add(this.number, Revisions.EVIDENCE, "评测报告.pdf", new ByteArrayInputStream(SampleFiles.pdf(2)),
				Cast.APPLICANT_A.id());
		this.lists.complete(this.number, Cast.APPLICANT_A);
	}

	private String newest(String email) {
		return this.mailbox.newest(email).replaceAll("<[^>]*>", "");
	}

	private JsonNode tree(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		try {
			return this.json.readTree(answer.body());
		}
		catch (JsonProcessingException ex) {
			throw new AssertionError(ex);
		}
	}

}
