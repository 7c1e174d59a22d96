package io.huhang.web;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.Visitor;
import io.huhang.application.CaseForms;
import io.huhang.application.Revisions;
import io.huhang.attachment.Attachments;
import io.huhang.attachment.SampleFiles;
import io.huhang.attachment.StoredFile;
import io.huhang.draft.Drafts;
import io.huhang.organization.Person;
import io.huhang.process.CaseApplicationProcess;
import io.huhang.process.CaseRecommendationProcess;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@HuhangTest
@DisplayName("提交、审核、发起、上传、保存：重试得到同样的答复，只办一次")
@Timeout(120)
class RepeatedCommandTests {

	private static final String ENGINE = "/camunda/api/engine/engine/default/";

	private static final String KEY = "0123456789abcdef0123456789abcdef";

	private static final String PASS = """
			{"variables":{"decision":{"value":"PASS","type":"String"},"reason":{"value":null,"type":"String"}}}""";

	// Made once: each PDF has an id of its own.
	private static final byte[] CERTIFICATE = SampleFiles.pdf(1);

	private static final String NOTHING = "{\"variables\":{}}";

	private static final Map<Person, Visitor> VISITORS = new HashMap<>();

	@LocalServerPort
	private int port;

	private final Cases cases;

	private final ProcessEngine engine;

	private final Drafts drafts;

	private final Attachments attachments;

	private final JdbcClient database;

	private final ObjectMapper json;

	RepeatedCommandTests(Cases cases, ProcessEngine engine, Drafts drafts, Attachments attachments, JdbcClient database,
			ObjectMapper json) {
		this.cases = cases;
		this.engine = engine;
		this.drafts = drafts;
		this.attachments = attachments;
		this.database = database;
		this.json = json;
	}

	@AfterEach
	void end() {
		this.cases.endAll();
		for (String table : List.of("recommendation_review", "recommendation_member", "recommendation",
				"audit_command")) {
			this.database.sql("delete from " + table).update();
		}
	}

	@Test
	@DisplayName("填写申报书：办结后重试，仍是 204，一个修订版")
	void answersARepeatedSubmission() {
		String number = filledIn();
		String submit = completion(number);
		Visitor applicant = visitor(Cast.APPLICANT_A);

		List<Integer> answers = Stream.of(1, 2, 3).map(i -> applicant.post(submit, NOTHING).statusCode()).toList();

		assertThat(answers).isEqualTo(List.of(204, 204, 204));
		assertThat(revisions(number)).isEqualTo(1);
	}

	@RepeatedTest(3)
	@DisplayName("填写申报书：同时提交两次，都是 204，一个修订版")
	void answersTwoSubmissionsAtOnce() {
		String number = filledIn();
		String submit = completion(number);

		assertThat(twiceAtOnce(Cast.APPLICANT_A, visitor -> visitor.post(submit, NOTHING)))
			.extracting(HttpResponse::statusCode)
			.containsExactly(204, 204);
		assertThat(revisions(number)).isEqualTo(1);
	}

	@Test
	@DisplayName("预审结论：重试 204；换了结论 409 中文说明；结论不变")
	void refusesAnotherDecision() {
		String number = this.cases.handInForPreCheck();
		String submit = completion(number);
		Visitor officer = claimed(number);

		assertThat(officer.post(submit, PASS).statusCode()).isEqualTo(204);
		assertThat(officer.post(submit, PASS).statusCode()).isEqualTo(204);
		HttpResponse<String> other = officer.post(submit, PASS.replace("PASS", "RETURN").replace("null", "\"理由\""));

		assertThat(List.of(other.statusCode(), tree(other).get("message").textValue()))
			.isEqualTo(List.of(409, "该任务已办结，本次提交的内容与办结时不同，未予更改。请刷新任务列表。"));
		assertThat(this.database.sql("select decision from recommendation_review where case_number = :number")
			.param("number", number)
			.query(String.class)
			.list()).isEqualTo(List.of("PASS"));
	}

	@RepeatedTest(3)
	@DisplayName("预审结论：同时提交两次，都是 204，一条结论、一封信")
	void answersTwoDecisionsAtOnce() {
		String number = this.cases.handInForPreCheck();
		String submit = completion(number);
		claimed(number);

		assertThat(twiceAtOnce(Cast.OFFICER, visitor -> visitor.post(submit, PASS)))
			.extracting(HttpResponse::statusCode)
			.containsExactly(204, 204);
		assertThat(this.database.sql("select count(*) from recommendation_review where case_number = :number")
			.param("number", number)
			.query(Integer.class)
			.single()).isEqualTo(1);
	}

