package io.huhang.web;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import io.huhang.Cases;
import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.Journey;
import io.huhang.Journey.Party;
import io.huhang.RegionJourney;
import io.huhang.Regions;
import io.huhang.SelectionJourney;
import io.huhang.TestDatabase;
import io.huhang.Visitor;
import io.huhang.application.CaseForms;
import io.huhang.attachment.SampleFiles;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.process.Accounts;
import io.huhang.process.CaseApplicationProcess;
import io.huhang.process.CaseRecommendationProcess;
import io.huhang.process.engine.RecordedCalls;
import io.huhang.web.AccessTable.Row;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.util.UriUtils;

import static org.assertj.core.api.Assertions.assertThat;

@HuhangTest
@DisplayName("访问表：每个地址、每个角色、本单位的与他人的，逐格核对")
class AccessTableTests {

	private static final String UNKNOWN = "4a7d1ed4-14ea-4c5b-8f4b-1d0b3bb0a3a9";

	private static final Map<String, String> MISSING = Map.of("task", UNKNOWN, "file", UNKNOWN, "filter", UNKNOWN,
			"case", "HH2024-AL-330000-9999", "list", "HH2024-TJ-440000-iit", "user", "nobody", "person", "nobody",
			"colleague", "nobody", "region", "HH2024-DQ-330000-99", "definition",
			CaseApplicationProcess.KEY + "%3A1%3A" + UNKNOWN);

	private static final Party OWN = new Party(Cast.APPLICANT_A, Cast.OFFICER, Cast.HEAD, Cast.LEADER);

	private static final Party FOREIGN = new Party(Cast.APPLICANT_B, Cast.FOREIGN_OFFICER,
			shanghai("test-shanghai-head", Role.HEAD), shanghai("test-shanghai-leader", Role.LEADER));

	/** Those who lead a joint application of the same region. */
	private static final RegionJourney.Party OWN_PARTNER = partner("330000-ca");

	private static final RegionJourney.Party FOREIGN_PARTNER = partner("310000-ca");

	/** Somebody whose account may change while others look on. */
	private static final Person SPARE = new Person("test-spare", "巳样例", "test-spare@example.cn", "13900000000",
			Role.OFFICER, Cast.AUTHORITY);

	private static final Person FOREIGN_SPARE = shanghai("test-shanghai-spare", Role.OFFICER);

	private static final Person COLLEAGUE = new Person("test-colleague", "午样例", "test-colleague@example.cn",
			"13900000000", Role.APPLICANT, Cast.ZHIJIANG.uscc());

	private static final Person FOREIGN_COLLEAGUE = new Person("test-colleague-b", "未样例", "test-colleague-b@example.cn",
			"13900000000", Role.APPLICANT, Cast.QIANTANG.uscc());

	@LocalServerPort
	private int port;

	private final ApplicationContext product;

	private final ProcessEngine engine;

	private final AccessTable table = AccessTable.read();

	private final List<Visitor> visitors = new ArrayList<>();

	private final List<String> answered = new ArrayList<>();

	/** Answers to who asks for what is not there, by column and request. */
	private final Map<String, String> missing = new HashMap<>();

	private String filter;

	private final Map<String, String> definitions = new HashMap<>();

	private Journey own;

	private Journey foreign;

	private SelectionJourney selection;

	private RegionJourney ownRegion;

	private RegionJourney foreignRegion;

	AccessTableTests(ApplicationContext product, ProcessEngine engine) {
		this.product = product;
		this.engine = engine;
	}

	@AfterEach
	void endCases() {
		new Regions(this.product).endAll();
	}

	@Test
	@Tag("page")
	@DisplayName("每个地址都有一行，每一行都有其地址")
	void tableAndRoutesAgree() {
		Routes routes = Routes.of(this.product);
		Set<String> known = new TreeSet<>();
		Set<String> rowsWithoutRoute = new TreeSet<>();
		for (Row row : this.table.rows()) {
			Optional<Routes.Route> route = routes.of(row.method(), row.uri().replaceAll("\\?.*", ""));
			route.ifPresent(found -> known.add(found.toString()));
			if (route.filter(found -> isMeant(found, row)).isEmpty()
					&& !RecordedCalls.contain(row.method(), row.uri())) {
				rowsWithoutRoute.add(row.toString());
			}
		}
		Set<String> routesWithoutRow = new TreeSet<>(routes.all().stream().map(Object::toString).toList());
		routesWithoutRow.removeAll(known);

		assertThat(routesWithoutRow).as("routes without a row in access/table.txt").isEmpty();
		assertThat(RecordedCalls.without(this.table.rows().stream().map(Row::request).toList()))
			.as("Tasklist calls without a row in access/table.txt")
			.isEmpty();
		assertThat(rowsWithoutRoute).as("rows without a route").isEmpty();
	}

