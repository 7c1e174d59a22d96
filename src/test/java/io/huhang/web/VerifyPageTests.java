package io.huhang.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.Regions;
import io.huhang.Visitor;
import io.huhang.application.CaseForm;
import io.huhang.application.Revision;
import io.huhang.application.Revisions;
import io.huhang.campaign.Campaign;
import io.huhang.campaign.ChineseDates;
import io.huhang.document.Stamp;
import io.huhang.region.RegionForms;
import io.huhang.region.RegionRevisions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

@PageTest
@DisplayName("文书核验：持有纸质件的人不登录即可查询（填表须知四）")
class VerifyPageTests {

	private final Cases cases;

	private final Revisions revisions;

	private final RegionRevisions regionRevisions;

	private final Regions regions;

	@LocalServerPort
	private int port;

	private Revision revision;

	VerifyPageTests(Cases cases, Revisions revisions, RegionRevisions regionRevisions, ApplicationContext product) {
		this.cases = cases;
		this.revisions = revisions;
		this.regionRevisions = regionRevisions;
		this.regions = new Regions(product);
	}

	@BeforeEach
	void freeze() {
		this.revision = this.revisions.latest(this.cases.handInForPreCheck()).orElseThrow();
	}

	@AfterEach
	void endCases() {
		this.regions.endAll();
	}

	@Test
	@DisplayName("最新修订版：一致，并列出单位、案例名称、修订版、日期和指纹")
	void answersSame() {
		assertThat(verdict(page(this.revision))).isEqualTo("一致");
		assertThat(page(this.revision)).contains(this.revision.form().unitName(), this.revision.form().caseName(),
				this.revision.caseNumber(), "第1版",
				ChineseDates.day(LocalDate.ofInstant(this.revision.frozenAt(), Campaign.ZONE)),
				this.revision.shortFingerprint());
	}

	@Test
	@DisplayName("被新修订版替换后：旧版，新页一致")
	void answersOlder() {
		Revision newer = this.revisions.freeze(this.revision.caseNumber(), Cast.APPLICANT_A.id());

		assertThat(verdict(page(this.revision))).isEqualTo("旧版");
		assertThat(page(this.revision)).contains("第1版", "第2版");
		assertThat(verdict(page(newer))).isEqualTo("一致");
	}

	@Test
	@DisplayName("申报书（附件2）：最新版一致，被替换的旧版，有一项不对的不符；不提任何人")
	void answersForARegionApplication() {
		String number = this.regions.open(Cast.OFFICER, "OVERALL", "SINGLE");
		this.regions.fillIn(number, Cast.OFFICER, RegionForms.aRegion("OVERALL"));
		String first = path(number, 1);
		assertThat(verdict(open(first))).isEqualTo("一致");
		assertThat(open(first)).contains("成效突出地区申报书", "浙江省经济和信息化厅", number, "第1版")
			.doesNotContain("李样例", "0571-88888888", "lianxi@example.cn", Cast.OFFICER.id(), Cast.OFFICER.name());

		this.regions.decide(number, Cast.HEAD, "RETURN");
		this.regions.fillIn(number, Cast.OFFICER, RegionForms.aRegion("OVERALL"));

		assertThat(verdict(open(first))).isEqualTo("旧版");
		assertThat(verdict(open(path(number, 2)))).isEqualTo("一致");
		for (String wrong : List.of(first.replace("/1/", "/3/"), first.replace(number, "HH2024-DQ-330000-99"),
				first.substring(0, first.length() - 1))) {
			assertThat(verdict(open(wrong))).as(wrong).isEqualTo("不符");
			assertThat(open(wrong)).doesNotContain("<dl", "浙江省经济和信息化厅");
		}
	}

	private String path(String number, int revision) {
		return "/verify/%s/%d/%s".formatted(number, revision,
				Stamp.shorten(this.regionRevisions.find(number, revision).orElseThrow().fingerprint()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/1/0123456789abcdef", "/2/FINGERPRINT", "/0/FINGERPRINT", "/-1/FINGERPRINT",
			"/x/FINGERPRINT", "/99999999999/FINGERPRINT", "/1/FINGERPRIN", "/1/FINGERPRINT0" })
	@DisplayName("编号、修订版或指纹有一项不对：不符，不透露任何内容")
	void answersDifferentAndTellsNothing(String wrong) {
		String path = "/verify/" + this.revision.caseNumber()
				+ wrong.replace("FINGERPRINT", this.revision.shortFingerprint())
					.replace("FINGERPRIN", this.revision.shortFingerprint().substring(1));

		String page = open(path);

		assertThat(verdict(page)).isEqualTo("不符");
		assertThat(page).doesNotContain("<dl", this.revision.form().unitName(), this.revision.form().caseName());
	}

	@Test
	@DisplayName("不存在的编号：不符")
	void answersDifferentForAnUnknownNumber() {
		assertThat(verdict(open("/verify/HH2024-AL-330000-9999/1/" + this.revision.shortFingerprint())))
			.isEqualTo("不符");
	}

	@Test
	@DisplayName("核验页没有姓名、电话、邮箱、传真和账号")
	void namesNobody() {
		CaseForm form = this.revision.form();

		assertThat(page(this.revision)).doesNotContain(form.contactName(), form.contactPhone(), form.email(),
				form.signer(), Cast.APPLICANT_A.id(), Cast.APPLICANT_A.name());
	}

	@Test
	@DisplayName("一个地址问得太快：429，中文说明几秒后再试；别的地址照常（设计§10）")
	void slowsDownOneAddressOnly() throws IOException {
		String path = "/verify/%s/1/%s".formatted(this.revision.caseNumber(), this.revision.shortFingerprint());

		String answer = ask("127.0.9.1", path);
		for (int i = 0; i < 300 && answer.startsWith("HTTP/1.1 200"); i++) {
			answer = ask("127.0.9.1", path);
		}

		assertThat(answer).startsWith("HTTP/1.1 429")
			.contains("Retry-After: 1\r\n")
			.contains("请求过于频繁", "<span>1</span>秒后再试");
		assertThat(answer).doesNotContain(this.revision.form().unitName(), "一小时");
		assertThat(verdict(ask("127.0.9.2", path))).isEqualTo("一致");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/verify/HH2024-AL-330000-0007/1/<script>", "/verify/{x}", "/verify/%zz/1/0",
			"/verify/a%2F..%2Fb/1/0", "/verify/a;b//1" })
	@DisplayName("地址里有容器或防火墙不接受的字符：中文页面，不露出服务器的英文页")
	void answersInChineseWhatTheContainerRefuses(String path) throws IOException {
		String answer = ask("127.0.9.3", path);

		assertThat(answer).startsWith("HTTP/1.1 400")
			.contains("无法识别该地址", "charset=UTF-8")
			.doesNotContain("Bad Request</", "Tomcat", "<script");
	}

	private String ask(String from, String path) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", this.port, InetAddress.getByName(from), 0)) {
			socket.getOutputStream()
				.write("GET %s HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n\r\n"
					.formatted(path)
					.getBytes(StandardCharsets.US_ASCII));
			return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private String page(Revision edition) {
		return open("/verify/%s/%d/%s".formatted(edition.caseNumber(), edition.revision(), edition.shortFingerprint()));
	}

	private String open(String path) {
		HttpResponse<String> answer = Visitor.anonymous(this.port).open(path);
		assertThat(answer.statusCode()).isEqualTo(200);
		return answer.body();
	}

	private static String verdict(String page) {
		return page.replaceFirst("(?s).*<strong>(一致|旧版|不符)</strong>.*", "$1");
	}

}
