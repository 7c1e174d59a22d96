package io.huhang.web;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.Visitor;
import io.huhang.application.CaseForms;
import io.huhang.application.Revisions;
import io.huhang.attachment.Attachments;
import io.huhang.attachment.SampleFiles;
import io.huhang.attachment.StoredFile;
import io.huhang.campaign.Problem;
import io.huhang.draft.Drafts;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@PageTest
@DisplayName("办理接口：草稿、检查和上传")
class TaskApiTests {

	private static final String NOBODYS_ID = "11111111-2222-3333-4444-555555555555";

	private static final byte[] PROGRAM = { 'M', 'Z', (byte) 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, (byte) 0xFF, (byte) 0xFF,
			0, 0 };

	@LocalServerPort
	private int port;

	private final Cases cases;

	private final Drafts drafts;

	private final Attachments attachments;

	private final Revisions revisions;

	private final ProcessEngine engine;

	private final ObjectMapper json;

	private String number;

	private String taskId;

	private Visitor applicant;

	TaskApiTests(Cases cases, Drafts drafts, Attachments attachments, Revisions revisions, ProcessEngine engine,
			ObjectMapper json) {
		this.cases = cases;
		this.drafts = drafts;
		this.attachments = attachments;
		this.revisions = revisions;
		this.engine = engine;
		this.json = json;
	}

	@BeforeEach
	void begin() {
		this.number = this.cases.begin(Cast.APPLICANT_A);
		this.taskId = this.cases.task(this.number).getId();
		this.applicant = Visitor.of(Cast.APPLICANT_A, this.port);
	}

	@AfterEach
	void end() {
		this.cases.endAll();
	}

	@Test
	@DisplayName("保存的草稿，再打开时一字不差")
	void readsBackWhatWasSaved() {
		HttpResponse<String> saved = save(0, CaseForms.aCase());

		assertThat(saved.statusCode()).isEqualTo(200);
		assertThat(tree(saved).get("version").intValue()).isEqualTo(1);
		JsonNode sheet = tree(this.applicant.get(path("/case-application")));
		assertThat(sheet.get("version").intValue()).isEqualTo(1);
		assertThat(sheet.get("form")).isEqualTo(this.json.valueToTree(CaseForms.aCase().form()));
	}

	@Test
	@DisplayName("旧窗口后保存：409 说明谁在何时更新，新草稿不动")
	void keepsTheNewerDraft() {
		save(0, CaseForms.aCase());
		save(1, CaseForms.aCase().with("caseName", "新窗口的名称"));

		HttpResponse<String> stale = save(1, CaseForms.aCase().with("caseName", "旧窗口的名称"));

		assertThat(stale.statusCode()).isEqualTo(409);
		assertThat(tree(stale).get("version").intValue()).isEqualTo(2);
		assertThat(tree(stale).get("message").textValue())
			.matches("该草稿已由甲样例于2024年11月11日.+在其他窗口更新，本窗口的内容未保存。请刷新页面后继续填写。");
		assertThat(this.cases.task(this.number).getName()).contains("新窗口的名称");
		assertThat(this.drafts.find(this.number, Revisions.FORM).orElseThrow().content()).contains("新窗口的名称");
	}

	@Test
	@DisplayName("第一次保存也分先后：后到的一份不覆盖先到的一份")
	void keepsTheFirstDraft() {
		save(0, CaseForms.aCase().with("caseName", "先到的名称"));

		assertThat(save(0, CaseForms.aCase()).statusCode()).isEqualTo(409);
		assertThat(this.drafts.find(this.number, Revisions.FORM).orElseThrow().content()).contains("先到的名称");
	}

	@Test
	@DisplayName("草稿超过1MB：413 中文说明，已保存的不动；不到1MB的照存")
	void refusesADraftThatIsALibrary() {
		assertThat(save(0, CaseForms.aCase().with("overview", "x".repeat(900_000))).statusCode()).isEqualTo(200);

		HttpResponse<String> tooMuch = save(1, CaseForms.aCase().with("overview", "x".repeat(1_100_000)));

		assertThat(tooMuch.statusCode()).isEqualTo(413);
		assertThat(tree(tooMuch).get("message").textValue()).contains("超出保存上限，未保存。内容仍在本页");
		assertThat(this.drafts.find(this.number, Revisions.FORM).orElseThrow().version()).isEqualTo(1);
	}