	@Test
	@DisplayName("逐格核对：没有一格出乎意料；看不到的与不存在的回答逐字相同")
	void everyCellIsAsExpected() throws IOException {
		List<String> unexpected = new ArrayList<>();
		int cells = 0;
		begin();
		for (String step : steps()) {
			advanceTo(step);
			for (Row row : this.table.rows().stream().filter(row -> row.step().equals(step)).toList()) {
				unexpected.addAll(check(row));
				cells += row.cells().stream().filter(AccessTableTests::isAsked).count();
			}
		}

		System.out.printf("access table: %d rows, %d cells, %d unexpected%n", this.table.rows().size(), cells,
				unexpected.size());
		Files.write(Path.of("target/access-table-as-answered.txt"), this.answered);
		assertThat(unexpected).isEmpty();
		assertThat(cells).isGreaterThan(500);
	}

	// Who is refused is refused by the same lines of Java on every database; pages that
	// are answered ask it for something.
	private static boolean isAsked(String cell) {
		return !TestDatabase.isPostgres() || cell.matches("[23]\\d\\d");
	}

	@Test
	@Tag("page")
	@DisplayName("改变数据的每个地址：没有令牌、来自别的网站的，一律拒绝")
	void changesNeedTheTokenAndTheOwnOrigin() {
		Visitor visitor = Visitor.of(Cast.COORDINATOR, this.port);
		Map<String, Set<Integer>> answers = new TreeMap<>();
		for (Row row : this.table.rows().stream().filter(Row::changes).toList()) {
			String uri = resolve(row.uri(), MISSING, Cast.COORDINATOR.id());
			answers.computeIfAbsent(row.request(), key -> new TreeSet<>())
				.addAll(List.of(visitor.sendForged(row.method(), uri, "{}").statusCode(),
						visitor.sendFrom("https://evil.example", row.method(), uri, "{}").statusCode()));
		}

		assertThat(answers).hasSizeGreaterThan(15);
		assertThat(answers.entrySet().stream().filter(entry -> !entry.getValue().equals(Set.of(403)))).isEmpty();
	}

	@Test
	@Tag("page")
	@DisplayName("对照：本站页面和不报来源的页面，带令牌的照常办理")
	void ownPagesMayChange() {
		Visitor visitor = Visitor.of(Cast.COORDINATOR, this.port);

		assertThat(Stream.of("http://localhost:" + this.port, "null")
			.map(origin -> visitor.sendFrom(origin, "POST", "/account/password", "{}").statusCode())).containsOnly(422);
		assertThat(visitor.sendFrom("http://localhost:1", "POST", "/account/password", "{}").statusCode())
			.isEqualTo(403);
	}

	@Test
	@Tag("page")
	@DisplayName("HSTS 只在 https 下发出")
	void strictTransportIsForHttpsOnly() throws Exception {
		MockMvc browser = MockMvcBuilders.webAppContextSetup((WebApplicationContext) this.product)
			.apply(SecurityMockMvcConfigurers.springSecurity())
			.build();

		assertThat(browser.perform(MockMvcRequestBuilders.get("/login").secure(true))
			.andReturn()
			.getResponse()
			.getHeader("Strict-Transport-Security")).startsWith("max-age=31536000");
		assertThat(browser.perform(MockMvcRequestBuilders.get("/login"))
			.andReturn()
			.getResponse()
			.getHeader("Strict-Transport-Security")).isNull();
	}

	@Test
	@Tag("page")
	@DisplayName("每个回答都带安全响应头")
	void everyAnswerCarriesTheSecurityHeaders() {
		List<Visitor> visitors = List.of(Visitor.anonymous(this.port), Visitor.of(Cast.COORDINATOR, this.port));
		Set<String> poor = new TreeSet<>();
		for (Row row : this.table.rows().stream().filter(row -> !row.changes()).toList()) {
			for (Visitor visitor : visitors) {
				String uri = resolve(row.uri(), MISSING, Cast.COORDINATOR.id());
				HttpResponse<String> answer = visitor.send(row.method(), uri, "");
				SecurityHeaders.missing(row.uri(), answer)
					.forEach(header -> poor.add(row.request() + " " + answer.statusCode() + " lacks " + header));
			}
		}

		assertThat(poor).isEmpty();
	}

	// Whatever nobody else answers goes to the static files.
	private static boolean isMeant(Routes.Route route, Row row) {
		return !route.pattern().getPatternString().equals("/**") || row.uri().matches("/assets/.*|/an-unknown-address");
	}

