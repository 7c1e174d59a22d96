package io.huhang.web;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.huhang.Cast;
import io.huhang.Mailbox;
import io.huhang.Visitor;
import io.huhang.organization.Sheets;
import io.huhang.process.Accounts;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
@DisplayName("批量导入人员：要么全部，要么没有")
@Timeout(180)
class PeopleImportTests {

	private static final Pattern ROW = Pattern.compile("<tr>(<td.*?)</tr>");

	private static final Pattern CELL = Pattern.compile("<td[^>]*>(.*?)</td>");

	private static int next = 10_000;

	@LocalServerPort
	private int port;

	private final JdbcClient database;

	private final Mailbox mailbox;

	private final Accounts accounts;

	PeopleImportTests(JdbcClient database, Mailbox mailbox, Accounts accounts) {
		this.database = database;
		this.mailbox = mailbox;
		this.accounts = accounts;
	}

	static Stream<Person> others() {
		return Stream.concat(Cast.OUTSIDERS.stream(), Stream.of(Cast.MIIT_OFFICER, Cast.COORDINATOR));
	}

	@Test
	@DisplayName("核对无误后确认：全部受到邀请并留痕；上传的内容随即清除；再次点击不重复")
	void importsEverybodyOnce() {
		Visitor administrator = Visitor.of(Cast.ADMINISTRATOR, this.port);
		List<List<String>> lines = lines(6);
		String preview = upload(administrator, lines);
		assertThat(administrator.open(preview).body()).contains("共6人，涉及1个单位，未发现问题。", "确认导入");
		assertThat(imported(lines)).isZero();

		HttpResponse<String> done = administrator.submit(preview + "/confirmation", Map.of());
		administrator.submit(preview + "/confirmation", Map.of());

		assertThat(done.statusCode()).isEqualTo(302);
		assertThat(administrator.open(preview).body()).contains("已导入6人");
		assertThat(imported(lines)).isEqualTo(6);
		assertThat(this.mailbox.kinds(lines.get(5).get(1))).containsExactly("account-invited");
		assertThat(audited("person.invite", lines)).isEqualTo(6);
		assertThat(this.database.sql("select content from organization_import where id = :id")
			.param("id", UUID.fromString(preview.substring(preview.lastIndexOf('/') + 1)))
			.query(String.class)
			.single()).isEmpty();
	}

	@Test
	@DisplayName("确认之前逐人列出：姓名、单位、角色、邮箱、电话，超过1000人只列前1000人")
	void listsWhoIsAboutToBeImported() {
		Visitor administrator = Visitor.of(Cast.ADMINISTRATOR, this.port);
		List<List<String>> lines = lines(1001);
		lines.set(1, with(with(lines.get(1), 3, "工业和信息化部网络安全管理局"), 4, "协调人"));

		String page = administrator.open(upload(administrator, lines)).body();

		assertThat(rows(page)).hasSize(1000)
			.startsWith(listed(1, lines.get(0)), listed(2, lines.get(1)))
			.endsWith(listed(1000, lines.get(999)));
		assertThat(page).contains("待导入人员 1001 人（仅显示前1000人，其余见原文件）");
		assertThat(rows(administrator.open(upload(administrator, List.of(with(lines.get(0), 4, "部经办人")))).body()))
			.noneMatch(row -> row.contains(lines.get(0).get(0)));
	}

	@Test
	@DisplayName("有一处问题：没有确认按钮，强行确认也不导入任何人")
	void importsNobodyWhileThereIsAProblem() {
		Visitor administrator = Visitor.of(Cast.ADMINISTRATOR, this.port);
		List<List<String>> lines = lines(5);
		lines.set(3, with(lines.get(3), 3, "江苏省工信厅"));
		String preview = upload(administrator, lines);

		String page = administrator.open(preview).body();
		assertThat(page).contains("共5人，其中1行有1处问题", "<td>5</td>", "<td>D5</td>", "是否应为“江苏省工业和信息化厅”")
			.doesNotContain("确认导入");
		HttpResponse<String> answer = administrator.submit(preview + "/confirmation", Map.of());

		assertThat(answer.headers().firstValue("Location").orElseThrow()).endsWith("?refused");
		assertThat(imported(lines)).isZero();
		assertThat(this.mailbox.kinds(lines.get(0).get(1))).isEmpty();
		assertThat(administrator.get(preview + "/problems").headers().firstValue("Content-Disposition").orElseThrow())
			.startsWith("attachment;");
	}

	@Test
	@DisplayName("核对之后邮箱被占用：确认时重新校验，不导入任何人")
	void checksAgainAtTheConfirmation() {
		Visitor administrator = Visitor.of(Cast.ADMINISTRATOR, this.port);
		List<List<String>> lines = lines(3);
		String preview = upload(administrator, lines);
		this.accounts.invite(new Person(this.accounts.newId(), "午样例", lines.get(2).get(1), "13900000000", Role.OFFICER,
				"320000-ca"));

		administrator.submit(preview + "/confirmation", Map.of());

		assertThat(administrator.open(preview + "?refused").body()).contains("核对之后情况有变化，未导入任何人员。", "<td>B4</td>");
		assertThat(imported(lines.subList(0, 2))).isZero();
	}

