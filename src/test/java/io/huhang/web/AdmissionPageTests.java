package io.huhang.web;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.Mailbox;
import io.huhang.Visitor;
import io.huhang.application.Admission;
import io.huhang.application.Admissions;
import io.huhang.application.CaseForms;
import io.huhang.application.Revisions;
import io.huhang.campaign.Problem;
import io.huhang.draft.Drafts;
import io.huhang.organization.Person;
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
import static org.assertj.core.api.Assertions.tuple;

@PageTest
@DisplayName("申报资格：十个组合可以申报，其他的由协调人认定（附件1 三，通知一（一）“等”，C3）")
class AdmissionPageTests {

	private static final String REASON = "该平台为行业企业提供专线威胁监测，属“等”字所指的申报主体。";

	@LocalServerPort
	private int port;

	private final Cases cases;

	private final Drafts drafts;

	private final Revisions revisions;

	private final Admissions admissions;

	private final Mailbox mailbox;

	private final JdbcClient database;

	private String number;

	AdmissionPageTests(Cases cases, Drafts drafts, Revisions revisions, Admissions admissions, Mailbox mailbox,
			JdbcClient database) {
		this.cases = cases;
		this.drafts = drafts;
		this.revisions = revisions;
		this.admissions = admissions;
		this.mailbox = mailbox;
		this.database = database;
	}

	@BeforeEach
	void begin() {
		this.number = this.cases.begin(Cast.APPLICANT_A);
	}

	@AfterEach
	void end() {
		this.cases.endAll();
		this.database.sql("delete from application_admission").update();
	}

