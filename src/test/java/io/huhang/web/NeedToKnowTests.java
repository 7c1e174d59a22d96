package io.huhang.web;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.Visitor;
import io.huhang.application.CaseApplications;
import io.huhang.organization.Person;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@HuhangTest
@DisplayName("漏洞治理方向的材料只供须知悉的人查阅（《网络产品安全漏洞管理规定》第四条、第九条）")
class NeedToKnowTests {

	@LocalServerPort
	private int port;

	private final Cases cases;

	private final CaseApplications applications;

	private final JdbcClient database;

	private String number;

	private String file;

	NeedToKnowTests(Cases cases, CaseApplications applications, JdbcClient database) {
		this.cases = cases;
		this.applications = applications;
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
		Visitor visitor = Visitor.of(person, this.port);

		assertThat(paths(this.file).stream().map(path -> visitor.get(path).statusCode())).containsOnly(200);
		assertThat(recorded(person)).isEqualTo(3);
	}

	@ParameterizedTest
	@MethodSource("uninformed")
	@DisplayName("协调人、审计和无关的人看到的与不存在的一样，不留查阅记录")
	void looksMissingToEverybodyElse(Person person) {
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
		this.applications.entitle(this.number, "分类分级", "D1");

		assertThat(Visitor.of(Cast.COORDINATOR, this.port).get("/files/" + this.file).statusCode()).isEqualTo(200);
		assertThat(recorded(Cast.COORDINATOR)).isZero();
	}

	private static String text(HttpResponse<String> answer, String id) {
		return answer.body().replaceAll("\"timestamp\":\"[^\"]*\"", "").replace(id, "");
	}

}