	@Test
	@DisplayName("同时点击两次“确认导入”：每人一封邀请")
	void importsOnceWhenClickedTwiceAtOnce() {
		Visitor administrator = Visitor.of(Cast.ADMINISTRATOR, this.port);
		List<List<String>> lines = lines(40);
		String preview = upload(administrator, lines);
		CyclicBarrier together = new CyclicBarrier(2);

		List<Integer> answers = Stream.of(1, 2).map(click -> CompletableFuture.supplyAsync(() -> {
			await(together);
			return administrator.submit(preview + "/confirmation", Map.of()).statusCode();
		}, task -> new Thread(task).start())).toList().stream().map(CompletableFuture::join).toList();

		assertThat(answers).containsExactly(302, 302);
		assertThat(imported(lines)).isEqualTo(40);
		assertThat(audited("person.invite", lines)).isEqualTo(40);
		assertThat(this.mailbox.kinds(lines.get(39).get(1))).containsExactly("account-invited");
	}

	@Test
	@DisplayName("5000行有7处问题：几秒内列出，行数和单元格准确，没有人被导入")
	void takesFiveThousandLines() {
		Visitor administrator = Visitor.of(Cast.ADMINISTRATOR, this.port);
		List<List<String>> lines = lines(5000);
		Stream.of(7, 70, 700, 1700, 2700, 3700, 4700).forEach(line -> lines.set(line, with(lines.get(line), 2, "无")));
		byte[] file = Sheets.of(lines);
		administrator.open("/people/import");
		// Less than a second on a machine that has nothing else to do.
		long begin = System.nanoTime();

		String preview = upload(administrator, file);
		String page = administrator.open(preview).body();

		assertThat((System.nanoTime() - begin) / 1_000_000).isLessThan(20_000);
		assertThat(page).contains("共5000人，其中7行有7处问题", "<td>C9</td>", "<td>C72</td>", "<td>C702</td>", "<td>C1702</td>",
				"<td>C2702</td>", "<td>C3702</td>", "<td>C4702</td>");
		assertThat(imported(lines)).isZero();
	}

	@Test
	@DisplayName("读不了的文件：说明原因，不留任何东西")
	void saysWhyAFileCannotBeRead() {
		Visitor administrator = Visitor.of(Cast.ADMINISTRATOR, this.port);
		administrator.open("/people/import");

		HttpResponse<String> answer = administrator.upload("/people/import", "名单.csv",
				"姓名,邮箱".getBytes(StandardCharsets.UTF_8));

		assertThat(answer.statusCode()).isEqualTo(422);
		assertThat(answer.body()).contains("文件不是Excel工作簿（.xlsx）。");
		assertThat(administrator.upload("/people/import", "空.xlsx", new byte[0]).body()).contains("没有收到文件");
		assertThat(administrator.upload("/people/import", "大.xlsx", new byte[10 * 1024 * 1024 + 1]).body())
			.contains("文件超过10MB");
	}

	@ParameterizedTest
	@MethodSource("others")
	@DisplayName("不是系统管理员：每个导入地址都像不存在")
	void looksMissingToOthers(Person other) {
		Visitor administrator = Visitor.of(Cast.ADMINISTRATOR, this.port);
		String preview = upload(administrator, lines(1));
		Visitor visitor = Visitor.of(other, this.port);

		assertThat(Stream
			.of(visitor.open("/people/import"), visitor.open("/people/import/template"), visitor.open(preview),
					visitor.open(preview + "/problems"), visitor.submit(preview + "/confirmation", Map.of()),
					visitor.upload("/people/import", "a.xlsx", Sheets.of(lines(1))))
			.map(HttpResponse::statusCode)).containsOnly(404).hasSize(6);
	}

	private static String upload(Visitor administrator, List<List<String>> lines) {
		administrator.open("/people/import");
		return upload(administrator, Sheets.of(lines));
	}

	private static String upload(Visitor administrator, byte[] file) {
		HttpResponse<String> answer = administrator.upload("/people/import", "people.xlsx", file);
		assertThat(answer.statusCode()).isEqualTo(302);
		return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^http://[^/]+", "");
	}

	private static List<List<String>> lines(int count) {
		next += count;
		return new ArrayList<>(IntStream.range(next - count, next).mapToObj(Sheets::right).toList());
	}

	private static List<String> with(List<String> line, int column, String text) {
		List<String> changed = new ArrayList<>(line);
		changed.set(column, text);
		return changed;
	}

	private static List<List<String>> rows(String page) {
		return ROW.matcher(page)
			.results()
			.map(row -> CELL.matcher(row.group(1)).results().map(cell -> cell.group(1)).toList())
			.toList();
	}

	private static List<String> listed(int number, List<String> line) {
		return List.of(String.valueOf(number), line.get(0), line.get(3), line.get(4), line.get(1), line.get(2));
	}

	private int imported(List<List<String>> lines) {
		return count("select count(*) from organization_person where email in (:emails)", lines);
	}

	private int audited(String action, List<List<String>> lines) {
		return count("select count(*) from audit_entry where action = '" + action
				+ "' and subject in (select id from organization_person where email in (:emails))", lines);
	}

	private int count(String sql, List<List<String>> lines) {
		return this.database.sql(sql)
			.param("emails", lines.stream().map(line -> line.get(1)).toList())
			.query(Integer.class)
			.single();
	}

	private static void await(CyclicBarrier together) {
		try {
			together.await();
		}
		catch (InterruptedException | BrokenBarrierException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
