package io.huhang.process;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import io.huhang.application.EvidenceSlot;
import io.huhang.campaign.TransactionMemory;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@DisplayName("申报方向 × 企业类别 → 需附的证明材料（附件1 三，R45..R49）")
class CaseEvidenceTests {

	private static final String FILE = "bpmn/case-evidence.dmn";

	private static ProcessEngine engine;

	private static CaseEvidence evidence;

	@BeforeAll
	static void deploy() {
		ProcessEngineConfigurationImpl configuration = (ProcessEngineConfigurationImpl) ProcessEngineConfiguration
			.createStandaloneInMemProcessEngineConfiguration();
		engine = configuration.setJdbcUrl("jdbc:h2:mem:evidence;DB_CLOSE_DELAY=-1")
			.setProcessEngineName("evidence")
			.setAuthorizationEnabled(true)
			.buildProcessEngine();
		deploy(table());
		evidence = new CaseEvidence(new DecisionTables(engine.getRepositoryService(), engine.getDecisionService(),
				engine.getIdentityService(), new TransactionMemory()));
	}

	@AfterAll
	static void close() {
		engine.close();
	}

	private static String deploy(String table) {
		return engine.getRepositoryService().createDeployment().addString(FILE, table).deploy().getId();
	}

	private static String table() {
		try (var in = CaseEvidenceTests.class.getResourceAsStream("/" + FILE)) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (java.io.IOException ex) {
			throw new java.io.UncheckedIOException(ex);
		}
	}

	private static List<String> lines(String direction, String category, String level) {
		return evidence.of(direction, category, level)
			.stream()
			.map(slot -> String.join(" ", slot.id(), slot.title(), slot.force().name(),
					slot.waiver().isEmpty() ? "—" : slot.waiver(), slot.clause()))
			.toList();
	}

	static Stream<Arguments> rows() {
		List<String> graded = List.of("D1-rating 定级报告 ALL — 附件1 三（一）", "D1-assessment 评测报告 ALL — 附件1 三（一）",
				"D1-rectification 整改报告 ALL 评测未发现需要整改的问题 附件1 三（一）");
		List<String> lowest = List.of("D1-rating 定级报告 ALL — 附件1 三（一）", "D1-assessment 评测报告 ALL 一级企业尚未开展符合性评测 附件1 三（一）",
				"D1-rectification 整改报告 ALL 评测未发现需要整改的问题 附件1 三（一）");
		List<String> vehicle = List.of("D2-filing 车联网网络安全防护定级备案信息 ALL — 附件1 三（二）", "D2-assessment 评测报告 ALL — 附件1 三（二）");
		return Stream.of(arguments("D1", "INDUSTRIAL", "三级", graded), arguments("D1", "PLATFORM", "二级", graded),
				arguments("D1", "IDENTIFIER", "", graded), arguments("D1", "INDUSTRIAL", "一级", lowest),
				arguments("D1", "PLATFORM", "一级", lowest), arguments("D1", "IDENTIFIER", "一级", lowest),
				arguments("D2", "VEHICLE", "五级", vehicle), arguments("D2", "VEHICLE_PLATFORM", "一级", vehicle),
				arguments("D3", "INDUSTRIAL", "",
						List.of("D3-assessment 工业控制系统安全评估情况表 ALL — 附件1 三（三）", "D3-rectification 整改报告 ALL — 附件1 三（三）")),
				arguments("D4", "SECURITY", "",
						List.of("D4-crowd-test 参与众测活动证明材料 ANY — 附件1 三（四）", "D4-certificate 原创漏洞证书 ANY — 附件1 三（四）")),
				arguments("D4", "CONTROL_PRODUCT", "",
						List.of("D4-notification 收到的漏洞通报信息 ANY 未收到漏洞通报 附件1 三（四）",
								"D4-verification 验证记录 ANY 未形成验证记录 附件1 三（四）", "D4-patch 补丁公告 ANY 未发布补丁公告 附件1 三（四）")),
				arguments("D4", "INDUSTRIAL", "",
						List.of("D4-notification 收到的漏洞通报信息 ANY 未收到漏洞通报 附件1 三（四）",
								"D4-handling 漏洞处置报告 ANY 未形成处置报告 附件1 三（四）")),
				arguments("D5", "TELECOM", "", List.of("D5-traffic 开展工业企业流量监测分析证明材料 ALL — 附件1 三（五）",
						"D5-platform 与国家或省级平台对接证明材料 ALL — 附件1 三（五）", "D5-service 支撑向工业企业开展监测服务证明材料 ALL — 附件1 三（五）")),
				arguments("D1", "TELECOM", "", List.of()), arguments("D5", "INDUSTRIAL", "", List.of()),
				arguments("", "INDUSTRIAL", "", List.of()));
	}

	@ParameterizedTest(name = "{0} × {1} {2}")
	@MethodSource("rows")
	@DisplayName("每一行都有一例，表外的组合没有材料项")
	void answersEachRowOfTheTable(String direction, String category, String level, List<String> lines) {
		assertThat(lines(direction, category, level)).isEqualTo(lines);
	}

	@Test
	@DisplayName("改一行，答案随之改变，不动程序")
	void followsAChangedRow() {
		String changed = table().replaceFirst("\"开展工业企业流量监测分析证明材料\"", "\"流量监测分析报告\"")
			.replaceFirst("(?s)(id=\"rowD5TrafficForce\">\\s*<text>)\"ALL\"", "$1\"WARN\"");
		String deployment = deploy(changed);
		try {
			assertThat(evidence.of("D5", "TELECOM", "").get(0))
				.isEqualTo(new EvidenceSlot("D5-traffic", "流量监测分析报告", EvidenceSlot.Force.WARN, "", "附件1 三（五）"));
		}
		finally {
			engine.getRepositoryService().deleteDeployment(deployment, true);
		}
	}

	@Test
	@DisplayName("申报人没有决策表的权限也能校验，校验后仍是本人")
	void asksForAPersonWithoutAnyRight() {
		engine.getIdentityService().setAuthentication("applicant", List.of("applicant"));
		try {
			assertThat(evidence.of("D3", "INDUSTRIAL", "")).hasSize(2);
			assertThat(engine.getIdentityService().getCurrentAuthentication().getUserId()).isEqualTo("applicant");
		}
		finally {
			engine.getIdentityService().clearAuthentication();
		}
	}

}
