package io.huhang.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.Lists;
import io.huhang.Visitor;
import io.huhang.application.CaseApplications;
import io.huhang.attachment.Attachments;
import io.huhang.campaign.DatabaseKind;
import io.huhang.draft.Drafts;
import io.huhang.organization.Person;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@HuhangTest
@DisplayName("案例一览：本单位的全部案例在一张表上（通知二（二））")
class CaseTableTests {

	private static final String FORMULA = "=HYPERLINK(\"http://evil.example\")";

	@LocalServerPort
	private int port;

	private final Cases cases;

	private final CaseApplications applications;

	private final Lists lists;

	private final CaseTable table;

	private final DatabaseKind kind;

	private final JdbcClient database;

	private String number;

	CaseTableTests(Cases cases, CaseApplications applications, ProcessEngine engine, Drafts drafts,
			Attachments attachments, CaseTable table, DatabaseKind kind, JdbcClient database) {
		this.cases = cases;
		this.applications = applications;
		this.lists = new Lists(cases, engine, drafts, attachments, database);
		this.table = table;
		this.kind = kind;
		this.database = database;
	}

	@BeforeEach
	void file() {
		this.number = this.lists.file();
	}

	@AfterEach
	void end() {
		this.lists.endAll();
		this.database.sql("delete from application_case where number like 'HH2024-AL-999999-%'").update();
	}

	@Test
	@DisplayName("一行写明编号、名称、单位、方向、环节、办理人、提交时间和得分，办结的也在")
	void tellsWhereACaseStandsAndWhoHasIt() {
		assertThat(cells(Cast.OFFICER, "")).containsExactly(this.number, "智能装备制造企业工业互联网安全分类分级实践", "之江示例装备制造有限公司",
				"工业互联网安全分类分级", "审核", "待领取", "");

		this.lists.claim(this.cases.task(this.number), Cast.OFFICER);
		assertThat(cells(Cast.OFFICER, "")).endsWith("审核", "丙样例", "");

		this.lists.decide(this.number, Cast.OFFICER, "PASS");
		assertThat(cells(Cast.LEADER, "")).endsWith("复核", "待领取", "86");

		this.lists.decide(this.number, Cast.HEAD, "PASS");
		assertThat(cells(Cast.HEAD, "")).endsWith("等待推荐", "", "86");
	}

	@Test
	@DisplayName("部里和协调人按受理单位筛选，看得到受理单位，看不到得分")
	void showsTheMinistryNoScores() {
		this.lists.decide(this.number, Cast.OFFICER, "PASS");

		for (Person watcher : List.of(Cast.COORDINATOR, Cast.MIIT_OFFICER, Cast.AUDITOR)) {
			assertThat(cells(watcher, "&authority=" + Cast.AUTHORITY)).as(watcher.id())
				.containsExactly(this.number, "智能装备制造企业工业互联网安全分类分级实践", "之江示例装备制造有限公司", "工业互联网安全分类分级", "浙江省经济和信息化厅",
						"复核", "待领取");
			assertThat(page(watcher, "&sort=score").body()).doesNotContain("评价得分", ">86<");
			assertThat(page(watcher, "&authority=310000-iit").body()).doesNotContain(this.number + "</a>");
		}
	}

	@Test
	@DisplayName("其他主管部门看不到，报出受理单位也没有用；申报单位没有这张表")
	void keepsAuthoritiesApart() {
		assertThat(page(Cast.FOREIGN_OFFICER, "&authority=" + Cast.AUTHORITY).body())
			.doesNotContain(this.number + "</a>");
		for (Person stranger : List.of(Cast.APPLICANT_A, Cast.EXPERT, Cast.ADMINISTRATOR)) {
			assertThat(page(stranger, "").statusCode()).as(stranger.id()).isEqualTo(404);
			assertThat(Visitor.of(stranger, this.port).get("/cases/table.xlsx").statusCode()).as(stranger.id())
				.isEqualTo(404);
		}
	}

	@Test
	@DisplayName("按环节、方向、类别、办理人筛选；不符合的不列出；百分号只是字符")
	void filters() {
		for (String fits : List.of("&state=审核", "&direction=D1", "&category=INDUSTRIAL", "&holder=-")) {
			assertThat(page(Cast.OFFICER, fits).body()).as(fits).contains(this.number + "</a>");
		}
		for (String misses : List.of("&state=复核", "&direction=D2", "&category=TELECOM", "&category=INDUSTRIA",
				"&category=%25", "&holder=" + Cast.OFFICER.id())) {
			assertThat(page(Cast.OFFICER, misses).body()).as(misses).doesNotContain(this.number + "</a>");
		}
		assertThat(Visitor.of(Cast.OFFICER, this.port).open("/cases?q=%25").body()).contains("没有符合条件的案例");
		this.lists.claim(this.cases.task(this.number), Cast.OFFICER);
		assertThat(page(Cast.HEAD, "&holder=" + Cast.OFFICER.id()).body()).contains(this.number + "</a>");
	}

