package io.huhang.web;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.huhang.Cast;
import io.huhang.Papers;
import io.huhang.Regions;
import io.huhang.Visitor;
import io.huhang.organization.Person;
import io.huhang.paper.CountedPaper;
import io.huhang.region.RegionForms;
import io.huhang.region.RegionRevisions;
import io.huhang.region.RegionSealing;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
@DisplayName("登记和补齐地区申报书的办理接口、核验页和申报页（通知二（三），附件2 填表须知三、四）")
class RegionPaperApiTests {

	@LocalServerPort
	private int port;

	private final ProcessEngine engine;

	private final RegionRevisions revisions;

	private final ObjectMapper json;

	private final Regions regions;

	private String number;

	RegionPaperApiTests(ApplicationContext product, ProcessEngine engine, RegionRevisions revisions,
			ObjectMapper json) {
		this.engine = engine;
		this.revisions = revisions;
		this.json = json;
		this.regions = new Regions(product);
	}

	@BeforeEach
	void send() {
		this.number = this.regions.open(Cast.OFFICER, "OVERALL", "SINGLE");
		this.regions.fillIn(this.number, Cast.OFFICER, RegionForms.aRegion("OVERALL"));
		this.regions.decide(this.number, Cast.HEAD, "PASS");
		this.regions.approve(this.number, Cast.LEADER, "PASS");
		this.regions.seal(this.number, Cast.OFFICER, RegionSealing.ALONE);
	}

	@AfterEach
	void end() {
		this.regions.endAll();
	}

	@Test
	@DisplayName("部经办人看到合订的申报书：份数、页数、用印、版本和指纹，以及怎样寄来")
	void officerSeesWhatToCount() {
		JsonNode sheet = tree(officer().get(path("region-paper")));

		assertThat(sheet.get("rows")).hasSize(1);
		JsonNode row = sheet.at("/rows/0");
		assertThat(row.get("title").textValue()).isEqualTo("附件2 成效突出地区申报书（含附件）");
		assertThat(row.get("copies").intValue()).isEqualTo(2);
		assertThat(row.get("pages").intValue()).isPositive();
		assertThat(row.get("number").textValue()).isEqualTo(this.number);
		assertThat(row.get("seals").findValuesAsText("label")).containsExactly("封面申报单位公章（浙江省经济和信息化厅）", "骑缝章");
		assertThat(sheet.get("dispatched").textValue()).isEqualTo("2024年11月11日寄出，机要交换，运单号ZJ20241111002");
		assertThat(sheet.get("direction").textValue()).isEqualTo("总体成效突出地区");
		assertThat(sheet.at("/paper/receivedOn").textValue()).isEqualTo("2024-11-11");
		assertThat(sheet.get("missing")).hasSize(1);
	}

	@Test
	@DisplayName("自动保存：答复还缺什么；旧窗口不能覆盖新草稿；检查逐项说明")
	void savesTheDraftAndSaysWhatIsMissing() {
		JsonNode saved = tree(save(officer(), 0, "1"));

		assertThat(saved.at("/missing/0/clauses/0").textValue()).isEqualTo("应收原件2份，收到1份");
		assertThat(save(officer(), 0, "2").statusCode()).isEqualTo(409);
		assertThat(tree(officer().get(path("region-paper"))).at("/paper/counts/0/copies").textValue()).isEqualTo("1");
		assertThat(tree(officer().post(path("region-paper/check"), "")).findValuesAsText("field"))
			.containsExactly("outcome");
	}

	@Test
	@DisplayName("扫码：一致、不符都定位到申报书；别的材料用中文说明")
	void readsPages() {
		JsonNode page = tree(scan(officer(), this.number + "/1/" + fingerprint()));

		assertThat(page.get("key").textValue()).isEqualTo("application");
		assertThat(page.get("matches").booleanValue()).isTrue();
		assertThat(page.get("text").textValue()).isEqualTo("附件2 成效突出地区申报书（含附件）：版本和指纹一致（第1版）。");
		assertThat(tree(scan(officer(), this.number + "/1/abcd")).get("text").textValue()).contains("不符");
		assertThat(tree(scan(officer(), "HH2024-AL-330000-0001/1/f")).get("text").textValue())
			.isEqualTo("HH2024-AL-330000-0001不是本申报的材料，请核对后另行登记。");
	}

	static Stream<Person> others() {
		return Stream.of(Cast.OFFICER, Cast.HEAD, Cast.FOREIGN_OFFICER, Cast.APPLICANT_A, Cast.EXPERT, Cast.MIIT_HEAD,
				Cast.COORDINATOR);
	}

	@ParameterizedTest
	@MethodSource("others")
	@DisplayName("其他人没有登记的任务：打不开、存不了、查不了、扫不了")
	void othersFindNoTask(Person other) {
		Visitor visitor = Visitor.of(other, this.port);

		assertThat(Stream.of(visitor.get(path("region-paper")), save(visitor, 0, "1"),
				visitor.post(path("region-paper/check"), ""), scan(visitor, this.number + "/1/f")))
			.extracting(HttpResponse::statusCode)
			.containsOnly(404);
	}

