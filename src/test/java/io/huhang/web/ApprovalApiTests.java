package io.huhang.web;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.Lists;
import io.huhang.Visitor;
import io.huhang.attachment.Attachments;
import io.huhang.attachment.SampleFiles;
import io.huhang.document.Documents;
import io.huhang.document.Part;
import io.huhang.document.Stamp;
import io.huhang.document.Texts;
import io.huhang.document.UnreadablePartException;
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
@DisplayName("签发的办理接口和页面：谁看到什么，谁能做什么")
class ApprovalApiTests {

	private static final String SHEET = "/recommendations/" + Lists.NUMBER + "/signing-sheet";

	@LocalServerPort
	private int port;

	private final Cases cases;

	private final ObjectMapper json;

	private final Lists lists;

	private String taskId;

	ApprovalApiTests(Cases cases, ProcessEngine engine, Drafts drafts, Attachments attachments, JdbcClient database,
			ObjectMapper json) {
		this.cases = cases;
		this.json = json;
		this.lists = new Lists(cases, engine, drafts, attachments, database);
	}

	@BeforeEach
	void bringTheListToItsApproval() {
		this.taskId = this.lists.atApproval().getId();
	}

	@AfterEach
	void end() {
		this.lists.endAll();
	}

	@Test
	@DisplayName("局领导：在线签发，名单、顺序和复核意见在一页上")
	void leaderSeesTheListAndDecidesOnline() throws IOException {
		JsonNode sheet = sheet(Visitor.of(Cast.LEADER, this.port));

		assertThat(sheet.get("way").textValue()).isEqualTo("ONLINE");
		assertThat(sheet.at("/list/approver").textValue()).isEqualTo("局领导");
		assertThat(sheet.at("/list/recommended")).hasSize(1);
		assertThat(sheet.at("/list/recommended/0/place").textValue()).isEqualTo("1");
		assertThat(sheet.at("/list/opinions/0/text").textValue()).startsWith("丁样例：同意（2024年11月11日");
	}

	@Test
	@DisplayName("经办人：只登记线下签批，签批人可从局领导中选")
	void officerRecordsPaper() throws IOException {
		JsonNode sheet = sheet(Visitor.of(Cast.OFFICER, this.port));

		assertThat(sheet.get("way").textValue()).isEqualTo("PAPER");
		assertThat(sheet.get("signers")).extracting(JsonNode::textValue).containsExactly(Cast.LEADER.name());
		assertThat(sheet.get("earliest").textValue()).isEqualTo("2024年11月11日");
	}

	static Stream<Person> others() {
		return Stream.of(Cast.HEAD, Cast.FOREIGN_OFFICER, Cast.APPLICANT_A, Cast.EXPERT, Cast.MIIT_OFFICER,
				Cast.COORDINATOR);
	}

	@ParameterizedTest
	@MethodSource("others")
	@DisplayName("其他人（未合并层级的处室负责人也在内）：没有这个任务")
	void othersFindNoTask(Person other) {
		Visitor visitor = Visitor.of(other, this.port);

		assertThat(visitor.get(path("/approval")).statusCode()).isEqualTo(404);
		assertThat(visitor.send("PUT", path("/approval/draft"), draft("周样例")).statusCode()).isEqualTo(404);
		assertThat(visitor.post(path("/approval/check"), "").statusCode()).isEqualTo(404);
		assertThat(visitor.upload(path("/files/approvalScan"), "签报.pdf", SampleFiles.pdf(1)).statusCode())
			.isEqualTo(404);
	}

