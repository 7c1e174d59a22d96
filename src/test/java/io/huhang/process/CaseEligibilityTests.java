package io.huhang.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.huhang.campaign.Campaign;
import io.huhang.campaign.Campaigns;
import io.huhang.campaign.TransactionMemory;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("企业类别 × 申报方向（附件1 三，C3）")
class CaseEligibilityTests {

	private static final String FILE = "bpmn/case-eligibility.dmn";

	private static final Set<String> ELIGIBLE = Set.of("D1 INDUSTRIAL", "D1 PLATFORM", "D1 IDENTIFIER", "D2 VEHICLE",
			"D2 VEHICLE_PLATFORM", "D3 INDUSTRIAL", "D4 SECURITY", "D4 CONTROL_PRODUCT", "D4 INDUSTRIAL", "D5 TELECOM");

	private static ProcessEngine engine;

	private static CaseEligibility eligibility;

	@BeforeAll
	static void deploy() {
		ProcessEngineConfigurationImpl configuration = (ProcessEngineConfigurationImpl) ProcessEngineConfiguration
			.createStandaloneInMemProcessEngineConfiguration();
		engine = configuration.setJdbcUrl("jdbc:h2:mem:eligibility;DB_CLOSE_DELAY=-1")
			.setProcessEngineName("eligibility")
			.setAuthorizationEnabled(true)
			.buildProcessEngine();
		engine.getRepositoryService().createDeployment().addClasspathResource(FILE).deploy();
		eligibility = new CaseEligibility(new DecisionTables(engine.getRepositoryService(), engine.getDecisionService(),
				engine.getIdentityService(), new TransactionMemory()));
	}

	@AfterAll
	static void close() {
		engine.close();
	}

	@AfterEach
	void logOut() {
		engine.getIdentityService().clearAuthentication();
	}

	@ParameterizedTest(name = "{0} × {1}：可以申报")
	@CsvSource({ "D1,INDUSTRIAL", "D1,PLATFORM", "D1,IDENTIFIER", "D2,VEHICLE", "D2,VEHICLE_PLATFORM", "D3,INDUSTRIAL",
			"D4,SECURITY", "D4,CONTROL_PRODUCT", "D4,INDUSTRIAL", "D5,TELECOM" })
	@DisplayName("每一行各有一个可以申报的组合（R45..R49）")
	void allowsEachRowOfTheTable(String direction, String category) {
		assertThat(eligibility.allows(direction, category)).isTrue();
	}

	@ParameterizedTest(name = "{0} × {1}")
	@MethodSource("pairs")
	@DisplayName("四十个组合中只有十个可以申报（C3）")
	void allowsTenOfFortyPairs(String direction, String category) {
		assertThat(eligibility.allows(direction, category)).isEqualTo(ELIGIBLE.contains(direction + " " + category));
	}

	@Test
	@DisplayName("改一行决策表，答复随之改变，不动程序")
	void followsAChangedRow() throws IOException {
		String table = new String(getClass().getResourceAsStream("/" + FILE).readAllBytes(), StandardCharsets.UTF_8);
		String changed = table.replaceFirst("(<text>\"D5\"</text>[\\s\\S]*?<text>)\"TELECOM\"", "$1\"PLATFORM\"");
		Deployment deployment = engine.getRepositoryService()
			.createDeployment()
			.addString("case-eligibility.dmn", changed)
			.deploy();
		try {
			assertThat(changed).isNotEqualTo(table);
			assertThat(eligibility.allows("D5", "PLATFORM")).isTrue();
			assertThat(eligibility.allows("D5", "TELECOM")).isFalse();
			assertThat(eligibility.allows("D1", "PLATFORM")).isTrue();
		}
		finally {
			engine.getRepositoryService().deleteDeployment(deployment.getId(), true);
		}
		assertThat(eligibility.allows("D5", "TELECOM")).isTrue();
	}

	@Test
	@DisplayName("表外的代码不可申报")
	void refusesCodesThatTheTableDoesNotKnow() {
		assertThat(eligibility.allows("D6", "INDUSTRIAL")).isFalse();
		assertThat(eligibility.allows("D1", "")).isFalse();
		assertThat(eligibility.allows("", "TELECOM")).isFalse();
	}

	@Test
	@DisplayName("申报人没有决策表的权限也能校验，校验后仍是本人")
	void asksForAPersonWithoutAnyRight() {
		engine.getIdentityService().setAuthentication("applicant", List.of("applicant"));

		boolean allowed = eligibility.allows("D5", "TELECOM");

		assertThat(allowed).isTrue();
		assertThat(engine.getIdentityService().getCurrentAuthentication().getUserId()).isEqualTo("applicant");
	}

	@Test
	@DisplayName("决策表可以朗读：唯一命中、中文表头、每行注明条款")
	void readsAloud() {
		DecisionTable table = Dmn.readModelFromStream(getClass().getResourceAsStream("/" + FILE))
			.getModelElementById("eligibilityTable");

		assertThat(table.getHitPolicy()).isEqualTo(HitPolicy.UNIQUE);
		assertThat(table.getInputs()).extracting(input -> input.getLabel()).containsExactly("申报方向（代码）", "企业类别（代码）");
		assertThat(table.getOutputs()).extracting(output -> output.getLabel()).containsExactly("可以申报");
		assertThat(table.getRules()).extracting(CaseEligibilityTests::clause)
			.containsExactly("附件1 三（一）", "附件1 三（一）", "附件1 三（一）", "附件1 三（二）", "附件1 三（二）", "附件1 三（三）", "附件1 三（四）",
					"附件1 三（四）", "附件1 三（四）", "附件1 三（五）");
	}

	@Test
	@DisplayName("决策表的历史有期限，并能画出")
	void keepsItsHistoryForALimitedTimeAndCanBeDrawn() throws Exception {
		String model = new String(getClass().getResourceAsStream("/" + FILE).readAllBytes(), StandardCharsets.UTF_8);

		assertThat(engine.getRepositoryService().createDecisionDefinitionQuery().singleResult().getHistoryTimeToLive())
			.isEqualTo(400);
		assertThat(model).contains("<dmndi:DMNShape id=\"caseEligibilityShape\" dmnElementRef=\"caseEligibility\">");
	}

	private static String clause(Rule rule) {
		return rule.getDescription().getTextContent().replaceAll("^.*?。(附件1 三（.）).*$", "$1");
	}

	private static Stream<Arguments> pairs() {
		Campaign campaign = Campaigns.packaged();
		return campaign.directions()
			.stream()
			.flatMap(direction -> campaign.categories()
				.stream()
				.map(category -> Arguments.of(direction.code(), category.code())));
	}

}
