package io.huhang.web;

import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.Visitor;
import io.huhang.audit.AuditChain;
import io.huhang.organization.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@HuhangTest
@DisplayName("操作留痕页面：只给审计人员")
class AuditPageTests {

	private static final String LOGOUT = "/camunda/api/admin/auth/user/default/logout";

	@LocalServerPort
	private int port;

	private final Cases cases;

	private final AuditChain chain;

	private final JdbcClient database;

	AuditPageTests(Cases cases, AuditChain chain, JdbcClient database) {
		this.cases = cases;
		this.chain = chain;
		this.database = database;
	}

	@AfterEach
	void end() {
		this.cases.endAll();
	}

	@Test
	@DisplayName("按业务编号查到谁在何时办了何事，首页有入口")
	void showsWhoDidWhat() {
		String number = this.cases.handInForPreCheck();
		Visitor auditor = Visitor.of(Cast.AUDITOR, this.port);

		String page = auditor.open("/audit?subject=" + number).body();

		assertThat(rows(page)).hasSize(2);
		assertThat(rows(page).get(0)).contains("甲样例（test-zhijiang）", "提交申报书", number + "/1", "2024年11月11日");
		assertThat(rows(page).get(1)).contains("发起申报", number);
		assertThat(auditor.open("/").body()).contains("href=\"/audit\"");
	}

	@Test
	@DisplayName("按操作人、事项和日期筛选；日期写错给出格式")
	void filters() {
		String number = this.cases.handInForPreCheck();
		Visitor auditor = Visitor.of(Cast.AUDITOR, this.port);
		String subject = "/audit?subject=" + number;

		assertThat(rows(auditor.open(subject + "&action=case.open").body())).hasSize(1);
		assertThat(rows(auditor.open(subject + "&actor=test-officer").body())).isEmpty();
		assertThat(rows(auditor.open(subject + "&begin=2024-11-11&end=2024-11-11").body())).hasSize(2);
		assertThat(rows(auditor.open(subject + "&end=2024-11-10").body())).isEmpty();
		assertThat(auditor.open("/audit?begin=nie").body()).contains("请按“2024-11-11”的格式填写日期。");
	}

	@Test
	@DisplayName("点“校验”：通过；改动一条后再校验：指出第几条")
	void verifies() {
		Visitor auditor = Visitor.of(Cast.AUDITOR, this.port);
		this.chain.seal();

		assertThat(verify(auditor)).contains("校验通过，共 ", "辛样例（test-auditor）");

		this.database.sql("update audit_entry set actor = actor || 'x' where position = 2").update();
		assertThat(verify(auditor)).contains("第 2 条异常：记录内容、次序或校验值与封存时不一致").doesNotContain("校验通过");
		this.database.sql("update audit_entry set actor = substring(actor, 1, length(actor) - 1) where position = 2")
			.update();
		assertThat(verify(auditor)).contains("校验通过，共 ");
	}

	@Test
	@DisplayName("导出：带字节序标记的表格，含校验值，作为附件下载")
	void exports() {
		HttpResponse<String> export = Visitor.of(Cast.AUDITOR, this.port).get("/audit/export");

		assertThat(export.statusCode()).isEqualTo(200);
		assertThat(export.headers().firstValue("Content-Type")).contains("text/csv;charset=UTF-8");
		assertThat(export.headers().firstValue("Content-Disposition").orElseThrow()).startsWith("attachment;");
		assertThat(export.body().lines().toList().get(0)).isEqualTo("\uFEFF序号,时间,操作人,操作事项,操作对象,操作代码,时间（UTC）,校验值");
		assertThat(export.body()).contains(",test-auditor,导出操作留痕,chain,audit.export,");
	}

	@ParameterizedTest
	@MethodSource("others")
	@DisplayName("其他任何人：与不存在的页面一样，什么也没有发生")
	void looksMissingToOthers(Person person) {
		Visitor other = Visitor.of(person, this.port);

		assertThat(Stream.of(other.open("/audit"), other.open("/audit/export"), other.post("/audit/verify", ""))
			.map(HttpResponse::statusCode)).containsOnly(404);
		assertThat(other.open("/").body()).doesNotContain("操作留痕");
		assertThat(this.database.sql("select count(*) from audit_entry where actor = :actor and action like 'audit.%'")
			.param("actor", person.id())
			.query(Integer.class)
			.single()).isZero();
	}

	static Stream<Person> others() {
		return Stream.concat(Cast.OUTSIDERS.stream(), Cast.STAFF.stream()).filter(person -> person != Cast.AUDITOR);
	}

	@Test
	@DisplayName("登录、退出和登录失败都留痕；不存在的用户名不留")
	void recordsLogins() {
		Visitor.of(Cast.EXPERT, this.port).post(LOGOUT, "");
		Visitor.anonymous(this.port).logIn(Cast.EXPERT.id(), "Cuowu@2024-mima");
		Visitor.anonymous(this.port).logIn("Mima@2024-butong", "x");
		Visitor.anonymous(this.port).logIn("Mima@2024-butong", "x");

		assertThat(actions("test-expert", "test-expert")).containsSubsequence("login.success", "login.end");
		assertThat(actions("anonymous", "test-expert")).containsExactly("login.failure");
		assertThat(actions("anonymous", "unknown")).containsExactly("login.failure");
		assertThat(this.database.sql("select count(*) from audit_entry where concat(actor, subject) like '%butong%'")
			.query(Integer.class)
			.single()).isZero();
	}

	private List<String> actions(String actor, String subject) {
		return this.database
			.sql("select action from audit_entry where actor = :actor and subject = :subject order by id")
			.param("actor", actor)
			.param("subject", subject)
			.query(String.class)
			.list();
	}

	private static String verify(Visitor auditor) {
		HttpResponse<String> answer = auditor.post("/audit/verify", "");
		assertThat(answer.statusCode()).isEqualTo(302);
		return auditor.open("/audit").body();
	}

	private static List<String> rows(String page) {
		return page.contains("<tbody>") ? Arrays.stream(page.split("<tbody>")[1].split("</tbody>")[0].split("</tr>"))
			.filter(row -> row.contains("<td"))
			.toList() : List.of();
	}

}
