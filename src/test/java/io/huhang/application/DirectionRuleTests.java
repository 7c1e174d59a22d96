package io.huhang.application;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import io.huhang.campaign.Problem;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("申报方向与企业类别（附件1 一、三，R41，R45..R49，C3，C4）")
class DirectionRuleTests {

	private final Rule rule = new DirectionRule(Checks.CAMPAIGN, Checks.ELIGIBILITY);

	@ParameterizedTest
	@CsvSource({ "D1,IDENTIFIER", "D2,VEHICLE", "D3,INDUSTRIAL", "D4,SECURITY", "D5,TELECOM" })
	@DisplayName("接受该方向所列的企业类别")
	void acceptsACategoryOfTheDirection(String direction, String category) {
		assertThat(Checks.problems(this.rule,
				CaseForms.aCase().with("direction", direction).with("categories", List.of(category))))
			.isEmpty();
	}

	@Test
	@DisplayName("多选时有一类可申报即可")
	void acceptsSeveralCategoriesIfOneIsEligible() {
		assertThat(Checks.problems(this.rule,
				CaseForms.aCase().with("direction", "D3").with("categories", List.of("VEHICLE", "INDUSTRIAL"))))
			.isEmpty();
	}

	@ParameterizedTest
	@CsvSource({
			"D1,VEHICLE,“申报方向”所选“工业互联网安全分类分级案例”由工业企业、工业互联网平台企业、工业互联网标识解析企业申报，所选企业类别为智能网联汽车生产企业，请改选申报方向或核对企业类别；确属该方向申报主体的，请联系申报咨询作资格认定。,附件1 三、总体情况（一）工业互联网安全分类分级方向",
			"D2,INDUSTRIAL,“申报方向”所选“车联网网络安全防护案例”由智能网联汽车生产企业、车联网服务平台企业申报，所选企业类别为工业企业，请改选申报方向或核对企业类别；确属该方向申报主体的，请联系申报咨询作资格认定。,附件1 三、总体情况（二）车联网网络安全防护方向",
			"D3,SECURITY,“申报方向”所选“工业控制系统安全评估案例”由工业企业申报，所选企业类别为网络安全企业，请改选申报方向或核对企业类别；确属该方向申报主体的，请联系申报咨询作资格认定。,附件1 三、总体情况（三）工业控制系统安全评估方向",
			"D4,TELECOM,“申报方向”所选“工业控制产品漏洞治理案例”由工业企业、工业控制产品厂商、网络安全企业申报，所选企业类别为基础电信企业，请改选申报方向或核对企业类别；确属该方向申报主体的，请联系申报咨询作资格认定。,附件1 三、总体情况（四）工业控制产品漏洞治理方向",
			"D5,PLATFORM,“申报方向”所选“网络安全威胁监测服务案例”由基础电信企业申报，所选企业类别为工业互联网平台企业，请改选申报方向或核对企业类别；确属该方向申报主体的，请联系申报咨询作资格认定。,附件1 三、总体情况（五）网络安全威胁监测服务方向" })
	@DisplayName("拒绝其他企业类别，并说明该方向由谁申报")
	void namesWhoMayChooseTheDirection(String direction, String category, String text, String clause) {
		assertThat(Checks.problems(this.rule,
				CaseForms.aCase().with("direction", direction).with("categories", List.of(category))))
			.containsExactly(new Problem("direction", text, clause));
	}

	@Test
	@DisplayName("经协调人认定的类别可以申报该方向，别的方向和类别仍不可以（通知一（一）“等”，C3）")
	void acceptsAnAdmittedPairOnly() {
		Admission made = new Admission("D5", "PLATFORM", "平台承担了行业监测服务。", Instant.EPOCH, "xietiao");
		CaseContext context = new CaseContext(CaseForms.INDUSTRIAL_CODE, "之江示例装备制造有限公司", Checks.TODAY, List.of(),
				List.of(made), List.of(), Set.of());

		assertThat(fields("D5", "PLATFORM", context)).isEmpty();
		assertThat(fields("D5", "IDENTIFIER", context)).containsExactly("direction");
		assertThat(fields("D2", "PLATFORM", context)).containsExactly("direction");
	}

	@Test
	@DisplayName("允许多件申报的，各件方向须相同（通知二（一），C11）")
	void keepsAllCasesOfAnEnterpriseInOneDirection() {
		CaseApplication other = new CaseApplication("HH2024-AL-330000-0002", "330000-iit", CaseForms.INDUSTRIAL_CODE,
				"zhang", "D3", "", "", Instant.EPOCH, true);
		CaseContext context = new CaseContext(CaseForms.INDUSTRIAL_CODE, "之江示例装备制造有限公司", Checks.TODAY, List.of(),
				List.of(), List.of(other), Set.of());

		assertThat(fields("D3", "INDUSTRIAL", context)).isEmpty();
		assertThat(this.rule.check(form("D1", "INDUSTRIAL"), context)).extracting(Problem::text)
			.containsExactly("“申报方向”与本单位另一在办申报（HH2024-AL-330000-0002，“工业控制系统安全评估案例”）不同，每个申报主体只能申报1个方向，请改为相同的方向。");
	}

	private List<String> fields(String direction, String category, CaseContext context) {
		return this.rule.check(form(direction, category), context).map(Problem::field).toList();
	}

	private static CaseForm form(String direction, String category) {
		return CaseForms.aCase().with("direction", direction).with("categories", List.of(category)).form();
	}

	@Test
	@DisplayName("拒绝五个方向以外的代码")
	void refusesAnUnknownDirection() {
		assertThat(Checks.problems(this.rule, CaseForms.aCase().with("direction", "D6")))
			.containsExactly(new Problem("direction", "“申报方向”的选项无效，请在五个方向中重新选择一个。", "附件1 一、申报单位基本情况"));
	}

	@Test
	@DisplayName("企业类别空缺或无效时不重复报错")
	void isSilentWithoutACategory() {
		assertThat(Checks.problems(this.rule, CaseForms.aCase().with("categories", List.of()))).isEmpty();
		assertThat(Checks.problems(this.rule, CaseForms.aCase().with("categories", List.of("BANK")))).isEmpty();
	}

}
