package io.huhang.bench;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import io.huhang.Cast;
import io.huhang.application.CaseForms;
import io.huhang.organization.Person;
import io.huhang.organization.Role;
import io.huhang.process.CaseApplicationProcess;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;

import org.springframework.jdbc.datasource.DataSourceTransactionManager;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.withSettings;

/**
 * The same diagram on the engine as it ships, everything a person typed in process
 * variables, nothing behind the diagram. History and ids as Camunda's Spring Boot starter
 * sets them.
 */
final class BaselineJourney implements Journey, AutoCloseable {

	private static final Map<String, Object> TICKS = Map.of("choice", "FILE", "coverSeal", "true", "declarationSeal",
			"true", "signature", "true", "pagingSeal", "true", "truthful", "true");

	private final AtomicInteger numbers = new AtomicInteger();

	private final Map<String, Person> applicants = new ConcurrentHashMap<>();

	private final ProcessEngine engine;

	private final Office office;

	BaselineJourney(DataSource source) {
		SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
		configuration.setProcessEngineName("baseline");
		configuration.setDataSource(source);
		configuration.setTransactionManager(new DataSourceTransactionManager(source));
		configuration.setHistory("full");
		configuration.setDatabaseSchemaUpdate("true");
		configuration.setJobExecutorActivate(false);
		configuration.setIdGenerator(new StrongUuidGenerator());
		configuration.setBeans(new HashMap<>(Map.of("caseApplication", nothing())));
		this.engine = configuration.buildProcessEngine();
		this.engine.getRepositoryService()
			.createDeployment()
			.addClasspathResource("bpmn/case-application.bpmn")
			.addClasspathResource("forms/preCheckCase.html")
			.addClasspathResource("forms/checkCase.html")
			.addClasspathResource("forms/reviewCase.html")
			.deploy();
		this.office = new Office(this.engine);
	}

	ProcessEngine engine() {
		return this.engine;
	}

	@Override
	public Person newcomer(int enterprise) {
		String code = CaseForms.code(enterprise);
		return new Person("bench-" + code, "丑样例", code + "@example.cn", "13900000000", Role.APPLICANT, code);
	}

	@Override
	public Begun open(Person applicant) {
		String number = "HH2024-AL-330000-%04d".formatted(this.numbers.incrementAndGet());
		this.applicants.put(number, applicant);
		this.engine.getIdentityService().setAuthentication(applicant.id(), applicant.groups());
		ProcessInstance instance = this.engine.getRuntimeService()
			.startProcessInstanceByKey(CaseApplicationProcess.KEY, number, Map.of("caseNumber", number, "authority",
					Cast.AUTHORITY, "direction", "D1", "privacyVersion", "2024-11"));
		this.engine.getIdentityService().clearAuthentication();
		return new Begun(number, instance.getId(), applicant);
	}

	@Override
	public void upload(Begun begun) {
		// No files in the baseline.
	}

	@Override
	public void walk(Begun begun) {
		Map<String, Object> annex = new HashMap<>(CaseForms.aCase()
			.with("unifiedCode", begun.applicant().organization())
			.with("preCheckWanted", "true")
			.values());
		annex.computeIfPresent("categories", (name, codes) -> codes.toString());
		this.office.complete(begun, begun.applicant(), annex);
		this.office.decide(begun, Cast.OFFICER, "PASS");
		this.office.work(begun);
		this.office.complete(begun, begun.applicant(), TICKS);
		this.office.work(begun);
		this.office.decide(begun, Cast.OFFICER, "PASS");
		this.office.decide(begun, Cast.HEAD, "PASS");
	}

	@Override
	public void close() {
		this.engine.close();
	}

	// Answers what the diagram asks, and does nothing: no row, no document, no letter.
	private Object nothing() {
		Date closing = Date.from(Cast.MONDAY.plusSeconds(30 * 86_400));
		return mock(CaseApplicationProcess.class,
				withSettings().stubOnly().defaultAnswer(call -> switch (call.getMethod().getName()) {
					case "preCheckWanted" -> true;
					case "closing", "ending" -> closing;
					case "contact" -> this.applicants.get(call.<String>getArgument(0)).id();
					case "colleagues" ->
						Person.enterpriseGroup(this.applicants.get(call.<String>getArgument(0)).organization());
					case "reviewers" -> List.of(Cast.AUTHORITY + "-head");
					default -> (call.getMethod().getReturnType() == boolean.class) ? false : null;
				}));
	}

}