	@Test
	@DisplayName("核验页：部经办人看到登记的入口，其他人和未登录的看不到；登记后没有入口")
	void offersTheRegistrationToTheOfficerAlone() {
		String verify = "/verify/%s/1/%s".formatted(this.number, fingerprint());
		String link = "/camunda/app/tasklist/default/#/?task=%s&amp;paper=%s/1/%s"
			.formatted(task("registerRegionPaper"), this.number, fingerprint());

		assertThat(officer().open(verify).body()).contains(link, "登记这份纸质材料");
		assertThat(Stream.concat(others(), Stream.of(Cast.MIIT_LEADER))
			.map(person -> Visitor.of(person, this.port).open(verify).body())).allMatch(page -> page.contains("一致"))
			.noneMatch(page -> page.contains("登记这份纸质材料"));
		assertThat(Visitor.anonymous(this.port).open(verify).body()).contains("一致")
			.doesNotContain("tasklist/default/#");

		this.regions.registerPaper(this.number);
		assertThat(officer().open(verify).body()).contains("一致").doesNotContain("登记这份纸质材料");
	}

	@Test
	@DisplayName("补齐：只有申报单位经办人打得开，看到缺什么；申报页写明每次登记和补齐")
	void suppliesAndShowsEachRound() {
		this.regions.countPaper(this.number, CountedPaper.MISSING, Papers.lacking("1"));
		this.regions.complete(this.number, "registerRegionPaper", Cast.MIIT_OFFICER, Map.of());
		String path = "/api/tasks/%s/paper-supplement".formatted(task("supplyPaper"));
		Visitor local = Visitor.of(Cast.OFFICER, this.port);

		JsonNode sheet = tree(local.get(path));
		assertThat(sheet.at("/asked/missing/0").textValue()).isEqualTo("附件2 成效突出地区申报书（含附件）：应收原件2份，收到1份。");
		assertThat(List.of("numberLabel", "link", "linkLabel")).extracting(key -> sheet.get(key).textValue())
			.containsExactly("申报编号", "/regions/" + this.number, "打开申报材料");
		assertThat(Stream.of(Cast.HEAD, Cast.FOREIGN_OFFICER, Cast.MIIT_OFFICER, Cast.COORDINATOR, Cast.APPLICANT_A)
			.map(person -> Visitor.of(person, this.port))
			.flatMap(visitor -> Stream.of(visitor.get(path), visitor.send("PUT", path + "/draft", supplement()),
					visitor.post(path + "/check", "")))
			.map(HttpResponse::statusCode)).containsOnly(404);
		assertThat(local.send("PUT", path + "/draft", supplement()).statusCode()).isEqualTo(200);
		assertThat(tree(local.post(path + "/check", ""))).isEmpty();
		this.regions.complete(this.number, "supplyPaper", Cast.OFFICER, Map.of());
		this.regions.registerPaper(this.number);

		for (Person reader : List.of(Cast.OFFICER, Cast.MIIT_OFFICER, Cast.COORDINATOR)) {
			assertThat(Visitor.of(reader, this.port).open("/regions/" + this.number).body()).contains("第1次登记：缺件",
					"附件2 成效突出地区申报书（含附件）：应收原件2份，收到1份。", "补齐材料于2024年11月11日寄出，机要交换，运单号ZJ2，丙样例于", "第2次登记：齐全", "已签收，2份");
		}
	}

	private Visitor officer() {
		return Visitor.of(Cast.MIIT_OFFICER, this.port);
	}

	private HttpResponse<String> save(Visitor visitor, int version, String copies) {
		return visitor.send("PUT", path("region-paper/draft"), """
				{"version":%d,"paper":{"receivedOn":"2024-11-11","counts":[{"key":"application","copies":"%s"}]}}
				""".formatted(version, copies));
	}

	private HttpResponse<String> scan(Visitor visitor, String page) {
		return visitor.post(path("region-paper/page"),
				"{\"text\":\"https://huhang.example.cn/verify/%s\"}".formatted(page));
	}

	private static String supplement() {
		return "{\"version\":0,\"supplement\":{\"carrier\":\"机要交换\",\"waybill\":\"ZJ2\",\"sentOn\":\"2024-11-11\"}}";
	}

	private String fingerprint() {
		return this.revisions.latest(this.number).orElseThrow().shortFingerprint();
	}

	private String path(String rest) {
		return "/api/tasks/" + task("registerRegionPaper") + "/" + rest;
	}

	private String task(String step) {
		return this.engine.getTaskService()
			.createTaskQuery()
			.processInstanceBusinessKey(this.number)
			.taskDefinitionKey(step)
			.singleResult()
			.getId();
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
