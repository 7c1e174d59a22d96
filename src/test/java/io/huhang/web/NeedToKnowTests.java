package io.huhang.web;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.Lists;
import io.huhang.Visitor;
import io.huhang.application.CaseApplications;
import io.huhang.application.CaseForms;
import io.huhang.application.Filings;
import io.huhang.application.Revisions;
import io.huhang.attachment.Attachments;
import io.huhang.attachment.SampleFiles;
import io.huhang.draft.Drafts;
import io.huhang.organization.Person;
import io.huhang.recommendation.CaseCheck;
import io.huhang.recommendation.CaseChecks;
import io.huhang.recommendation.Correction;
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
@DisplayName("漏洞治理方向的材料只供须知悉的人查阅（《网络产品安全漏洞管理规定》第四条、第九条）")
class NeedToKnowTests {

	@LocalServerPort
	private int port;

	private final Cases cases;

	private final CaseApplications applications;

	private final Lists lists;

	private final Drafts drafts;

	private final Attachments attachments;

	private final JdbcClient database;

	private String number;

	private String file;

	NeedToKnowTests(Cases cases, CaseApplications applications, ProcessEngine engine, Drafts drafts,
			Attachments attachments, JdbcClient database) {
		this.cases = cases;
		this.lists = new Lists(cases, engine, drafts, attachments, database);
		this.drafts = drafts;
		this.applications = applications;
		this.attachments = attachments;
		this.database = database;
	}

	@BeforeEach
	void beginCase() {
		this.number = this.cases.begin(Cast.APPLICANT_A);
		this.file = this.cases.attach(this.number, Cast.APPLICANT_A);
		this.applications.entitle(this.number, "某控制器漏洞治理", "D4");
	}

	@AfterEach
	void endCases() {
		this.cases.endAll();
	}

	static Stream<Person> informed() {
		return Stream.of(Cast.APPLICANT_A, Cast.OFFICER, Cast.HEAD, Cast.LEADER, Cast.MIIT_OFFICER);
	}

	static Stream<Person> uninformed() {
		return Stream.of(Cast.COORDINATOR, Cast.AUDITOR, Cast.APPLICANT_B, Cast.FOREIGN_OFFICER, Cast.EXPERT);
	}

	private List<String> paths(String id) {
		return List.of("/files/" + id, "/files/" + id + "/preview", "/files/" + id + "/pages/1");
	}

	private long recorded(Person person) {
		return this.database.sql(
				"select count(*) from audit_entry where actor = :actor and action = 'file.read' and subject = :subject")
			.param("actor", person.id())
			.param("subject", this.number + "/" + this.file)
			.query(Long.class)
			.single();
	}

	@ParameterizedTest
	@MethodSource("informed")
	@DisplayName("申报单位、受理单位和部内审定人员可以查阅，每次都留痕")
	void showsFilesToThoseWhoMustKnowAndRecordsThem(Person person) {
		fileOnce("D4");
		Visitor visitor = Visitor.of(person, this.port);

		assertThat(paths(this.file).stream().map(path -> visitor.get(path).statusCode())).containsOnly(200);
		assertThat(recorded(person)).isEqualTo(3);
	}

	@ParameterizedTest
	@MethodSource("uninformed")
	@DisplayName("协调人、审计和无关的人看到的与不存在的一样，不留查阅记录")
	void looksMissingToEverybodyElse(Person person) {
		fileOnce("D4");
		Visitor visitor = Visitor.of(person, this.port);
		String unknown = UUID.randomUUID().toString();

		for (int i = 0; i < 3; i++) {
			HttpResponse<String> hidden = visitor.get(paths(this.file).get(i));
			HttpResponse<String> missing = visitor.get(paths(unknown).get(i));
			assertThat(hidden.statusCode()).isEqualTo(404).isEqualTo(missing.statusCode());
			assertThat(text(hidden, this.file)).isEqualTo(text(missing, unknown));
		}
		assertThat(recorded(person)).isZero();
	}

	@Test
	@DisplayName("对照：其他方向的材料协调人可以查阅，不留查阅记录")
	void showsOtherDirectionsAsBefore() {
		fileOnce("D1");

		assertThat(Visitor.of(Cast.COORDINATOR, this.port).get("/files/" + this.file).statusCode()).isEqualTo(200);
		assertThat(recorded(Cast.COORDINATOR)).isZero();
	}

	@ParameterizedTest
	@MethodSource("informed")
	@DisplayName("申报单位、受理单位和部内审定人员看得到填写内容、差异和意见")
	void showsTheTypedTextToThoseWhoMustKnow(Person person) {
		freezeTwice("D4");
		file(2);
		Visitor visitor = Visitor.of(person, this.port);

		assertThat(visitor.get(casePage()).body()).contains("控制器固件认证绕过", "请删去利用细节", "请调整。").doesNotContain("只供申报单位");
		assertThat(visitor.get(casePage() + "/revisions/1/2").body()).contains("已发现漏洞3个", "已发现漏洞4个");
	}

