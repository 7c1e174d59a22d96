package io.huhang.web;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.Visitor;
import io.huhang.application.CaseApplications;
import io.huhang.audit.AuditChain;
import io.huhang.campaign.Campaign;
import io.huhang.mail.Letter;
import io.huhang.mail.Letters;
import io.huhang.organization.Person;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
@DisplayName("信函页面：协调人和系统管理员")
class LetterPagesTests {

	private static final String KEY = "letter-command-key-";

	@LocalServerPort
	private int port;

	private final Letters letters;

	private final Cases cases;

	private final CaseApplications applications;

	private final AuditChain chain;

	private final String number = "HH2024-TJ-330000-" + UUID.randomUUID().toString().substring(0, 8);

	private UUID about;

	private UUID secret;

	LetterPagesTests(Letters letters, Cases cases, CaseApplications applications, AuditChain chain) {
		this.letters = letters;
		this.cases = cases;
		this.applications = applications;
		this.chain = chain;
	}

	@BeforeEach
	void write() {
		this.about = this.letters.write("recommendation-reopened", this.number, "7", "wang@example.com", "王<样例>",
				Map.of("authorityName", "浙江省经济和信息化厅", "deadline",
						LocalDate.of(2025, 1, 1).atStartOfDay(Campaign.ZONE).toInstant(), "reason", "因大雪道路封闭。", "link",
						"http://localhost/recommendations/" + this.number),
				List.of());
		this.secret = this.letters.write("account-registration", UUID.randomUUID().toString(), "one", "li@example.com",
				"李样例", Map.of("enterpriseName", "某示例企业", "uscc", "91330000MA27XYZ00X", "until", "2024年11月11日 09:30",
						"link", "http://localhost/register/confirm/geheim"),
				List.of());
	}

	@AfterEach
	void end() {
		this.cases.endAll();
	}

	private String path(UUID letter, String rest) {
		return "/letters/" + letter + rest;
	}

	private Letter letter(UUID id) {
		return this.letters.find(id).orElseThrow();
	}

	private static Map<String, String> form(String key) {
		return Map.of("commandKey", KEY + key);
	}

	@Test
	@DisplayName("按业务编号找到信函；账号类的信不显示内部编号")
	void listsLettersByTheirNumbers() {
		Visitor coordinator = Visitor.of(Cast.COORDINATOR, this.port);

		String found = coordinator.open("/letters?number=" + this.number).body();
		String secrets = coordinator.open("/letters?kind=account-registration").body();

		assertThat(found).contains("共 1 封，第 1 页，共 1 页", "典型案例推荐重新开放报送", "王&lt;样例&gt; &lt;wang@example.com&gt;",
				"重新开放报送", this.number, "待发送");
		assertThat(secrets).contains(">账号注册</td>").doesNotContain(letter(this.secret).subjectNumber());
		assertThat(coordinator.open("/letters?number=nichtda").body()).contains("没有符合条件的信函。请放宽条件，或者点击“清除条件”查看全部。");
		assertThat(coordinator.open("/").body()).contains("href=\"/letters\">信函<");
	}

	@Test
	@DisplayName("日期写错给出格式，未知状态按全部查询，页码过大显示最后一页")
	void oddQueriesAreAnswered() {
		Visitor coordinator = Visitor.of(Cast.COORDINATOR, this.port);

		HttpResponse<String> wrong = coordinator.open("/letters?begin=nie");

		assertThat(wrong.statusCode()).isEqualTo(422);
		assertThat(wrong.body()).contains("请按“2024-11-11”的格式填写日期。");
		assertThat(coordinator.open("/letters?state=NONE&page=99999999&number=" + this.number).body())
			.contains("共 1 封，第 1 页，共 1 页");
	}

	@Test
	@DisplayName("打开一封信：正文、纯文本、日程；一次性链接只给收件人")
	void showsALetterButNoSecret() {
		Visitor coordinator = Visitor.of(Cast.COORDINATOR, this.port);

		assertThat(coordinator.open(path(this.about, "")).body()).contains("王&lt;样例&gt;：", "2024年12月31日24:00（随信附日程文件",
				"src=\"/letters/" + this.about + "/body\"");
		assertThat(coordinator.open(path(this.about, "/body")).body()).contains("王&lt;样例&gt;", "已决定重新开放");
		assertThat(coordinator.open(path(this.secret, "")).body()).contains("本信含一次性链接，内容只有收件人可以查看")
			.doesNotContain("geheim");
		assertThat(coordinator.open(path(this.secret, "/body")).statusCode()).isEqualTo(404);
	}

	@Test
	@DisplayName("系统管理员看到发送情况，看不到案例和推荐的内容")
	void theAdministratorSeesNoContent() {
		Visitor administrator = Visitor.of(Cast.ADMINISTRATOR, this.port);

		assertThat(administrator.open("/letters?number=" + this.number).body()).contains("重新开放报送");
		assertThat(administrator.open(path(this.about, "")).body()).contains("本信内容不在您的职责范围内")
			.doesNotContain("<iframe", "纯文本内容");
		assertThat(administrator.open(path(this.about, "/body")).statusCode()).isEqualTo(404);
	}