	private void begin() {
		this.filter = this.engine.getFilterService().createFilterQuery().list().get(0).getId();
		this.product.getBean(Cases.class).endAll();
		Accounts accounts = this.product.getBean(Accounts.class);
		Stream
			.of(FOREIGN.head(), FOREIGN.leader(), SPARE, FOREIGN_SPARE, COLLEAGUE, FOREIGN_COLLEAGUE,
					OWN_PARTNER.officer(), OWN_PARTNER.head(), FOREIGN_PARTNER.officer(), FOREIGN_PARTNER.head())
			.filter(person -> this.engine.getIdentityService().createUserQuery().userId(person.id()).count() == 0)
			.forEach(person -> accounts.create(person, Cast.PASSWORD));
		Visitor anonymous = Visitor.anonymous(this.port);
		anonymous.get("/login");
		this.visitors.add(anonymous);
		AccessTable.PEOPLE.forEach(person -> this.visitors.add(Visitor.of(person, this.port)));
		this.own = Journey.begin(this.product, OWN, CaseForms.aCase());
		this.foreign = Journey.begin(this.product, FOREIGN,
				CaseForms.aCase().with("caseName", "另一企业的分类分级实践").with("contactPhone", "0571-87654321"));
	}

	private Set<String> steps() {
		Set<String> steps = new LinkedHashSet<>(List.of(""));
		steps.addAll(Journey.STEPS);
		steps.addAll(SelectionJourney.STEPS);
		steps.addAll(RegionJourney.STEPS);
		assertThat(steps).containsAll(this.table.rows().stream().map(Row::step).toList());
		return steps;
	}

	private void advanceTo(String step) {
		if (RegionJourney.STEPS.contains(step)) {
			advanceRegionsTo(step);
			return;
		}
		if (SelectionJourney.STEPS.contains(step)) {
			advanceSelectionTo(step);
			return;
		}
		int target = Journey.STEPS.indexOf(step);
		for (Journey journey : List.of(this.own, this.foreign)) {
			while (target >= 0 && journey.task(step) == null) {
				journey.takeNext();
			}
		}
	}

	private void advanceSelectionTo(String step) {
		if (this.selection == null) {
			for (Journey journey : List.of(this.own, this.foreign)) {
				journey.take("correctElectronicSet");
				journey.take("confirmElectronicSet");
			}
			this.selection = new SelectionJourney(this.product,
					Map.of(this.own.caseNumber(), OWN.officer(), this.foreign.caseNumber(), FOREIGN.officer()));
		}
		this.selection.advanceTo(step);
	}

	// A joint application, led by the other authority of the region, makes room for a
	// single one.
	private void advanceRegionsTo(String step) {
		if (step.equals(RegionJourney.CONSENT)) {
			this.ownRegion = RegionJourney.jointly(this.product, OWN_PARTNER);
			this.foreignRegion = RegionJourney.jointly(this.product, FOREIGN_PARTNER);
		}
		else if (step.equals(RegionJourney.STEPS.get(1))) {
			new Regions(this.product).endAll();
			this.ownRegion = RegionJourney.alone(this.product, region(OWN));
			this.foreignRegion = RegionJourney.alone(this.product, region(FOREIGN));
		}
		for (RegionJourney journey : List.of(this.ownRegion, this.foreignRegion)) {
			while (journey.task(step) == null) {
				journey.takeNext();
			}
		}
	}

	private static RegionJourney.Party region(Party party) {
		return new RegionJourney.Party(party.officer(), party.head(), party.leader());
	}

	private List<String> check(Row row) {
		List<String> unexpected = new ArrayList<>();
		List<String> answers = new ArrayList<>();
		for (int column = 0; column < row.cells().size(); column++) {
			if (!isAsked(row.cells().get(column))) {
				answers.add(row.cells().get(column));
				continue;
			}
			String name = (column == 0) ? "anonymous" : AccessTable.PEOPLE.get(column - 1).id();
			Map<String, String> objects = objects(row, column);
			HttpResponse<String> answer = send(row, column, objects);
			answers.add(status(answer));
			if (!status(answer).equals(row.cells().get(column))) {
				unexpected
					.add("%s as %s: %s instead of %s".formatted(row, name, status(answer), row.cells().get(column)));
			}
			if (mustLookMissing(row, column, answer) && row.namesAnObject()) {
				if (!withoutIds(answer, objects).equals(missing(row, column))) {
					unexpected.add("%s as %s: does not look like missing".formatted(row, name));
				}
			}
		}
		this.answered.add(row.answered(answers));
		return unexpected;
	}