	@Test
	@DisplayName("局领导已领取：经办人打开时知道由谁办理，取消领取后可以登记；外人看不出有这个任务")
	void tellsWhoHoldsTheTask() {
		Visitor officer = Visitor.of(Cast.OFFICER, this.port);
		this.lists.claim(this.cases.task(Lists.NUMBER), Cast.LEADER);

		HttpResponse<String> held = officer.get(path("/approval"));
		assertThat(held.statusCode()).isEqualTo(404);
		assertThat(held.body()).contains("该任务正由戊样例（局领导）办理。需要由您办理的，请先请其取消领取");
		assertThat(officer.send("PUT", path("/approval/draft"), draft("周样例")).statusCode()).isEqualTo(404);
		assertThat(Visitor.of(Cast.FOREIGN_OFFICER, this.port).get(path("/approval")).body()).doesNotContain("戊样例");

		Visitor.of(Cast.LEADER, this.port)
			.post("/camunda/api/engine/engine/default/task/%s/unclaim".formatted(this.taskId), "{}");

		assertThat(officer.get(path("/approval")).statusCode()).isEqualTo(200);
	}

	@Test
	@DisplayName("扫描件只由经办人上传，只放在这一处")
	void onlyTheOfficerUploadsTheScan() {
		Visitor officer = Visitor.of(Cast.OFFICER, this.port);

		assertThat(Visitor.of(Cast.LEADER, this.port)
			.upload(path("/files/approvalScan"), "签报.pdf", SampleFiles.pdf(1))
			.statusCode()).isEqualTo(404);
		assertThat(officer.upload(path("/files/annex3Scan"), "签报.pdf", SampleFiles.pdf(1)).statusCode()).isEqualTo(404);
		assertThat(officer.upload(path("/files/approvalScan"), "签报.pdf", SampleFiles.pdf(1)).statusCode())
			.isEqualTo(201);
	}

	@Test
	@DisplayName("签报扫描件：系统的打印件没有签批，别的材料的页面不是签报，各说明原因；签批后的扫描件可以登记")
	void readsTheScanOfTheSignedSheet() throws UnreadablePartException {
		Visitor officer = Visitor.of(Cast.OFFICER, this.port);
		officer.send("PUT", path("/approval/draft"), draft("周样例"));
		byte[] print = officer.download(SHEET);

		assertThat(refused(officer, print)).contains("“签报.pdf”是系统生成的签报，没有领导签批，请打印签批后上传扫描件。");
		assertThat(refused(officer, SampleFiles.scanned(foreignPage())))
			.contains("扫描件第1页上的二维码属于HH2024-AL-330000-0099第1版，应为" + Lists.NUMBER + "第1版");
		assertThat(refused(officer, SampleFiles.scanned(print))).isEqualTo("[]");
	}

	private static byte[] foreignPage() throws UnreadablePartException {
		Stamp stamp = new Stamp("HH2024-AL-330000-0099", 1, "0123456789abcdef".repeat(4),
				"http://localhost:8080/verify/HH2024-AL-330000-0099/1/0123456789abcdef", false);
		return Documents.BINDER.bind(List.of(Part.own("申报书", SampleFiles.pdf(1))), stamp).content();
	}

	private String refused(Visitor officer, byte[] scan) {
		assertThat(officer.upload(path("/files/approvalScan"), "签报.pdf", scan).statusCode()).isEqualTo(201);
		return officer.post(path("/approval/check"), "").body();
	}

