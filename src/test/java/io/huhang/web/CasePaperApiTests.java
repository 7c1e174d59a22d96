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
import io.huhang.Comparisons;
import io.huhang.Lists;
import io.huhang.Papers;
import io.huhang.PassedCases;
import io.huhang.Visitor;
import io.huhang.application.Withdrawals;
import io.huhang.attachment.Attachments;
import io.huhang.draft.Drafts;
import io.huhang.electronic.ElectronicComparisons;
import io.huhang.organization.Person;
import io.huhang.recommendation.ListElectronicSet;
import io.huhang.recommendation.PaperRegistration;
import io.huhang.recommendation.RankedLists;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
@DisplayName("登记和补齐纸质材料的办理接口、核验页和推荐页（通知二（三），附件1 填表须知三、四）")
class CasePaperApiTests {

	private static final String FIRST = PassedCases.number(Cast.AUTHORITY, 1);

	private static final String SECOND = PassedCases.number(Cast.AUTHORITY, 2);

	private static final String OFF_THE_LIST = PassedCases.number(Cast.AUTHORITY, 9);

	@LocalServerPort
	private int port;

	private final Cases cases;

	private final ProcessEngine engine;

	private final RankedLists ranked;

	private final Withdrawals withdrawals;

	private final ObjectMapper json;

	private final Lists lists;

	private final PassedCases passed;

	private final Papers papers;

	private final Comparisons comparisons;

	private String taskId;

	CasePaperApiTests(Cases cases, ProcessEngine engine, Drafts drafts, Attachments attachments, RankedLists ranked,
			Withdrawals withdrawals, PaperRegistration registration, ElectronicComparisons comparisons,
			ListElectronicSet set, JdbcClient database, ObjectMapper json) {
		this.cases = cases;
		this.engine = engine;
		this.ranked = ranked;
		this.withdrawals = withdrawals;
		this.json = json;
		this.lists = new Lists(cases, engine, drafts, attachments, database);
		this.passed = new PassedCases(database, drafts);
		this.papers = new Papers(registration, drafts);
		this.comparisons = new Comparisons(comparisons, set, drafts);
	}

	@BeforeEach
	void dispatch() {
		this.passed.add(Cast.AUTHORITY, 1, 3);
		this.taskId = this.lists.atReceipt().getId();
		this.passed.open(Cast.AUTHORITY, 9);
	}

	@AfterEach
	void end() {
		this.lists.endAll();
		this.passed.removeAll();
	}

	@Test
	@DisplayName("部经办人看到附件3和每个案例，依次列出份数、用印、版本和指纹")
	void officerSeesEveryItem() {
		JsonNode sheet = tree(officer().get(path("case-paper")));

		assertThat(sheet.get("rows")).extracting(row -> row.get("key").textValue())
			.containsExactly("annex3", "letter", FIRST, SECOND, PassedCases.number(Cast.AUTHORITY, 3));
		assertThat(sheet.get("dispatched").textValue()).isEqualTo("2024年11月8日寄出，机要交换，运单号ZJ20241108001");
		assertThat(sheet.at("/paper/receivedOn").textValue()).isEqualTo("2024-11-11");
		assertThat(sheet.at("/rows/0/seals").findValuesAsText("label")).containsExactly("推荐单位（盖章）处推荐单位公章（浙江省经济和信息化厅）");
		assertThat(sheet.at("/rows/1/copies").intValue()).isEqualTo(1);
		assertThat(sheet.at("/rows/1/seals").findValuesAsText("label")).containsExactly("落款公章（浙江省经济和信息化厅）");
		assertThat(sheet.at("/rows/2/seals").findValuesAsText("label")).containsExactly("封面申报单位公章", "“五、真实性承诺”申报单位公章",
				"“五、真实性承诺”法定代表人签章", "骑缝章", "封面推荐单位公章（浙江省经济和信息化厅）");
		assertThat(sheet.at("/rows/2/revision").intValue()).isEqualTo(1);
		assertThat(sheet.at("/excess")).isEmpty();
		assertThat(sheet.get("missing")).hasSize(5);
	}

	@Test
	@DisplayName("撤回的案例：那一行说明不须清点，不算缺件")
	void tellsOfAWithdrawnCase() {
		this.passed.end(SECOND);

		JsonNode sheet = tree(officer().get(path("case-paper")));

		assertThat(sheet.at("/rows/3/exemption").textValue()).isEqualTo("本案例已办结，不须清点。");
		assertThat(sheet.get("missing").findValuesAsText("key")).doesNotContain(SECOND).hasSize(4);
	}