	@Test
	@DisplayName("他人重发已办结的任务：与不存在的任务答复一样，从不是 500")
	void looksMissingToOthers() {
		String submit = completion(filledIn());
		visitor(Cast.APPLICANT_A).post(submit, NOTHING);
		String unknown = submit.replaceFirst("task/[^/]+", "task/11111111-2222-3333-4444-555555555555");

		for (Person other : List.of(Cast.APPLICANT_B, Cast.OFFICER, Cast.COORDINATOR, Cast.MIIT_OFFICER)) {
			Visitor visitor = visitor(other);
			assertThat(Stream.of(visitor.post(submit, NOTHING), visitor.post(unknown, NOTHING))
				.map(answer -> answer.statusCode() + answer.body())).as(other.id())
				.containsOnly("404{\"message\":\"未找到所请求的内容。\"}");
		}
	}

	@Test
	@DisplayName("没有办成的提交不留编号：改好后照常办结")
	void forgetsASubmissionThatWasRefused() {
		String number = this.cases.begin(Cast.APPLICANT_A);
		String submit = completion(number);
		Visitor applicant = visitor(Cast.APPLICANT_A);

		assertThat(applicant.post(submit, NOTHING).statusCode()).isEqualTo(400);
		fillIn(number);

		assertThat(applicant.post(submit, NOTHING).statusCode()).isEqualTo(204);
	}

	@Test
	@DisplayName("发起申报：重试得到同一个实例和业务编号")
	void answersARepeatedStart() {
		Visitor applicant = visitor(Cast.APPLICANT_A);
		String start = start(CaseApplicationProcess.KEY);

		HttpResponse<String> first = applicant.post(start, application("D1"));
		HttpResponse<String> second = applicant.post(start, application("D1"));

		assertThat(List.of(first.statusCode(), second.statusCode())).as(first.body()).isEqualTo(List.of(200, 200));
		assertThat(withoutLinks(second)).isEqualTo(withoutLinks(first));
		assertThat(started()).isEqualTo(1);
	}

	@RepeatedTest(3)
	@DisplayName("发起申报：同时两次，同一个实例")
	void answersTwoStartsAtOnce() {
		String start = start(CaseApplicationProcess.KEY);

		List<HttpResponse<String>> both = twiceAtOnce(Cast.APPLICANT_A,
				visitor -> visitor.post(start, application("D1")));

		assertThat(both).extracting(HttpResponse::statusCode).containsExactly(200, 200);
		assertThat(withoutLinks(both.get(0))).isEqualTo(withoutLinks(both.get(1)));
		assertThat(started()).isEqualTo(1);
	}

	@Test
	@DisplayName("发起申报：同一编号换了方向、换了人，409 中文说明；编号不合规的 400")
	void refusesAnotherStartUnderTheKey() {
		String start = start(CaseApplicationProcess.KEY);
		visitor(Cast.APPLICANT_A).post(start, application("D1"));

		HttpResponse<String> otherBody = visitor(Cast.APPLICANT_A).post(start, application("D3"));
		HttpResponse<String> otherPerson = visitor(Cast.APPLICANT_B).post(start, application("D1"));
		HttpResponse<String> badKey = visitor(Cast.APPLICANT_B).post(start, application("D1").replace(KEY, "x"));

		assertThat(Stream.of(otherBody, otherPerson)
			.map(answer -> answer.statusCode() + tree(answer).get("message").textValue()))
			.containsOnly("409本页面已发起过流程，本次提交的内容与发起时不同，未再次发起。请刷新页面，在任务列表中继续办理。");
		assertThat(badKey.statusCode()).isEqualTo(400);
		assertThat(badKey.body()).contains("操作编号无效，未发起。请刷新页面后重试。");
		assertThat(started()).isEqualTo(1);
	}

	@Test
	@DisplayName("对照：没有编号的第二次发起，由“只能申报1个方向”拒绝（通知二（一））")
	void refusesASecondStartWithoutAKey() {
		Visitor applicant = visitor(Cast.APPLICANT_A);
		String start = start(CaseApplicationProcess.KEY);
		String plain = application("D1").replaceFirst(",\"commandKey\":[^}]+}", "");

		assertThat(applicant.post(start, plain).statusCode()).isEqualTo(200);
		HttpResponse<String> second = applicant.post(start, plain);

		assertThat(second.statusCode()).isEqualTo(400);
		assertThat(second.body()).contains("每个申报主体只能申报1个方向");
	}