	@Test
	@DisplayName("500个案例：页上50个，逐环节计数，排序和翻页保留条件；查询次数与案例数无关")
	void holdsFiveHundredCases() {
		insert(1, 3);
		long few = statements();
		insert(4, 500);
		long many = statements();

		HttpResponse<String> page = Visitor.of(Cast.OFFICER, this.port)
			.open("/cases?q=AL-999999&sort=number&order=desc");

		assertThat(page.body()).contains("共 500 个案例，第 1 页，共 10 页", "HH2024-AL-999999-0500</a>",
				"HH2024-AL-999999-0451</a>", "aria-sort=\"descending\"", "处理中</span> <strong>500</strong>",
				"href=\"/cases?q=AL-999999&amp;sort=number&amp;order=desc&amp;page=2\"",
				"href=\"/cases?q=AL-999999&amp;sort=name\"", "导出这500个案例（xlsx）");
		assertThat(page.body()).doesNotContain("HH2024-AL-999999-0450</a>");
		assertThat(many).isEqualTo(few);
	}

	@Test
	@DisplayName("导出的正是筛选出来的；像公式的名称只是文字；导出留痕")
	void exportsExactlyWhatIsFiltered() throws IOException {
		this.applications.entitle(this.number, FORMULA, "D1");
		insert(1, 60);
		this.lists.decide(this.number, Cast.OFFICER, "PASS");
		Visitor officer = Visitor.of(Cast.OFFICER, this.port);

		Sheet all = sheet(officer.download("/cases/table.xlsx?q=AL-999999&order=desc"));
		Row own = sheet(officer.download("/cases/table.xlsx?q=" + this.number)).getRow(1);

		assertThat(all.getLastRowNum()).isEqualTo(60);
		assertThat(all.getRow(1).getCell(0).getStringCellValue()).isEqualTo("HH2024-AL-999999-0060");
		assertThat(IntStream.range(0, 8).mapToObj(i -> all.getRow(0).getCell(i).getStringCellValue()))
			.containsExactly("业务编号", "案例名称", "申报单位", "申报方向", "当前环节", "办理人", "提交时间", "评价得分");
		assertThat(own.getCell(1).getCellType()).isEqualTo(CellType.STRING);
		assertThat(own.getCell(1).getStringCellValue()).isEqualTo(FORMULA);
		assertThat(own.getCell(1).getCellStyle().getQuotePrefixed()).isTrue();
		assertThat(own.getCell(7).getNumericCellValue()).isEqualTo(86);
		assertThat(this.database.sql(
				"select count(*) from audit_entry where actor = :actor and action = 'cases.export' and subject = :subject")
			.param("actor", Cast.OFFICER.id())
			.param("subject", Cast.AUTHORITY)
			.query(Integer.class)
			.single()).isGreaterThanOrEqualTo(2);
	}

	private static Sheet sheet(byte[] workbook) throws IOException {
		try (XSSFWorkbook opened = new XSSFWorkbook(new ByteArrayInputStream(workbook))) {
			return opened.getSheetAt(0);
		}
	}

	private void insert(int from, int to) {
		IntStream.rangeClosed(from, to)
			.forEach(i -> this.database
				.sql("insert into application_case (number, campaign, authority, uscc, applicant, direction,"
						+ " privacy_version, case_name, unit_name, opened_at, live_key) values (:number, '2024-926',"
						+ " :authority, :uscc, 'nobody', 'D3', 'x', :name, '某示例企业', :at, null)")
				.param("number", "HH2024-AL-999999-%04d".formatted(i))
				.param("authority", Cast.AUTHORITY)
				.param("uscc", "91330000%010d".formatted(i))
				.param("name", "示例案例" + i)
				.param("at", Cast.MONDAY.plus(Duration.ofMinutes(i)).atOffset(java.time.ZoneOffset.UTC))
				.update());
	}

	/** How many statements the table of the inserted cases takes. */
	private long statements() {
		Assumptions.assumeFalse(this.kind.isPostgres(), "PostgreSQL counts statements only with an extension");
		this.database.sql("set query_statistics true").update();
		this.table.find(query("AL-999999"), Cast.OFFICER);
		long counted = executed();
		this.table.find(query("AL-999999"), Cast.OFFICER);
		return executed() - counted;
	}

	private long executed() {
		return this.database
			.sql("select sum(execution_count) from information_schema.query_statistics"
					+ " where lower(sql_statement) not like '%query_statistics%'")
			.query(Long.class)
			.single();
	}

	private static CaseQuery query(String words) {
		return new CaseQuery(words, "", "", "", "", "", "", "", "");
	}

	/** The cells of this case's row, without the minute of its filing. */
	private List<String> cells(Person person, String more) {
		String body = page(person, more).body();
		String row = body.substring(body.indexOf("<tbody>"), body.indexOf("</tbody>"));
		return List.of(row.split("<td[^>]*>"))
			.stream()
			.skip(1)
			.filter(cell -> !cell.matches("(?s)2024年.*"))
			.map(cell -> cell.replaceAll("<a class=\"aside\"[^>]*>[^<]*</a>|<[^>]*>", "").strip())
			.toList();
	}

	private HttpResponse<String> page(Person person, String more) {
		StringBuilder query = new StringBuilder("/cases?q=" + this.number);
		for (String part : more.split("&")) {
			if (!part.isEmpty()) {
				String[] sides = part.split("=");
				query.append('&')
					.append(sides[0])
					.append('=')
					.append(sides[1].startsWith("%") ? sides[1] : URLEncoder.encode(sides[1], StandardCharsets.UTF_8));
			}
		}
		return Visitor.of(person, this.port).open(query.toString());
	}

}