	@Test
	@DisplayName("寄出后申报单位撤回的案例：那一行说明已撤回")
	void tellsWhyAWithdrawnCaseIsNotCounted() {
		this.withdrawals.record(FIRST, "业务调整，不再申报。", Cast.APPLICANT_A.id());

		JsonNode sheet = tree(officer().get(path("case-paper")));

		assertThat(sheet.at("/rows/2/exemption").textValue()).isEqualTo("本案例已撤回，不须清点。");
		assertThat(sheet.get("missing").findValuesAsText("key")).doesNotContain(FIRST).hasSize(4);
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

		assertThat(Stream.of(visitor.get(path("case-paper")), save(visitor, 0, "1"),
				visitor.post(path("case-paper/check"), ""), scan(visitor, FIRST + "/1/f")))
			.extracting(HttpResponse::statusCode)
			.containsOnly(404);
	}

	@Test
	@DisplayName("自动保存：答复还缺什么；旧窗口不能覆盖新草稿")
	void savesTheDraftAndSaysWhatIsMissing() {
		JsonNode saved = tree(save(officer(), 0, "1"));

		assertThat(saved.get("version").intValue()).isEqualTo(1);
		assertThat(saved.at("/missing/2/clauses/0").textValue()).isEqualTo("应收原件2份，收到1份");
		assertThat(save(officer(), 0, "2").statusCode()).isEqualTo(409);
		assertThat(tree(officer().get(path("case-paper"))).at("/paper/counts/0/copies").textValue()).isEqualTo("1");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "/1/f|true|第1个案例“第1个样例案例”：版本和指纹一致（第1版）。", "/0/f|false|第1个案例“第1个样例案例”：旧版，该页是第0版，应为第1版。",
					"/1/abcd|false|第1个案例“第1个样例案例”：不符，该页的版本或内容指纹与系统记录不一致，请核对。" })
	@DisplayName("扫码：一致、旧版、不符，都定位到那一件")
	void readsThePagesOfAnItem(String rest, boolean matches, String text) {
		JsonNode page = tree(scan(officer(), FIRST + rest));

		assertThat(page.get("key").textValue()).isEqualTo(FIRST);
		assertThat(page.get("matches").booleanValue()).isEqualTo(matches);
		assertThat(page.get("text").textValue()).isEqualTo(text);
	}

	@Test
	@DisplayName("扫码：附件3以推荐编号定位；不在名单上的、不是本系统的，用中文说明")
	void readsOtherPages() {
		String fingerprint = this.ranked.latest(Lists.NUMBER).fingerprint().substring(0, 16);

		assertThat(tree(scan(officer(), Lists.NUMBER + "/1/" + fingerprint)).get("key").textValue())
			.isEqualTo("annex3");
		assertThat(tree(scan(officer(), OFF_THE_LIST + "/1/f")).get("text").textValue())
			.isEqualTo(OFF_THE_LIST + "不是本名单的材料，请核对后另行登记。");
		assertThat(
				tree(officer().post(path("case-paper/page"), "{\"text\":\"6901234567892\"}")).get("text").textValue())
			.isEqualTo("未识别到本系统的二维码，请对准页面上的二维码重新扫描。");
		assertThat(tree(officer().post(path("case-paper/page"), "{}")).get("key").textValue()).isEmpty();
	}

	@Test
	@DisplayName("核验页：部经办人看到登记的入口，其他人和未登录的看不到；登记后没有入口")
	void offersTheRegistrationToTheOfficerAlone() {
		String verify = "/verify/" + FIRST + "/1/f";
		String link = "/camunda/app/tasklist/default/#/?task=%s&amp;paper=%s/1/f".formatted(this.taskId, FIRST);

		assertThat(officer().open(verify).body()).contains(link, "登记这份纸质材料");
		assertThat(officer().open("/verify/" + OFF_THE_LIST + "/1/f").body()).contains("一致")
			.doesNotContain("tasklist/default/#");
		assertThat(officer().open("/verify/" + FIRST + "/1/abcd").body()).doesNotContain("tasklist/default/#");
		assertThat(Stream.concat(others(), Stream.of(Cast.MIIT_LEADER))
			.map(person -> Visitor.of(person, this.port).open(verify).body())).allMatch(page -> page.contains("一致"))
			.noneMatch(page -> page.contains(this.taskId) || page.contains("登记这份纸质材料"));
		assertThat(Visitor.anonymous(this.port).open(verify).body()).contains("一致").doesNotContain(this.taskId);

		register();
		assertThat(officer().open(verify).body()).contains("一致").doesNotContain("登记这份纸质材料");
	}

	@Test
	@DisplayName("办理记录：案例页写明已报送；推荐单位看到提交、审签和寄送，部里只看到寄送")
	void recordsWhatHappened() {
		assertThat(officer().get("/cases/" + FIRST).body()).containsSubsequence("复核：同意", "报送：已推荐，材料已寄送");
		String page = "/recommendations/" + Lists.NUMBER;
		assertThat(Visitor.of(Cast.OFFICER, this.port).get(page).body()).contains("案例排序：提交名单", "复核排序：同意", "用印与寄送：已寄送");
		assertThat(officer().get(page).body()).contains("用印与寄送：已寄送", FIRST).doesNotContain("案例排序：提交名单", "复核排序：同意");
	}

	@Test
	@DisplayName("补齐：只有推荐单位经办人打得开，看到缺什么；推荐页逐件写明签收情况和每次登记")
	void suppliesAndShowsBothReceipts() {
		missTheSecond();
		String path = "/api/tasks/%s/paper-supplement".formatted(this.lists.task("supplyPaper").getId());
		Visitor local = Visitor.of(Cast.OFFICER, this.port);
		assertThat(tree(local.get(path)).at("/asked/missing/0").textValue()).isEqualTo("第2个案例“第2个样例案例”：应收原件2份，收到1份。");
		assertThat(tree(local.post(path + "/check", "")).findValuesAsText("field")).containsExactly("carrier",
				"waybill", "sentOn");
		assertThat(Stream.of(Cast.HEAD, Cast.FOREIGN_OFFICER, Cast.MIIT_OFFICER, Cast.COORDINATOR, Cast.APPLICANT_A)
			.map(person -> Visitor.of(person, this.port))
			.flatMap(visitor -> Stream.of(visitor.get(path), visitor.send("PUT", path + "/draft", supplement()),
					visitor.post(path + "/check", "")))
			.map(HttpResponse::statusCode)).containsOnly(404);
		assertThat(local.send("PUT", path + "/draft", supplement()).statusCode()).isEqualTo(200);
		complete("supplyPaper", Cast.OFFICER, Map.of());

		this.comparisons.differs(Lists.NUMBER, Map.of("letter", "缺一页。"));
		complete("confirmElectronicSet", Cast.COORDINATOR, Map.of());

		for (Person reader : List.of(Cast.OFFICER, Cast.MIIT_OFFICER, Cast.COORDINATOR)) {
			assertThat(Visitor.of(reader, this.port).open("/recommendations/" + Lists.NUMBER).body()).contains("齐全，2份",
					"壬样例", "缺件", "不一致：缺一页。　癸样例", "一致　癸样例", "第1次登记：缺件", "第2个案例“第2个样例案例”：应收原件2份，收到1份。",
					"补齐材料于2024年11月11日寄出，机要交换，运单号ZJ2，丙样例于", "核对电子材料：不一致", "报送函：缺一页。");
		}
	}

	private void missTheSecond() {
		this.papers.missing(Lists.NUMBER,
				count -> count.key().equals(SECOND) ? Papers.lacking("1").apply(count) : count);
		complete("registerCasePaper", Cast.MIIT_OFFICER, Map.of());
	}

	private void register() {
		this.papers.complete(Lists.NUMBER, "");
		complete("registerCasePaper", Cast.MIIT_OFFICER, Map.of());
	}

	private void complete(String step, Person person, Map<String, Object> answers) {
		Task task = this.lists.task(step);
		this.lists.claim(task, person);
		this.cases.as(person, () -> this.engine.getTaskService().complete(task.getId(), answers));
	}

	private Visitor officer() {
		return Visitor.of(Cast.MIIT_OFFICER, this.port);
	}

	private HttpResponse<String> save(Visitor visitor, int version, String copies) {
		return visitor.send("PUT", path("case-paper/draft"), """
				{"version":%d,"paper":{"receivedOn":"2024-11-11","counts":[{"key":"%s","copies":"%s"}]}}
				""".formatted(version, FIRST, copies));
	}

	private HttpResponse<String> scan(Visitor visitor, String page) {
		return visitor.post(path("case-paper/page"),
				"{\"text\":\"https://huhang.example.cn/verify/%s\"}".formatted(page));
	}

	private static String supplement() {
		return "{\"version\":0,\"supplement\":{\"carrier\":\"机要交换\",\"waybill\":\"ZJ2\",\"sentOn\":\"2024-11-11\"}}";
	}

	private String path(String rest) {
		return "/api/tasks/" + this.taskId + "/" + rest;
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