	@Test
	@DisplayName("漏洞治理案例（D4）的信，协调人看不到内容")
	void aVulnerabilityCaseIsNoneOfTheCoordinatorsBusiness() {
		String closed = this.cases.begin(Cast.APPLICANT_A);
		this.applications.entitle(closed, "某控制器漏洞治理", "D4");
		UUID id = this.letters.write("case-filed", closed, "r1", "wang@example.com", "王样例",
				Map.of("caseName", "漏洞", "enterpriseName", "企业", "direction", "方向", "authorityName", "厅", "link", "x"),
				List.of());

		assertThat(Visitor.of(Cast.COORDINATOR, this.port).open(path(id, "/body")).statusCode()).isEqualTo(404);
	}

	@Test
	@DisplayName("暂缓、继续发送、作废、重新发送各留一条痕，重复提交只办一次")
	void actionsAreRecordedOnce() {
		Visitor coordinator = Visitor.of(Cast.COORDINATOR, this.port);
		coordinator.open(path(this.about, ""));

		for (int click = 0; click < 2; click++) {
			assertThat(coordinator.submit(path(this.about, "/hold"), form(this.number + "1")).statusCode())
				.isEqualTo(302);
		}
		assertThat(letter(this.about).state()).isEqualTo(Letter.State.HELD);
		coordinator.submit(path(this.about, "/release"), form(this.number + "2"));
		coordinator.submit(path(this.about, "/resend"), form(this.number + "3"));
		coordinator.submit(path(this.about, "/discard"),
				Map.of("commandKey", KEY + this.number + "4", "reason", "收件人已更换"));

		assertThat(letter(this.about).state()).isEqualTo(Letter.State.DISCARDED);
		assertThat(coordinator.open(path(this.about, "")).body()).contains("已作废", "原因：收件人已更换");
		this.chain.seal();
		String audit = Visitor.of(Cast.AUDITOR, this.port).open("/audit?subject=" + this.number).body();
		assertThat(Stream.of("暂缓信函", "继续发送信函", "重新发送信函", "作废信函")
			.map(action -> audit.split("<td>" + action, -1).length - 1)).containsOnly(1);
		assertThat(audit).contains("典型案例推荐重新开放报送：浙江省经济和信息化厅（" + this.number + "），致王&lt;样例&gt;");
	}

	@Test
	@DisplayName("缺操作编号、缺原因、状态不符、编号已用于另一次：都在页面上说明，什么也没有发生")
	void refusalsAreShownOnThePage() {
		Visitor coordinator = Visitor.of(Cast.COORDINATOR, this.port);
		coordinator.open(path(this.about, ""));

		assertThat(coordinator.submit(path(this.about, "/hold"), Map.of())).satisfies(refused(422, "本次办理缺少操作编号"));
		assertThat(coordinator.submit(path(this.about, "/discard"), form(this.number + "a")))
			.satisfies(refused(422, "请填写作废原因。"));
		assertThat(coordinator.submit(path(this.about, "/release"), form(this.number + "b")))
			.satisfies(refused(422, "该信当前状态为“待发送”，不能继续发送。"));
		assertThat(letter(this.about).state()).isEqualTo(Letter.State.WAITING);
		coordinator.submit(path(this.about, "/hold"), form(this.number + "c"));
		assertThat(coordinator.submit(path(this.about, "/release"), form(this.number + "c")))
			.satisfies(refused(409, "本页面已经用于另一次办理"));
		assertThat(letter(this.about).state()).isEqualTo(Letter.State.HELD);
	}

	private static ThrowingConsumer<HttpResponse<String>> refused(int status, String text) {
		return answer -> {
			assertThat(answer.statusCode()).isEqualTo(status);
			assertThat(answer.body()).contains(text);
		};
	}

	@ParameterizedTest
	@MethodSource("others")
	@DisplayName("其他任何人：与不存在的页面一样，什么也没有发生")
	void looksMissingToOthers(Person person) {
		Visitor other = Visitor.of(person, this.port);

		assertThat(
				Stream
					.of(other.open("/letters"), other.open(path(this.about, "")), other.open(path(this.about, "/body")),
							other.submit(path(this.about, "/hold"), form(this.number + "x")),
							other.submit(path(this.about, "/resend"), form(this.number + "y")),
							other.submit(path(this.about, "/release"), form(this.number + "z")),
							other.submit(path(this.about, "/discard"),
									Map.of("commandKey", KEY + this.number, "reason", "x")))
					.map(HttpResponse::statusCode))
			.containsOnly(404);
		assertThat(letter(this.about).state()).isEqualTo(Letter.State.WAITING);
		assertThat(other.open("/").body()).doesNotContain("/letters");
	}

	static Stream<Person> others() {
		return Stream.concat(Cast.OUTSIDERS.stream(), Cast.STAFF.stream())
			.filter(person -> person != Cast.COORDINATOR && person != Cast.ADMINISTRATOR);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/inbox", "/clock" })
	@DisplayName("演示用的页面在其他环境不存在")
	void thePagesOfTheDemoAreMissingElsewhere(String path) {
		Visitor coordinator = Visitor.of(Cast.COORDINATOR, this.port);

		assertThat(coordinator.open(path).statusCode()).isEqualTo(404);
		assertThat(coordinator.submit(path, Map.of("target", "2024-12-31 00:05")).statusCode()).isEqualTo(404);
	}

}