	@ParameterizedTest
	@MethodSource("watchers")
	@DisplayName("协调人和审计只看得到编号、名称、单位、方向和环节，并看得到为什么")
	void closesTheTypedTextToWatchers(Person person) {
		freezeTwice("D4");
		file(2);
		Visitor visitor = Visitor.of(person, this.port);

		String page = visitor.get(casePage()).body();
		assertThat(page)
			.contains(this.number, "某控制器漏洞治理", "之江示例装备制造有限公司", "工业控制产品安全漏洞治理", "网上预审", "退回修改",
					"申报书填写内容、证明材料、修订差异和办理意见只供申报单位、受理单位和部内审定人员查阅")
			.doesNotContain("控制器固件认证绕过", "已发现漏洞", "请删去利用细节", "请调整。", "填写内容</h2>", "/revisions/", "/files/", "证明材料.png",
					"13800138000");
		String difference = visitor.get(casePage() + "/revisions/1/2").body();
		assertThat(difference).contains("某控制器漏洞治理", "修订差异只供申报单位、受理单位和部内审定人员查阅")
			.doesNotContain("已发现漏洞", "控制器固件认证绕过", "相同");
	}

	@ParameterizedTest
	@MethodSource("watchers")
	@DisplayName("改报其他方向后，曾按漏洞治理定稿的内容仍不开放；对照：从未属于该方向的照常可看")
	void keepsClosedWhatWasOnceFrozenInTheDirection(Person person) {
		freezeTwice("D1");
		file(2);
		assertThat(Visitor.of(person, this.port).get(casePage()).body()).doesNotContain("已发现漏洞");

		this.database
			.sql("update application_revision set content = replace(content, '\"D4\"', '\"D1\"')"
					+ " where case_number = :number")
			.param("number", this.number)
			.update();

		assertThat(Visitor.of(person, this.port).get(casePage()).body()).contains("已发现漏洞4个", "请删去利用细节");
		assertThat(Visitor.of(person, this.port).get(casePage() + "/revisions/1/2").body()).contains("已发现漏洞3个");
	}

	static Stream<Person> watchers() {
		return Stream.of(Cast.COORDINATOR, Cast.AUDITOR);
	}

	private void fileOnce(String direction) {
		freeze(0, form(direction, "已发现漏洞3个。"));
		file(1);
	}

	private void file(int revision) {
		UUID scan = this.attachments
			.add(this.number, Filings.scanSlot(revision), "盖章扫描件.pdf", new ByteArrayInputStream(SampleFiles.pdf(1)),
					Cast.APPLICANT_A.id())
			.id();
		this.database
			.sql("insert into application_filing (case_number, revision, scan_id, content, filed_at, filed_by)"
					+ " values (:number, :revision, :scan, '{}', current_timestamp, :user)")
			.param("number", this.number)
			.param("revision", revision)
			.param("scan", scan)
			.param("user", Cast.APPLICANT_A.id())
			.update();
	}

	/** Revision 1 in direction D4 goes back; revision 2 is frozen in this direction. */
	private void freezeTwice(String direction) {
		freeze(0, form("D4", "已发现漏洞3个。"));
		this.drafts.save(this.number, CaseChecks.form(CaseChecks.PRE_CHECK, 1), 0,
				new CaseCheck("RETURN", "", List.of(new Correction("results", "请删去利用细节。"))), Cast.OFFICER.id());
		this.lists.decide(this.number, Cast.OFFICER, "RETURN");
		freeze(1, form(direction, "已发现漏洞4个。"));
	}

	private void freeze(int version, CaseForms form) {
		this.drafts.save(this.number, Revisions.FORM, version, form.provenBy(this.file).form(), Cast.APPLICANT_A.id());
		this.lists.complete(this.number, Cast.APPLICANT_A);
	}

	private static CaseForms form(String direction, String results) {
		return CaseForms.aCase()
			.with("caseName", "某控制器漏洞治理")
			.with("direction", direction)
			.with("industrialLevel", direction.equals("D1") ? "三级" : "")
			.with("overview", "控制器固件认证绕过的发现、验证、修复和处置。")
			.with("results", results)
			.with("preCheckWanted", "true");
	}

	private String casePage() {
		return "/cases/" + this.number;
	}

	private static String text(HttpResponse<String> answer, String id) {
		return answer.body().replaceAll("\"timestamp\":\"[^\"]*\"", "").replace(id, "");
	}

}