	@Test
	@DisplayName("有栏目超过20000个字符的不生成预览，说明哪一栏；对照：照常预览")
	void refusesToPrintABook() {
		save(0, CaseForms.aCase().with("results", "字".repeat(20_001)));

		HttpResponse<String> refused = this.applicant.open(path("/case-application/preview"));

		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains("暂不能预览", "“成效与亮点”现20001个字符，超过20000个字符，请删减1个字符。");
		save(1, CaseForms.aCase());
		assertThat(this.applicant.open(path("/case-application/preview")).headers().firstValue("Content-Type"))
			.hasValueSatisfying(type -> assertThat(type).startsWith("application/pdf"));
	}

	@Test
	@DisplayName("夹带申报书没有的字段：拒绝，草稿不动")
	void refusesAFieldThatTheAnnexDoesNotHave() {
		save(0, CaseForms.aCase());
		String before = this.drafts.find(this.number, Revisions.FORM).orElseThrow().content();

		HttpResponse<String> inForm = save(1, CaseForms.aCase().with("approved", "true"));
		HttpResponse<String> beside = this.applicant.send("PUT", path("/case-application/draft"),
				"{\"version\":1,\"form\":{},\"applicant\":\"test-qiantang\"}");

		assertThat(List.of(inForm.statusCode(), beside.statusCode())).containsOnly(400);
		assertThat(inForm.body()).contains("提交的内容不完整或与本页面不符，未保存。请刷新页面后重试。");
		assertThat(this.drafts.find(this.number, Revisions.FORM).orElseThrow().content()).isEqualTo(before);
	}