	@Test
	@DisplayName("发起推荐：重试得到同一个实例；换了人 409")
	void answersARepeatedRecommendation() {
		String number = this.cases.begin(Cast.APPLICANT_A);
		passed(number);
		String start = start(CaseRecommendationProcess.KEY);
		String body = "{\"variables\":{\"commandKey\":{\"value\":\"" + KEY + "\",\"type\":\"String\"}}}";
		Visitor officer = visitor(Cast.OFFICER);

		HttpResponse<String> first = officer.post(start, body);
		HttpResponse<String> second = officer.post(start, body);

		assertThat(List.of(first.statusCode(), second.statusCode())).as(first.body()).isEqualTo(List.of(200, 200));
		assertThat(withoutLinks(second)).isEqualTo(withoutLinks(first));
		assertThat(visitor(Cast.FOREIGN_OFFICER).post(start, body).statusCode()).isEqualTo(409);
		assertThat(this.database.sql("select count(*) from recommendation").query(Integer.class).single()).isEqualTo(1);
	}

	@Test
	@DisplayName("上传：重试得到同一个文件；换了内容 409；没有编号 422；再删一次 204")
	void answersARepeatedUpload() {
		String number = this.cases.begin(Cast.APPLICANT_A);
		String path = evidence(number);
		Visitor applicant = visitor(Cast.APPLICANT_A);

		HttpResponse<String> first = applicant.upload(path, "证书.pdf", CERTIFICATE, KEY);
		HttpResponse<String> second = applicant.upload(path, "证书.pdf", CERTIFICATE, KEY);
		HttpResponse<String> other = applicant.upload(path, "证书.pdf", SampleFiles.pdf(2), KEY);
		HttpResponse<String> keyless = applicant.upload(path, "证书.pdf", CERTIFICATE, "");

		assertThat(List.of(first.statusCode(), second.statusCode(), other.statusCode(), keyless.statusCode()))
			.isEqualTo(List.of(201, 201, 409, 422));
		assertThat(second.body()).isEqualTo(first.body());
		assertThat(tree(other).get("message").textValue()).startsWith("该操作编号已用于另一项操作");
		assertThat(keyless.body()).contains("本次上传缺少操作编号，未受理。请刷新页面后重新上传。");
		assertThat(this.attachments.of(number)).hasSize(1);
		assertThat(audited("file.upload", number)).isEqualTo(1);

		String file = path + "/" + tree(first).get("id").textValue();
		assertThat(Stream.of(1, 2).map(i -> applicant.send("DELETE", file, "").statusCode())).containsOnly(204);
		assertThat(audited("file.remove", number)).isEqualTo(1);
	}

	@RepeatedTest(3)
	@DisplayName("上传：同时两次，同一个文件")
	void answersTwoUploadsAtOnce() {
		String number = this.cases.begin(Cast.APPLICANT_A);

		List<HttpResponse<String>> both = twiceAtOnce(Cast.APPLICANT_A,
				visitor -> visitor.upload(evidence(number), "证书.pdf", CERTIFICATE, KEY));

		assertThat(both).extracting(HttpResponse::statusCode).containsExactly(201, 201);
		assertThat(both.get(0).body()).isEqualTo(both.get(1).body());
		assertThat(this.attachments.of(number)).extracting(StoredFile::name).containsExactly("证书.pdf");
	}

	@Test
	@DisplayName("上传：他人用同一编号，传不到他人的任务，也得不到他人的文件")
	void givesNobodyElseTheFile() {
		String number = this.cases.begin(Cast.APPLICANT_A);
		String own = evidence(this.cases.begin(Cast.APPLICANT_B));
		visitor(Cast.APPLICANT_A).upload(evidence(number), "证书.pdf", CERTIFICATE, KEY);
		Visitor other = visitor(Cast.APPLICANT_B);

		assertThat(other.upload(evidence(number), "证书.pdf", CERTIFICATE).statusCode()).isEqualTo(404);
		assertThat(other.upload(own, "证书.pdf", CERTIFICATE, KEY).statusCode()).isEqualTo(409);
		assertThat(other.upload(own, "证书.pdf", CERTIFICATE).statusCode()).isEqualTo(201);
	}

	@Test
	@DisplayName("保存草稿：同样的一次保存重发，版本不变；换了内容照旧 409")
	void answersARepeatedSave() {
		String number = this.cases.begin(Cast.APPLICANT_A);
		Visitor applicant = visitor(Cast.APPLICANT_A);

		List<Integer> versions = Stream.of(0, 0, 1, 1)
			.map(version -> tree(save(applicant, number, version, "护航案例")).get("version").intValue())
			.toList();

		assertThat(versions).isEqualTo(List.of(1, 1, 2, 2));
		assertThat(save(applicant, number, 1, "另一名称").statusCode()).isEqualTo(409);
		assertThat(save(applicant, number, 0, "护航案例").statusCode()).isEqualTo(409);
	}

