package io.huhang.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.Journey;
import io.huhang.Journey.Party;
import io.huhang.Regions;
import io.huhang.Visitor;
import io.huhang.application.CaseForms;
import io.huhang.attachment.Attachments;
import io.huhang.attachment.StoredFile;
import io.huhang.document.Texts;
import io.huhang.organization.Enterprise;
import io.huhang.organization.Enterprises;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.region.RegionForms;
import io.huhang.region.RegionSealing;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@HuhangTest
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("个人信息：不进引擎的表，不进日志，不进指标")
class PersonalDataTests {

	private static final String WRONG_PASSWORD = "Cuowu@2024-yuchi";

	private static final String CODE = CaseForms.code(926);

	private static final Person APPLICANT = person("u-seed1", "尉迟甲", "17011110001", Role.APPLICANT, CODE);

	private static final Person OFFICER = person("u-seed2", "尉迟乙", "17011110002", Role.OFFICER, "320000-iit");

	private static final Person HEAD = person("u-seed3", "尉迟丙", "17011110003", Role.HEAD, "320000-iit");

	private static final Person LEADER = person("u-seed4", "尉迟丁", "17011110004", Role.LEADER, "320000-iit");

	private static final List<String> SEEDS = List.of("尉迟", "170111100", "yuchi-", "司空", "0571-87654321", "李样例",
			"0571-88888888", "lianxi@example.cn", Cast.PASSWORD, WRONG_PASSWORD);

	@LocalServerPort
	private int port;

	private final ApplicationContext product;

	private final JdbcClient database;

	private final MeterRegistry meters;

	PersonalDataTests(ApplicationContext product, JdbcClient database, MeterRegistry meters) {
		this.product = product;
		this.database = database;
		this.meters = meters;
	}

	@AfterEach
	void endCases() {
		new Regions(this.product).endAll();
	}

	@Test
	@DisplayName("从登录失败到报送走完一遍：姓名、电话、邮箱、口令一处也没有")
	void journeyLeavesNoPersonalData(CapturedOutput output) {
		enrol();
		Visitor.anonymous(this.port).logIn(APPLICANT.email(), WRONG_PASSWORD);
		Visitor.anonymous(this.port).logIn("yuchi-nobody@seed.example", WRONG_PASSWORD);
		Visitor applicant = Visitor.of(APPLICANT, this.port);

		Journey journey = walk();
		String region = walkRegion();
		Visitor.of(OFFICER, this.port).get("/regions/" + region);
		applicant.get("/cases/" + journey.caseNumber());
		applicant.get("/people/yuchi-x");
		applicant.get("/camunda/api/engine/engine/default/user/nobody/profile");
		applicant.get("/camunda/api/engine/engine/default/user/" + APPLICANT.id() + "/profile");

		assertThat(tablesWithSeeds("ACT_")).isEmpty();
		assertThat(SEEDS.stream().filter(output.getAll()::contains)).isEmpty();
		assertThat(this.meters.getMeters().stream().map(meter -> meter.getId().toString())).isNotEmpty()
			.noneMatch(meter -> SEEDS.stream().anyMatch(meter::contains));
		// What was searched for is really there, in our own tables.
		assertThat(tablesWithSeeds("")).contains("organization_person", "application_revision", "mail_letter",
				"region_revision");
		assertThat(output.getAll()).contains("gate refused status=404 user=" + APPLICANT.id());
		assertScoresStayInside(journey);
	}

	// The remark of the officer's sheet (公平、公正、公开、择优) is for the authority alone.
	private void assertScoresStayInside(Journey journey) {
		String remark = Cases.scored().sheet().remark();
		assertThat(tablesWith(List.of(remark), "")).containsExactly("draft_form", "recommendation_check_sheet");
		Attachments attachments = this.product.getBean(Attachments.class);
		List<StoredFile> documents = Stream.of(journey.caseNumber(), journey.listNumber())
			.flatMap(number -> attachments.of(number).stream())
			.filter(file -> file.name().endsWith(".pdf"))
			.toList();
		assertThat(documents).hasSizeGreaterThan(3)
			.noneMatch(file -> Texts.bare(textOf(attachments, file)).contains(Texts.bare(remark)));
	}

	private static String textOf(Attachments attachments, StoredFile file) {
		try (InputStream content = attachments.open(file)) {
			return Texts.ofPdf(content.readAllBytes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void enrol() {
		this.product.getBean(Enterprises.class).add(new Enterprise(CODE, "平台示例有限公司"));
		Accounts accounts = this.product.getBean(Accounts.class);
		List.of(APPLICANT, OFFICER, HEAD, LEADER).forEach(person -> accounts.create(person, Cast.PASSWORD));
	}

	private Journey walk() {
		CaseForms form = CaseForms.aCase()
			.with("contactName", "司空戊")
			.with("signer", "司空己")
			.with("contactPhone", "17011110005")
			.with("fax", "0571-87654321")
			.with("email", "yuchi-contact@seed.example")
			.with("unitName", "平台示例有限公司");
		Journey journey = Journey.begin(this.product, new Party(APPLICANT, OFFICER, HEAD, LEADER), form);
		Journey.STEPS.forEach(journey::take);
		return journey;
	}

	private String walkRegion() {
		Regions regions = new Regions(this.product);
		String number = regions.open(OFFICER, "OVERALL", "SINGLE");
		regions.fillIn(number, OFFICER, RegionForms.aRegion("OVERALL"));
		regions.decide(number, HEAD, "RETURN");
		regions.fillIn(number, OFFICER, RegionForms.aRegion("OVERALL"));
		regions.decide(number, HEAD, "PASS");
		regions.approve(number, LEADER, "PASS");
		regions.seal(number, OFFICER, RegionSealing.ALONE);
		regions.registerPaper(number);
		return number;
	}

	private Set<String> tablesWithSeeds(String prefix) {
		return tablesWith(SEEDS, prefix);
	}

	private Set<String> tablesWith(List<String> seeds, String prefix) {
		Set<String> found = new TreeSet<>();
		for (String table : tables(prefix)) {
			List<Map<String, Object>> rows = this.database.sql("select * from " + table).query().listOfRows();
			rows.stream()
				.flatMap(row -> row.values().stream())
				.map(PersonalDataTests::text)
				.filter(value -> seeds.stream().anyMatch(value::contains))
				.forEach(value -> found.add(table.toLowerCase(Locale.ROOT)));
		}
		return found;
	}

	private List<String> tables(String prefix) {
		List<String> tables = this.database
			.sql("select table_name from information_schema.tables where table_type in ('BASE TABLE', 'TABLE')"
					+ " and lower(table_schema) = 'public'")
			.query(String.class)
			.list()
			.stream()
			.filter(table -> table.toUpperCase(Locale.ROOT).startsWith(prefix))
			.filter(table -> !table.startsWith("flyway"))
			.toList();
		assertThat(tables).hasSizeGreaterThan(20);
		return tables;
	}

	private static String text(Object value) {
		return (value instanceof byte[] bytes) ? new String(bytes, StandardCharsets.UTF_8) : String.valueOf(value);
	}

	private static Person person(String id, String name, String phone, Role role, String organization) {
		return new Person(id, name, "yuchi-" + id + "@seed.example", phone, role, organization);
	}

}
