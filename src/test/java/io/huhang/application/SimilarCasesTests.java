package io.huhang.application;

import java.util.List;
import java.util.Set;

import io.huhang.Cast;
import io.huhang.HuhangTest;
import io.huhang.PassedCases;
import io.huhang.campaign.Problem;
import io.huhang.draft.Drafts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

@HuhangTest
@DisplayName("同一案例不可通过多途径同时申报：名称、手机号相同的提示核对，不透露对方（通知二（一））")
class SimilarCasesTests {

	private final SimilarCases similar;

	private final CaseApplications cases;

	private final PassedCases passed;

	SimilarCasesTests(SimilarCases similar, CaseApplications cases, Drafts drafts, JdbcClient database) {
		this.similar = similar;
		this.cases = cases;
		this.passed = new PassedCases(database, drafts);
	}

	@AfterEach
	void removeAll() {
		this.passed.removeAll();
	}

	@Test
	@DisplayName("空格、标点、全角半角、大小写不同也算同名；另一主管部门的同样查到；已办结的不算")
	void findsTheSameNameHoweverItIsWritten() {
		String own = this.passed.open(Cast.AUTHORITY, 1);
		String other = this.passed.open("330000-ca", 2);
		this.similar.remember(other, named("ＡＢ 平台“分类分级”实践", "0571-87654321"));

		CaseForm form = named("ab平台分类分级(实践)", "0571-87654321");
		assertThat(alike(own, form)).containsExactly(CaseField.CASE_NAME);
		assertThat(alike(own, named("ab平台分类分级实践二", "0571-87654321"))).isEmpty();
		assertThat(this.similar.of(this.cases.get(own), form)).extracting(CaseApplication::number)
			.containsExactly(other);

		this.passed.end(other);
		assertThat(alike(own, form)).isEmpty();
	}

	@Test
	@DisplayName("两个单位填同一手机号的查到，座机相同的不算，本案例自己不算")
	void findsTheSameMobileOfAnotherEnterprise() {
		String own = this.passed.open(Cast.AUTHORITY, 1);
		String other = this.passed.open(Cast.AUTHORITY, 2);
		this.similar.remember(own, named("甲", "13800138009"));
		this.similar.remember(other, named("乙", "13800138009"));

		assertThat(alike(own, named("丙", "13800138009"))).containsExactly(CaseField.CONTACT_PHONE);
		this.similar.remember(other, named("乙", "0571-87654321"));
		assertThat(alike(own, named("丙", "0571-87654321"))).isEmpty();
		assertThat(alike(own, named("甲", "13800138009"))).isEmpty();
	}

	@Test
	@DisplayName("提示可以确认，不含对方的名称、编号、地区和状态；没有相同的不提示")
	void warnsWithoutSayingWhose() {
		CaseForm form = CaseForms.aCase().form();
		CaseContext context = new CaseContext(CaseForms.INDUSTRIAL_CODE, "之江示例装备制造有限公司", Checks.TODAY, List.of(),
				List.of(), List.of(), Set.of(CaseField.CASE_NAME));

		List<Problem> problems = new SimilarCaseRule().check(form, context).toList();

		assertThat(problems).extracting(Problem::field, Problem::text, Problem::blocks)
			.containsExactly(
					tuple("caseName", "“案例名称”与本次遴选中另一申报的案例名称相同。同一案例不可通过多途径同时申报（通知二（一）），请核对；确属不同案例的，请确认。", false));
		assertThat(new SimilarCaseRule().check(form, Checks.context())).isEmpty();
	}

	private Set<CaseField> alike(String number, CaseForm form) {
		return this.similar.alike(this.cases.get(number), form);
	}

	private static CaseForm named(String name, String phone) {
		return CaseForms.aCase().with("caseName", name).with("contactPhone", phone).form();
	}

}