	@RepeatedTest(3)
	@DisplayName("保存草稿：第一次保存同时发两次，都成功，一个版本")
	void answersTwoFirstSavesAtOnce() {
		String number = this.cases.begin(Cast.APPLICANT_A);

		List<HttpResponse<String>> both = twiceAtOnce(Cast.APPLICANT_A, visitor -> save(visitor, number, 0, "护航案例"));

		assertThat(both).extracting(HttpResponse::statusCode).containsExactly(200, 200);
		assertThat(this.drafts.find(number, Revisions.FORM).orElseThrow().version()).isEqualTo(1);
	}

	// Logging in takes longer than all the rest.
	private Visitor visitor(Person person) {
		return VISITORS.computeIfAbsent(person, one -> Visitor.of(one, this.port));
	}

	private HttpResponse<String> save(Visitor visitor, String number, int version, String caseName) {
		ObjectNode save = this.json.createObjectNode().put("version", version);
		save.set("form", this.json.valueToTree(CaseForms.aCase().with("caseName", caseName).values()));
		return visitor.send("PUT", "/api/tasks/" + this.cases.task(number).getId() + "/case-application/draft",
				save.toString());
	}

	private String filledIn() {
		String number = this.cases.begin(Cast.APPLICANT_A);
		fillIn(number);
		return number;
	}

	private void fillIn(String number) {
		this.cases.fillIn(number, Cast.APPLICANT_A);
	}

	private Visitor claimed(String number) {
		this.cases.as(Cast.OFFICER,
				() -> this.engine.getTaskService().claim(this.cases.task(number).getId(), Cast.OFFICER.id()));
		return visitor(Cast.OFFICER);
	}

	private void passed(String number) {
		this.database
			.sql("insert into recommendation_review (task_id, case_number, authority, revision, step, decision, reason,"
					+ " decided_by, decided_at) select 'test', number, authority, 1, 'REVIEW', 'PASS', '', 'test-head',"
					+ " opened_at from application_case where number = :number")
			.param("number", number)
			.update();
	}

	private String completion(String number) {
		return ENGINE + "task/" + this.cases.task(number).getId() + "/submit-form";
	}

	private String evidence(String number) {
		return "/api/tasks/" + this.cases.task(number).getId() + "/files/evidence";
	}

	private String start(String process) {
		return ENGINE + "process-definition/"
				+ this.engine.getRepositoryService()
					.createProcessDefinitionQuery()
					.processDefinitionKey(process)
					.latestVersion()
					.singleResult()
					.getId()
					.replace(":", "%3A")
				+ "/submit-form";
	}

	private String application(String direction) {
		ObjectNode variables = this.json.createObjectNode();
		this.cases.start().forEach((name, value) -> variables.putObject(name).put("value", value.toString()));
		variables.putObject("direction").put("value", direction);
		variables.putObject("commandKey").put("value", KEY).put("type", "String");
		return this.json.createObjectNode().set("variables", variables).toString();
	}

	private int started() {
		return this.database.sql("select count(*) from application_case where live_key is not null")
			.query(Integer.class)
			.single();
	}

	private int revisions(String number) {
		return this.database.sql("select count(*) from application_revision where case_number = :number")
			.param("number", number)
			.query(Integer.class)
			.single();
	}

	private int audited(String action, String number) {
		return this.database.sql("select count(*) from audit_entry where action = :action and subject like :subject")
			.param("action", action)
			.param("subject", number + "/%")
			.query(Integer.class)
			.single();
	}

	private interface Sending {

		HttpResponse<String> by(Visitor visitor);

	}

	private List<HttpResponse<String>> twiceAtOnce(Person person, Sending sending) {
		CyclicBarrier together = new CyclicBarrier(2);
		return Stream.of(visitor(person), visitor(person)).map(visitor -> inThread(() -> {
			await(together);
			return sending.by(visitor);
		})).toList().stream().map(CompletableFuture::join).toList();
	}

	private static <T> CompletableFuture<T> inThread(Supplier<T> work) {
		return CompletableFuture.supplyAsync(work, task -> new Thread(task).start());
	}

	private static void await(CyclicBarrier together) {
		try {
			together.await();
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private JsonNode withoutLinks(HttpResponse<String> answer) {
		return ((ObjectNode) tree(answer)).without("links");
	}

	private JsonNode tree(HttpResponse<String> answer) {
		try {
			return this.json.readTree(answer.body());
		}
		catch (JsonProcessingException ex) {
			throw new AssertionError(answer.statusCode() + " " + answer.body(), ex);
		}
	}

}