	// What is not there looks alike at every step, for things of either side.
	private String missing(Row row, int column) {
		return this.missing.computeIfAbsent(column + " " + row.request() + row.body(),
				key -> withoutIds(send(row, column, MISSING), MISSING));
	}

	// Nobody of the local side sees anything foreign; the ministry's side sees both.
	private static boolean mustLookMissing(Row row, int column, HttpResponse<String> answer) {
		boolean local = column > 0 && column <= 4;
		return answer.statusCode() == 404 || (row.object().equals("foreign") && local && answer.statusCode() >= 400);
	}

	private Map<String, String> objects(Row row, int column) {
		Journey journey = row.object().equals("foreign") ? this.foreign : this.own;
		Map<String, String> objects = new TreeMap<>(Map.of("case", journey.caseNumber(), "list", journey.listNumber(),
				"filter", this.filter, "user",
				row.object().equals("foreign") ? Cast.APPLICANT_B.id()
						: (column == 0) ? "nobody" : AccessTable.PEOPLE.get(column - 1).id(),
				"colleague", row.object().equals("foreign") ? FOREIGN_COLLEAGUE.id() : COLLEAGUE.id(), "person",
				row.object().equals("foreign") ? FOREIGN_SPARE.id() : SPARE.id(), "definition", definition(row)));
		if (RegionJourney.STEPS.contains(row.step())) {
			RegionJourney region = row.object().equals("foreign") ? this.foreignRegion : this.ownRegion;
			objects.put("region", region.number());
			objects.put("task", region.task(row.step()).getId());
			if (row.uri().contains("$file")) {
				objects.put("file", region.attach());
			}
		}
		else if (SelectionJourney.STEPS.contains(row.step())) {
			objects.put("task", this.selection.task(row.step(), journey.caseNumber()).getId());
		}
		else if (!row.step().isEmpty()) {
			objects.put("task", journey.task(row.step()).getId());
			if (row.uri().contains("$file")) {
				objects.put("file", journey.attach());
			}
		}
		return objects;
	}

	private String definition(Row row) {
		return this.definitions.computeIfAbsent(
				row.uri().contains("$list-definition") ? CaseRecommendationProcess.KEY : CaseApplicationProcess.KEY,
				process -> UriUtils.encode(this.engine.getRepositoryService()
					.createProcessDefinitionQuery()
					.processDefinitionKey(process)
					.latestVersion()
					.singleResult()
					.getId(), StandardCharsets.UTF_8));
	}

	private HttpResponse<String> send(Row row, int column, Map<String, String> objects) {
		Visitor visitor = this.visitors.get(column);
		String me = (column == 0) ? "nobody" : AccessTable.PEOPLE.get(column - 1).id();
		String uri = resolve(row.uri(), objects, me);
		if (row.body().equals("@pdf")) {
			return visitor.upload(uri, "test.pdf", SampleFiles.pdf(1));
		}
		if (row.method().equals("GET")) {
			return visitor.get(uri);
		}
		return visitor.send(row.method(), uri, resolve(row.body(), objects, me));
	}

	private static String resolve(String text, Map<String, String> objects, String me) {
		String resolved = text.replace("$me", me);
		for (Map.Entry<String, String> object : objects.entrySet()) {
			resolved = resolved.replace("$" + object.getKey(), object.getValue());
		}
		return resolved;
	}

	// A login page and a success lead on with the same status.
	private static String status(HttpResponse<String> answer) {
		return answer.headers()
			.firstValue("Location")
			.filter(location -> location.endsWith("/login"))
			.map(location -> "login")
			.orElse(Integer.toString(answer.statusCode()));
	}

	// The address itself stands in Spring's answers.
	private static String withoutIds(HttpResponse<String> answer, Map<String, String> objects) {
		String text = answer.statusCode() + " " + answer.body().replaceAll("\"timestamp\":\"[^\"]*\"", "");
		for (String id : objects.values()) {
			text = text.replace(UriUtils.decode(id, StandardCharsets.UTF_8), "").replace(id, "");
		}
		return text;
	}

	private static RegionJourney.Party partner(String authority) {
		return new RegionJourney.Party(person("test-officer-" + authority, Role.OFFICER, authority),
				person("test-head-" + authority, Role.HEAD, authority),
				person("test-leader-" + authority, Role.LEADER, authority));
	}

	private static Person shanghai(String id, Role role) {
		return person(id, role, "310000-iit");
	}

	private static Person person(String id, Role role, String authority) {
		return new Person(id, "辰样例", id + "@example.cn", "13900000000", role, authority);
	}

}