	@Test
	@DisplayName("经办人登记后：推荐页和案例页写明线下签批、日期、登记人和扫描件，报送前部里看不到，申报单位始终看不到")
	void pagesTellWhoSignedOnPaper() {
		Visitor officer = Visitor.of(Cast.OFFICER, this.port);
		officer.send("PUT", path("/approval/draft"), draft("周样例"));
		String scan = officer.upload(path("/files/approvalScan"), "签报.pdf", SampleFiles.pdf(1)).body();
		assertThat(officer.post(path("/approval/check"), "").body()).isEqualTo("[]");
		String caseNumber = sheetCase(officer);

		this.lists.complete(Lists.NUMBER, Cast.OFFICER);

		String line = "周样例　局领导（线下签批，2024年11月11日，由丙样例登记，见扫描件）";
		String link = "/files/" + scan.replaceAll(".*\"id\":\"([^\"]*)\".*", "$1");
		for (Person reader : List.of(Cast.OFFICER, Cast.HEAD)) {
			Visitor visitor = Visitor.of(reader, this.port);
			assertThat(visitor.get("/recommendations/" + Lists.NUMBER).body()).contains("签发推荐：签发", line, link,
					"线下签批的签报扫描件：签报.pdf");
			assertThat(visitor.get("/cases/" + caseNumber).body()).contains("签发推荐：签发", line, link);
			assertThat(visitor.get(link).statusCode()).isEqualTo(200);
		}
		for (Person reader : List.of(Cast.MIIT_OFFICER, Cast.COORDINATOR, Cast.AUDITOR)) {
			Visitor visitor = Visitor.of(reader, this.port);
			assertThat(visitor.get("/recommendations/" + Lists.NUMBER).body()).contains("推荐单位尚未报送")
				.doesNotContain("签发推荐：", "推荐顺序", caseNumber);
			assertThat(visitor.get("/cases/" + caseNumber).body()).doesNotContain("签发推荐：");
			assertThat(visitor.get(link).statusCode()).isEqualTo(404);
		}
		Visitor applicant = Visitor.of(Cast.APPLICANT_A, this.port);
		assertThat(applicant.get("/cases/" + caseNumber).body()).contains("审核：通过", "复核：同意")
			.doesNotContain("线下签批", "签发推荐：");
		assertThat(applicant.get(link).statusCode()).isEqualTo(404);
	}

	@Test
	@DisplayName("签报：单位、名单、理由、签批处在一份PDF上，印有编号和指纹")
	void printsTheSigningSheet() throws IOException {
		String text = Texts.bare(Texts.ofPdf(Visitor.of(Cast.OFFICER, this.port).download(SHEET)));

		assertThat(text).contains("典型案例推荐名单签报", "呈报单位：浙江省经济和信息化厅", "报请签发：局领导", "拟推荐典型案例1个（原则上不超过20个）", "丁样例：同意",
				"签批意见□同意□退回修改", "签批人签字", Lists.NUMBER, "内容指纹");
	}

	static Stream<Person> outsiders() {
		return Stream.of(Cast.FOREIGN_OFFICER, Cast.APPLICANT_A, Cast.EXPERT, Cast.MIIT_OFFICER, Cast.COORDINATOR);
	}

	@ParameterizedTest
	@MethodSource("outsiders")
	@DisplayName("签报是单位内部的：其他人打不开")
	void keepsTheSigningSheetInside(Person outsider) {
		assertThat(Visitor.of(outsider, this.port).open(SHEET).statusCode()).isEqualTo(404);
	}

	@Test
	@DisplayName("夹带没有的字段：拒绝")
	void refusesAFieldThatTheFormDoesNotHave() {
		HttpResponse<String> answer = Visitor.of(Cast.OFFICER, this.port)
			.send("PUT", path("/approval/draft"),
					"{\"version\":0,\"approval\":{\"decision\":\"PASS\",\"scan\":\"4a7d1ed4-14ea-4c5b-8f4b-1d0b3bb0a3a9\"}}");

		assertThat(answer.statusCode()).isEqualTo(400);
	}

	private JsonNode sheet(Visitor visitor) throws IOException {
		HttpResponse<String> answer = visitor.get(path("/approval"));
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
		return this.json.readTree(answer.body());
	}

	private String sheetCase(Visitor visitor) {
		return visitor.get(path("/approval")).body().replaceAll(".*\"caseNumber\":\"([^\"]*)\".*", "$1");
	}

	private static String draft(String signer) {
		return "{\"version\":0,\"approval\":{\"decision\":\"PASS\",\"reason\":\"\",\"signer\":\"%s\",\"signedOn\":\"2024-11-11\"}}"
			.formatted(signer);
	}

	private String path(String rest) {
		return "/api/tasks/" + this.taskId + rest;
	}

}