	@ParameterizedTest
	@MethodSource("brokenBodies")
	@DisplayName("不是草稿的内容：拒绝并用中文说明，不写草稿")
	void refusesWhatIsNoDraft(String body) {
		HttpResponse<String> answer = this.applicant.send("PUT", path("/case-application/draft"), body);

		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).contains("提交的内容不完整或与本页面不符，未保存。请刷新页面后重试。");
		assertThat(this.drafts.find(this.number, Revisions.FORM)).isEmpty();
	}

	static Stream<String> brokenBodies() {
		return Stream.of("", "{", "[]", "{\"version\":0}", "{\"version\":0,\"form\":null}", "{\"form\":{}}",
				"{\"version\":\"x\",\"form\":{}}", "{\"version\":0,\"form\":{\"categories\":\"INDUSTRIAL\"}}");
	}

	@Test
	@DisplayName("检查：每个问题都有字段、中文说明和条款，一次说全")
	void tellsEveryProblemAtOnce() {
		JsonNode problems = tree(this.applicant.post(path("/case-application/check"), ""));

		assertThat(problems).hasSizeGreaterThan(10).allSatisfy(problem -> {
			assertThat(problem.get("field").textValue()).isNotBlank();
			assertThat(problem.get("text").textValue()).containsPattern("\\p{IsHan}.*。");
			assertThat(problem.get("clause").textValue()).containsPattern("\\p{IsHan}");
		});
		assertThat(problems).extracting(problem -> problem.get("field").textValue()).contains("caseName", "evidence");
	}

	@Test
	@DisplayName("对照：填写齐全并有证明材料的，检查没有问题")
	void findsNothingWrongWithARightCase() {
		save(0, CaseForms.aCase().provenBy(this.cases.attach(this.number, Cast.APPLICANT_A)));

		assertThat(this.applicant.post(path("/case-application/check"), "").body()).isEqualTo("[]");
	}

	@Test
	@DisplayName("提示未确认的不能定稿，确认后随草稿和修订版保存，主管部门看得到")
	void freezesADoubtfulCaseOnlyWhenItIsConfirmed() {
		CaseForms form = CaseForms.aCase()
			.with("registeredCapitalWan", "50000000")
			.with("preCheckWanted", "true")
			.provenBy(this.cases.attach(this.number, Cast.APPLICANT_A));
		save(0, form);
		JsonNode doubts = tree(this.applicant.post(path("/case-application/check"), ""));

		assertThat(doubts).extracting(doubt -> doubt.get("field").textValue()).containsExactly("registeredCapitalWan");
		assertThatExceptionOfType(RuntimeException.class).isThrownBy(this::complete).withStackTraceContaining("单位是万元吗");
		save(1, form.with("confirmations", List.of(doubts.at("/0/confirmation").textValue())));
		assertThat(this.applicant.post(path("/case-application/check"), "").body()).isEqualTo("[]");
		complete();
		assertThat(this.revisions.latest(this.number).orElseThrow().confirmed()).extracting(Problem::text)
			.containsExactly(doubts.at("/0/text").textValue());
		assertThat(Visitor.of(Cast.OFFICER, this.port).get("/cases/" + this.number).body()).contains("申报单位核对后仍按此填报的内容",
				"单位是万元吗");
	}

	private void complete() {
		this.cases.as(Cast.APPLICANT_A, () -> this.engine.getTaskService().complete(this.taskId));
	}

	@ParameterizedTest
	@MethodSource("refusedFiles")
	@DisplayName("不接受的文件：422 中文说明，不入库，草稿不动（附件1 填表须知四）")
	void refusesFilesThatCannotBeBound(String name, byte[] content, String text) {
		save(0, CaseForms.aCase());

		HttpResponse<String> answer = this.applicant.upload(path("/files/evidence"), name, content);

		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(422);
		assertThat(tree(answer).get("problems")).hasSize(1);
		assertThat(tree(answer).at("/problems/0/text").textValue()).contains(text);
		assertThat(this.attachments.of(this.number)).isEmpty();
		assertThat(this.drafts.find(this.number, Revisions.FORM).orElseThrow().version()).isEqualTo(1);
	}

	static Stream<Arguments> refusedFiles() {
		return Stream.of(arguments("说明.txt", "文字".getBytes(), "的类型不在接受范围内"),
				arguments("空.pdf", new byte[0], "是空文件（0字节）"),
				arguments("../../etc/证书.pdf", SampleFiles.pdf(1), "的文件名含有路径"),
				arguments("C:\\\\Windows\\\\证书.pdf", SampleFiles.pdf(1), "的文件名含有路径"),
				arguments("程序.pdf", PROGRAM, "的内容与扩展名不符"),
				arguments("图片.pdf", SampleFiles.picture("png"), "的扩展名与实际内容不一致"));
	}

	@Test
	@DisplayName("超过50MB的文件：说明上限，草稿和清单不变（系统规则）")
	void refusesATooLargeFileInItsOwnWords() throws Exception {
		HttpResponse<String> answer = this.applicant.upload(path("/files/evidence"), "大文件.pdf", new byte[51 << 20]);

		assertThat(answer.statusCode()).isEqualTo(413);
		assertThat(answer.body()).contains("文件超过50MB，请压缩或拆分后重新上传。");
	}

	@Test
	@DisplayName("合格的PDF：201，列入清单，可以再移除")
	void takesAGoodPdf() {
		HttpResponse<String> added = this.applicant.upload(path("/files/evidence"), "测评证书.pdf", SampleFiles.pdf(2));

		assertThat(added.statusCode()).as(added.body()).isEqualTo(201);
		assertThat(tree(this.applicant.get(path("/files/evidence")))).containsExactly(tree(added));
		assertThat(this.attachments.of(this.number, Revisions.EVIDENCE)).extracting(StoredFile::name, StoredFile::pages)
			.containsExactly(tuple("测评证书.pdf", 2));
		assertThat(this.applicant.send("DELETE", path("/files/evidence/" + tree(added).get("id").textValue()), "")
			.statusCode()).isEqualTo(204);
		assertThat(this.applicant.get(path("/files/evidence")).body()).isEqualTo("[]");
	}

	@Test
	@DisplayName("往他人的任务上传：与不存在的任务答复一样，不入库")
	void takesNoFileForAForeignTask() {
		Visitor stranger = Visitor.of(Cast.APPLICANT_B, this.port);

		HttpResponse<String> foreign = stranger.upload(path("/files/evidence"), "证书.pdf", SampleFiles.pdf(1));
		HttpResponse<String> unknown = stranger.upload("/api/tasks/" + NOBODYS_ID + "/files/evidence", "证书.pdf",
				SampleFiles.pdf(1));

		assertThat(foreign.statusCode()).isEqualTo(404);
		assertThat(anonymised(foreign)).isEqualTo(anonymised(unknown));
		assertThat(this.attachments.of(this.number)).isEmpty();
	}

	// The address itself stands in Spring's answers.
	private String anonymised(HttpResponse<String> answer) {
		return answer.statusCode() + " "
				+ answer.body().replace(this.taskId, NOBODYS_ID).replaceAll("\"timestamp\":\"[^\"]*\"", "");
	}

	private HttpResponse<String> save(int version, CaseForms form) {
		return this.applicant.send("PUT", path("/case-application/draft"), draft(version, form));
	}

	private String draft(int version, CaseForms form) {
		try {
			return this.json.writeValueAsString(Map.of("version", version, "form", form.values()));
		}
		catch (JsonProcessingException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	private JsonNode tree(HttpResponse<String> answer) {
		try {
			return this.json.readTree(answer.body());
		}
		catch (JsonProcessingException ex) {
			throw new AssertionError(answer.statusCode() + " " + answer.body(), ex);
		}
	}

	private String path(String rest) {
		return "/api/tasks/" + this.taskId + rest;
	}

}