	@ParameterizedTest
	@CsvSource({ "D1,INDUSTRIAL,三级,''", "D1,PLATFORM,二级,''", "D1,IDENTIFIER,一级,''", "D2,VEHICLE,'',五级",
			"D2,VEHICLE_PLATFORM,'',一级", "D3,INDUSTRIAL,'',''", "D4,SECURITY,'',''", "D4,CONTROL_PRODUCT,'',''",
			"D4,INDUSTRIAL,'',''", "D5,TELECOM,'',''" })
	@DisplayName("十个组合及其级别：方向、类别、级别都没有问题（R40..R49）")
	void acceptsTheTenPairs(String direction, String category, String industrialLevel, String vehicleLevel) {
		assertThat(faults(direction, category, industrialLevel, vehicleLevel)).isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "D1,PLATFORM,'','',industrialLevel", "D1,PLATFORM,三级,五级,vehicleLevel", "D2,VEHICLE,'','',vehicleLevel",
			"D2,VEHICLE,二级,二级,industrialLevel", "D3,INDUSTRIAL,三级,'',industrialLevel", "D4,SECURITY,'',三级,vehicleLevel",
			"D5,TELECOM,一级,'',industrialLevel", "D5,INDUSTRIAL,'','',direction", "D2,TELECOM,'',二级,direction" })
	@DisplayName("对照：缺级别的、多填级别的、类别不符的，各在其栏指出")
	void namesWhatDoesNotFit(String direction, String category, String industrialLevel, String vehicleLevel,
			String field) {
		assertThat(faults(direction, category, industrialLevel, vehicleLevel)).containsExactly(field);
	}

	@Test
	@DisplayName("协调人写明理由认定后，该类别可以申报该方向；留痕，各方看得到理由")
	void admitsACategoryWithAReason() {
		Visitor coordinator = Visitor.of(Cast.COORDINATOR, this.port);
		assertThat(faults("D5", "PLATFORM", "", "")).containsExactly("direction");
		entitle("D5");
		assertThat(coordinator.get("/cases/" + this.number).body()).contains(page());
		assertThat(coordinator.get(page()).body()).contains("工业互联网平台企业").doesNotContain("value=\"TELECOM\"");

		HttpResponse<String> admitted = coordinator.submit(page(), Map.of("category", "PLATFORM", "reason", REASON));

		assertThat(admitted.statusCode()).isEqualTo(302);
		assertThat(faults("D5", "PLATFORM", "", "")).isEmpty();
		assertThat(faults("D5", "IDENTIFIER", "", "")).containsExactly("direction");
		assertThat(this.admissions.of(this.number))
			.extracting(Admission::direction, Admission::category, Admission::reason, Admission::admittedBy)
			.containsExactly(tuple("D5", "PLATFORM", REASON, Cast.COORDINATOR.id()));
		assertThat(audited()).containsExactly(Cast.COORDINATOR.id());
		for (Person reader : List.of(Cast.APPLICANT_A, Cast.OFFICER, Cast.AUDITOR)) {
			assertThat(Visitor.of(reader, this.port).get("/cases/" + this.number).body()).contains(REASON)
				.doesNotContain(page());
		}
	}

	@Test
	@DisplayName("认定后书面告知申报单位一次；再提交一次或被拒绝的，不再发信（C3）")
	void tellsTheApplicantOnce() {
		entitle("D5");
		Visitor coordinator = Visitor.of(Cast.COORDINATOR, this.port);
		coordinator.submit(page(), Map.of("category", "PLATFORM", "reason", "同意。"));
		assertThat(letters()).isEmpty();

		coordinator.submit(page(), Map.of("category", "PLATFORM", "reason", REASON));
		coordinator.submit(page(), Map.of("category", "PLATFORM", "reason", REASON));

		assertThat(letters()).containsExactly(Cast.APPLICANT_A.email());
		assertThat(this.mailbox.newest(Cast.APPLICANT_A.email())).contains(REASON)
			.contains("贵单位以“工业互联网平台企业”申报“网络安全威胁监测服务”方向，已作资格认定");
	}

	@Test
	@DisplayName("认定后表上列出该方向的材料，缺的逐项指出；认定前不列（C3，R49）")
	void asksForThePapersOfTheDirectionOnceAdmitted() {
		entitle("D5");
		faults("D5", "PLATFORM", "", "");
		assertThat(slots()).isEqualTo("[]");
		assertThat(evidenceProblems()).containsExactly("evidence");

		Visitor.of(Cast.COORDINATOR, this.port).submit(page(), Map.of("category", "PLATFORM", "reason", REASON));

		assertThat(slots()).contains("D5-traffic", "D5-platform", "D5-service");
		assertThat(evidenceProblems()).containsExactly("evidence-D5-traffic", "evidence-D5-platform",
				"evidence-D5-service");
	}

	@ParameterizedTest
	@CsvSource({ "PLATFORM,'',请说明认定理由", "PLATFORM,同意。,请说明认定理由", "TELECOM," + REASON + ",无需认定",
			"'', " + REASON + ",请选择申报单位的企业类别", "BANK," + REASON + ",请选择申报单位的企业类别" })
	@DisplayName("没有理由、不需要或者不存在的认定：说明原因，不生效，不留痕")
	void refusesAnAdmissionWithoutReason(String category, String reason, String text) {
		entitle("D5");

		HttpResponse<String> refused = Visitor.of(Cast.COORDINATOR, this.port)
			.submit(page(), Map.of("category", category, "reason", reason));

		assertThat(refused.statusCode()).isEqualTo(422);
		assertThat(refused.body()).contains(text).contains(reason);
		assertThat(this.admissions.of(this.number)).isEmpty();
		assertThat(audited()).isEmpty();
	}

	@Test
	@DisplayName("同一认定再提交一次：说明已经认定，仍是一条")
	void admitsOnce() {
		entitle("D5");
		Visitor coordinator = Visitor.of(Cast.COORDINATOR, this.port);
		coordinator.submit(page(), Map.of("category", "PLATFORM", "reason", REASON));

		HttpResponse<String> again = coordinator.submit(page(), Map.of("category", "PLATFORM", "reason", REASON));

		assertThat(again.body()).contains("该企业类别已经认定，无需再次认定。");
		assertThat(this.admissions.of(this.number)).hasSize(1);
	}

	@Test
	@DisplayName("已经办结的申报不能再认定")
	void admitsNothingForAnEndedCase() {
		entitle("D5");
		this.cases.endAll();

		assertThat(Visitor.of(Cast.COORDINATOR, this.port)
			.submit(page(), Map.of("category", "PLATFORM", "reason", REASON))
			.body()).contains("该申报已经办结，不能再作资格认定。");
	}

	static Stream<Person> others() {
		return Stream.of(Cast.APPLICANT_A, Cast.APPLICANT_B, Cast.OFFICER, Cast.HEAD, Cast.LEADER, Cast.FOREIGN_OFFICER,
				Cast.EXPERT, Cast.AUDITOR, Cast.MIIT_OFFICER, Cast.MIIT_LEADER, Cast.ADMINISTRATOR);
	}

	@ParameterizedTest
	@MethodSource("others")
	@DisplayName("其他人：没有这个页面，也认定不了")
	void othersFindNothing(Person other) {
		entitle("D5");
		Visitor visitor = Visitor.of(other, this.port);

		assertThat(visitor.open(page()).statusCode()).isEqualTo(404);
		assertThat(visitor.submit(page(), Map.of("category", "PLATFORM", "reason", REASON)).statusCode())
			.isEqualTo(404);
		assertThat(this.admissions.of(this.number)).isEmpty();
	}

	/** What is wrong with direction, category and levels of the case if so filled in. */
	private List<String> faults(String direction, String category, String industrialLevel, String vehicleLevel) {
		CaseForms form = CaseForms.aCase()
			.with("direction", direction)
			.with("categories", List.of(category))
			.with("industrialLevel", industrialLevel)
			.with("vehicleLevel", vehicleLevel);
		int version = this.drafts.find(this.number, Revisions.FORM).map(draft -> draft.version()).orElse(0);
		this.drafts.save(this.number, Revisions.FORM, version, form.form(), Cast.APPLICANT_A.id());
		return this.revisions.check(this.number)
			.stream()
			.map(Problem::field)
			.filter(List.of("direction", "categories", "industrialLevel", "vehicleLevel")::contains)
			.toList();
	}

	private void entitle(String direction) {
		this.database.sql("update application_case set direction = :direction where number = :number")
			.param("direction", direction)
			.param("number", this.number)
			.update();
	}

	private List<String> audited() {
		return this.database.sql("select actor from audit_entry where action = 'case.admit' and subject like :subject")
			.param("subject", this.number + "/%")
			.query(String.class)
			.list();
	}

	private List<String> letters() {
		return this.database
			.sql("select recipient_email from mail_letter where kind = 'case-admitted' and subject_number = :number")
			.param("number", this.number)
			.query(String.class)
			.list();
	}

	private String slots() {
		return Visitor.of(Cast.APPLICANT_A, this.port)
			.get("/api/tasks/" + this.cases.task(this.number).getId()
					+ "/case-application/evidence-slots?direction=D5&category=PLATFORM")
			.body();
	}

	private List<String> evidenceProblems() {
		return this.revisions.check(this.number)
			.stream()
			.map(Problem::field)
			.filter(field -> field.startsWith("evidence"))
			.toList();
	}

	private String page() {
		return "/cases/" + this.number + "/admission";
	}

}
